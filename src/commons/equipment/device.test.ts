import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addDays, type IsoDate, type Moment } from '#kernel/time';
import { deviceTexts } from './device.texts.ts';
import {
  bringBack,
  type Device,
  type DeviceId,
  type DeviceInUse,
  type DevicePassport,
  deviceGate,
  deviceInput,
  deviceNext,
  lockCauses,
  lockDevice,
  releaseDevice,
  takeIntoUse,
  takeOutOfUse,
} from './device.ts';
import { deviceKinds, upkeepKinds, upkeepPlans } from './upkeep.table.ts';
import { dueOn, planUpkeep, upkeepDone, upkeepDue } from './upkeep.ts';

const kari = newId<PersonId>();
const anne = newId<PersonId>();
const now = '2026-11-23T08:00:00.000Z' as Moment;
const start = '2026-01-05' as IsoDate;
const day = (days: number) => addDays(start, days);
const releaseTest = { thing: 'release-test', id: 't-1' };

const passport = (change: Partial<DevicePassport> = {}): DevicePassport => ({
  name: 'Spirometer 1',
  kind: 'spirometer',
  maker: 'Maker',
  model: 'S1',
  serial: '1234',
  place: 'Skiftestue',
  duties: ['treatment.spirometry'],
  analytes: ['fev1', 'fvc'],
  responsible: kari,
  deputy: anne,
  ...change,
});
const device = (change: Partial<DevicePassport> = {}): DeviceInUse =>
  must(takeIntoUse(newId<DeviceId>(), passport(change), start));
const locked = (cause: 'fault' | 'incident' = 'fault') => must(lockDevice(device(), cause, 'viser feil', kari, now));

test('a new device gets the clocks of its kind, from the day it was taken into use', () => {
  expect(device().upkeep.map(({ kind, everyDays, since }) => [kind, everyDays, since])).toEqual([
    ['calibration check', 1, start],
    ['service', 365, start],
    ['cleaning', 1, start],
  ]);
});

test('a device has a responsible and another as deputy', () => {
  expect(takeIntoUse(newId<DeviceId>(), passport({ deputy: kari }), start)).toMatchObject({
    why: 'responsible and deputy are the same',
  });
});

test('before the plan held, a device has no clocks of its own', () => {
  expect(must(takeIntoUse(newId<DeviceId>(), passport(), '2025-06-01' as IsoDate)).upkeep).toEqual([]);
});

test('two clocks run by themselves: one late, one not', () => {
  const served = must(upkeepDone(device({ kind: 'centrifuge' }), 'service', day(300), day(300)));
  const due = upkeepDue(served, day(370));
  expect(due.map(({ upkeep: { kind }, isLate }) => [kind, isLate])).toEqual([
    ['cleaning', true],
    ['electrical safety', true],
  ]);
});

test('done today counts from today, and an older note does not turn the clock back', () => {
  const done = must(upkeepDone(device(), 'service', day(100), day(100)));
  expect(dueOn(done.upkeep[1] as Device['upkeep'][number])).toBe(day(465));
  const older = must(upkeepDone(done, 'service', day(20), day(101)));
  expect(older.upkeep[1]?.lastDoneOn).toBe(day(100));
});

test('upkeep is noted neither ahead of time nor on a device that has no such plan', () => {
  expect(upkeepDone(device(), 'service', day(2), day(1))).toMatchObject({ why: 'done in the future' });
  expect(upkeepDone(device(), 'validation', day(1), day(1))).toMatchObject({ why: 'not part of its upkeep' });
});

test('the clinic sets its own interval and keeps what was done', () => {
  const done = must(upkeepDone(device(), 'service', day(10), day(10)));
  const planned = planUpkeep(done, { kind: 'service', everyDays: 180, lateLocks: true }, day(50));
  const service = planned.upkeep.find(({ kind }) => kind === 'service');
  expect(service).toEqual({ kind: 'service', everyDays: 180, lateLocks: true, since: start, lastDoneOn: day(10) });
  expect(planned.upkeep).toHaveLength(3);
  const added = planUpkeep(device(), { kind: 'software', everyDays: 90, lateLocks: false }, day(50));
  expect(added.upkeep.find(({ kind }) => kind === 'software')).toMatchObject({ since: day(50) });
});

test('what falls due within a fortnight is listed, the most overdue first', () => {
  const fridge = device({ kind: 'fridge' });
  expect(upkeepDue(fridge, day(20)).map(({ upkeep: { kind } }) => kind)).toEqual(['temperature log', 'cleaning']);
  expect(upkeepDue(fridge, day(20), 90).map(({ upkeep: { kind } }) => kind)).toEqual([
    'temperature log',
    'cleaning',
    'alarm test',
  ]);
});

test('a spirometer that was not checked today is shut, and opens when it is', () => {
  expect(deviceGate(device(), day(1))).toEqual({ open: true });
  expect(deviceGate(device(), day(2))).toEqual({ open: false, why: 'upkeep overdue', upkeep: 'calibration check' });
  const checked = must(upkeepDone(device(), 'calibration check', day(2), day(2)));
  expect(deviceGate(checked, day(2))).toEqual({ open: true });
});

