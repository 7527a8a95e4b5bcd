/** Engines that add up logs of usage, and what they cannot read. */
import type { Words } from './words.ts';

export const logEngine = {
  'engine-missing': (a: { engine: string; library: string }): Words => ({
    message: `the engine "${a.engine}" needs the package "${a.library}", which is not installed`,
    why: 'it is large, and most users never need it',
    fix: `npm install ${a.library} (with "-g" where ai-footprint was installed so), or "--engine built-in" for csv and JSON`,
  }),
  'log-unreadable': (a: { file: string; reason: string }): Words => ({
    message: `"${a.file}" cannot be read to its end: ${a.reason}`,
    why: 'a part of a log is no total: nothing of it is counted',
    fix: 'export the file again, or leave it out',
  }),
  'engine-memory': (a: { megabytes: number }): Words => ({
    message: `the log needs more than the ${a.megabytes} MB that the database may hold and the disk has room for`,
    fix: 'make room in the folder for temporary files (TMPDIR), group by fewer keys, or use "--engine clickhouse"',
  }),
  'server-unreachable': (a: { url: string; reason: string }): Words => ({
    message: `${a.url} does not answer: ${a.reason}`,
    why: 'what was received until then is no total: nothing of it is counted',
    fix: 'check the address, and that the server runs and lets this machine in',
  }),
  'server-refuses': (a: { url: string; reason: string }): Words => ({
    message: `${a.url} refuses the query: ${a.reason}`,
    fix: 'check the name and the password in CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, and the rights of that user to read the table',
  }),
  'server-failed': (a: { url: string; reason: string }): Words => ({
    message: `${a.url} ended the query: ${a.reason}`,
    why: 'a part of a log is no total: nothing of it is counted',
    fix: 'see the log of the server; "--print-sql clickhouse" prints what was asked',
  }),
  'no-such-table': (a: { url: string }): Words => ({
    message: `${a.url} has no such table, or hides it from this user`,
    fix: 'name it with its database: "--table database.table"',
  }),
  'bad-url': (a: { url: string }): Words => ({
    message: `${a.url} is no address of a server`,
    fix: 'write it so: --url https://clickhouse.example.org:8443',
  }),
  'url-with-password': (a: { url: string }): Words => ({
    message: `the address ${a.url} holds a name, a password or settings`,
    why: 'a command line is seen by others on the machine, and kept in its history',
    fix: 'put them in the environment: CLICKHOUSE_USER and CLICKHOUSE_PASSWORD',
  }),
  'bad-name': (a: { name: string; reason: string }): Words => ({
    message: `no database takes the name ${a.name}: ${a.reason}`,
    fix: 'rename it',
  }),
} as const;
