/** A house for a test: a database of its own, a fixed clock, a clinic with its people, and the gate in front. */

import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { newId } from '#kernel/ids';
import type { Result } from '#kernel/result';
import type { AnyCall, InputOf, Me, RefusalOf, ValueOf } from '../../platform/server/call.ts';
import { fixedClock } from '../../platform/server/clock.ts';
import type { Outcome } from '../../platform/server/outcome.ts';
import type { DatabaseAddress } from '../../platform/server/postgres.ts';
import { type Demo, makeClinic } from '../demo/clinic.ts';
import { type House, openHouse } from '../house.ts';

/** Monday morning, an ordinary working day. */
export const testMorning = '2026-11-23T07:00:00.000Z';

export type TestHouse = {
  readonly house: House;
  readonly demo: Demo;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Its database as the owner reaches it. */
  readonly place: DatabaseAddress;
  /** A second server process on the same database, closed after the test file. */
  readonly another: () => Promise<House>;
  /** What the gate answers someone of the clinic (`kari`, `eva`, `lie`, `elev` …). */
  readonly outcome: (who: string | Me, call: AnyCall, input: unknown, command?: string) => Promise<Outcome>;
  /** The decision's answer; anything else the gate says is a fault of the test. */
  readonly answer: <C extends AnyCall>(
    who: string | Me,
    call: C,
    input: InputOf<C>,
  ) => Promise<Result<ValueOf<C>, RefusalOf<C>>>;
  /** The value of a yes. */
  readonly yes: <C extends AnyCall>(who: string | Me, call: C, input: InputOf<C>) => Promise<ValueOf<C>>;
  /** Rows of a table of this clinic, as the owner sees them. */
  readonly rows: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
};

/** Opened once a test file, closed after it. */
export async function testHouse(options: { at?: string } = {}): Promise<TestHouse> {
  const cluster = inject('cluster');
  const name = `test_${newId().replaceAll('-', '')}`;
  const owner = new pg.Client({ ...cluster, database: 'postgres' });
  await owner.connect();
  await copyTemplate(owner, name, cluster.database);
  const place = { ...cluster, database: name };
  const clock = fixedClock(options.at ?? testMorning);
  const house = await openHouse({ place, clock, poolSize: 8 });
  const demo = await makeClinic(house);
  const reader = new pg.Client(place);
  await reader.connect();
  const others: House[] = [];
  afterAll(async () => {
    for (const other of others) await other.close();
    await house.close();
    await reader.end();
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.end();
  });
  const outcome: TestHouse['outcome'] = (who, call, input, command) =>
    house.gate.perform(call, input, typeof who === 'string' ? demo.as(who) : who, command);
  const answer: TestHouse['answer'] = async (who, call, input) => {
    const said = await outcome(who, call, input);
    if (said.kind !== 'answer') throw new Error(`${call.name}: ${JSON.stringify(said)}`);
    return said.answer as never;
  };
  return {
    house,
    demo,
    clock,
    place,
    async another() {
      const other = await openHouse({ place, clock, poolSize: 8 });
      others.push(other);
      return other;
    },
    outcome,
    answer,
    async yes(who, call, input) {
      const said = await answer(who, call, input);
      if (!said.ok) throw new Error(`${call.name} was refused: ${said.why} ${JSON.stringify(said.facts ?? {})}`);
      return said.value as never;
    },
    rows: async (sql, values) => (await reader.query(sql, values)).rows,
  };
}

/** The template can be copied by one at a time, and not while anyone looks at it. */
async function copyTemplate(owner: pg.Client, name: string, template: string): Promise<void> {
  await owner.query('select pg_advisory_lock(7003)');
  try {
    await owner.query(`create database ${name} template ${template}`);
  } finally {
    await owner.query('select pg_advisory_unlock(7003)');
  }
}