test('a late cleaning alone shuts nothing', () => {
  expect(deviceGate(device({ kind: 'thermometer' }), day(3000))).toEqual({ open: true });
});

test('a fault locks the device at once, with what is wrong', () => {
  expect(locked()).toMatchObject({ state: 'locked', cause: 'fault', what: 'viser feil', lockedBy: kari });
  expect(deviceGate(locked(), day(0))).toEqual({ open: false, why: 'locked' });
  expect(lockDevice(locked(), 'fault', 'igjen', kari, now)).toMatchObject({
    why: 'already locked',
    facts: { since: now },
  });
  expect(lockDevice(device(), 'fault', ' ', kari, now)).toMatchObject({ why: 'reason missing' });
});

test('only a passed release test opens it', () => {
  expect(releaseDevice(locked(), {})).toMatchObject({ why: 'release test missing' });
  const open = must(releaseDevice(locked(), { releaseTest }));
  expect(open.state).toBe('in use');
  expect(open).not.toHaveProperty('cause');
  expect(releaseDevice(device(), { releaseTest })).toMatchObject({ why: 'not locked' });
});

test('after an incident the device is kept until the authorities are done', () => {
  expect(releaseDevice(locked('incident'), { releaseTest })).toMatchObject({
    why: 'device is kept for the authorities',
  });
  expect(takeOutOfUse(locked('incident'), 'kastes', kari, now)).toMatchObject({
    why: 'device is kept for the authorities',
  });
  expect(releaseDevice(locked('incident'), { releaseTest, authoritiesDone: true })).toMatchObject({ ok: true });
});

test('out of use it is shut and asks for no upkeep', () => {
  const out = must(takeOutOfUse(device(), 'lånt ut', kari, now));
  expect(deviceGate(out, day(0))).toEqual({ open: false, why: 'out of use' });
  expect(upkeepDue(out, day(900))).toEqual([]);
  expect(takeOutOfUse(out, 'igjen', kari, now)).toMatchObject({ why: 'out of use' });
  expect(lockDevice(out, 'fault', 'feil', kari, now)).toMatchObject({ why: 'out of use' });
  expect(takeOutOfUse(device(), '', kari, now)).toMatchObject({ why: 'reason missing' });
});

test('a device that comes back is tested before it meets a patient, and is still itself', () => {
  const before = device({ udi: 'udi-1', software: '2.1', boughtOn: start, instructions: 'IFU 3' });
  const back = must(bringBack(must(takeOutOfUse(before, 'lånt ut', kari, now)), kari, now));
  expect(back.state).toBe('locked');
  expect(back).not.toHaveProperty('reason');
  expect(must(releaseDevice(back, { releaseTest }))).toEqual(before);
  expect(bringBack(device(), kari, now)).toMatchObject({ why: 'not out of use' });
});

test('every decision leads to a state that the table of states allows', () => {
  const out = must(takeOutOfUse(device(), 'lånt ut', kari, now));
  expect(deviceNext['in use']).toContain(locked().state);
  expect(deviceNext['in use']).toContain(out.state);
  expect(deviceNext.locked).toContain(must(releaseDevice(locked(), { releaseTest })).state);
  expect(deviceNext.locked).toContain(must(takeOutOfUse(locked(), 'kastes', kari, now)).state);
  expect(deviceNext['out of use']).toContain(must(bringBack(out, kari, now)).state);
});

test('the closer to today it was done, the later it falls due', () => {
  const days = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [early, late] = a <= b ? [a, b] : [b, a];
      const due = (on: number) => dueOn({ ...(device().upkeep[1] as Device['upkeep'][number]), lastDoneOn: day(on) });
      expect(due(early) <= due(late)).toBe(true);
    }),
  );
});

test('every kind of device has a plan of known upkeep, and names in both languages', () => {
  for (const { value, source } of upkeepPlans) {
    expect(source).not.toBe('');
    for (const kind of deviceKinds) {
      expect(value[kind].length, kind).toBeGreaterThan(0);
      for (const plan of value[kind]) expect(upkeepKinds).toContain(plan.kind);
    }
  }
  for (const language of ['nb', 'en'] as const) {
    for (const kind of deviceKinds) expect(deviceTexts[language].kinds[kind]).not.toBe('');
    for (const kind of upkeepKinds) expect(deviceTexts[language].upkeep[kind]).not.toBe('');
    for (const cause of lockCauses) expect(deviceTexts[language].causes[cause]).not.toBe('');
  }
});

test('input from a screen needs name, kind, maker, model, serial and place', () => {
  const { name, kind, maker, model, serial, place } = passport();
  const input = { name, kind, maker, model, serial, place };
  expect(deviceInput.safeParse(input).success).toBe(true);
  for (const field of Object.keys(input))
    expect(deviceInput.safeParse({ ...input, [field]: '' }).success, field).toBe(false);
});
