import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { addMinutes, type Moment, minutesBetween } from '#kernel/time';
import type { HerId } from './address.ts';
import type { AppRec } from './apprec.ts';
import { code } from './coded.ts';
import {
  answerBy,
  failedToHandOver,
  handOver,
  markOverdue,
  needsPerson,
  type OutgoingId,
  type OutgoingLetter,
  outgoingNext,
  sameNumber,
  settle,
  takeReceipt,
  type Written,
} from './outgoing-letter.ts';
import type { Party } from './party.ts';

const generated = '2026-03-11T12:00:00.000Z' as Moment;
const after = (hours: number) => addMinutes(generated, hours * 60);
const written: Written = {
  id: 'letter' as OutgoingId,
  messageId: '0D8E3F55-4444-4B0E-A1F3-5C6A0B0BC001',
  type: 'REQ_LAB',
  to: '8990011' as HerId,
  generated,
  state: 'written',
  failedAttempts: 0,
};
const nobody: Party = {
  is: 'organisation',
  kind: null,
  name: null,
  identifier: null,
  otherIdentifiers: [],
  departments: [],
  persons: [],
  speciality: null,
  address: null,
};
const receipt = (status: string, id = '{0d8e3f55-4444-4b0e-a1f3-5c6a0b0bc001}'): AppRec => ({
  version: '1.1',
  id: `receipt-${status}`,
  generated: after(1),
  software: null,
  sender: { role: null, party: nobody },
  receiver: { role: null, party: nobody },
  status: code(8258, status, null),
  errors: status === '2' ? [code(8221, 'E35', 'Pasienten finnes ikke i mottakersystemet')] : [],
  original: { type: null, issued: generated, id },
});
const sent = must(handOver(written, after(0)));
const overdue = must(markOverdue(sent, after(97)));
const rejected = must(takeReceipt(sent, receipt('2'), after(1)));
const settlement = { by: 'secretary' as PersonId, at: after(100), how: 'told by telephone' as const };

test('a letter that the carrier has taken waits ninety-six hours for its receipt', () => {
  expect(sent).toMatchObject({ state: 'handed over', handedOverAt: after(0), answerBy: after(96) });
  expect('failedAttempts' in sent).toBe(false);
});

test('the clock runs from the letter’s own date, however late it was handed over', () => {
  expect(must(handOver(written, after(50))).answerBy).toBe(after(96));
});

test('the hours are of the clock, over the change to summer time too', () => {
  const saturday = '2026-03-28T12:00:00.000Z' as Moment;
  expect(minutesBetween(saturday, answerBy(saturday))).toBe(96 * 60);
});

test('a letter is handed over once', () => {
  expect(handOver(sent, after(1))).toEqual({ ok: false, why: 'handed over already' });
});

test('a letter that the carrier did not take is counted and stays to be sent', () => {
  expect(must(failedToHandOver(must(failedToHandOver(written))))).toMatchObject({
    state: 'written',
    failedAttempts: 2,
  });
  expect(failedToHandOver(sent)).toEqual({ ok: false, why: 'handed over already' });
});

test('a good receipt closes the matter', () => {
  expect(takeReceipt(sent, receipt('1'), after(2))).toMatchObject({
    ok: true,
    value: { state: 'received', wasLate: false, receipt: { receiptId: 'receipt-1' } },
  });
});

test('a receipt is known by the letter’s number, however it is written', () => {
  expect(sameNumber('{ABC-1}', ' abc-1 ')).toBe(true);
  expect(sameNumber('abc-1', 'abc-2')).toBe(false);
  expect(takeReceipt(sent, receipt('1', 'another'), after(2))).toEqual({ ok: false, why: 'answers another message' });
});

test('a rejection needs a person and keeps the reasons', () => {
  expect(rejected).toMatchObject({ state: 'rejected', outcome: 'rejected', receipt: { errors: [{ code: 'E35' }] } });
  expect(needsPerson(rejected)).toBe(true);
});

