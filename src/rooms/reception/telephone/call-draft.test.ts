import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type CallDraft, emptyDraft, inputOf } from './call-draft.ts';

const now = '2026-11-23T08:00:00.000Z' as Moment;
const draft = (change: Partial<CallDraft>): CallDraft => ({
  ...emptyDraft,
  reason: 'feber',
  number: '91234567',
  ...change,
});

test('nothing is sent before an outcome is chosen, or while it lacks its receiver', () => {
  expect(inputOf(draft({}), now)).toBeUndefined();
  expect(inputOf(draft({ outcome: 'message' }), now)).toBeUndefined();
  expect(inputOf(draft({ outcome: 'to doctor' }), now)).toBeUndefined();
});

test('a promise is counted from now, with an owner and a deputy that are two', () => {
  const sent = inputOf(draft({ outcome: 'call back', withinMinutes: 30, ringsBack: 'reception' }), now);
  expect(sent?.outcome).toMatchObject({
    kind: 'call back',
    promise: {
      by: '2026-11-23T08:30:00.000Z',
      owner: { station: 'reception' },
      deputy: { station: 'doctors' },
      number: '91234567',
    },
  });
});

test('advice carries its note; other outcomes carry none', () => {
  const advice = inputOf(
    draft({ outcome: 'advice', text: 'Ro og væske', hasSafetyNet: true, isUnderstood: true }),
    now,
  );
  expect(advice).toMatchObject({
    noteText: 'Ro og væske',
    outcome: { kind: 'advice', isHealthcare: true, hasSafetyNet: true },
  });
  const message = inputOf(draft({ outcome: 'message', text: 'ring meg', to: 'someone' as PersonId }), now);
  expect(message).toMatchObject({ noteText: '', outcome: { kind: 'message', text: 'ring meg' } });
});

test('an emergency is sent as called by the clinic', () => {
  expect(inputOf(draft({ outcome: '113' }), now)?.outcome).toEqual({ kind: '113', calledAt: now, calledBy: 'clinic' });
});
