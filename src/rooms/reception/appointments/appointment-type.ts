/** A kind of appointment (timetype): how long it takes, what it needs, what the patient must do before, what one asks at arrival. */

import type { Words } from '#kernel/texts';
import type { IsoDate, TimeOfDay } from '#kernel/time';
import { type Dated, validOn } from '#kernel/validity';
import type { BookKind, SessionKind } from './book.ts';

export const appointmentTypeCodes = [
  'consultation',
  'double-consultation',
  'urgent-consultation',
  'telephone-consultation',
  'video-consultation',
  'minor-surgery',
  'blood-sampling',
  'blood-sampling-fasting',
  'inr',
  'blood-pressure',
  'home-blood-pressure',
  'orthostatic',
  'ecg',
  'spirometry',
  'audiometry',
  'ankle-arm-index',
  'vaccine',
  'injection',
  'wound-care',
  'suture-removal',
  'ear-and-eye',
  'cryotherapy',
] as const;
export type AppointmentTypeCode = (typeof appointmentTypeCodes)[number];

/** How the patient meets: by attendance, by telephone or by video. */
export type Meeting = 'attendance' | 'telephone' | 'video';

/** A question that the desk asks at arrival; `stopsOn` is the answer with which the appointment may be in vain. */
export type ArrivalQuestion = { readonly code: string; readonly words: Words; readonly stopsOn: 'yes' | 'no' };

export type AppointmentType = {
  readonly code: AppointmentTypeCode;
  readonly name: Words;
  readonly minutes: number;
  readonly meeting: Meeting;
  /** Every book kind that is busy meanwhile; the first one's grid gives the starts. */
  readonly needs: readonly [BookKind, ...BookKind[]];
  /** The sessions in which it may be booked. */
  readonly sessions: readonly [SessionKind, ...SessionKind[]];
  /** Local time of day before which, or after which, it may not start. */
  readonly earliestStart?: TimeOfDay;
  readonly latestStart?: TimeOfDay;
  /** ISO weekdays on which it may be booked; all when absent. */
  readonly weekdays?: readonly number[];
  /** Said by telephone or sent inside the journal's own dialogue, never by SMS: it tells what the appointment is for. */
  readonly preparation: Words | null;
  readonly askAtArrival: readonly ArrivalQuestion[];
};

/** The clinic's kinds of appointment that hold on the day. */
export function appointmentTypesOn(
  periods: readonly Dated<readonly AppointmentType[]>[],
  day: IsoDate,
): readonly AppointmentType[] {
  return validOn(periods, day)?.value ?? [];
}

export function appointmentTypeOf(
  periods: readonly Dated<readonly AppointmentType[]>[],
  code: AppointmentTypeCode,
  day: IsoDate,
): AppointmentType | undefined {
  return appointmentTypesOn(periods, day).find((type) => type.code === code);
}

/** The same kind with more time, for an interpreter or for someone who needs it; never less than the type's own. */
export function withExtraTime(type: AppointmentType, extraMinutes: number): AppointmentType {
  return extraMinutes > 0 ? { ...type, minutes: type.minutes + extraMinutes } : type;
}

/** An answer that makes the visit doubtful, such as a patient who has eaten before a fasting sample. */
export function stoppingAnswers(
  type: AppointmentType,
  answers: Readonly<Record<string, 'yes' | 'no'>>,
): readonly ArrivalQuestion[] {
  return type.askAtArrival.filter((question) => answers[question.code] === question.stopsOn);
}

/** The questions that nobody has answered yet. */
export function openQuestions(
  type: AppointmentType,
  answers: Readonly<Record<string, 'yes' | 'no'>>,
): readonly ArrivalQuestion[] {
  return type.askAtArrival.filter((question) => answers[question.code] === undefined);
}
