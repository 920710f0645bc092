import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import {
  type Arrived,
  close,
  type IncomingId,
  type IncomingLetter,
  incomingNext,
  markAnswered,
  takeIn,
} from './incoming-letter.ts';

const now = '2026-03-11T12:00:00.000Z' as Moment;
const person = 'secretary' as PersonId;
const arrived = (id = 'one'): Arrived => ({
  id: id as IncomingId,
  arrivedAt: now,
  fileId: `file-${id}`,
  state: 'arrived',
});
const good = { kind: 'svarrapport', messageId: 'M-1', outcome: 'accepted' } as const;
const bad = { kind: 'svarrapport', messageId: 'M-1', outcome: 'rejected' } as const;
const read = must(takeIn(arrived(), good, [], now));
const readBad = must(takeIn(arrived(), bad, [], now));
const answered = must(markAnswered(read, 'receipt', now));

test('a letter that has come in is read once, and its file stays with it', () => {
  expect(read).toEqual({ id: 'one', arrivedAt: now, fileId: 'file-one', ...good, state: 'read', readAt: now });
  expect(takeIn(read, good, [], now)).toEqual({ ok: false, why: 'read already' });
});

test('a letter that came before is not filed twice', () => {
  expect(must(takeIn(arrived('two'), { ...good, messageId: '{m-1}' }, [read], now))).toMatchObject({
    state: 'repeated',
    of: 'one',
  });
  expect(must(takeIn(arrived('two'), good, [answered], now))).toMatchObject({ state: 'repeated' });
});

test('a letter that was damaged the first time is taken in when it comes whole', () => {
  expect(must(takeIn(arrived('two'), good, [readBad], now))).toMatchObject({ state: 'read' });
});

test('a letter with another number, or none, is another letter', () => {
  expect(must(takeIn(arrived('two'), { ...good, messageId: 'M-2' }, [read], now)).state).toBe('read');
  expect(must(takeIn(arrived('two'), { ...good, messageId: null }, [read], now)).state).toBe('read');
  expect(must(takeIn(arrived('two'), good, [arrived('three')], now)).state).toBe('read');
});

test('a letter is answered once, after it is read', () => {
  expect(answered).toMatchObject({ state: 'answered', receiptId: 'receipt', answeredAt: now });
  expect('readAt' in answered).toBe(false);
  expect(markAnswered(arrived(), 'x', now)).toEqual({ ok: false, why: 'not read yet' });
  expect(markAnswered(answered, 'x', now)).toEqual({ ok: false, why: 'answered already' });
});

test('a receipt is never answered', () => {
  const receipt = must(takeIn(arrived(), { ...good, kind: 'APPREC' }, [], now));
  expect(markAnswered(receipt, 'x', now)).toEqual({ ok: false, why: 'never answered' });
  expect(must(close(receipt, 'automatic', now)).state).toBe('closed');
});

test('an accepted letter may be filed by itself, a rejected one only by a person who has seen it', () => {
  expect(must(close(answered, 'automatic', now))).toMatchObject({ state: 'closed', by: 'automatic' });
  expect(close(must(markAnswered(readBad, 'x', now)), 'automatic', now)).toEqual({ ok: false, why: 'needs person' });
  expect(must(close(readBad, person, now))).toMatchObject({ by: person });
});

test('a repeated letter may be closed by itself, whatever it was', () => {
  const repeated = must(takeIn(arrived('two'), bad, [read], now));
  expect(repeated.state).toBe('repeated');
  expect(must(close(repeated, 'automatic', now)).state).toBe('closed');
});

test('what has not been read or is closed is not closed', () => {
  expect(close(arrived(), person, now)).toEqual({ ok: false, why: 'not read yet' });
  expect(close(must(close(answered, person, now)), person, now)).toEqual({ ok: false, why: 'settled already' });
});

test('every step is in the table of what may follow what', () => {
  const steps: readonly (readonly [IncomingLetter, IncomingLetter])[] = [
    [arrived(), read],
    [arrived('two'), must(takeIn(arrived('two'), good, [read], now))],
    [read, answered],
    [read, must(close(read, person, now))],
    [answered, must(close(answered, person, now))],
  ];
  for (const [before, after] of steps) {
    const allowed: readonly string[] = incomingNext[before.state];
    expect(allowed).toContain(after.state);
  }
});
