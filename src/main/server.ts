/** Opens the house to browsers: database, tables, gate, web. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/server/clock.ts';
import type { DatabasePlace } from '../platform/server/database.ts';
import { codeOf, StartFault } from '../platform/server/failure.ts';
import { openHttp } from '../platform/server/http.ts';
import { type Postgres, startPostgres } from '../platform/server/postgres.ts';
import { outsideSettings } from '../platform/server/sign-in/outside-settings.ts';
import { signInDoors } from '../platform/server/sign-in/sign-in-doors.ts';
import { whoIs } from './doorkeeper.ts';
import { type House, openHouse, prepareTables } from './house.ts';
import { openPost } from './post/open-post.ts';
import { calls } from './rooms.server.ts';

export type ServerOptions = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly clock: Clock;
  /** An outside PostgreSQL instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly isSecure: boolean;
  readonly say: (sentence: string) => void;
};

export type Server = {
  readonly house: House;
  readonly http: FastifyInstance;
  readonly address: string;
  readonly place: DatabasePlace;
  readonly stop: () => Promise<void>;
};

const projectFolder = new URL('../..', import.meta.url).pathname;
/** The built browser application; another folder where several servers are built beside one another. */
export const webFolder = process.env.DAGSVERK_WEB ?? join(projectFolder, 'dist');

export async function startServer(options: ServerOptions): Promise<Server> {
  const postgres = options.databaseUrl ? undefined : await startPostgres({ data: options.data, onNotice: options.say });
  try {
    return await openOn(options, postgres);
  } catch (fault) {
    await postgres?.stop();
    throw fault;
  }
}

async function openOn(options: ServerOptions, postgres: Postgres | undefined): Promise<Server> {
  const place: DatabasePlace = postgres ? postgres.address : { url: options.databaseUrl ?? '' };
  await prepareTables(place);
  const house = await openHouse({ place, clock: options.clock });
  house.live.onConnection((isUp) =>
    options.say(isUp ? 'the database is back' : 'the database is away; waiting for it'),
  );
  const http = await openHttp({
    gate: house.gate,
    sessions: house.sessions,
    live: house.live,
    calls,
    web: webFolder,
    isSecure: options.isSecure,
    routes: signInDoors(
      { ...house, whoIs, isSecure: options.isSecure, origin: process.env.DAGSVERK_ORIGIN },
      outsideSettings(process.env),
    ),
    onFault: (sentence, id) => options.say(`fault ${id}: ${sentence}`),
  });
  const address = await listen(http, options);
  const closePost = await openPost(house, process.env, options.say);
  return {
    house,
    http,
    address,
    place,
    async stop() {
      await closePost();
      http.server.closeAllConnections();
      await http.close();
      await house.close();
      await postgres?.stop();
    },
  };
}

async function listen(http: FastifyInstance, { port, host }: ServerOptions): Promise<string> {
  try {
    return await http.listen({ port, host });
  } catch (fault) {
    await http.close();
    if (codeOf(fault) === 'EADDRINUSE')
      throw new StartFault(`Port ${port} is taken.`, 'Choose another with --port N.', fault);
    if (codeOf(fault) === 'EACCES')
      throw new StartFault(`Port ${port} may not be used by this user.`, 'Choose one above 1023 with --port N.', fault);
    throw fault;
  }
}

/** Builds the browser application when it is missing or older than its sources. */
export async function buildIfNeeded(say: (sentence: string) => void): Promise<void> {
  const built = join(webFolder, 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newestSource()) return;
  say('building the browser application …');
  const { build } = await import('vite');
  await build({
    root: join(projectFolder, 'src/main/web'),
    configFile: join(projectFolder, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: webFolder, emptyOutDir: true },
  });
}

function newestSource(): number {
  const folder = join(projectFolder, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(tsx?|css|html|svg)$/.test(file) && !file.includes('.test.'),
  );
  return Math.max(
    ...files.map((file) => statSync(join(folder, file)).mtimeMs),
    statSync(join(projectFolder, 'package-lock.json')).mtimeMs,
  );
}
