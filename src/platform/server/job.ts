/** What follows from an event, done once each: picked under lock, done and struck off in one transaction, tried again after a fault. */

import type { ClinicNumber, PersonId } from '#kernel/ids';
import { addMinutes, type Moment } from '#kernel/time';
import type { Fact } from './call.ts';
import type { Clock } from './clock.ts';
import type { Database, Db } from './database.ts';
import { faultWords, isDatabaseAway } from './failure.ts';
import { closeReaction } from './outbox.ts';
import { statement } from './statement.ts';

export type Reacting<Facts> = {
  readonly facts: Facts;
  readonly db: Db;
  readonly now: Moment;
  /** Who did what is reacted to. */
  readonly person: PersonId | null;
  readonly tell: (fact: Fact) => void;
};

export type Reaction = {
  readonly name: string;
  readonly on: string;
  readonly does: (reacting: Reacting<never>) => Promise<void>;
};

type JobRow = {
  id: string;
  reaction: string;
  facts: Record<string, unknown>;
  person: PersonId | null;
  attempts: number;
};

/** Only what is known here: while a new version is brought in, what only it knows waits for it. */
const pick = statement<{ now: string; known: readonly string[] }, JobRow>(
  'job: pick',
  `select id, reaction, facts, person, attempts from job
   where clinic = :clinic and run_at <= :now::timestamptz and reaction = any(:known::text[])
   order by run_at limit 1 for update skip locked`,
);
const strikeOff = statement<{ id: string }>('job: done', 'delete from job where clinic = :clinic and id = :id');
const putBack = statement<{ id: string; runAt: string; fault: string }>(
  'job: again',
  'update job set attempts = attempts + 1, run_at = :runAt::timestamptz, fault = :fault where clinic = :clinic and id = :id',
);
const clinicsDue = statement<{ now: string }, { clinic: ClinicNumber }>(
  'job: clinics',
  'select c as clinic from clinics_with_jobs(:now::timestamptz) c',
);

export type Jobs = {
  /** Something was committed for this clinic: look at once. */
  readonly wake: (clinic: ClinicNumber) => void;
  /** Everything due is done; for tests and a clean stop. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const retryMinutes = [0, 0.05, 0.5, 5, 30, 240];

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
  readonly onFault: (sentence: string, fault: unknown) => void;
};

export function openJobs(parts: Parts): Jobs {
  const byName = new Map(parts.reactions.map((reaction) => [reaction.name, reaction]));
  const wanted = new Set<ClinicNumber>();
  let running: Promise<void> | undefined;
  let closing = false;

  async function drain(): Promise<void> {
    while (wanted.size > 0 && !closing) {
      const [clinic] = wanted;
      if (clinic === undefined) return;
      if (!(await runOne(parts, byName, clinic))) wanted.delete(clinic);
    }
  }
  const start = (): Promise<void> => {
    running ??= drain()
      .catch((fault: unknown) => {
        if (!isDatabaseAway(fault)) parts.onFault('a job could not be picked', fault);
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const sweep = async (): Promise<void> => {
    const due = await parts.database.read(0 as ClinicNumber, (db) => db.rows(clinicsDue, { now: parts.clock() }));
    for (const { clinic } of due) wanted.add(clinic);
    await start();
  };
  const timer = setInterval(() => void sweep().catch(() => {}), 5_000);
  timer.unref();

  return {
    wake(clinic) {
      wanted.add(clinic);
      void start();
    },
    async settle() {
      await running;
      await sweep();
      if (wanted.size > 0) await start();
    },
    async close() {
      closing = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** One job in one transaction; answers whether there was one. */
async function runOne(parts: Parts, byName: ReadonlyMap<string, Reaction>, clinic: ClinicNumber): Promise<boolean> {
  const now = parts.clock();
  let picked: JobRow | undefined;
  try {
    return await parts.database.write(clinic, async (db) => {
      picked = await db.row(pick, { now, known: [...byName.keys()] });
      if (!picked) return false;
      const reaction = byName.get(picked.reaction);
      if (!reaction) throw new Error(`no reaction is called ${picked.reaction}`);
      const told: Fact[] = [];
      await reaction.does({
        facts: picked.facts as never,
        db,
        now,
        person: picked.person,
        tell: (fact) => told.push(fact),
      });
      const reactionsOn = (event: string) => parts.reactions.filter(({ on }) => on === event).map(({ name }) => name);
      await closeReaction(db, { at: now, person: picked.person, events: told, reactionsOn });
      await db.run(strikeOff, { id: picked.id });
      return true;
    });
  } catch (fault) {
    if (!picked || isDatabaseAway(fault)) throw fault;
    const { id, attempts, reaction } = picked;
    parts.onFault(`the reaction "${reaction}" failed`, fault);
    const runAt = addMinutes(now, retryMinutes[Math.min(attempts + 1, retryMinutes.length - 1)] ?? 240);
    await parts.database.write(clinic, (db) =>
      db.run(putBack, { id, runAt, fault: (faultWords(fault).split('\n')[0] ?? '').slice(0, 300) }),
    );
    return true;
  }
}
