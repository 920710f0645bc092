/** The house with its rooms open on one database: gate, jobs, live updates and access log, ready to be called. */

import type { ClinicNumber } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { linesWaiting, sealLines } from '../platform/server/access-chain.ts';
import { lookLog } from '../platform/server/access-log.ts';
import type { Fact, Me } from '../platform/server/call.ts';
import type { Clock } from '../platform/server/clock.ts';
import { type Database, type DatabasePlace, openDatabase } from '../platform/server/database.ts';
import { faultWords, isDatabaseAway } from '../platform/server/failure.ts';
import { type Gate, makeGate } from '../platform/server/gate.ts';
import { type Jobs, openJobs } from '../platform/server/job.ts';
import { type Heard, type Live, openLive } from '../platform/server/live.ts';
import { openSessions, type Sessions } from '../platform/server/sign-in/session.ts';
import { runSteps, stepsBelow } from '../platform/server/steps.ts';
import { sweepOld } from '../platform/server/sweep.ts';
import { type ClinicRow, readClinics } from './clinics.ts';
import { openDoorkeeper, whoIs } from './doorkeeper.ts';
import { reactions } from './rooms.server.ts';

export type House = {
  readonly database: Database;
  readonly gate: Gate;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly clinics: () => Promise<readonly ClinicRow[]>;
  /** Writes what waits in memory and seals the access log; for a clean stop, and for tests that read it. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type HouseOptions = {
  readonly place: DatabasePlace;
  readonly clock: Clock;
  readonly poolSize?: number;
  readonly onFault?: (sentence: string, fault: unknown) => void;
};

const sourceFolder = new URL('..', import.meta.url).pathname;
const sealEveryMs = 2_000;
/** Clinics where nobody did anything through this server: another one may have been stopped before it sealed. */
const sealAllEveryMs = 30_000;
const sweepEveryMs = 3_600_000;

/** Brings the tables up to date; safe to call from several processes at once. */
export const prepareTables = (place: DatabasePlace): Promise<number> => runSteps(place, stepsBelow(sourceFolder));

export async function openHouse(options: HouseOptions): Promise<House> {
  const { clock } = options;
  const onFault = options.onFault ?? ((sentence, fault) => console.error(`${sentence}\n${faultWords(fault)}`));
  const database = openDatabase(options.place, options.poolSize);
  const clinics = (): Promise<readonly ClinicRow[]> => readClinics(database);
  const live = await openLive(database, async () => (await clinics()).map(({ clinic }) => clinic));
  const looks = lookLog(database, onFault);
  const jobs = openJobs({ database, clock, reactions, onFault });
  live.onEvent(({ clinic, hasJobs }) => hasJobs && jobs.wake(clinic));
  const toSeal = new Set<ClinicNumber>();
  const own = hearingOwn(live);
  const gate = watched(
    makeGate({
      database,
      clock,
      looks,
      doorkeeper: openDoorkeeper(own),
      reactionsOn: (event) => byEvent.get(event) ?? [],
      onDone: own.tell,
    }),
    toSeal,
  );
  const sessions = openSessions({ database, clock, live: own, whoIs });
  const seal = async (some: Iterable<ClinicNumber>): Promise<void> => {
    for (const clinic of some) while ((await sealLines(database, clinic)) === 5_000);
  };
  const sealAll = async (): Promise<void> => seal((await clinics()).map(({ clinic }) => clinic));
  const sweep = async (): Promise<void> => {
    for (const { clinic } of await clinics()) await sweepOld(database, clinic, clock());
  };
  const stopTimers = every(onFault, [
    { ms: sealEveryMs, words: 'the access log was not sealed', does: () => seal(emptied(toSeal)) },
    { ms: sealAllEveryMs, words: 'the access log was not sealed', does: sealAll },
    { ms: sweepEveryMs, words: 'old answers were not swept', does: sweep },
  ]);

  const settle = async (): Promise<void> => {
    await looks.flush();
    await jobs.settle();
    // An act elsewhere on the same database server holds the seals back until it is over.
    for (let tries = 0; tries < 100; tries++) {
      await sealAll();
      const waiting = await Promise.all((await clinics()).map(({ clinic }) => linesWaiting(database, clinic)));
      if (waiting.every((count) => count === 0)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  return {
    database,
    gate,
    live,
    jobs,
    sessions,
    clock,
    clinics,
    settle,
    async close() {
      stopTimers();
      await jobs.close();
      await looks.close().catch((fault: unknown) => onFault('the last looks did not reach the access log', fault));
      await sealAll().catch(() => {});
      await live.close();
      await database.close();
    },
  };
}

/** What follows from each event. */
const byEvent = new Map<string, string[]>();
for (const { on, name } of reactions) byEvent.set(on, [...(byEvent.get(on) ?? []), name]);

/** What this server remembers is dropped when its own act is committed, before the word of it comes back. */
function hearingOwn(live: Live): Pick<Live, 'onEvent'> & { tell: (me: Me, told: readonly Fact[]) => void } {
  const listeners = new Set<(heard: Heard) => void>();
  return {
    onEvent(listener) {
      listeners.add(listener);
      return live.onEvent(listener);
    },
    tell({ clinic }, told) {
      for (const { name, facts } of told)
        for (const listener of listeners)
          listener({ clinic, name, facts, at: '' as Moment, from: live.position(), hasJobs: false });
    },
  };
}

/** Notes the clinics where something was done or seen. */
function watched(gate: Gate, touched: Set<ClinicNumber>): Gate {
  return {
    perform(call, input, me, command) {
      touched.add(me.clinic);
      return gate.perform(call, input, me, command);
    },
  };
}

/** A clinic in which something happens meanwhile is noted again for the next time. */
function emptied<T>(set: Set<T>): T[] {
  const all = [...set];
  set.clear();
  return all;
}

type Work = { readonly ms: number; readonly words: string; readonly does: () => Promise<void> };
type OnFault = (sentence: string, fault: unknown) => void;

/** Each at its own pace, never twice at the same time; a database that is away is met again the next time. */
function every(onFault: OnFault, works: readonly Work[]): () => void {
  const timers = works.map(({ ms, words, does }) => {
    let isRunning = false;
    const run = async (): Promise<void> => {
      if (isRunning) return;
      isRunning = true;
      await does().catch((fault: unknown) => isDatabaseAway(fault) || onFault(words, fault));
      isRunning = false;
    };
    const timer = setInterval(() => void run(), ms);
    timer.unref();
    return timer;
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
