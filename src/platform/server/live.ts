/** What one desk does the others hear: one listening connection a process, and what was missed read from the trail. */

import pg from 'pg';
import type { ClinicNumber } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { Database } from './database.ts';
import { channel } from './outbox.ts';
import { statement } from './statement.ts';

/**
 * A place among the commits: the oldest transaction that was under way. Everything before it has been heard by whoever
 * heard this, since commits are told in their order; everything from it on is told again.
 */
export type Position = string;

/** A committed event as it is heard: its name and ids, never a name or a number of a patient. */
export type Heard = {
  readonly clinic: ClinicNumber;
  readonly at: Moment;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly from: Position;
  /** Something follows from it that a server must do. */
  readonly hasJobs: boolean;
};
type Listener = (heard: Heard) => void;

export type Live = {
  /** Called for every event of every clinic, at least once; answers how to stop. */
  readonly onEvent: (listener: Listener) => () => void;
  /** Events of the clinic from the position on; nothing if they are too many to tell, and all must be asked anew. */
  readonly since: (clinic: ClinicNumber, from: Position) => Promise<readonly Heard[] | undefined>;
  /** Where we are now: whoever asks after this has missed nothing before it. */
  readonly position: () => Position;
  readonly isConnected: () => boolean;
  readonly onConnection: (listener: (isConnected: boolean) => void) => void;
  readonly close: () => Promise<void>;
};

type Payload = Omit<Heard, 'facts'> & { readonly facts?: Heard['facts']; readonly number: number };
const most = 2_000;
const eventsFrom = statement<{ from: string; most: number }, { at: Moment; name: string; facts: Heard['facts'] }>(
  'event: from position',
  'select at, name, facts from event where clinic = :clinic and tx >= :from::xid8 order by tx, number limit :most',
);
const eventByNumber = statement<{ number: number }, { facts: Heard['facts'] }>(
  'event: by number',
  'select facts from event where clinic = :clinic and number = :number',
);
const heartbeatMs = 15_000;

export async function openLive(database: Database, clinics: () => Promise<readonly ClinicNumber[]>): Promise<Live> {
  const listeners = new Set<Listener>();
  const connectionListeners = new Set<(isConnected: boolean) => void>();
  let client: pg.Client | undefined;
  let closing = false;
  let mending = false;
  let position: Position = '0';

  const since: Live['since'] = (clinic, from) =>
    database.read(clinic, async (db) => {
      const rows = await db.rows(eventsFrom, { from, most });
      return rows.length === most ? undefined : rows.map((row) => ({ clinic, ...row, from, hasJobs: true }));
    });
  const spread = (heard: Heard): void => {
    for (const listener of listeners) listener(heard);
  };
  /** Facts too long for a notification are read from the trail. */
  async function hear(text: string | undefined): Promise<void> {
    const { facts, number, ...heard } = JSON.parse(text ?? '{}') as Payload;
    position = heard.from;
    if (facts) return spread({ ...heard, facts });
    const read = await database.read(heard.clinic, (db) => db.row(eventByNumber, { number })).catch(() => undefined);
    spread({ ...heard, facts: read?.facts ?? {} });
  }
  const isLost = (made: pg.Client): void => {
    if (closing || client !== made) return;
    client = undefined;
    for (const listener of connectionListeners) listener(false);
    void again();
  };

  async function listen(): Promise<Position> {
    const made = new pg.Client({ ...database.address(), application_name: 'dagsverk live' });
    made.on('error', () => {});
    made.on('notification', ({ payload }) => void hear(payload));
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
      const here = await made.query<{ here: Position }>('select pg_snapshot_xmin(pg_current_snapshot())::text as here');
      made.on('end', () => isLost(made));
      client = made;
      for (const listener of connectionListeners) listener(true);
      return here.rows[0]?.here ?? '0';
    } catch (fault) {
      await made.end().catch(() => {});
      throw fault;
    }
  }
  async function again(): Promise<void> {
    if (mending) return;
    mending = true;
    const missedFrom = position;
    while (!closing) {
      try {
        if (!client) position = await listen();
        for (const clinic of await clinics())
          for (const heard of (await since(clinic, missedFrom)) ?? [everything(clinic, missedFrom)]) spread(heard);
        if (client) break;
      } catch {
        await new Promise((done) => setTimeout(done, 250));
      }
    }
    mending = false;
  }
  const timer = setInterval(() => void checkLine(client), heartbeatMs);
  timer.unref();

  position = await listen();
  return {
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since,
    position: () => position,
    isConnected: () => client !== undefined,
    onConnection: (listener) => connectionListeners.add(listener),
    async close() {
      closing = true;
      clearInterval(timer);
      await client?.end().catch(() => {});
    },
  };
}

/** Too much was missed to tell one by one: whoever hears this asks everything anew. */
export const everythingChanged = 'EverythingChanged';
function everything(clinic: ClinicNumber, from: Position): Heard {
  return { clinic, at: '' as Moment, name: everythingChanged, facts: {}, from, hasJobs: true };
}

/** A line that was cut without a word (a firewall, a lost machine) is noticed and taken up again. */
async function checkLine(client: pg.Client | undefined): Promise<void> {
  if (!client) return;
  const giveUp = setTimeout(() => {
    (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  }, 5_000);
  await client.query('select 1').catch(() => {});
  clearTimeout(giveUp);
}
