/** Control material, controls and lots of reagent as the tables hold them. */

import type { DeviceId } from '#equipment';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { ControlRun, ControlRunId } from './control.ts';
import type { ControlMaterial, ControlMaterialId } from './control-material.ts';

type Thing = { thing: object };
const materials = statement<object, Thing>(
  'control material: all',
  'select thing from control_material where clinic = :clinic order by name, level, lot',
);
const putMaterial = statement<{ id: ControlMaterialId; name: string; level: string; lot: string; thing: string }>(
  'control material: put',
  `insert into control_material (clinic, id, name, level, lot, thing) values (:clinic, :id, :name, :level, :lot, :thing::jsonb)
   on conflict (clinic, id) do update set thing = excluded.thing`,
);
const runsSince = statement<{ since: Moment }, Thing>(
  'control run: since',
  'select thing from control_run where clinic = :clinic and run_at >= :since order by run_at, id',
);
const runsOf = statement<{ device: DeviceId; analyte: string; most: number }, Thing>(
  'control run: of instrument',
  `select thing from (select thing, run_at, id from control_run where clinic = :clinic and device = :device and analyte = :analyte
   order by run_at desc, id desc limit :most) r order by run_at, id`,
);
const runById = statement<{ id: ControlRunId }, Thing>(
  'control run: by id',
  'select thing from control_run where clinic = :clinic and id = :id for update',
);
const putRun = statement<{
  id: ControlRunId;
  device: DeviceId;
  analyte: string;
  material: ControlMaterialId;
  runAt: Moment;
  verdict: string;
  thing: string;
}>(
  'control run: put',
  `insert into control_run (clinic, id, device, analyte, material, run_at, verdict, thing)
   values (:clinic, :id, :device, :analyte, :material, :runAt, :verdict, :thing::jsonb)
   on conflict (clinic, id) do update set thing = excluded.thing`,
);
export type ReagentLot = {
  readonly device: DeviceId;
  readonly analyte: string;
  readonly lot: string;
  readonly expiresOn: IsoDate;
  readonly inUseSince: Moment;
};
const lotsInUse = statement<object, ReagentLot>(
  'reagent lot: in use',
  `select distinct on (device, analyte) device, analyte, lot, expires_on as "expiresOn", in_use_since as "inUseSince"
   from reagent_lot where clinic = :clinic order by device, analyte, in_use_since desc`,
);
const addLot = statement<ReagentLot & { by: PersonId }>(
  'reagent lot: add',
  `insert into reagent_lot (clinic, device, analyte, lot, expires_on, in_use_since, by)
   values (:clinic, :device, :analyte, :lot, :expiresOn, :inUseSince, :by)`,
);

const runOf = ({ thing }: Thing): ControlRun => thing as ControlRun;

export const allMaterials = async (db: Db): Promise<ControlMaterial[]> =>
  (await db.rows(materials, {})).map(({ thing }) => thing as ControlMaterial);
export const saveMaterial = (db: Db, material: ControlMaterial): Promise<number> => {
  const { id, name, level, lot } = material;
  return db.run(putMaterial, { id, name, level, lot, thing: JSON.stringify(material) });
};
export const controlRunsSince = async (db: Db, since: Moment): Promise<ControlRun[]> =>
  (await db.rows(runsSince, { since })).map(runOf);
/** The last controls of one instrument, oldest first. */
export const controlRunsOf = async (db: Db, device: DeviceId, analyte: string, most = 120): Promise<ControlRun[]> =>
  (await db.rows(runsOf, { device, analyte, most })).map(runOf);
export const controlRunById = async (db: Db, id: ControlRunId): Promise<ControlRun | undefined> => {
  const row = await db.row(runById, { id });
  return row && runOf(row);
};
export const saveControlRun = (db: Db, run: ControlRun): Promise<number> => {
  const { id, device, analyte, material, runAt, verdict } = run;
  return db.run(putRun, { id, device, analyte, material, runAt, verdict, thing: JSON.stringify(run) });
};
export const addReagentLot = (db: Db, lot: ReagentLot, by: PersonId): Promise<number> => db.run(addLot, { ...lot, by });
/** The lot of reagent that is in use on each device and analyte. */
export const reagentLotsInUse = (db: Db): Promise<ReagentLot[]> => db.rows(lotsInUse, {});
