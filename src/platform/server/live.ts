/** What one desk does the others hear: one listening connection a process, and what was missed read from the trail. */

import pg from 'pg';
import type { ClinicNumber } from '#kernel/ids';
import { type Moment, momentOf } from '#kernel/time';
import type { Database } from './database.ts';
import { channel } from './outbox.ts';
import { statement } from './statement.ts';

/** A committed event as it is heard: its name and ids, never a name or a number of a patient. */
export type Heard = {
  readonly clinic: ClinicNumber;
  readonly at: Moment;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
};
type Listener = (heard: Heard) => void;

export type Live = {
  /** Called for every event of every clinic; answers how to stop. */
  readonly onEvent: (listener: Listener) => () => void;
  /** Events of the clinic since the moment, with a margin for those that were committed late. */
  readonly since: (clinic: ClinicNumber, at: Moment) => Promise<Heard[]>;
  readonly isConnected: () => boolean;
  readonly onConnection: (listener: (isConnected: boolean) => void) => void;
  readonly close: () => Promise<void>;
};

const marginMs = 10_000;
const eventsSince = statement<{ at: string }, { at: Moment; name: string; facts: Record<string, unknown> }>(
  'event: since',
  'select at, name, facts from event where clinic = :clinic and at >= :at::timestamptz order by number limit 5000',
);

export async function openLive(database: Database, clinics: () => Promise<readonly ClinicNumber[]>): Promise<Live> {
  const listeners = new Set<Listener>();
  const connectionListeners = new Set<(isConnected: boolean) => void>();
  let client: pg.Client | undefined;
  let closing = false;
  let lastHeard: Moment | undefined;

  const since: Live['since'] = (clinic, at) =>
    database.read(clinic, async (db) => {
      const rows = await db.rows(eventsSince, { at: momentOf(Date.parse(at) - marginMs) });
      return rows.map((row) => ({ clinic, ...row }));
    });
  const spread = (heard: Heard): void => {
    lastHeard = heard.at;
    for (const listener of listeners) listener(heard);
  };

  async function listen(): Promise<void> {
    const made = new pg.Client(database.address());
    made.on('error', () => {});
    made.on('notification', ({ payload }) => payload && spread(JSON.parse(payload) as Heard));
    made.on('end', () => {
      if (closing || client !== made) return;
      for (const listener of connectionListeners) listener(false);
      void again();
    });
    await made.connect();
    await made.query(`listen ${channel}`);
    client = made;
    for (const listener of connectionListeners) listener(true);
  }
  async function again(): Promise<void> {
    const missedFrom = lastHeard;
    while (!closing) {
      try {
        await listen();
        if (missedFrom) for (const clinic of await clinics()) (await since(clinic, missedFrom)).forEach(spread);
        return;
      } catch {
        await new Promise((done) => setTimeout(done, 250));
      }
    }
  }

  await listen();
  return {
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since,
    isConnected: () => client !== undefined,
    onConnection: (listener) => connectionListeners.add(listener),
    async close() {
      closing = true;
      await client?.end();
    },
  };
}