test('a partial rejection and a status that nobody knows need a person too', () => {
  expect(must(takeReceipt(sent, receipt('3'), after(1)))).toMatchObject({
    state: 'rejected',
    outcome: 'partly rejected',
  });
  expect(must(takeReceipt(sent, receipt('8'), after(1)))).toMatchObject({
    state: 'rejected',
    outcome: 'status not known',
  });
});

test('a letter that was never sent has no receipt and no deadline', () => {
  expect(takeReceipt(written, receipt('1'), after(1))).toEqual({ ok: false, why: 'not handed over' });
  expect(markOverdue(written, after(200))).toEqual({ ok: false, why: 'not handed over' });
});

test('a letter is overdue after ninety-six hours, not at them', () => {
  expect(markOverdue(sent, after(96))).toEqual({ ok: false, why: 'not overdue' });
  expect(must(markOverdue(sent, addMinutes(after(96), 1)))).toMatchObject({ state: 'overdue' });
  expect(needsPerson(overdue)).toBe(true);
  expect(needsPerson(sent)).toBe(false);
});

test('a letter that was answered is not overdue', () => {
  expect(markOverdue(must(takeReceipt(sent, receipt('1'), after(1))), after(200))).toEqual({
    ok: false,
    why: 'answered already',
  });
  expect(markOverdue(overdue, after(200))).toEqual({ ok: false, why: 'answered already' });
});

test('a receipt that comes late is taken all the same', () => {
  expect(must(takeReceipt(overdue, receipt('1'), after(120)))).toMatchObject({ state: 'received', wasLate: true });
  expect(must(takeReceipt(overdue, receipt('2'), after(120)))).toMatchObject({ state: 'rejected' });
});

test('a second receipt changes nothing that the first one said', () => {
  expect(takeReceipt(rejected, receipt('1'), after(3))).toEqual({ ok: false, why: 'answered already' });
  expect(takeReceipt(must(takeReceipt(sent, receipt('1'), after(1))), receipt('2'), after(3))).toEqual({
    ok: false,
    why: 'answered already',
  });
});

test('a person settles what did not arrive, and says how', () => {
  expect(must(settle(overdue, settlement))).toMatchObject({ state: 'settled', settlement, lateReceipt: null });
  expect(must(settle(rejected, settlement))).toMatchObject({
    state: 'settled',
    lateReceipt: { receiptId: 'receipt-2' },
  });
});

test('there is nothing to settle about a letter under way', () => {
  expect(settle(sent, settlement)).toEqual({ ok: false, why: 'not overdue' });
  expect(settle(written, settlement)).toEqual({ ok: false, why: 'not overdue' });
  expect(settle(must(settle(overdue, settlement)), settlement)).toEqual({ ok: false, why: 'settled already' });
});

test('a settled letter keeps the receipt that comes afterwards, once', () => {
  const settled = must(settle(overdue, settlement));
  const late = must(takeReceipt(settled, receipt('1'), after(130)));
  expect(late).toMatchObject({ state: 'settled', lateReceipt: { receiptId: 'receipt-1' } });
  expect(takeReceipt(late, receipt('1'), after(140))).toEqual({ ok: false, why: 'answered already' });
});

test('whatever happens to a letter, it goes only where the table lets it', () => {
  const acts: readonly ((letter: OutgoingLetter, hours: number) => Result<OutgoingLetter>)[] = [
    (letter, hours) => handOver(letter, after(hours)),
    (letter) => failedToHandOver(letter),
    (letter, hours) => markOverdue(letter, after(hours)),
    (letter, hours) => takeReceipt(letter, receipt('1'), after(hours)),
    (letter, hours) => takeReceipt(letter, receipt('2'), after(hours)),
    (letter) => settle(letter, settlement),
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(200)), { maxLength: 15 }), (steps) => {
      let letter: OutgoingLetter = written;
      for (const [act, hours] of steps) {
        const done: Result<OutgoingLetter> | undefined = acts[act]?.(letter, hours);
        if (!done?.ok) continue;
        const allowed: readonly string[] = outgoingNext[letter.state];
        expect(allowed).toContain(done.value.state);
        letter = done.value;
      }
      expect(letter.messageId).toBe(written.messageId);
    }),
  );
});
