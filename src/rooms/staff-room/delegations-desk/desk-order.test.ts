import { expect, test } from 'vitest';
import type { IsoDate, Moment } from '#kernel/time';
import { inDeskOrder, type Ordered, standingOf } from './desk-order.ts';

const now = '2026-11-23T08:00:00.000Z' as Moment;
const line = (id: string, state: string, more: object = {}, held = true): Ordered =>
  ({
    delegation: { id, state, until: '2027-11-22' as IsoDate, ...more },
    delegatorName: 'Ingrid Lie',
    delegateName: 'Eva Nes',
    isMine: false,
    isFromMe: false,
    notHeld: held ? null : { why: 'delegator gone', facts: {} },
  }) as unknown as Ordered;

test('what waits for my answer stands first, then what runs out soonest', () => {
  const lines = [
    line('over', 'ended'),
    line('long', 'accepted'),
    line('soon', 'accepted', { until: '2026-12-01' }),
    line('theirs', 'offered'),
    { ...line('mine', 'offered'), isMine: true },
    line('gone', 'accepted', {}, false),
  ];
  expect(inDeskOrder(lines, now).map(({ delegation }) => delegation.id)).toEqual([
    'mine',
    'theirs',
    'gone',
    'soon',
    'long',
    'over',
  ]);
});

test('a delegation ends soon in its last thirty days', () => {
  expect(standingOf(line('a', 'accepted', { until: '2026-12-23' }), now)).toBe('ending soon');
  expect(standingOf(line('a', 'accepted', { until: '2026-12-24' }), now)).toBe('running');
});

test('of what is over, the last twenty are enough', () => {
  expect(
    inDeskOrder(
      Array.from({ length: 30 }, (_, place) => line(String(place), 'ended')),
      now,
    ),
  ).toHaveLength(20);
});
