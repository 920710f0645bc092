import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { type Haste, type LoopId, type LoopKind, loopKinds, type Open, openLoop } from './loop.ts';
import { agingLimits } from './loop-aging.table.ts';
import { agingOf, agingOrder, countByAging, inBoardOrder, minutesLeft } from './loop-aging.ts';

const opened = '2026-11-20T08:00:00.000Z' as Moment;
const expected = '2026-11-23T12:00:00.000Z' as Moment;
const loop = (kind: LoopKind, expectedBy: Moment = expected, haste: Haste = 2): Open =>
  must(
    openLoop(
      {
        id: newId<LoopId>(),
        kind,
        subject: { thing: 'x', id: '1' },
        haste,
        owner: { kind: 'station', station: 'reception' },
        deputy: { kind: 'station', station: 'doctors' },
        openedBy: newId<PersonId>(),
        expectedBy,
      },
      opened,
    ),
  );
const at = (minutes: number) => addMinutes(expected, minutes);

test('a promised call turns soon half an hour before and late on the minute', () => {
  const call = loop('promised call');
  expect(agingOf(call, at(-30))).toBe('waiting');
  expect(agingOf(call, at(-29))).toBe('soon');
  expect(agingOf(call, at(0))).toBe('late');
});

test('a specimen without its answer is due for a day before it is late', () => {
  const sent = loop('specimen sent');
  expect(agingOf(sent, at(-60 * 24))).toBe('waiting');
  expect(agingOf(sent, at(-60 * 24 + 1))).toBe('soon');
  expect(agingOf(sent, at(0))).toBe('due');
  expect(agingOf(sent, at(60 * 24 - 1))).toBe('due');
  expect(agingOf(sent, at(60 * 24))).toBe('late');
});

test('a day before the limits were set counts by the expected time alone', () => {
  const future = [{ from: '2030-01-01' as IsoDate, source: 'test', value: agingLimits[0]?.value as never }];
  expect(agingOf(loop('referral sent'), at(-1), future)).toBe('waiting');
  expect(agingOf(loop('referral sent'), at(0), future)).toBe('late');
});

test('minutes left are negative once the time is past', () => {
  expect(minutesLeft(loop('recall'), at(-90))).toBe(90);
  expect(minutesLeft(loop('recall'), at(15))).toBe(-15);
});

test('every kind of matter has its limits, with a source', () => {
  for (const period of agingLimits) {
    expect(period.source).not.toBe('');
    for (const kind of loopKinds) expect(period.value[kind].soonMinutes).toBeGreaterThan(0);
  }
});

test('the board shows late before due before soon, then haste, then the longest expected', () => {
  const now = at(0);
  const late = loop('promised call', at(-10), 3);
  const lateButUrgent = loop('promised call', at(-5), 1);
  const due = loop('specimen sent', at(0), 1);
  const soon = loop('promised call', at(20), 1);
  const waiting = loop('recall', at(60 * 24 * 30), 1);
  const order = inBoardOrder([waiting, soon, due, late, lateButUrgent], now).map(({ id }) => id);
  expect(order).toEqual([lateButUrgent, late, due, soon, waiting].map(({ id }) => id));
});

test('two of the same age and haste stand by expected time, then by when they were opened', () => {
  const first = loop('recall', at(60 * 24 * 20));
  const second = loop('recall', at(60 * 24 * 21));
  const older = { ...second, id: newId<LoopId>(), openedAt: '2026-11-19T08:00:00.000Z' as Moment };
  expect(inBoardOrder([second, older, first], at(0)).map(({ id }) => id)).toEqual([first.id, older.id, second.id]);
});

test('the number of each age adds up to all that waits', () => {
  const loops = [loop('promised call', at(-1)), loop('promised call', at(10)), loop('recall', at(99_999))];
  expect(countByAging(loops, at(0))).toEqual({ late: 1, due: 0, soon: 1, waiting: 1 });
});

test('a matter only grows older as time passes', () => {
  const minutes = fc.integer({ min: -60_000, max: 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...loopKinds), minutes, minutes, (kind, a, b) => {
      const [before, after] = a <= b ? [a, b] : [b, a];
      const one = loop(kind);
      expect(agingOrder.indexOf(agingOf(one, at(before)))).toBeGreaterThanOrEqual(
        agingOrder.indexOf(agingOf(one, at(after))),
      );
    }),
  );
});

test('the board order neither loses nor doubles a matter, whatever order they came in', () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...loopKinds), fc.integer({ min: 0, max: 9_000 })), { maxLength: 12 });
  fc.assert(
    fc.property(some, (drawn) => {
      const loops = drawn.map(([kind, minutes]) => loop(kind, at(minutes)));
      const ids = (list: readonly Open[]) => list.map(({ id }) => id);
      const ordered = ids(inBoardOrder(loops, at(0)));
      expect([...ordered].sort()).toEqual(ids(loops).sort());
      expect(ids(inBoardOrder([...loops].reverse(), at(0)))).toEqual(ordered);
    }),
  );
});
