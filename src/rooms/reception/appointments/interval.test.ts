import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, merged, overlaps, type Stretch, without } from './interval.ts';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]): Stretch => ({ from, until: from + length }));
const stretches = fc.array(stretch, { maxLength: 12 });
const isIn = (list: readonly Stretch[], at: number) => list.some((one) => one.from <= at && at < one.until);

test('two appointments that follow each other do not overlap', () => {
  expect(overlaps({ from: 0, until: 20 }, { from: 20, until: 40 })).toBe(false);
  expect(overlaps({ from: 0, until: 21 }, { from: 20, until: 40 })).toBe(true);
});

test('morning and forenoon that touch become one open stretch', () => {
  expect(
    merged([
      { from: 20, until: 40 },
      { from: 0, until: 20 },
      { from: 50, until: 60 },
      { from: 70, until: 70 },
    ]),
  ).toEqual([
    { from: 0, until: 40 },
    { from: 50, until: 60 },
  ]);
});

test('an appointment in the middle leaves the time before it and after it', () => {
  expect(without([{ from: 0, until: 60 }], [{ from: 20, until: 40 }])).toEqual([
    { from: 0, until: 20 },
    { from: 40, until: 60 },
  ]);
});

test('a long absence may cover several open stretches', () => {
  expect(
    without(
      [
        { from: 0, until: 10 },
        { from: 20, until: 30 },
        { from: 40, until: 50 },
      ],
      [{ from: 5, until: 45 }],
    ),
  ).toEqual([
    { from: 0, until: 5 },
    { from: 45, until: 50 },
  ]);
});

test('every minute is left exactly when it is open and not taken', () => {
  fc.assert(
    fc.property(stretches, stretches, (open, taken) => {
      const left = without(open, taken);
      for (let at = 0; at < 90; at++) expect(isIn(left, at)).toBe(isIn(open, at) && !isIn(taken, at));
      expect(merged(left)).toEqual(left);
    }),
  );
});

test('a wanted time is covered exactly when each of its minutes is', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 9 }), (list, from, length) => {
      let everyMinute = true;
      for (let at = from; at < from + length; at++) everyMinute &&= isIn(list, at);
      expect(covers(merged(list), { from, until: from + length })).toBe(everyMinute);
    }),
  );
});
