/** The access log: who did or looked at what, yes and no. Acts join their transaction; looks follow in small batches. */

import type { ClinicNumber, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { Database, Db } from './database.ts';
import { isDatabaseAway } from './failure.ts';
import { statement } from './statement.ts';

export type AccessLine = {
  readonly at: Moment;
  readonly kind: 'act' | 'look';
  readonly call: string;
  readonly duty: string | null;
  readonly person: PersonId | null;
  readonly session: string | null;
  readonly patient: string | null;
  readonly seen: readonly string[] | null;
  readonly allowed: boolean;
  readonly ground: string | null;
  readonly why: string | null;
};

const addLine = statement<AccessLine>(
  'access line: add',
  `insert into access_line (clinic, at, kind, call, duty, person, session, patient, seen, allowed, ground, why)
   values (:clinic, :at, :kind, :call, :duty, :person, :session, :patient, :seen, :allowed, :ground, :why)`,
);

const addLines = statement<{ lines: string }>(
  'access line: add many',
  `insert into access_line (clinic, at, kind, call, duty, person, session, patient, seen, allowed, ground, why)
   select :clinic, l.at, l.kind, l.call, l.duty, l.person, l.session, l.patient, l.seen, l.allowed, l.ground, l.why
   from jsonb_to_recordset(:lines::jsonb) as l(at timestamptz, kind text, call text, duty text, person uuid, session text,
     patient uuid, seen uuid[], allowed boolean, ground text, why text)`,
);

/** In the transaction of the act itself. */
export async function writeLine(db: Db, line: AccessLine): Promise<void> {
  await db.run(addLine, line);
}

export type LookLog = {
  readonly add: (clinic: ClinicNumber, line: AccessLine) => void;
  /** Writes everything that is waiting. */
  readonly flush: () => Promise<void>;
  /** A clean stop: nothing that waited is lost, or the fault is told. */
  readonly close: () => Promise<void>;
};

const batchSize = 500;

/** Looks reach the log at most half a second late; a lost database keeps them for the next try. */
export function lookLog(
  database: Database,
  onFault: (sentence: string, fault: unknown) => void,
  everyMs = 400,
): LookLog {
  const waiting = new Map<ClinicNumber, AccessLine[]>();
  let writing: Promise<void> = Promise.resolve();

  async function writeBatch(clinic: ClinicNumber, batch: readonly AccessLine[]): Promise<void> {
    try {
      await database.write(clinic, (db) => db.run(addLines, { lines: JSON.stringify(batch) }));
    } catch (fault) {
      if (isDatabaseAway(fault)) throw fault;
      // One line that the table does not take must not hold back the others.
      if (batch.length > 1) for (const line of batch) await writeBatch(clinic, [line]);
      else onFault('a line of the access log could not be written', fault);
    }
  }
  async function writeAll(): Promise<void> {
    for (const [clinic, lines] of waiting) {
      while (lines.length > 0) {
        const batch = lines.slice(0, batchSize);
        await writeBatch(clinic, batch);
        lines.splice(0, batch.length);
      }
    }
  }
  const flush = (): Promise<void> => {
    writing = writing.catch(() => {}).then(writeAll);
    return writing;
  };
  const timer = setInterval(() => void flush().catch(() => {}), everyMs);
  timer.unref();

  return {
    add(clinic, line) {
      const lines = waiting.get(clinic);
      if (lines) lines.push(line);
      else waiting.set(clinic, [line]);
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
