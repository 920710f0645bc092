/** The upkeep (vedlikehold) of a device: any number of clocks that each run by themselves. */

import { ok, type Result, refuse } from '#kernel/result';
import { addDays, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type DeviceKind, type UpkeepKind, type UpkeepPlan, upkeepPlans } from './upkeep.table.ts';

/** One clock of a device; a device has any number of them, and each runs by itself. */
export type Upkeep = UpkeepPlan & {
  readonly lastDoneOn?: IsoDate;
  /** Counting starts here when it has never been done. */
  readonly since: IsoDate;
};

/** What has upkeep: a device, in whatever state. */
type WithUpkeep = { readonly upkeep: readonly Upkeep[] };

/** The clocks that a kind of device starts with on the day it is taken into use. */
export function upkeepOf(kind: DeviceKind, on: IsoDate): readonly Upkeep[] {
  return (validOn(upkeepPlans, on)?.value[kind] ?? []).map((plan) => ({ ...plan, since: on }));
}

/** The clinic's own interval, or one that the maker asks for, instead of the default. */
export function planUpkeep<D extends WithUpkeep>(device: D, plan: UpkeepPlan, from: IsoDate): D {
  const known = device.upkeep.find(({ kind }) => kind === plan.kind);
  const next: Upkeep = {
    ...plan,
    since: known?.since ?? from,
    ...(known?.lastDoneOn ? { lastDoneOn: known.lastDoneOn } : {}),
  };
  return { ...device, upkeep: [...device.upkeep.filter(({ kind }) => kind !== plan.kind), next] };
}

/** Upkeep was done: that clock starts again, the others run on. An older note does not turn the clock back. */
export function upkeepDone<D extends WithUpkeep>(
  device: D,
  kind: UpkeepKind,
  on: IsoDate,
  today: IsoDate,
): Result<D, 'not part of its upkeep' | 'done in the future'> {
  const known = device.upkeep.find((one) => one.kind === kind);
  if (!known) return refuse('not part of its upkeep');
  if (on > today) return refuse('done in the future');
  const lastDoneOn = known.lastDoneOn && known.lastDoneOn > on ? known.lastDoneOn : on;
  return ok({ ...device, upkeep: device.upkeep.map((one) => (one === known ? { ...one, lastDoneOn } : one)) });
}

/** The last day on which it may be done in time. */
export function dueOn(upkeep: Upkeep): IsoDate {
  return addDays(upkeep.lastDoneOn ?? upkeep.since, upkeep.everyDays);
}

export type DueUpkeep = { readonly upkeep: Upkeep; readonly dueOn: IsoDate; readonly isLate: boolean };

/** What is due within the coming days or late, the most overdue first. */
export function upkeepDue(
  device: WithUpkeep & { readonly state: string },
  today: IsoDate,
  withinDays = 14,
): readonly DueUpkeep[] {
  if (device.state === 'out of use') return [];
  const until = addDays(today, withinDays);
  return device.upkeep
    .map((upkeep) => ({ upkeep, dueOn: dueOn(upkeep), isLate: dueOn(upkeep) < today }))
    .filter((due) => due.dueOn <= until)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The clock that is so late that the device must not be used, or nothing. */
export function lockingUpkeep(device: WithUpkeep, today: IsoDate): Upkeep | undefined {
  return device.upkeep.find((upkeep) => upkeep.lateLocks && dueOn(upkeep) < today);
}
