/** The chain over the access log: sealed behind the requests, and verifiable to the first broken link. */

import { createHash } from 'node:crypto';
import type { ClinicNumber } from '#kernel/ids';
import type { Database, Db } from './database.ts';
import { statement } from './statement.ts';

type SealRow = { readonly place: number; readonly tx: string; readonly line: number; readonly hash: string };
type LineRow = { readonly number: number; readonly tx: string; readonly content: string };

/** All columns of a line as one text; a changed letter changes the hash. */
const content = `jsonb_build_array(number, at, kind, call, duty, person, session, patient, seen, allowed, ground, why)::text`;

const tryLock = statement<object, { mine: boolean }>(
  'access chain: lock',
  'select pg_try_advisory_xact_lock(7002, :clinic) as mine',
);
const lastSeal = statement<object, SealRow>(
  'access chain: last seal',
  'select place, tx::text as tx, line, hash from access_seal where clinic = :clinic order by place desc limit 1',
);
/** Lines of transactions that are over, in an order that no later commit can get in front of. */
const unsealed = statement<{ tx: string; line: number; most: number }, LineRow>(
  'access chain: unsealed',
  `select number, tx::text as tx, ${content} as content from access_line
   where clinic = :clinic and (tx, number) > (:tx::xid8, :line) and tx < pg_snapshot_xmin(pg_current_snapshot())
   order by access_line.tx, number limit :most`,
);
const addSeals = statement<{ seals: string }>(
  'access chain: add seals',
  `insert into access_seal (clinic, place, tx, line, hash)
   select :clinic, s.place, s.tx::xid8, s.line, s.hash from jsonb_to_recordset(:seals::jsonb) as s(place bigint, tx text, line bigint, hash text)`,
);

const start = 'dagsverk access log';
const linked = (before: string, line: string): string =>
  createHash('sha256').update(before).update('\n').update(line).digest('hex');

/** Seals what is not sealed; one process at a time does it, the others leave. Answers how many. */
export function sealLines(database: Database, clinic: ClinicNumber, most = 5_000): Promise<number> {
  return database.write(clinic, async (db) => {
    if (!(await db.row(tryLock, {}))?.mine) return 0;
    const last = await db.row(lastSeal, {});
    const lines = await db.rows(unsealed, { tx: last?.tx ?? '0', line: last?.line ?? 0, most });
    let place = last?.place ?? 0;
    let hash = last?.hash ?? start;
    const seals = lines.map((line) => {
      hash = linked(hash, line.content);
      return { place: ++place, tx: line.tx, line: line.number, hash };
    });
    if (seals.length > 0) await db.run(addSeals, { seals: JSON.stringify(seals) });
    return seals.length;
  });
}

export type ChainVerdict =
  /** Whoever writes down `sealed` and `hash` elsewhere can ask later whether the end was cut off and forged. */
  | { readonly whole: true; readonly sealed: number; readonly waiting: number; readonly hash: string }
  | {
      readonly whole: false;
      readonly place: number;
      readonly line: number;
      readonly fault: 'line changed' | 'line missing' | 'seal missing' | 'line never sealed';
    };

const sealsFrom = statement<
  { place: number; most: number },
  { place: number; line: number; hash: string; content: string | null }
>(
  'access chain: seals with lines',
  `select s.place, s.line, s.hash, case when l.number is null then null else ${content.replaceAll(/\b(number|at|kind|call|duty|person|session|patient|seen|allowed|ground|why)\b/g, 'l.$1')} end as content
   from access_seal s left join access_line l on l.clinic = s.clinic and l.number = s.line
   where s.clinic = :clinic and s.place > :place order by s.place limit :most`,
);
const passedOver = statement<{ tx: string; line: number }, { number: number }>(
  'access chain: passed over',
  `select l.number from access_line l left join access_seal s on s.clinic = l.clinic and s.line = l.number
   where l.clinic = :clinic and s.line is null and (l.tx, l.number) <= (:tx::xid8, :line) order by l.number limit 1`,
);
const countWaiting = statement<{ tx: string; line: number }, { count: number }>(
  'access chain: waiting',
  'select count(*) as count from access_line where clinic = :clinic and (tx, number) > (:tx::xid8, :line)',
);

/** A seal that someone wrote down where nobody could change it. */
export type NotedSeal = { readonly place: number; readonly hash: string };

/** Walks the whole chain and names the first link that does not hold. */
export function verifyChain(database: Database, clinic: ClinicNumber, noted?: NotedSeal): Promise<ChainVerdict> {
  return database.read(clinic, (db) => checkAccessLog(db, noted));
}

/** The same, of the clinic that one is in. */
export async function checkAccessLog(db: Db, noted?: NotedSeal): Promise<ChainVerdict> {
  let place = 0;
  let hash = start;
  for (;;) {
    const seals = await db.rows(sealsFrom, { place, most: 10_000 });
    for (const seal of seals) {
      if (seal.place !== place + 1) return { whole: false, place: place + 1, line: seal.line, fault: 'seal missing' };
      if (seal.content === null) return { whole: false, place: seal.place, line: seal.line, fault: 'line missing' };
      hash = linked(hash, seal.content);
      const isForged = noted?.place === seal.place && noted.hash !== hash;
      if (hash !== seal.hash || isForged)
        return { whole: false, place: seal.place, line: seal.line, fault: 'line changed' };
      place = seal.place;
    }
    if (seals.length === 0) return closing(db, { place, hash }, noted);
  }
}

async function closing(db: Db, { place, hash }: NotedSeal, noted: NotedSeal | undefined): Promise<ChainVerdict> {
  const last = await db.row(lastSeal, {});
  const at = { tx: last?.tx ?? '0', line: last?.line ?? 0 };
  if (noted && noted.place > place) return { whole: false, place: place + 1, line: at.line, fault: 'seal missing' };
  const lost = await db.row(passedOver, at);
  if (lost) return { whole: false, place, line: lost.number, fault: 'line never sealed' };
  return { whole: true, sealed: place, waiting: (await db.row(countWaiting, at))?.count ?? 0, hash };
}

/** How many lines wait for their seal: those of acts that are not over, here or elsewhere in the same database server. */
export function linesWaiting(database: Database, clinic: ClinicNumber): Promise<number> {
  return database.read(clinic, async (db) => {
    const last = await db.row(lastSeal, {});
    return (await db.row(countWaiting, { tx: last?.tx ?? '0', line: last?.line ?? 0 }))?.count ?? 0;
  });
}
