import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addDays, type IsoDate } from '#kernel/time';
import { deviceKinds, type UpkeepKind } from './upkeep.table.ts';
import { dueOn, lockingUpkeep, planUpkeep, type Upkeep, upkeepDone, upkeepDue, upkeepOf } from './upkeep.ts';

const start = '2026-02-01' as IsoDate;
const day = (days: number) => addDays(start, days);
const clock = (kind: UpkeepKind, everyDays: number, lateLocks = false): Upkeep => ({
  kind,
  everyDays,
  lateLocks,
  since: start,
});
const device = (...upkeep: readonly Upkeep[]) => ({ state: 'in use', upkeep });

test('a clock that never ran counts from the day the device was taken into use', () => {
  expect(dueOn(clock('service', 30))).toBe(day(30));
});

test('on the last day it is due, the day after it is late', () => {
  const [onDay] = upkeepDue(device(clock('service', 30)), day(30));
  const [after] = upkeepDue(device(clock('service', 30)), day(31));
  expect([onDay?.isLate, after?.isLate]).toEqual([false, true]);
});

test('only a late clock that locks shuts the device', () => {
  const one = device(clock('cleaning', 1), clock('calibration', 30, true));
  expect(lockingUpkeep(one, day(30))).toBeUndefined();
  expect(lockingUpkeep(one, day(31))?.kind).toBe('calibration');
});

test('a clock done anew leaves the others untouched', () => {
  const before = device(clock('cleaning', 7), clock('service', 365));
  const after = must(upkeepDone(before, 'cleaning', day(10), day(10)));
  expect(after.upkeep[1]).toEqual(before.upkeep[1]);
  expect(after.upkeep[0]).toMatchObject({ lastDoneOn: day(10) });
});

test('nothing is due far ahead', () => {
  expect(upkeepDue(device(clock('service', 365)), day(1))).toEqual([]);
});

test('a device that is out of use asks for nothing', () => {
  expect(upkeepDue({ state: 'out of use', upkeep: [clock('service', 1)] }, day(100))).toEqual([]);
});

test('each kind of device starts with its own clocks, none twice', () => {
  for (const kind of deviceKinds) {
    const kinds = upkeepOf(kind, '2026-06-01' as IsoDate).map((one) => one.kind);
    expect(new Set(kinds).size, kind).toBe(kinds.length);
  }
});

test('whatever is done and planned, no clock is lost or doubled', () => {
  const kinds: readonly UpkeepKind[] = ['service', 'cleaning', 'calibration'];
  const step = fc.tuple(fc.boolean(), fc.constantFrom(...kinds), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      let one = device(...kinds.map((kind) => clock(kind, 30)));
      for (const [isDone, kind, days] of steps)
        one = isDone
          ? must(upkeepDone(one, kind, day(days), day(400)))
          : planUpkeep(one, { kind, everyDays: days, lateLocks: false }, day(days));
      expect(one.upkeep).toHaveLength(kinds.length);
      expect(new Set(one.upkeep.map(({ kind }) => kind))).toEqual(new Set(kinds));
    }),
  );
});
