/** The clinic's equipment as the tables hold it. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Device, DeviceId } from './device.ts';

type Row = { id: DeviceId; state: Device['state']; thing: object };
const every = statement<object, Row>(
  'device: all',
  'select id, state, thing from device where clinic = :clinic order by name, id',
);
const byId = statement<{ id: DeviceId }, Row>(
  'device: by id',
  'select id, state, thing from device where clinic = :clinic and id = :id',
);
const toChange = statement<{ id: DeviceId }, Row>(
  'device: to change',
  'select id, state, thing from device where clinic = :clinic and id = :id for update',
);
const put = statement<{ id: DeviceId; name: string; kind: string; state: string; thing: string }>(
  'device: put',
  `insert into device (clinic, id, name, kind, state, thing) values (:clinic, :id, :name, :kind, :state, :thing::jsonb)
   on conflict (clinic, id) do update set name = excluded.name, state = excluded.state, thing = excluded.thing`,
);
const addEvent = statement<{ device: DeviceId; at: Moment; by: PersonId; what: string; words: string | null }>(
  'device: add event',
  `insert into device_event (clinic, device, at, by, what, words) values (:clinic, :device, :at, :by, :what, :words)
   on conflict do nothing`,
);
export type DeviceEvent = {
  readonly at: Moment;
  readonly by: PersonId;
  readonly byName: string;
  readonly what: string;
  readonly words: string | null;
};
const eventsOf = statement<{ device: DeviceId }, DeviceEvent>(
  'device: events',
  `select e.at, e.by, p.given_name || ' ' || p.family_name as "byName", e.what, e.words
   from device_event e join person p on p.clinic = e.clinic and p.id = e.by
   where e.clinic = :clinic and e.device = :device order by e.at desc limit 200`,
);

const deviceOf = ({ id, state, thing }: Row): Device => ({ ...thing, id, state }) as Device;

export const allDevices = async (db: Db): Promise<Device[]> => (await db.rows(every, {})).map(deviceOf);
export const deviceById = async (db: Db, id: DeviceId): Promise<Device | undefined> => {
  const row = await db.row(byId, { id });
  return row && deviceOf(row);
};
export const deviceToChange = async (db: Db, id: DeviceId): Promise<Device | undefined> => {
  const row = await db.row(toChange, { id });
  return row && deviceOf(row);
};
export const deviceEvents = (db: Db, device: DeviceId): Promise<DeviceEvent[]> => db.rows(eventsOf, { device });

/** Saves the device with what was done to it. */
export async function saveDevice(
  db: Db,
  device: Device,
  done: { readonly by: PersonId; readonly at: Moment; readonly what: string; readonly words?: string },
): Promise<void> {
  const { id, state, ...thing } = device;
  await db.run(put, { id, state, name: device.name, kind: device.kind, thing: JSON.stringify(thing) });
  await db.run(addEvent, { device: id, at: done.at, by: done.by, what: done.what, words: done.words ?? null });
}
