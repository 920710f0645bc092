/** `start`: the server with its database, until Ctrl-C. */

import { parseArgs } from 'node:util';
import { isDate, momentAt, type TimeOfDay, timePattern } from '#kernel/time';
import { clockFrom, wallClock } from '../../platform/server/clock.ts';
import { demoSignIns, makeDemo } from '../demo/demo.ts';
import { buildIfNeeded, startServer } from '../server.ts';

const help = `Usage: npm start -- [--port N] [--host H] [--data DIR] [--at DATETIME] [--secure]

  --port N       port of the web application (default 3000, or PORT)
  --host H       address to listen on (default 127.0.0.1; 0.0.0.0 for other machines)
  --data DIR     data folder (default ./data, or DAGSVERK_DATA)
  --at DATETIME  set the demo clinic's clock: 2026-11-23T08:00 (local time)
  --no-demo      do not make the demo clinic on the first run
  --secure       the web application is reached by https (through a proxy)

  DATABASE_URL   an outside PostgreSQL 15 or newer instead of the embedded one
  PG_BIN         folder of other PostgreSQL programs for the embedded one

Exit codes: 0 stopped, 2 wrong option, 3 cannot start (the sentence says why), 70 fault.
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      at: { type: 'string' },
      'no-demo': { type: 'boolean', default: false },
      secure: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const port = Number(values.port ?? process.env.PORT ?? 3000);
  const start = values.at === undefined ? undefined : readStart(values.at);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || start === null) {
    process.stderr.write(help);
    return 2;
  }
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  await buildIfNeeded(say);
  const server = await startServer({
    port,
    host: values.host,
    data: values.data ?? process.env.DAGSVERK_DATA ?? 'data',
    clock: start ? clockFrom(start) : wallClock,
    databaseUrl: process.env.DATABASE_URL,
    isSecure: values.secure,
    say,
  });
  if (!values['no-demo'] && (await server.house.clinics()).length === 0) {
    say('making the demo clinic …');
    await makeDemo(server.house);
  }
  say(`\ndagsverk is open at ${server.address}\n`);
  if ((await server.house.clinics()).some(({ isDemo }) => isDemo)) say(demoSignIns());
  await untilAsked();
  say('closing …');
  await server.stop();
  return 0;
}

function readStart(text: string) {
  const [day = '', time = ''] = text.split('T');
  return isDate(day) && timePattern.test(time) ? momentAt(day, time as TimeOfDay) : null;
}

function untilAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
