import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import type { Moment } from '#kernel/time';
import { answer, type CallId, end } from './call.ts';
import { endCallInput, numberInput, outcomeInput, ownerInput } from './call-input.ts';

const id = newId();
const now = '2026-05-04T08:00:00.000Z' as Moment;

test('the shortest call is which one and how it ended', () => {
  const read = endCallInput.parse({ call: id, outcome: { kind: 'answered question' } });
  expect(read).toMatchObject({
    patient: null,
    caller: { kind: 'patient', name: null },
    reason: '',
    haste: null,
    toldAboutPatient: false,
  });
});

test('what the screen sends is what the call is ended with', () => {
  const ringing = { id: id as CallId, direction: 'in', number: null, rangAt: now, state: 'ringing' } as const;
  const call = must(answer(ringing, id as PersonId, now));
  const { call: _, ...record } = endCallInput.parse({
    call: id,
    reason: 'asks about opening hours',
    outcome: { kind: 'answered question' },
  });
  expect(end(call, record, { repeated: undefined, mayBeTold: null }, id as PersonId, now).ok).toBe(true);
});

test('a promise to ring back has a number that can be rung, a clock, an owner and a deputy', () => {
  const owner = { kind: 'person', person: id };
  const deputy = { kind: 'station', station: 'reception' };
  const promise = { by: '2026-05-04T09:00:00Z', owner, deputy, number: '912 34 567' };
  const read = outcomeInput.parse({ kind: 'call back', promise });
  expect(read).toMatchObject({ promise: { by: '2026-05-04T09:00:00.000Z', number: '+4791234567' } });
  expect(outcomeInput.safeParse({ kind: 'call back', promise: { ...promise, number: '912' } }).success).toBe(false);
  expect(outcomeInput.safeParse({ kind: 'call back', promise: { ...promise, deputy: null } }).success).toBe(false);
});

test('nobody is not an owner', () => {
  expect(ownerInput.safeParse({ kind: 'nobody' }).success).toBe(false);
  expect(ownerInput.safeParse({ kind: 'station', station: 'laboratory' }).success).toBe(true);
});

test('a wrong number says what is wrong with it', () => {
  expect(numberInput.parse('116117')).toBe('116117' as TelephoneNumber);
  expect(numberInput.safeParse('abc').error?.issues[0]?.message).toBe('format');
});

test('an outcome that the clinic does not know is refused', () => {
  expect(outcomeInput.safeParse({ kind: 'hung up on' }).success).toBe(false);
  expect(endCallInput.safeParse({ call: id }).success).toBe(false);
});
