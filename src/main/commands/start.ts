/** `start`: the server with its database, until Ctrl-C. */

import type { Server } from '../server.ts';
import { dataFolder, refuseIfDiskIsFull, refuseIfUnreachable } from './data-folder.ts';
import { refuseIfTaken, serveAlone } from './one-server.ts';
import { type ExitCode, noMoreWords, print, readClock, readOptions, readPort } from './options.ts';

const help = `Usage: npm start -- [--port N] [--host H] [--data DIR] [--at DATETIME] [--no-demo] [--secure]

  --port N       port of the web application (default 3000, or PORT)
  --host H       address to listen on (default 127.0.0.1; 0.0.0.0 for other machines)
  --data DIR     data folder (default ./data, or DAGSVERK_DATA)
  --at DATETIME  set the demo clinic's clock: 2026-11-23T08:00 (local time)
  --no-demo      do not make the demo clinic on the first run
  --secure       the web application is reached by https (through a proxy)

  DATABASE_URL   an outside PostgreSQL 15 or newer instead of the embedded one
  PG_BIN         folder of other PostgreSQL programs for the embedded one

Ctrl-C stops everything cleanly; a second Ctrl-C stops at once.

Exit codes: 0 stopped, 2 wrong option, 3 cannot start (the sentence says why), 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, {
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string' },
    at: { type: 'string' },
    'no-demo': { type: 'boolean', default: false },
    secure: { type: 'boolean', default: false },
  });
  if (!read) return 0;
  noMoreWords(read.positionals);
  const { values } = read;
  const port = readPort(values.port ?? process.env.PORT ?? '3000');
  const clock = readClock(values.at);
  const { data, databaseUrl } = dataFolder(values.data, print);
  const asked = untilAsked();
  const leave = await checkTheGround({ data, databaseUrl, port, host: values.host });
  try {
    const { buildIfNeeded, startServer } = await import('../server.ts');
    await buildIfNeeded(print);
    const options = { port, host: values.host, data, clock, databaseUrl, isSecure: values.secure, say: print };
    const server = await startServer(options);
    try {
      await welcome(server, !values['no-demo']);
      await asked;
      print('closing …');
    } finally {
      await server.stop();
    }
    return 0;
  } finally {
    leave();
  }
}

type Ground = {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
};

/** Everything that can be known to be wrong before anything is opened. Answers how to leave the data folder. */
async function checkTheGround({ data, databaseUrl, port, host }: Ground): Promise<() => void> {
  await refuseIfTaken(port, host);
  if (databaseUrl) {
    await refuseIfUnreachable({ url: databaseUrl });
    return () => {};
  }
  refuseIfDiskIsFull(data);
  return serveAlone(data);
}

async function welcome(server: Server, makesDemo: boolean): Promise<void> {
  const { demoSignIns, makeDemo } = await import('../demo/demo.ts');
  if (makesDemo && (await server.house.clinics()).length === 0) {
    print('making the demo clinic …');
    await makeDemo(server.house);
  }
  print(`\ndagsverk is open at ${server.address}\n`);
  if ((await server.house.clinics()).some(({ isDemo }) => isDemo)) print(demoSignIns());
}

/** From the first line on: someone may change their mind while the house is being opened. */
function untilAsked(): Promise<void> {
  return new Promise((done) => {
    let times = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (times++ > 0) process.exit(130);
        done();
      });
  });
}
