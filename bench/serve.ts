/** The server alone in its own process, on a database that is already there, for the measuring process to press on. */

import type { Moment } from '../src/kernel/time.ts';
import { startServer } from '../src/main/server.ts';
import { clockFrom } from '../src/platform/server/clock.ts';

const [url = '', at = ''] = process.argv.slice(2);
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  data: '',
  databaseUrl: url,
  clock: clockFrom(at as Moment),
  isSecure: false,
  say: () => {},
});
process.stdout.write(`${server.address}\n`);
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
