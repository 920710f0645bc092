/** A device (medisinsk utstyr): its passport, its clocks, and whether it may be used on patients now. */

import { z } from 'zod';
import type { DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { Subject } from '#loops';
import { type DeviceKind, deviceKinds, type UpkeepKind } from './upkeep.table.ts';
import { lockingUpkeep, type Upkeep, upkeepOf } from './upkeep.ts';

export type DeviceId = Id<'Device'>;

export type DevicePassport = {
  readonly name: string;
  readonly kind: DeviceKind;
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
  /** Unique device identification on the label (UDI), where there is one. */
  readonly udi?: string;
  readonly software?: string;
  readonly place: string;
  readonly boughtOn?: IsoDate;
  readonly instructions?: string;
  readonly duties: readonly DutyId[];
  /** Keys of what it measures; empty for equipment that measures nothing. */
  readonly analytes: readonly string[];
  readonly responsible: PersonId;
  readonly deputy: PersonId;
};

type Known = DevicePassport & { readonly id: DeviceId; readonly upkeep: readonly Upkeep[] };
export type DeviceInUse = Known & { readonly state: 'in use' };
/** Kept from patients by a failed check, a fault or an incident, until a release test has passed. */
export type LockedDevice = Known & {
  readonly state: 'locked';
  readonly cause: LockCause;
  readonly what: string;
  readonly lockedBy: PersonId;
  readonly lockedAt: Moment;
};
export type DeviceOutOfUse = Known & {
  readonly state: 'out of use';
  readonly reason: string;
  readonly outSince: Moment;
  readonly takenOutBy: PersonId;
};
export type Device = DeviceInUse | LockedDevice | DeviceOutOfUse;

export const lockCauses = ['fault', 'failed check', 'incident', 'overdue', 'recalled by maker'] as const;
export type LockCause = (typeof lockCauses)[number];

/** What may follow what. */
export const deviceNext = {
  'in use': ['locked', 'out of use'],
  locked: ['in use', 'out of use'],
  'out of use': ['locked'],
} as const satisfies Record<Device['state'], readonly Device['state'][]>;

const line = z.string().trim().min(1).max(120);
export const deviceInput = z.object({
  name: line,
  kind: z.enum(deviceKinds),
  maker: line,
  model: line,
  serial: line,
  udi: line.optional(),
  software: line.optional(),
  place: line,
});

export type DeviceRefusal =
  | 'already locked'
  | 'not locked'
  | 'out of use'
  | 'not out of use'
  | 'reason missing'
  | 'responsible and deputy are the same'
  | 'not part of its upkeep'
  | 'done in the future'
  | 'release test missing'
  | 'device is kept for the authorities';

/** A new device, with the clocks of its kind that hold on the day it is taken into use. */
export function takeIntoUse(
  id: DeviceId,
  passport: DevicePassport,
  on: IsoDate,
): Result<DeviceInUse, 'responsible and deputy are the same'> {
  if (passport.responsible === passport.deputy) return refuse('responsible and deputy are the same');
  return ok({ ...passport, id, state: 'in use', upkeep: upkeepOf(passport.kind, on) });
}

/** Why a device may not be used on patients, or that it may. */
export type DeviceGate =
  | { readonly open: true }
  | { readonly open: false; readonly why: 'locked' | 'out of use' | 'upkeep overdue'; readonly upkeep?: UpkeepKind };

/** May it be used on a patient today? An overdue clock that locks keeps it shut by itself. */
export function deviceGate(device: Device, today: IsoDate): DeviceGate {
  if (device.state !== 'in use') return { open: false, why: device.state };
  const late = lockingUpkeep(device, today);
  return late ? { open: false, why: 'upkeep overdue', upkeep: late.kind } : { open: true };
}

/** Stop, mark, tell: the device is kept from patients at once. */
export function lockDevice(
  device: Device,
  cause: LockCause,
  what: string,
  by: PersonId,
  now: Moment,
): Result<LockedDevice, 'already locked' | 'out of use' | 'reason missing'> {
  if (device.state === 'locked') return refuse('already locked', { since: device.lockedAt });
  if (device.state === 'out of use') return refuse('out of use');
  if (what.trim().length < 3) return refuse('reason missing');
  return ok({ ...device, state: 'locked', cause, what: what.trim(), lockedBy: by, lockedAt: now });
}

/** Only a release test that passed opens it again, and after an incident the authorities first (§16: keep the device). */
export function releaseDevice(
  device: Device,
  proof: { readonly releaseTest?: Subject; readonly authoritiesDone?: boolean },
): Result<DeviceInUse, 'not locked' | 'release test missing' | 'device is kept for the authorities'> {
  if (device.state !== 'locked') return refuse('not locked', { state: device.state });
  if (device.cause === 'incident' && !proof.authoritiesDone) return refuse('device is kept for the authorities');
  if (!proof.releaseTest) return refuse('release test missing');
  const { cause: _c, what: _w, lockedBy: _b, lockedAt: _a, ...rest } = device;
  return ok({ ...rest, state: 'in use' });
}

/** Stored away, lent out or thrown away; it measures no patients. */
export function takeOutOfUse(
  device: Device,
  reason: string,
  by: PersonId,
  now: Moment,
): Result<DeviceOutOfUse, 'out of use' | 'reason missing' | 'device is kept for the authorities'> {
  if (device.state === 'out of use') return refuse('out of use');
  if (device.state === 'locked' && device.cause === 'incident') return refuse('device is kept for the authorities');
  if (reason.trim().length < 3) return refuse('reason missing');
  const { id, upkeep } = device;
  return ok({
    ...passportOf(device),
    id,
    upkeep,
    state: 'out of use',
    reason: reason.trim(),
    outSince: now,
    takenOutBy: by,
  });
}

/** Back from the cupboard it is locked first: it is tested before it meets a patient. */
export function bringBack(device: Device, by: PersonId, now: Moment): Result<LockedDevice, 'not out of use'> {
  if (device.state !== 'out of use') return refuse('not out of use', { state: device.state });
  const { id, upkeep } = device;
  const locked = { state: 'locked', cause: 'failed check', what: 'not tested since it was out of use' } as const;
  return ok({ ...passportOf(device), id, upkeep, ...locked, lockedBy: by, lockedAt: now });
}

function passportOf(device: Device): DevicePassport {
  const { name, kind, maker, model, serial, place, duties, analytes, responsible, deputy } = device;
  const { udi, software, boughtOn, instructions } = device;
  return {
    name,
    kind,
    maker,
    model,
    serial,
    place,
    duties,
    analytes,
    responsible,
    deputy,
    ...(udi ? { udi } : {}),
    ...(software ? { software } : {}),
    ...(boughtOn ? { boughtOn } : {}),
    ...(instructions ? { instructions } : {}),
  };
}

/** It gives results that patients are treated by, and is controlled with material of known value. */
export function isAnalyser({ kind }: Pick<DevicePassport, 'kind'>): boolean {
  return kind === 'analyser';
}
