import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { isWorkingDay, workingDaysBetween } from '#kernel/working-days';
import { day } from './appointment.sample.ts';
import { type HasteRule, hasteRules, offerLimits } from './haste.table.ts';
import {
  judgeOffer,
  lateReasons,
  type OfferClock,
  offerBy,
  offerByHaste,
  offered,
  offersByWeek,
} from './offer-clock.ts';

const limit = validOn(offerLimits, day('2026-04-01'))?.value.workingDays ?? 0;
const rules: readonly HasteRule[] = validOn(hasteRules, day('2026-04-01'))?.value ?? [];
const today = day('2026-06-01');
const open: OfferClock = { firstContactOn: day('2026-04-01'), firstOfferedFor: null, lateReason: null };

test('someone who rings on the Wednesday before Easter 2026 is offered a time by Monday 13 April', () => {
  expect(limit).toBe(5);
  expect(offerBy(day('2026-04-01'), limit)).toBe('2026-04-13');
});

test('on the last day it is within, the day after it is not', () => {
  const on = (text: string) =>
    judgeOffer({ ...open, firstOfferedFor: day(text), lateReason: 'no free time' }, limit, today);
  expect(on('2026-04-13')).toEqual({ kind: 'within', by: '2026-04-13' });
  expect(on('2026-04-14')).toEqual({ kind: 'breach', by: '2026-04-13', because: 'no free time' });
});

test('a patient who wishes later is no breach, whether or not a time is found', () => {
  const wish: OfferClock = { ...open, lateReason: 'patient wished later' };
  expect(judgeOffer({ ...wish, firstOfferedFor: day('2026-05-20') }, limit, today).kind).toBe('later by own wish');
  expect(judgeOffer(wish, limit, today).kind).toBe('later by own wish');
});

test('while the limit runs the wish is open, after it a wish without offer is a breach', () => {
  expect(judgeOffer(open, limit, day('2026-04-13')).kind).toBe('still open');
  expect(judgeOffer(open, limit, day('2026-04-14'))).toMatchObject({ kind: 'breach', because: null });
});

test('haste grade 1 is the same day, 2 within three days, 3 within five working days', () => {
  expect(([1, 2, 3] as const).map((grade) => offerByHaste(grade, day('2026-04-01'), rules))).toEqual([
    '2026-04-01',
    '2026-04-04',
    '2026-04-13',
  ]);
  expect(offerByHaste(1, day('2026-04-01'), [])).toBeUndefined();
});

test('the first offer is written once', () => {
  const made = offered(open, day('2026-04-08'), null, limit);
  expect(made).toMatchObject({ value: { firstOfferedFor: '2026-04-08', lateReason: null } });
  expect(made.ok && offered(made.value, day('2026-04-07'), null, limit)).toMatchObject({ why: 'already offered' });
});

test('a late offer needs a reason, and an offer within the limit keeps none', () => {
  expect(offered(open, day('2026-04-14'), null, limit)).toMatchObject({ why: 'late needs a reason' });
  expect(offered(open, day('2026-04-14'), 'doctor absent', limit)).toMatchObject({
    value: { lateReason: 'doctor absent' },
  });
  expect(offered(open, day('2026-04-10'), 'doctor absent', limit)).toMatchObject({ value: { lateReason: null } });
  expect(offered(open, day('2026-03-31'), null, limit)).toMatchObject({ why: 'before the first contact' });
});

test('whatever the day, exactly five working days lie between contact and limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
      const contact: IsoDate = addDays(day('2024-01-01'), days);
      const by = offerBy(contact, 5);
      expect(workingDaysBetween(contact, by)).toBe(5);
      expect(isWorkingDay(by)).toBe(true);
    }),
  );
});

test('the meter counts each doctor’s week, with own wish as kept and what is still open left out', () => {
  const clock = (
    contact: string,
    offer: string | null,
    owner = 'Berg',
    lateReason: OfferClock['lateReason'] = null,
  ) => ({
    firstContactOn: day(contact),
    firstOfferedFor: offer ? day(offer) : null,
    lateReason,
    owner,
  });
  const weeks = offersByWeek(
    [
      clock('2026-05-04', '2026-05-06'),
      clock('2026-05-05', '2026-05-29', 'Berg', 'no free time'),
      clock('2026-05-08', '2026-06-15', 'Berg', 'patient wished later'),
      clock('2026-05-29', null),
      clock('2026-05-04', '2026-05-05', 'Dal'),
    ],
    limit,
    today,
  );
  expect(weeks).toEqual([
    { monday: '2026-05-04', owner: 'Berg', within: 1, ownWish: 1, breaches: 1, stillOpen: 0, share: 2 / 3 },
    { monday: '2026-05-04', owner: 'Dal', within: 1, ownWish: 0, breaches: 0, stillOpen: 0, share: 1 },
    { monday: '2026-05-25', owner: 'Berg', within: 0, ownWish: 0, breaches: 0, stillOpen: 1, share: null },
  ]);
});

test('only one of the reasons is the patient’s own', () => {
  const verdicts = lateReasons.map(
    (lateReason) => judgeOffer({ ...open, firstOfferedFor: day('2026-05-20'), lateReason }, limit, today).kind,
  );
  expect(verdicts.filter((kind) => kind !== 'breach')).toEqual(['later by own wish']);
});
