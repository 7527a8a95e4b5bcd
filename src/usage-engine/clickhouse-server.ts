/** A ClickHouse server over HTTP: read-only, with verified certificates. */
import { InputError, problem, type Problem } from '../errors.ts';
import type { Cell } from '../usage-sql/answer.ts';
import type { AskClickHouse } from './clickhouse.ts';

export interface ServerOptions {
  readonly url: string;
  /** From the environment: nobody writes a password on a command line that others can read. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeout?: number;
}

const hour = 3_600_000;

async function load() {
  try {
    return await import('@clickhouse/client');
  } catch (error) {
    if (!/MODULE_NOT_FOUND/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new InputError([problem('engine-missing', { engine: 'clickhouse', library: '@clickhouse/client' })]);
  }
}

/** Codes of ClickHouse: who may not read, or is not known. */
const refusals: Readonly<Record<string, string>> = {
  '192': 'it knows no user of that name',
  '193': 'the password is wrong',
  '194': 'it asks for a password',
  '497': 'the user may not read the table',
  '516': 'the name or the password is wrong',
};

const missing = new Set(['60', '81']);

const connection: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'there is no machine of that name',
  ETIMEDOUT: 'it took too long',
  EHOSTUNREACH: 'there is no way to that machine',
  ENETUNREACH: 'there is no way to that machine',
};

interface Found {
  readonly code?: string;
  readonly type?: string;
  readonly message?: string;
}

/** What went wrong, without a letter of what the server says: its words may hold those of the log. */
function problemOf(error: unknown, url: string): Problem {
  const { code = '', type, message = '' } = error as Found;
  if (refusals[code]) return problem('server-refuses', { url, reason: refusals[code] });
  if (missing.has(code)) return problem('no-such-table', { url });
  if (/^\d+$/.test(code)) return problem('server-failed', { url, reason: `${type ?? 'error'} (${code})` });
  if (/CERT|SIGNATURE|TLS|SSL/.test(code))
    return problem('server-unreachable', { url, reason: `its certificate is not to be trusted (${code})` });
  if (connection[code]) return problem('server-unreachable', { url, reason: connection[code] });
  if (/timeout/i.test(message)) return problem('server-unreachable', { url, reason: 'it took too long' });
  if (/socket hang up|aborted|premature|terminated/i.test(message))
    return problem('server-unreachable', { url, reason: 'the connection broke off' });
  return problem('server-unreachable', { url, reason: 'what answers there is no ClickHouse' });
}

/** A profile that may read alone does not let the query say so again. */
const isReadOnlyAlready = (error: unknown): boolean =>
  (error as Found).code === '164' && /readonly/i.test((error as Found).message ?? '');

/**
 * A server to be asked, and how to let go of it.
 * Errors  InputError where the address is none, the library is not installed, or the server fails.
 */
export async function openServer({ url, user, password, timeout = hour }: ServerOptions): Promise<{
  readonly ask: AskClickHouse;
  readonly close: () => Promise<void>;
}> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new InputError([problem('bad-url', { url: safeUrl(url) })]);
  if (address.username !== '' || address.password !== '' || address.search !== '')
    throw new InputError([problem('url-with-password', { url: safeUrl(url) })]);
  const { createClient } = await load();
  const client = createClient({
    url,
    username: user ?? 'default',
    password: password ?? '',
    request_timeout: timeout,
    application: 'ai-footprint',
    // Faults are told once, by us.
    log: { LoggerClass: Silent },
  });
  const send = async ({ sql, bound }: { sql: string; bound: readonly string[] }, settings: Record<string, string>) => {
    const answer = await client.query({
      query: sql,
      format: 'JSONCompact',
      query_params: Object.fromEntries(bound.map((text, place) => [`p${place + 1}`, text])),
      clickhouse_settings: settings,
    });
    const { data } = await answer.json<readonly Cell[]>();
    if (!Array.isArray(data)) throw new Error('no ClickHouse');
    return data as readonly (readonly Cell[])[];
  };
  return {
    ask: async (statement) => {
      try {
        // The whole answer or an error: no lines before it is known that all went well.
        return await send(statement, { readonly: '1', wait_end_of_query: '1' } as Record<string, string>).catch(
          (error: unknown) => {
            if (isReadOnlyAlready(error)) return send(statement, {});
            throw error;
          },
        );
      } catch (error) {
        throw new InputError([problemOf(error, safeUrl(url))]);
      }
    },
    close: () => client.close(),
  };
}

/** Without what may be a secret. */
function safeUrl(url: string): string {
  if (!URL.canParse(url)) return JSON.stringify(url.replaceAll(/\/\/[^@/]*@/g, '//'));
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

class Silent {
  trace(): void {}
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
}
