import { expect, test } from 'vitest';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { PatientId } from '#patients';
import { repeatRules } from './repeat-caller.table.ts';
import { answerRepeat, type EarlierContact, repeatedContact } from './repeat-caller.ts';

const now = '2026-05-07T08:00:00.000Z' as Moment;
const patient = 'patient-1' as PatientId;
const rule = validOn(repeatRules, '2026-05-07' as IsoDate)?.value ?? { contacts: 0, withinHours: 0 };
const contact = (hoursAgo: number, change: Partial<EarlierContact> = {}): EarlierContact => ({
  patient,
  at: addMinutes(now, -60 * hoursAgo),
  by: 'telephone',
  haste: 3,
  said: `said ${hoursAgo} hours ago`,
  ...change,
});

test('the second contact within three days is a repeated one', () => {
  expect(rule).toEqual({ contacts: 2, withinHours: 72 });
  expect(repeatedContact([], patient, now, rule)).toBeUndefined();
  expect(repeatedContact([contact(5)], patient, now, rule)).toMatchObject({ contacts: 2 });
});

test('exactly 72 hours ago still counts, a minute more does not', () => {
  expect(repeatedContact([contact(72)], patient, now, rule)).toBeDefined();
  expect(repeatedContact([contact(72 + 1 / 60)], patient, now, rule)).toBeUndefined();
});

test('what was said before is shown with the newest first, whether by telephone, message or at the desk', () => {
  const repeated = repeatedContact([contact(50, { by: 'desk' }), contact(2, { by: 'message' })], patient, now, rule);
  expect(repeated?.earlier.map((one) => one.said)).toEqual(['said 2 hours ago', 'said 50 hours ago']);
  expect(repeated?.contacts).toBe(3);
});

test('another patient’s calls, and this call itself, are not earlier contacts', () => {
  expect(
    repeatedContact([contact(5, { patient: 'patient-2' as PatientId }), contact(0)], patient, now, rule),
  ).toBeUndefined();
});

test('a stricter clinic asks first at the third contact', () => {
  const strict = { contacts: 3, withinHours: 24 };
  expect(repeatedContact([contact(5)], patient, now, strict)).toBeUndefined();
  expect(repeatedContact([contact(5), contact(20)], patient, now, strict)).toBeDefined();
});

test('the highest haste so far is remembered, and may be unknown', () => {
  expect(repeatedContact([contact(5, { haste: 2 }), contact(6)], patient, now, rule)?.highestHaste).toBe(2);
  expect(repeatedContact([contact(5, { haste: null })], patient, now, rule)?.highestHaste).toBeNull();
});

const repeated = repeatedContact([contact(5)], patient, now, rule);

test('a first contact needs no answer', () => {
  expect(answerRepeat(undefined, null, null)).toEqual({ ok: true, value: null });
});

test('a repeated contact is not closed without saying up, another matter, or why not', () => {
  expect(answerRepeat(repeated, null, 3)).toMatchObject({
    why: 'repeated call needs an answer',
    facts: { contacts: 2 },
  });
  expect(answerRepeat(repeated, { kind: 'another matter' }, 3).ok).toBe(true);
  expect(answerRepeat(repeated, { kind: 'not raised', because: ' ' }, 3)).toMatchObject({ why: 'reason missing' });
  expect(answerRepeat(repeated, { kind: 'not raised', because: 'same advice, fever is down' }, 3).ok).toBe(true);
});

test('raised means raised', () => {
  expect(answerRepeat(repeated, { kind: 'raised' }, 3)).toMatchObject({ why: 'haste is not raised' });
  expect(answerRepeat(repeated, { kind: 'raised' }, null)).toMatchObject({ why: 'haste is not raised' });
  expect(answerRepeat(repeated, { kind: 'raised' }, 2).ok).toBe(true);
});

test('what was the same day already cannot be raised further, and is accepted', () => {
  const urgent = repeatedContact([contact(5, { haste: 1 })], patient, now, rule);
  expect(answerRepeat(urgent, { kind: 'raised' }, 1).ok).toBe(true);
  expect(answerRepeat(urgent, { kind: 'raised' }, 2).ok).toBe(false);
});
