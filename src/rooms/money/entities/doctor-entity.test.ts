import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import { type BillingDoctor, type DoctorEntityId, isSpecialistOn } from './doctor-entity.ts';

const doctor = (specialistUntil: string | null): BillingDoctor => ({
  entity: 'entity' as DoctorEntityId,
  person: 'doctor' as PersonId,
  specialistUntil: specialistUntil as IsoDate | null,
});

test('the five-year period gives specialist supplements to its last day', () => {
  expect(isSpecialistOn(doctor('2026-11-23'), '2026-11-23' as IsoDate)).toBe(true);
  expect(isSpecialistOn(doctor('2026-11-23'), '2026-11-24' as IsoDate)).toBe(false);
});

test('a doctor without a period is never a specialist', () => {
  expect(isSpecialistOn(doctor(null), '2026-11-23' as IsoDate)).toBe(false);
});
