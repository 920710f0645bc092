import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { at, booked, day, secretary } from './appointment.sample.ts';
import { cancel } from './appointment.ts';
import { fragileSigns, noticeRules } from './cancellation.table.ts';
import { absenceFee, absenceFollowUp } from './cancellation.ts';
import { isLateNotice } from './notice.ts';
import { arrive, markNoShow } from './visit.ts';

const rule = validOn(noticeRules, day('2026-07-01'))?.value ?? { hours: 0 };
const from = booked().from;
const missed = must(markNoShow(booked(), secretary, addMinutes(from, 15)));
const facts = { toldBeforehand: true, doctorIsSpecialist: true };
const cancelledAt = (minutesBefore: number, wish: 'patient' | 'clinic' = 'patient') =>
  must(cancel(booked(), { wish, reason: 'x' }, rule, secretary, addMinutes(from, -minutesBefore)));

test('twenty-four hours before is in time, a minute later is not', () => {
  expect(rule.hours).toBe(24);
  expect(isLateNotice(from, addMinutes(from, -24 * 60), rule)).toBe(false);
  expect(isLateNotice(from, addMinutes(from, -24 * 60 + 1), rule)).toBe(true);
});

test('over the night of summer time the patient has the better of hours and clock', () => {
  const sunday = at('2026-03-29', '10:00');
  expect(isLateNotice(sunday, at('2026-03-28', '10:00'), rule)).toBe(false);
  expect(isLateNotice(sunday, at('2026-03-28', '10:01'), rule)).toBe(true);
  const autumn = at('2026-10-25', '10:00');
  expect(isLateNotice(autumn, at('2026-10-24', '11:00'), rule)).toBe(false);
});

test('a rule of six hours counts hours only', () => {
  expect(isLateNotice(from, addMinutes(from, -359), { hours: 6 })).toBe(true);
  expect(isLateNotice(from, addMinutes(from, -360), { hours: 6 })).toBe(false);
});

test('a no-show and a late cancellation may be charged', () => {
  expect(absenceFee(missed, facts)).toEqual({ ok: true, value: 'no-show' });
  expect(absenceFee(cancelledAt(60), facts)).toEqual({ ok: true, value: 'late cancellation' });
});

test('nobody is charged for what was cancelled in time, or by the clinic, or for a visit that took place', () => {
  expect(absenceFee(cancelledAt(24 * 60), facts)).toMatchObject({ why: 'cancelled in time' });
  expect(absenceFee(cancelledAt(10, 'clinic'), facts)).toMatchObject({ why: 'cancelled by the clinic' });
  const came = must(arrive(booked(), 'waiting room', secretary, from));
  expect(absenceFee(came, facts)).toMatchObject({ why: 'not missed' });
});

test('a time the clinic moved the patient to is not charged, one the patient chose is', () => {
  const moved = (wish: 'patient' | 'clinic') => ({
    ...missed,
    moves: [{ from, movedAt: from, movedBy: secretary, wish }],
  });
  expect(absenceFee(moved('clinic'), facts)).toMatchObject({ why: 'moved by the clinic' });
  expect(absenceFee(moved('patient'), facts).ok).toBe(true);
});

test('a specialist charges only those who were told beforehand', () => {
  const untold = { toldBeforehand: false, doctorIsSpecialist: true };
  expect(absenceFee(missed, untold)).toMatchObject({ why: 'patient was not told beforehand' });
  expect(absenceFee(missed, { ...untold, doctorIsSpecialist: false }).ok).toBe(true);
});

test('a frail patient who does not come is rung, others are offered a new time', () => {
  const asked = validOn(fragileSigns, day('2026-07-01'))?.value ?? [];
  expect(absenceFollowUp(missed, ['frail', 'frail', 'dementia'], asked)).toEqual({
    kind: 'ring and ask',
    because: ['frail', 'dementia'],
    today: true,
  });
  expect(absenceFollowUp(missed, [], asked)).toEqual({ kind: 'offer a new time' });
});

test('whoever was to be seen the same day is rung whatever else is known', () => {
  const urgent = { ...missed, haste: 1 } as const;
  expect(absenceFollowUp(urgent, [], ['urgent haste'])).toMatchObject({ because: ['urgent haste'] });
  expect(absenceFollowUp(urgent, ['child'], [])).toEqual({ kind: 'offer a new time' });
});
