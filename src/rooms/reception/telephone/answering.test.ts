import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { answeringTargets } from './answering.table.ts';
import { answeredByHour, answeredWithin, hoursToStaff, passes, type Waited, waitedSeconds } from './answering.ts';

const at = (time: string): Moment => momentAt('2026-05-04' as IsoDate, time as TimeOfDay);
const after = (from: Moment, seconds: number) => new Date(Date.parse(from) + seconds * 1000).toISOString() as Moment;
const answered = (seconds: number, time = '08:15'): Waited => ({
  direction: 'in',
  state: 'ended',
  rangAt: at(time),
  answeredAt: after(at(time), seconds),
});
const gaveUp = (time = '08:15'): Waited => ({ direction: 'in', state: 'abandoned', rangAt: at(time) });
const times = (n: number, call: Waited) => Array.from({ length: n }, () => call);
const target = validOn(answeringTargets, '2026-05-04' as IsoDate)?.value ?? { percent: 0, seconds: 0 };

test('the law asks for 80 % within two minutes', () => {
  expect(target).toEqual({ percent: 80, seconds: 120 });
});

test('80 of 100 calls answered in time is 80,0 % and passes, 79 does not', () => {
  const eighty = answeredWithin([...times(80, answered(120)), ...times(20, answered(121))], 120);
  expect(eighty.abandonedAsMissed).toEqual({ within: 80, of: 100, percent: 80 });
  expect(passes(eighty.abandonedAsMissed, target)).toBe(true);
  const less = answeredWithin([...times(79, answered(120)), ...times(21, answered(121))], 120);
  expect(less.abandonedAsMissed.percent).toBe(79);
  expect(passes(less.abandonedAsMissed, target)).toBe(false);
});

test('callers who gave up are counted both ways, because the rule does not say', () => {
  const both = answeredWithin([...times(80, answered(30)), ...times(10, answered(300)), ...times(30, gaveUp())], 120);
  expect(both.abandonedAsMissed).toEqual({ within: 80, of: 120, percent: 8000 / 120 });
  expect(both.abandonedLeftOut).toEqual({ within: 80, of: 90, percent: 8000 / 90 });
  expect(passes(both.abandonedAsMissed, target)).toBe(false);
  expect(passes(both.abandonedLeftOut, target)).toBe(true);
});

test('two minutes is within, a tenth of a second more is not', () => {
  expect(waitedSeconds(at('08:00'), at('08:02'))).toBe(120);
  expect(answeredWithin([answered(120)], 120).abandonedLeftOut.within).toBe(1);
  expect(answeredWithin([answered(120.1)], 120).abandonedLeftOut.within).toBe(0);
});

test('calls the clinic makes, and calls that still ring, are not measured', () => {
  const out: Waited = { ...answered(0), direction: 'out' };
  const ringing: Waited = { direction: 'in', state: 'ringing', rangAt: at('08:15') };
  expect(answeredWithin([out, ringing], 120).abandonedAsMissed).toEqual({ within: 0, of: 0, percent: null });
});

test('a call still going on has been answered and counts', () => {
  expect(answeredWithin([{ ...answered(10), state: 'answered' }], 120).abandonedAsMissed.of).toBe(1);
});

test('when nobody rang there is nothing to pass or fail', () => {
  expect(passes(answeredWithin([], 120).abandonedAsMissed, target)).toBeNull();
});

test('the hours that fail are shown with how many more should have been answered, worst first', () => {
  const calls = [
    ...times(9, answered(10, '08:05')),
    ...times(11, answered(200, '08:40')),
    ...times(3, answered(10, '09:10')),
    gaveUp('09:20'),
    ...times(5, answered(10, '13:00')),
  ];
  const hours = answeredByHour(calls, target);
  expect(hours.map((one) => [one.hour, one.passes, one.tooFew])).toEqual([
    ['08', false, 7],
    ['09', false, 1],
    ['13', true, 0],
  ]);
  expect(hoursToStaff(hours).map((one) => one.hour)).toEqual(['08', '09']);
});

test('had so many more been answered in time, the hour would have passed, and with one less it would not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (inTime, late) => {
      const [hour] = answeredByHour([...times(inTime, answered(5)), ...times(late, answered(500))], target);
      if (!hour) return;
      const of = inTime + late;
      const would = (within: number) => passes({ within, of, percent: null }, target);
      expect(would(inTime + hour.tooFew)).toBe(true);
      if (hour.tooFew > 0) expect(would(inTime + hour.tooFew - 1)).toBe(false);
    }),
  );
});

test('leaving out those who gave up never makes the share smaller', () => {
  const anyCall = fc.oneof(
    fc.integer({ min: 0, max: 600 }).map((seconds) => answered(seconds)),
    fc.constant(gaveUp()),
  );
  fc.assert(
    fc.property(fc.array(anyCall), (calls) => {
      const { abandonedAsMissed: counted, abandonedLeftOut: left } = answeredWithin(calls, 120);
      expect(left.percent ?? 100).toBeGreaterThanOrEqual(counted.percent ?? 0);
      expect(left.within).toBe(counted.within);
    }),
  );
});

test('a summer-time evening call is put in the hour on the wall', () => {
  const hours = answeredByHour(
    [{ ...answered(5), rangAt: addMinutes('2026-05-04T06:00:00.000Z' as Moment, 0) }],
    target,
  );
  expect(hours[0]?.hour).toBe('08');
});
