/** A call while it is being written: what has been typed, and what will be sent. */

import type { PersonId } from '#kernel/ids';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { Elsewhere, Outcome } from './call.ts';
import type { RepeatAnswer } from './repeat-caller.ts';
import type { CallerKind } from './right-to-know.ts';

export type CallDraft = {
  readonly patient: PatientId | null;
  readonly caller: CallerKind;
  readonly number: string;
  readonly reason: string;
  readonly haste: 1 | 2 | 3 | null;
  readonly outcome: Outcome['kind'] | null;
  readonly withinMinutes: number;
  readonly ringsBack: 'reception' | 'doctors' | 'laboratory';
  readonly to: PersonId | null;
  readonly text: string;
  readonly where: Elsewhere;
  readonly hasSafetyNet: boolean;
  readonly isUnderstood: boolean;
  readonly repeat: RepeatAnswer | null;
};

export const emptyDraft: CallDraft = {
  patient: null,
  caller: 'patient',
  number: '',
  reason: '',
  haste: null,
  outcome: null,
  withinMinutes: 60,
  ringsBack: 'reception',
  to: null,
  text: '',
  where: 'out-of-hours service',
  hasSafetyNet: false,
  isUnderstood: false,
  repeat: null,
};

/** Which outcomes are chosen by a letter on this screen; booking is done on its own screen. */
export const outcomeKeys = [
  ['r', 'call back'],
  ['s', 'answered question'],
  ['a', 'advice'],
  ['l', 'to doctor'],
  ['b', 'message'],
  ['h', 'referred elsewhere'],
] as const satisfies readonly (readonly [string, Outcome['kind']])[];

/** What is sent; nothing until an outcome is chosen. */
export function inputOf(draft: CallDraft, now: Moment) {
  const outcome = outcomeOf(draft, now);
  if (!outcome) return undefined;
  return {
    patient: draft.patient,
    caller: { kind: draft.caller, name: null },
    number: draft.number.trim() || null,
    reason: draft.reason,
    haste: draft.haste,
    outcome,
    repeat: draft.repeat,
    noteText: draft.outcome === 'advice' ? draft.text : '',
  };
}

function outcomeOf(draft: CallDraft, now: Moment) {
  const station = { kind: 'station', station: draft.ringsBack } as const;
  const deputy = { kind: 'station', station: draft.ringsBack === 'reception' ? 'doctors' : 'reception' } as const;
  switch (draft.outcome) {
    case 'call back':
      return {
        kind: 'call back',
        promise: { by: addMinutes(now, draft.withinMinutes), owner: station, deputy, number: draft.number },
      } as const;
    case 'advice':
      return {
        kind: 'advice',
        isHealthcare: true,
        hasSafetyNet: draft.hasSafetyNet,
        isUnderstood: draft.isUnderstood,
      } as const;
    case 'to doctor':
      return draft.to ? ({ kind: 'to doctor', doctor: draft.to } as const) : undefined;
    case 'message':
      return draft.to ? ({ kind: 'message', to: draft.to, text: draft.text } as const) : undefined;
    case 'referred elsewhere':
      return { kind: 'referred elsewhere', where: draft.where } as const;
    case '113':
      return { kind: '113', calledAt: now, calledBy: 'clinic' } as const;
    case 'answered question':
      return { kind: 'answered question' } as const;
    default:
      return undefined;
  }
}
