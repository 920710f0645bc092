/** All duties of the job description (stillingsbeskrivelsen), in its order, and the way to one of them by name. */

import { z } from 'zod';
import type { Duty, DutyId, DutyRoom } from './duty.ts';
import { dutiesOf } from './duty-line.ts';
import { general } from './general.table.ts';
import { generalWords } from './general.texts.ts';
import { generalRoutines } from './general-routine.texts.ts';
import { laboratory } from './laboratory.table.ts';
import { laboratoryWords } from './laboratory.texts.ts';
import { laboratoryRoutines } from './laboratory-routine.texts.ts';
import { reception } from './reception.table.ts';
import { receptionWords } from './reception.texts.ts';
import { receptionRoutines } from './reception-routine.texts.ts';
import { treatment } from './treatment.table.ts';
import { treatmentWords } from './treatment.texts.ts';
import { treatmentRoutines } from './treatment-routine.texts.ts';

/** Every line of the job description, by part and in order, before any local adaptation. */
export const duties: readonly Duty[] = [
  ...dutiesOf('reception', reception, receptionWords, receptionRoutines),
  ...dutiesOf('laboratory', laboratory, laboratoryWords, laboratoryRoutines),
  ...dutiesOf('treatment', treatment, treatmentWords, treatmentRoutines),
  ...dutiesOf('general', general, generalWords, generalRoutines),
];

export const dutyIds: readonly DutyId[] = duties.map((duty) => duty.id);
export const dutyIdSchema = z.enum(dutyIds);

const byId = new Map<string, Duty>(duties.map((duty) => [duty.id, duty]));

/** The duty of that name; every `DutyId` has one. */
export function dutyOf(id: DutyId): Duty {
  const duty = byId.get(id);
  if (!duty) throw new Error(`no such duty: ${id}`);
  return duty;
}

export function dutiesIn(room: DutyRoom): readonly Duty[] {
  return duties.filter((duty) => duty.room === room);
}
