/** The clinic's database: one pool, each connection bound to one clinic at a time, each write one transaction. */

import pg from 'pg';
import type { ClinicNumber } from '#kernel/ids';
import { codeOf, DatabaseAway, isDatabaseAway } from './failure.ts';
import type { DatabaseAddress } from './postgres.ts';
import type { Statement } from './statement.ts';

/** What a store speaks to: statements of one clinic, inside or outside a transaction. */
export type Db = {
  readonly clinic: ClinicNumber;
  /** All rows. */
  rows<P extends object, R extends object>(statement: Statement<P, R>, params: P): Promise<R[]>;
  /** The row, or nothing. */
  row<P extends object, R extends object>(statement: Statement<P, R>, params: P): Promise<R | undefined>;
  /** How many rows were written. */
  run<P extends object, R extends object>(statement: Statement<P, R>, params: P): Promise<number>;
};

export type Database = {
  /** Reads of one clinic; each statement sees what was committed when it began. */
  read<T>(clinic: ClinicNumber, work: (db: Db) => Promise<T>): Promise<T>;
  /** One transaction of one clinic: all of it or nothing. */
  write<T>(clinic: ClinicNumber, work: (db: Db) => Promise<T>): Promise<T>;
  /** A connection of its own that listens; it is made anew when it is lost. */
  address(): pg.ClientConfig;
  close(): Promise<void>;
};

const appRole = 'dagsverk_app';
const types = new pg.TypeOverrides();
types.setTypeParser(1082, (text) => text);
types.setTypeParser(1083, (text) => text.slice(0, 5));
types.setTypeParser(1184, momentFrom);
types.setTypeParser(20, Number);
types.setTypeParser(1700, Number);

/** `2026-11-23 08:00:00.5+00` → `2026-11-23T08:00:00.500Z`; the connection's time zone is UTC. */
function momentFrom(text: string): string {
  const dot = text.indexOf('.');
  const fraction =
    dot < 0
      ? '000'
      : text
          .slice(dot + 1, text.length - 3)
          .padEnd(3, '0')
          .slice(0, 3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

/** Where the database is: the embedded one, or an outside one by its address. */
export type DatabasePlace = DatabaseAddress | { readonly url: string };

export function clientConfig(place: DatabasePlace, role?: string): pg.ClientConfig {
  const where = 'url' in place ? { connectionString: place.url } : place;
  const options = `-c timezone=UTC -c client_min_messages=warning -c plan_cache_mode=force_generic_plan${role ? ` -c role=${role}` : ''}`;
  return { ...where, options, application_name: 'dagsverk', keepAlive: true, types };
}

export function openDatabase(place: DatabasePlace, size = 10): Database {
  const pool = new pg.Pool({
    ...clientConfig(place, appRole),
    max: size,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 4_000,
  });
  pool.on('error', () => {});
  const boundTo = new WeakMap<pg.PoolClient, ClinicNumber>();

  async function withClient<T>(clinic: ClinicNumber, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await connect(pool);
    let broken: Error | undefined;
    try {
      if (boundTo.get(client) !== clinic) {
        await client.query({
          name: 'bind clinic',
          text: "select set_config('dagsverk.clinic', $1, false)",
          values: [String(clinic)],
        });
        boundTo.set(client, clinic);
      }
      return await work(client);
    } catch (fault) {
      if (!isDatabaseAway(fault)) throw fault;
      broken = fault instanceof Error ? fault : new Error('lost connection');
      throw new DatabaseAway(fault);
    } finally {
      client.release(broken);
    }
  }

  return {
    async read(clinic, work) {
      try {
        return await withClient(clinic, (client) => work(speak(client, clinic)));
      } catch (fault) {
        if (!(fault instanceof DatabaseAway)) throw fault;
        return withClient(clinic, (client) => work(speak(client, clinic)));
      }
    },
    async write(clinic, work) {
      let hasBegun = false;
      const inTransaction = async (client: pg.PoolClient) => {
        await client.query('begin');
        hasBegun = true;
        try {
          const value = await work(speak(client, clinic));
          await client.query('commit');
          return value;
        } catch (fault) {
          await client.query('rollback').catch(() => {});
          throw fault;
        }
      };
      try {
        return await withClient(clinic, inTransaction);
      } catch (fault) {
        // A connection that was dead already when it was taken up: nothing has been done with it.
        if (hasBegun || !(fault instanceof DatabaseAway)) throw fault;
        return withClient(clinic, inTransaction);
      }
    },
    address: () => clientConfig(place, appRole),
    close: () => pool.end(),
  };
}

/** A database that is being started again is worth a few seconds of waiting. */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  const until = Date.now() + 5_000;
  for (;;) {
    try {
      const client = await pool.connect();
      if (client.listenerCount('error') < 2) client.on('error', () => {});
      return client;
    } catch (fault) {
      if (!isDatabaseAway(fault)) throw fault;
      if (Date.now() > until) throw new DatabaseAway(fault);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

function speak(client: pg.ClientBase, clinic: ClinicNumber): Db {
  const ask = async <P extends object, R extends object>(statement: Statement<P, R>, params: P) => {
    const given = params as Record<string, unknown>;
    const values = statement.order.map((name) => (name === 'clinic' ? clinic : (given[name] ?? null)));
    return client.query<R>({ name: statement.name, text: statement.text, values });
  };
  return {
    clinic,
    rows: async (statement, params) => (await ask(statement, params)).rows,
    row: async (statement, params) => (await ask(statement, params)).rows[0],
    run: async (statement, params) => (await ask(statement, params)).rowCount ?? 0,
  };
}

/** Two people wrote the same at the same time, and a unique or exclusion rule of the database chose one. */
export function isTaken(fault: unknown, constraint: string): boolean {
  if (typeof fault !== 'object' || fault === null || !('code' in fault) || !('constraint' in fault)) return false;
  return (fault.code === '23505' || fault.code === '23P01') && fault.constraint === constraint;
}

/** Two transactions waited for each other and the database undid this one: nothing was changed, and it may be tried again. */
export const isCollision = (fault: unknown): boolean => codeOf(fault) === '40P01' || codeOf(fault) === '40001';
