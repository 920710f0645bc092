/** What a screen sends when a call is recorded; six keys are enough, so most has a default. */

import { z } from 'zod';
import type { EntryId } from '#journal';
import type { PersonId } from '#kernel/ids';
import { idInput, lineInput, momentInput, optionalLine } from '#kernel/inputs';
import { readTelephone, type TelephoneNumber } from '#kernel/telephone';
import { type Moment, momentOf } from '#kernel/time';
import { type Owner, stations } from '#loops';
import type { PatientId } from '#patients';
import type { AppointmentId } from '../appointments/appointment.ts';
import { type CallId, criterion, elsewhere } from './call.ts';
import { callerKinds } from './right-to-know.ts';

/** Moments are compared as text, so a moment without milliseconds is written out in full. */
const moment = momentInput.transform((text): Moment => momentOf(new Date(text)));

/** A telephone number as it is typed, kept as the kernel keeps it. */
export const numberInput = z.string().transform((typed, context): TelephoneNumber => {
  const read = readTelephone(typed);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.why });
  return z.NEVER;
});

export const ownerInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: idInput<PersonId>() }),
  z.object({ kind: z.literal('station'), station: z.enum(stations) }),
]) satisfies z.ZodType<Owner>;

export const outcomeInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('advice'),
    isHealthcare: z.boolean(),
    note: idInput<EntryId>().nullable().default(null),
    hasSafetyNet: z.boolean().default(false),
    isUnderstood: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('booked'), appointment: idInput<AppointmentId>() }),
  z.object({
    kind: z.literal('call back'),
    promise: z.object({ by: moment, owner: ownerInput, deputy: ownerInput, number: numberInput }),
  }),
  z.object({ kind: z.literal('to doctor'), doctor: idInput<PersonId>() }),
  z.object({ kind: z.literal('113'), calledAt: moment, calledBy: z.enum(['clinic', 'caller']) }),
  z.object({ kind: z.literal('message'), to: idInput<PersonId>(), text: lineInput(500) }),
  z.object({ kind: z.literal('referred elsewhere'), where: z.enum(elsewhere) }),
  z.object({ kind: z.literal('answered question') }),
]);

export const repeatInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('raised') }),
  z.object({ kind: z.literal('another matter') }),
  z.object({ kind: z.literal('not raised'), because: lineInput(200) }),
]);

/** The reason may be empty here: a 113 call is ended before it is described. */
export const endCallInput = z.object({
  call: idInput<CallId>(),
  patient: idInput<PatientId>().nullable().default(null),
  caller: z.object({ kind: z.enum(callerKinds), name: optionalLine(80) }).default({ kind: 'patient', name: null }),
  reason: z.string().trim().max(300).default(''),
  criterion: criterion.nullable().default(null),
  haste: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .nullable()
    .default(null),
  outcome: outcomeInput,
  repeat: repeatInput.nullable().default(null),
  toldAboutPatient: z.boolean().default(false),
});
