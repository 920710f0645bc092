import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { at, day, doctorsBook, secondBook, secretary } from './appointment.sample.ts';
import type { AppointmentId } from './appointment.ts';
import type { HasteGrade } from './haste.table.ts';
import { dayMoveTexts, neutralTextTexts, waitingListTexts } from './waiting-list.texts.ts';
import {
  heldTimes,
  inTurn,
  letGo,
  offerTime,
  queueFairness,
  suits,
  take,
  type Waiting,
  type WaitingId,
  waitingNext,
  whoIsAsked,
  withdraw,
} from './waiting-list.ts';

const now = at('2026-05-04', '08:00');
const freed = {
  books: [doctorsBook.id],
  from: at('2026-05-04', '10:00'),
  until: at('2026-05-04', '10:20'),
};
function waiting(name: string, change: Partial<Waiting> = {}): Waiting {
  return {
    id: name as WaitingId,
    patient: `patient-${name}` as PatientId,
    type: 'consultation',
    book: null,
    haste: 3,
    canCome: {
      weekdays: [],
      from: '08:00' as TimeOfDay,
      until: '16:00' as TimeOfDay,
      notBefore: null,
      noticeMinutes: 60,
    },
    since: at('2026-04-20', '09:00'),
    addedBy: secretary,
    instead: null,
    declined: 0,
    state: 'waiting',
    ...change,
  };
}
const offer = (change = {}) => ({
  time: freed,
  offeredAt: now,
  offeredBy: secretary,
  answerBy: addMinutes(now, 30),
  outOfTurnBecause: null,
  ...change,
});
const anna = waiting('anna');
const bjorn = waiting('bjorn', { since: at('2026-04-10', '09:00') });
const carl = waiting('carl', { haste: 2, since: at('2026-05-01', '09:00') });

test('haste comes first, then who has waited longest', () => {
  expect(whoIsAsked([anna, bjorn, carl], 'consultation', freed, now).map((one) => one.id)).toEqual([
    'carl',
    'bjorn',
    'anna',
  ]);
});

test('a time is offered only to those it suits', () => {
  const canCome = anna.canCome;
  const fits = (change: Partial<Waiting>) => suits(waiting('x', change), 'consultation', freed, now);
  expect(fits({})).toBe(true);
  expect(fits({ type: 'inr' })).toBe(false);
  expect(fits({ book: secondBook.id })).toBe(false);
  expect(fits({ book: doctorsBook.id })).toBe(true);
  expect(fits({ canCome: { ...canCome, weekdays: [2] } })).toBe(false);
  expect(fits({ canCome: { ...canCome, weekdays: [1, 2] } })).toBe(true);
  expect(fits({ canCome: { ...canCome, notBefore: day('2026-05-05') } })).toBe(false);
  expect(fits({ canCome: { ...canCome, from: '10:10' as TimeOfDay } })).toBe(false);
  expect(fits({ canCome: { ...canCome, until: '10:10' as TimeOfDay } })).toBe(false);
  expect(fits({ canCome: { ...canCome, noticeMinutes: 121 } })).toBe(false);
  expect(fits({ canCome: { ...canCome, noticeMinutes: 120 } })).toBe(true);
});

test('an acquaintance does not get ahead without a reason that others can read', () => {
  expect(offerTime(anna, offer(), [anna, bjorn, carl])).toEqual({
    ok: false,
    why: 'someone is before in turn',
    facts: { before: 2 },
  });
  const asked = must(offerTime(anna, offer({ outOfTurnBecause: 'the two before do not answer' }), [anna, bjorn, carl]));
  expect(asked.offer.outOfTurnBecause).toContain('do not answer');
});

test('the one whose turn it is needs no reason, and none is kept', () => {
  const asked = must(offerTime(carl, offer({ outOfTurnBecause: 'anyway' }), [anna, bjorn, carl]));
  expect(asked.offer.outOfTurnBecause).toBeNull();
});

test('someone before in turn whom the time does not suit is passed without a reason', () => {
  const busy = { ...carl, type: 'inr' as const };
  expect(offerTime(bjorn, offer(), [anna, bjorn, busy]).ok).toBe(true);
});

test('an offer holds the time until the answer is due, no longer', () => {
  const asked = must(offerTime(carl, offer(), [carl]));
  expect(heldTimes([asked, anna], now)).toEqual([freed]);
  expect(heldTimes([asked], addMinutes(now, 31))).toEqual([]);
});

