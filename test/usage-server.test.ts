/** A ClickHouse server over HTTP: one that works (its queries run in chdb), and ones that fail on the wire. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../src/usage-engine/clickhouse-server.ts';
import { chdb, hasChdb } from './chdb.fixtures.ts';
import { asCsv, canary, cellsOf, columns } from './engine-logs.fixtures.ts';
import { runCli } from './run-cli.ts';
import { within } from './within.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-footprint-server-'));
  writeFileSync(join(folder, 'map.yaml'), mapping);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mapping = `name: our log
identity: call
time: when
model: model
requests: requests
tokens: { input: input, cached_input: cached, output: output, reasoning: hidden }
input_holds_cached: true
output_holds_reasoning: true
labels: { team: team }
`;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

async function listen(made: Server): Promise<number> {
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return (made.address() as AddressInfo).port;
}

const serve = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(answer))}`;

const usage = (url: string, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runCli(['usage', '--engine', 'clickhouse', '--url', url, '--table', 'logs.calls', '--mapping', 'map.yaml', ...more], {
    cwd: folder,
    env,
  });

/** Refused with this code, and with nothing on standard output. */
async function expectRefused(
  url: string,
  code: string,
  words: RegExp,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { code: status, stdout, stderr } = await usage(url, [], env);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`error[${code}]`);
  expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(words);
  expect(stderr).not.toContain(canary);
  expect(stderr).not.toContain('hunter2');
}

/** As ClickHouse tells an exception. */
const exception =
  (status: number, code: number, message: string): RequestListener =>
  (_, answer) => {
    answer.writeHead(status, { 'X-ClickHouse-Exception-Code': String(code), 'Content-Type': 'text/plain' });
    answer.end(`Code: ${code}. DB::Exception: ${message}`);
  };

describe('a server that fails', () => {
  it('drops the connection', async () => {
    await expectRefused(
      await serve((request) => request.socket.destroy()),
      'server-unreachable',
      /the connection broke off/,
    );
  });

  it('drops the connection in the middle of its answer', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'application/json' });
      answer.write('{"meta":[{"name":"a","type":"String"}],"data":[["2025-01"', () => answer.socket?.destroy());
    });
    await expectRefused(url, 'server-unreachable', /the connection broke off/);
  });

  it('ends well in the middle of its answer', async () => {
    const url = await serve((_, answer) => void answer.end('{"meta":[],"data":[["2025-01"'));
    await expectRefused(url, 'server-unreachable', /is no ClickHouse/);
  });

  it('refuses the password', async () => {
    const url = await serve(
      exception(403, 516, 'reader: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)'),
    );
    const env = { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: 'hunter2' };
    await expectRefused(url, 'server-refuses', /the name or the password is wrong/, env);
  });

  it('has no such table', async () => {
    await expectRefused(
      await serve(exception(404, 60, 'Table logs.calls does not exist. (UNKNOWN_TABLE)')),
      'no-such-table',
      /--table database\.table/,
    );
  });

  it('runs out of memory: its words are not repeated, they may be those of the log', async () => {
    const url = await serve(
      exception(500, 241, `Memory limit exceeded while reading ${canary}. (MEMORY_LIMIT_EXCEEDED)`),
    );
    await expectRefused(url, 'server-failed', /MEMORY_LIMIT_EXCEEDED \(241\)/);
  });

  it('is no ClickHouse', async () => {
    const url = await serve(
      (_, answer) => void answer.writeHead(502, { 'Content-Type': 'text/html' }).end(`<html>${canary}</html>`),
    );
    await expectRefused(url, 'server-unreachable', /is no ClickHouse/);
  });

  it('is not there', async () => {
    const url = await serve(() => undefined);
    await new Promise((done) => server?.close(done));
    await expectRefused(url, 'server-unreachable', /nothing listens there/);
  });

  it('never answers', async () => {
    const opened = await openServer({ url: await serve(() => undefined), timeout: 200 });
    await expect(opened.ask({ sql: 'SELECT 1', bound: [] })).rejects.toThrow(/it took too long/);
    await opened.close();
  });

  it('has a certificate that nobody signed', async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '1',
        '-subj',
        '/CN=127.0.0.1',
      ],
      { stdio: 'ignore' },
    );
    const port = await listen(
      createTlsServer(
        { key: readFileSync(key), cert: readFileSync(cert) },
        (_, answer) => void answer.end('{"data":[]}'),
      ),
    );
    await expectRefused(`https://127.0.0.1:${port}`, 'server-unreachable', /its certificate is not to be trusted/);
  });
});

describe('an address that is refused before anything is sent', () => {
  it.each([
    ['ftp://127.0.0.1', 'bad-url'],
    ['127.0.0.1:8123', 'bad-url'],
    ['http://reader:hunter2@127.0.0.1:8123', 'url-with-password'],
    ['http://127.0.0.1:8123/?password=hunter2', 'url-with-password'],
  ])('%s', async (url, code) => {
    await expectRefused(url, code, /./);
  });
});

describe.skipIf(!hasChdb)('a server whose queries run in ClickHouse', () => {
  it('gives what the built-in engine gives, and is asked to write nothing', async () => {
    const rows = cellsOf(3000, 3).map((row) => ({ ...row, model: 'gpt-4o' }));
    writeFileSync(join(folder, 'log.csv'), asCsv(rows));
    const engine = chdb();
    const asked: { readonly settings: URLSearchParams; readonly user: unknown }[] = [];
    try {
      engine.run('CREATE DATABASE logs');
      engine.run(
        `CREATE TABLE logs.calls ENGINE = Memory AS SELECT * FROM file('${join(folder, 'log.csv')}', 'CSVWithNames', '${columns.map((name) => `\`${name}\` String`).join(', ')}')`,
      );
      const url = await serve((request, answer) => {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
          const settings = new URL(request.url ?? '', 'http://x').searchParams;
          asked.push({ settings, user: request.headers.authorization });
          const bound: Record<string, string> = {};
          for (const [name, value] of settings) if (name.startsWith('param_')) bound[name.slice(6)] = value;
          answer.end(engine.answer(Buffer.concat(parts).toString(), bound));
        });
      });
      const env = { CLICKHOUSE_USER: 'reader', CLICKHOUSE_PASSWORD: 'hunter2' };
      const options = ['--by', 'month,team', '--region', 'azure/swedencentral', '--max-refused', '10000', '-f', 'csv'];
      const theirs = await usage(url, options, env);
      const ours = await runCli(['usage', 'log.csv', '--engine', 'built-in', '--mapping', 'map.yaml', ...options], {
        cwd: folder,
      });
      expect([theirs.code, theirs.stderr]).toEqual([0, '']);
      // Whatever the order in which a server adds up: words the same, numbers to 1e-9.
      const cells = (text: string): string[] => text.replaceAll('logs.calls', 'log.csv').split(/[,\r\n]+/);
      const [expected, found] = [cells(ours.stdout), cells(theirs.stdout)];
      expect(found).toHaveLength(expected.length);
      for (const [place, cell] of expected.entries())
        if (cell !== found[place]) expect(Number(found[place])).toSatisfy(within(Number(cell), 1e-9));
      expect(asked.length).toBeGreaterThan(1);
      for (const { settings, user } of asked) {
        expect(settings.get('readonly')).toBe('1');
        expect(user).toBe(`Basic ${Buffer.from('reader:hunter2').toString('base64')}`);
      }
    } finally {
      engine.close();
    }
  }, 120_000);
});
