import { describe, expect, test } from 'vitest';
import { kroner } from '#kernel/amounts';
import { must } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { isEvening, mayUseEveningCode } from './evening.ts';
import { isLateCancellation, notAttendedFee } from './not-attended.ts';
import { nationalTariff } from './takst.table.ts';
import { consultationTime, frikortCeilings, simpleContactGap } from './tariff-rule.table.ts';

const day = '2026-11-23' as IsoDate;
const at = (date: string, time: string): Moment => momentAt(date as IsoDate, time as TimeOfDay);

describe('a booked time that was not used', () => {
  test('costs 194 kroner, and 314 with a specialist in general practice', () => {
    expect(must(notAttendedFee(nationalTariff, false, day)).amount).toBe(kroner(194));
    expect(must(notAttendedFee(nationalTariff, true, day)).amount).toBe(kroner(314));
  });

  test('is not priced on a day without a tariff', () => {
    expect(notAttendedFee(nationalTariff, false, '2030-01-01' as IsoDate)).toMatchObject({
      why: 'no tariff for this date',
    });
  });

  test('is late from the first minute inside 24 hours', () => {
    const appointment = at('2026-11-24', '10:00');
    expect(isLateCancellation(appointment, at('2026-11-23', '10:00'))).toBe(false);
    expect(isLateCancellation(appointment, at('2026-11-23', '10:01'))).toBe(true);
    expect(isLateCancellation(at('2020-01-02', '10:00'), at('2020-01-02', '09:00'))).toBe(false);
  });
});

describe('evening codes', () => {
  test('a planned evening clinic keeps the day code', () => {
    expect(mayUseEveningCode(at('2026-11-23', '18:00'), 'none')).toBe(false);
  });

  test('an unforeseen emergency after four has the evening code', () => {
    expect(mayUseEveningCode(at('2026-11-23', '16:00'), 'unforeseen emergency')).toBe(true);
    expect(mayUseEveningCode(at('2026-11-23', '15:59'), 'unforeseen emergency')).toBe(false);
  });

  test('a digital consultation has it only after four', () => {
    expect(mayUseEveningCode(at('2026-11-23', '16:30'), 'digital')).toBe(true);
    expect(mayUseEveningCode(at('2026-11-23', '07:30'), 'digital')).toBe(false);
    expect(mayUseEveningCode(at('2026-11-22', '12:00'), 'digital')).toBe(false);
  });

  test('Saturday, Sunday, holidays and the day before one are evening all day', () => {
    expect(isEvening(at('2026-11-21', '12:00'))).toBe(true);
    expect(isEvening(at('2026-11-22', '12:00'))).toBe(true);
    expect(isEvening(at('2026-12-25', '12:00'))).toBe(true);
    expect(isEvening(at('2026-12-24', '12:00'))).toBe(true);
    expect(isEvening(at('2026-11-23', '12:00'))).toBe(false);
    expect(isEvening(at('2026-11-24', '07:59'))).toBe(true);
  });

  test('a day without the rule has no evening', () => {
    expect(isEvening(at('2020-01-01', '20:00'))).toBe(false);
    expect(mayUseEveningCode(at('2020-01-01', '20:00'), 'digital')).toBe(false);
  });
});

describe('numbers inside the rules', () => {
  test('time is counted by the started quarter until 30 June 2026 and by five minutes after', () => {
    expect(validOn(consultationTime, '2026-06-30' as IsoDate)?.value.perStartedMinutes).toBe(15);
    expect(validOn(consultationTime, day)?.value.perStartedMinutes).toBe(5);
  });

  test('the frikort ceiling of 2026 is 3 278 kroner, and 2027 is not known', () => {
    expect(validOn(frikortCeilings, day)?.value).toBe(kroner(3278));
    expect(validOn(frikortCeilings, '2027-01-01' as IsoDate)).toBeUndefined();
  });

  test('a simple contact within an hour of a consultation is rejected', () => {
    expect(validOn(simpleContactGap, day)?.value.minutes).toBe(60);
  });
});
