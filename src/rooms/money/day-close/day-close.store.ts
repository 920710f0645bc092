/** Day settlements as the table holds them. */

import type { IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { DoctorEntityId, TerminalId } from '../entities/doctor-entity.ts';
import type { DayClose, DayCloseId } from './day-close.ts';

const ofDay = statement<{ day: IsoDate }, { close: DayClose }>(
  'day close: of day',
  'select content as "close" from day_close where clinic = :clinic and day = :day order by entity',
);
const toChange = statement<{ entity: DoctorEntityId; day: IsoDate }, { close: DayClose }>(
  'day close: to change',
  'select content as "close" from day_close where clinic = :clinic and entity = :entity and day = :day for update',
);
/** Shared, so that payments of a day do not wait for each other, only for the lock. */
const toSell = statement<{ entity: DoctorEntityId; day: IsoDate }, { state: DayClose['state'] }>(
  'day close: to sell',
  'select state from day_close where clinic = :clinic and entity = :entity and day = :day for share',
);
const lastBefore = statement<{ entity: DoctorEntityId; day: IsoDate }, { close: DayClose }>(
  'day close: last before',
  `select content as "close" from day_close where clinic = :clinic and entity = :entity and day < :day and state = 'locked'
   order by day desc limit 1`,
);
const add = statement<{ id: DayCloseId; entity: DoctorEntityId; day: IsoDate; state: string; content: string }>(
  'day close: add',
  'insert into day_close (clinic, id, entity, day, state, content) values (:clinic, :id, :entity, :day, :state, :content::jsonb)',
);
const save = statement<{ id: DayCloseId; state: string; content: string }>(
  'day close: save',
  'update day_close set state = :state, content = :content::jsonb where clinic = :clinic and id = :id',
);

const lastReports = statement<{ day: IsoDate }, { terminal: TerminalId; number: number }>(
  'day close: last report of each terminal',
  `select (r ->> 'terminal') as terminal, max((r ->> 'number')::bigint) as number
   from day_close d, jsonb_array_elements(d.content -> 'count' -> 'reports') r
   where d.clinic = :clinic and d.day < :day and d.state <> 'open' group by 1`,
);

/** The highest number that each terminal's report had before the day. */
export const lastReportNumbers = async (db: Db, day: IsoDate): Promise<ReadonlyMap<TerminalId, number>> =>
  new Map((await db.rows(lastReports, { day })).map(({ terminal, number }) => [terminal, number]));
export const daysOn = async (db: Db, day: IsoDate): Promise<DayClose[]> =>
  (await db.rows(ofDay, { day })).map(({ close }) => close);
export const dayToChange = async (db: Db, entity: DoctorEntityId, day: IsoDate): Promise<DayClose | undefined> =>
  (await db.row(toChange, { entity, day }))?.close;
/** Money is taken in only while the day stands open. */
export const isDayLocked = async (db: Db, entity: DoctorEntityId, day: IsoDate): Promise<boolean> =>
  (await db.row(toSell, { entity, day }))?.state === 'locked';
export const lastDayBefore = async (db: Db, entity: DoctorEntityId, day: IsoDate): Promise<DayClose | undefined> =>
  (await db.row(lastBefore, { entity, day }))?.close;
export const addDay = (db: Db, { id, entity, day, state, ...rest }: DayClose): Promise<number> =>
  db.run(add, { id, entity, day, state, content: JSON.stringify({ id, entity, day, state, ...rest }) });
export const saveDay = (db: Db, close: DayClose): Promise<number> =>
  db.run(save, { id: close.id, state: close.state, content: JSON.stringify(close) });
