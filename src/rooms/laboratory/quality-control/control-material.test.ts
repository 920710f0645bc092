import { expect, test } from 'vitest';
import type { DeviceId } from '#equipment';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import {
  type ControlMaterial,
  type ControlMaterialId,
  openBottle,
  setTarget,
  type Target,
  targetInput,
  targetOn,
  usableUntil,
} from './control-material.ts';
import { openBottleDays } from './control-rule.table.ts';

const day = (text: string) => text as IsoDate;
const target: Target = { analyte: 'hemoglobin', unit: 'g/dL', mean: 12, sd: 0.2, low: 11.4, high: 12.6 };
const material: ControlMaterial = {
  id: newId<ControlMaterialId>(),
  name: 'Hb-kontroll',
  level: 'normal',
  lot: 'L123',
  expiresOn: day('2026-12-31'),
  devices: [newId<DeviceId>()],
  targets: [{ from: day('2026-01-01'), source: 'pakningsvedlegg lot L123', value: [target] }],
  registeredBy: newId<PersonId>(),
};

test('an unopened bottle is usable until the lot expires', () => {
  expect(usableUntil(material)).toBe('2026-12-31');
  expect(must(targetOn(material, 'hemoglobin', day('2026-12-31')))).toEqual(target);
  expect(targetOn(material, 'hemoglobin', day('2027-01-01'))).toMatchObject({ why: 'lot expired' });
});

test('an opened bottle has its own thirty-one days', () => {
  const days = openBottleDays[0]?.value ?? 0;
  const opened = must(openBottle(material, day('2026-03-01'), days));
  expect(usableUntil(opened)).toBe('2026-04-01');
  expect(targetOn(opened, 'hemoglobin', day('2026-04-01'))).toMatchObject({ ok: true });
  expect(targetOn(opened, 'hemoglobin', day('2026-04-02'))).toMatchObject({
    why: 'opened too long ago',
    facts: { usableUntil: '2026-04-01' },
  });
});

test('the lot’s date comes before the bottle’s when it is earlier', () => {
  expect(usableUntil(must(openBottle(material, day('2026-12-20'), 31)))).toBe('2026-12-31');
  expect(openBottle(material, day('2027-01-02'), 31)).toMatchObject({ why: 'lot expired' });
});

test('what the lot has no target for is not judged by a neighbour’s', () => {
  expect(targetOn(material, 'glucose', day('2026-06-01'))).toMatchObject({ why: 'no target on the day' });
  expect(targetOn(material, 'hemoglobin', day('2025-12-31'))).toMatchObject({ why: 'no target on the day' });
});

test('a corrected target holds from its day, and the old one before it', () => {
  const corrected = { ...target, mean: 12.2 };
  const changed = setTarget(material, [corrected], day('2026-07-01'), 'egne verdier, 20 målinger');
  expect(must(targetOn(changed, 'hemoglobin', day('2026-06-30'))).mean).toBe(12);
  expect(must(targetOn(changed, 'hemoglobin', day('2026-07-01'))).mean).toBe(12.2);
  expect(material.targets).toHaveLength(1);
});

test('a target set anew from the same day replaces that one only', () => {
  const once = setTarget(material, [{ ...target, mean: 12.2 }], day('2026-07-01'), 'første');
  const twice = setTarget(once, [{ ...target, mean: 12.3 }], day('2026-07-01'), 'andre');
  expect(twice.targets).toHaveLength(2);
  expect(must(targetOn(twice, 'hemoglobin', day('2026-08-01'))).mean).toBe(12.3);
  expect(must(targetOn(twice, 'hemoglobin', day('2026-02-01'))).mean).toBe(12);
});

test('a target lies between its limits', () => {
  expect(targetInput.safeParse(target).success).toBe(true);
  expect(targetInput.safeParse({ ...target, sd: undefined }).success).toBe(true);
  expect(targetInput.safeParse({ ...target, mean: 13 }).success).toBe(false);
  expect(targetInput.safeParse({ ...target, low: 13 }).success).toBe(false);
  expect(targetInput.safeParse({ ...target, sd: 0 }).success).toBe(false);
});