test('an offer that is due before it is made, or does not suit, is not made', () => {
  expect(offerTime(carl, offer({ answerBy: now }), [carl])).toMatchObject({ why: 'answer due before offer' });
  expect(offerTime({ ...carl, book: secondBook.id }, offer(), [carl])).toMatchObject({ why: 'does not suit' });
});

test('a yes in time places the patient, a yes too late does not', () => {
  const asked = must(offerTime(carl, offer(), [carl]));
  const appointment = 'appointment-9' as AppointmentId;
  expect(take(asked, appointment, addMinutes(now, 30))).toMatchObject({ value: { state: 'placed', appointment } });
  expect(take(asked, appointment, addMinutes(now, 31))).toMatchObject({ why: 'answer came too late' });
  expect(take(anna, appointment, now)).toMatchObject({ why: 'nothing is offered' });
});

test('a no keeps the place in the order, and is counted; silence is not counted as a no', () => {
  const asked = must(offerTime(carl, offer(), [carl]));
  expect(must(letGo(asked, 'declined'))).toEqual({ ...carl, declined: 1 });
  expect(must(letGo(asked, 'no answer'))).toEqual(carl);
  expect(letGo(carl, 'declined')).toMatchObject({ why: 'nothing is offered' });
  expect(offerTime(asked, offer(), [asked])).toMatchObject({ why: 'not waiting' });
});

test('a patient is taken off the list with a reason, but not twice and not when placed', () => {
  const off = must(withdraw(anna, 'well again', now));
  expect(off).toMatchObject({ state: 'withdrawn', reason: 'well again', withdrawnAt: now });
  expect(withdraw(off, 'x', now)).toMatchObject({ why: 'already withdrawn' });
  const asked = must(offerTime(carl, offer(), [carl]));
  expect(must(withdraw(asked, 'moved away', now))).not.toHaveProperty('offer');
  const placed = must(take(asked, 'appointment-9' as AppointmentId, now));
  expect(withdraw(placed, 'x', now)).toMatchObject({ why: 'already placed' });
});

test('what may follow what ends in placed or withdrawn', () => {
  expect(waitingNext.placed).toEqual([]);
  expect(waitingNext.withdrawn).toEqual([]);
});

const anyWaiting = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom<HasteGrade>(1, 2, 3), fc.integer({ min: 0, max: 50_000 }))
  .map(([name, haste, minutes]) =>
    waiting(`w${name}`, { haste, since: addMinutes(at('2026-01-01', '08:00'), minutes) }),
  );

test('nobody is asked before someone who hastens more, or who hastens as much and has waited longer', () => {
  fc.assert(
    fc.property(fc.array(anyWaiting, { maxLength: 20 }), (entries) => {
      const order = whoIsAsked(entries, 'consultation', freed, now);
      expect(order).toHaveLength(entries.length);
      for (let next = 1; next < order.length; next++) {
        const before = order[next - 1] as Waiting;
        const after = order[next] as Waiting;
        expect(before.haste < after.haste || (before.haste === after.haste && before.since <= after.since)).toBe(true);
        expect(inTurn(before, after)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('the fairness view shows how long each group waits, longest first', () => {
  const groups: Record<string, string> = { anna: 'interpreter', bjorn: 'interpreter', carl: 'none' };
  const asked = must(offerTime(anna, offer({ outOfTurnBecause: 'fragile' }), [anna, bjorn, carl]));
  const lines = queueFairness([asked, bjorn, carl], (one) => groups[one.replace('patient-', '')] ?? '', now);
  expect(lines).toEqual([
    { group: 'interpreter', waiting: 2, medianDays: 18, longestDays: 23, outOfTurn: 1 },
    { group: 'none', waiting: 1, medianDays: 2, longestDays: 2, outOfTurn: 0 },
  ]);
  expect(queueFairness([must(withdraw(anna, 'x', now))], () => 'all', now)).toEqual([]);
});

test('the same words stand in both languages', () => {
  for (const words of [waitingListTexts, dayMoveTexts, neutralTextTexts]) {
    expect(new Set(Object.keys(words.en.refusals))).toEqual(new Set(Object.keys(words.nb.refusals)));
  }
});
