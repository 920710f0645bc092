/** The house with its rooms open on one database: gate, jobs, live updates and access log, ready to be called. */

import { sealLines } from '../platform/server/access-chain.ts';
import { lookLog } from '../platform/server/access-log.ts';
import type { Clock } from '../platform/server/clock.ts';
import { type Database, type DatabasePlace, openDatabase } from '../platform/server/database.ts';
import { isDatabaseAway } from '../platform/server/failure.ts';
import { type Gate, makeGate } from '../platform/server/gate.ts';
import { type Jobs, openJobs } from '../platform/server/job.ts';
import { type Live, openLive } from '../platform/server/live.ts';
import { openSessions, type Sessions } from '../platform/server/sign-in/session.ts';
import { runSteps, stepsBelow } from '../platform/server/steps.ts';
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

/** Brings the tables up to date; safe to call from several processes at once. */
export const prepareTables = (place: DatabasePlace): Promise<number> => runSteps(place, stepsBelow(sourceFolder));

export async function openHouse(options: HouseOptions): Promise<House> {
  const { clock } = options;
  const onFault = options.onFault ?? ((sentence, fault) => console.error(sentence, fault));
  const database = openDatabase(options.place, options.poolSize);
  const clinics = (): Promise<readonly ClinicRow[]> => readClinics(database);
  const live = await openLive(database, async () => (await clinics()).map(({ clinic }) => clinic));
  const looks = lookLog(database, onFault);
  const jobs = openJobs({ database, clock, reactions, onFault });
  live.onEvent(({ clinic, hasJobs }) => hasJobs && jobs.wake(clinic));
  const gate = makeGate({
    database,
    clock,
    looks,
    doorkeeper: openDoorkeeper(live),
    reactionsOn: (event) => reactions.filter(({ on }) => on === event).map(({ name }) => name),
  });
  const sessions = openSessions({ database, clock, live, whoIs });
  const sealAll = async (): Promise<void> => {
    for (const { clinic } of await clinics()) while ((await sealLines(database, clinic)) === 5_000);
  };
  const timer = setInterval(
    () => void sealAll().catch((fault) => isDatabaseAway(fault) || onFault('the access log was not sealed', fault)),
    sealEveryMs,
  );
  timer.unref();

  const settle = async (): Promise<void> => {
    await looks.flush();
    await jobs.settle();
    await sealAll();
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
      clearInterval(timer);
      await jobs.close();
      await looks.close().catch(() => {});
      await sealAll().catch(() => {});
      await live.close();
      await database.close();
    },
  };
}
