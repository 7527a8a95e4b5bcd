/** The published JSON Schemas, from the schemas that the program itself checks with. */
import * as z from 'zod/mini';
import { configSchema } from '../project/schema.ts';
import { rankingSchema } from '../report/compare/schema.ts';
import { usageSchema } from '../report/usage/schema.ts';
import { resultSchema } from '../report/result-schema.ts';
import { describeSchema, type JsonSchema } from '../scenario/describe-schema.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import { version } from '../version.ts';

const schemaOf = (schema: z.ZodMiniType, name: string, title: string): JsonSchema => ({
  $id: `urn:ai-footprint:schema:${name}`,
  title,
  $comment: `ai-footprint ${version}`,
  ...(z.toJSONSchema(schema) as JsonSchema),
});

export const jsonSchemas = {
  scenario: () => describeSchema(schemaOf(scenarioSchema, 'scenario:1', 'Scenario of ai-footprint')),
  config: () => schemaOf(configSchema, 'config:1', 'Config of ai-footprint check'),
  result: () => schemaOf(resultSchema, 'result:1', 'Result of ai-footprint, version 1'),
  compare: () => schemaOf(rankingSchema, 'compare:1', 'Ranking of ai-footprint compare, version 1'),
  usage: () => schemaOf(usageSchema, 'usage:1', 'Footprint of a log by ai-footprint usage, version 1'),
} as const;
