/** How the clinic has made the kinds of appointment its own: other lengths, other words, or not offered here. */

import { z } from 'zod';
import type { AppointmentType, AppointmentTypeCode } from './appointment-type.ts';
import { appointmentTypeCodes } from './appointment-type.ts';

const words = z.object({ nb: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(600) });

export const typeChange = z.object({
  code: z.enum(appointmentTypeCodes),
  minutes: z.int().min(5).max(240).optional(),
  name: words.optional(),
  /** Nothing to say to the patient is `null`. */
  preparation: words.nullable().optional(),
  isOff: z.boolean().optional(),
});
export type TypeChange = z.output<typeof typeChange>;
export type TypeAdaptation = Readonly<Partial<Record<AppointmentTypeCode, Omit<TypeChange, 'code'>>>>;

/** The kinds as they are here; one that is switched off is left out. */
export function adaptedTypes(types: readonly AppointmentType[], adaptation: TypeAdaptation): AppointmentType[] {
  return types.flatMap((type) => {
    const change = adaptation[type.code];
    if (!change) return [type];
    if (change.isOff) return [];
    const { minutes = type.minutes, name = type.name } = change;
    const preparation = change.preparation === undefined ? type.preparation : change.preparation;
    return [{ ...type, minutes, name, preparation }];
  });
}

/** What was changed before stays, and the new change is laid on top. */
export function withChange(adaptation: TypeAdaptation, { code, ...change }: TypeChange): TypeAdaptation {
  return { ...adaptation, [code]: { ...adaptation[code], ...change } };
}
