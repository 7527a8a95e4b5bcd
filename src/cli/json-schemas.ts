/** The published JSON Schemas, from the schemas that the program itself checks with. */
import * as z from 'zod/mini';
import { configSchema } from '../project/schema.ts';
import { rankingSchema } from '../report/compare/schema.ts';
import { usageSchema } from '../report/usage/schema.ts';
import { resultSchema } from '../report/result-schema.ts';
import { describeSchema, type JsonSchema } from '../scenario/describe-schema.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import { version } from '../version.ts';
import { shareDefinitions } from './shared-definitions.ts';

const schemaOf = (schema: z.ZodMiniType, name: string, title: string): JsonSchema => ({
  $id: `urn:ai-footprint:schema:${name}`,
  title,
  $comment: `ai-footprint ${version}`,
  ...(z.toJSONSchema(schema) as JsonSchema),
});

/** The schema of a scenario with every part where it is used, from which docs/scenario.md is made. */
export const scenarioInFull = (): JsonSchema =>
  describeSchema(schemaOf(scenarioSchema, 'scenario:1', 'Scenario of ai-footprint'));

/** What a file extends may have what it leaves out: then a field that must be given need not stand in this file. */
function unlessExtending({ required, ...schema }: JsonSchema): JsonSchema {
  return { ...schema, anyOf: [{ required: ['extends'] }, ...(required ? [{ required }] : [])] };
}

/** What is published: an editor reads the same, in a tenth of the bytes where parts repeat. */
export const jsonSchemas = {
  scenario: () => unlessExtending(shareDefinitions(scenarioInFull())),
  config: () => shareDefinitions(schemaOf(configSchema, 'config:1', 'Config of ai-footprint check')),
  result: () => shareDefinitions(schemaOf(resultSchema, 'result:1', 'Result of ai-footprint, version 1')),
  compare: () => shareDefinitions(schemaOf(rankingSchema, 'compare:1', 'Ranking of ai-footprint compare, version 1')),
  usage: () =>
    shareDefinitions(schemaOf(usageSchema, 'usage:1', 'Footprint of a log by ai-footprint usage, version 1')),
} as const;
