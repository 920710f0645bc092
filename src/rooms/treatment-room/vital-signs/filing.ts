/** A filing (føring): what was measured on a patient at one time, what it showed, and the note that tells it. Never changed. */

import type { EntryId } from '#journal';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { OrderableCode, OrderId } from '#orders';
import type { PatientId } from '#patients';
import type { Finding, Taken } from './measuring.ts';

export type FilingId = Id<'VitalSigns'>;
export type Filing = {
  readonly id: FilingId;
  readonly patient: PatientId;
  readonly taken: Taken;
  readonly finding: Finding;
  readonly measuredAt: Moment;
  readonly performer: PersonId;
  /** The doctor who ordered it. */
  readonly decider: PersonId | null;
  readonly order: OrderId | null;
  readonly number: number | null;
  readonly entry: EntryId;
};

/** Which orders a kind of measurement answers. */
export const answers: Readonly<Record<Taken['kind'], OrderableCode>> = {
  'blood pressure': 'blood-pressure',
  'vital signs': 'vital-signs',
  saturation: 'saturation',
};
export type FilingRefusal = 'order not found' | 'order of another patient' | 'not what was ordered';
