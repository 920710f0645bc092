/** Dated settings of the clinic: every threshold and interval that the clinic may change, with who changed it and when. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { Db } from './database.ts';
import { statement } from './statement.ts';

const settingOn = statement<{ name: string; day: IsoDate }, { value: unknown }>(
  'setting: on day',
  'select value from setting where clinic = :clinic and name = :name and valid_from <= :day order by valid_from desc, set_at desc limit 1',
);
const addSetting = statement<{
  name: string;
  from: IsoDate;
  value: string;
  by: PersonId;
  now: Moment;
  reason: string | null;
}>(
  'setting: add',
  'insert into setting (clinic, name, valid_from, value, set_by, set_at, reason) values (:clinic, :name, :from, :value::jsonb, :by, :now, :reason)',
);

/** The clinic's own value on the day, or the default that the product carries with its source. */
export async function readSetting<T>(db: Db, name: string, day: IsoDate, otherwise: T): Promise<T> {
  const row = await db.row(settingOn, { name, day });
  return row ? (row.value as T) : otherwise;
}

export async function saveSetting(
  db: Db,
  set: { name: string; from: IsoDate; value: unknown; by: PersonId; now: Moment; reason?: string },
): Promise<void> {
  await db.run(addSetting, { ...set, value: JSON.stringify(set.value), reason: set.reason ?? null });
}
