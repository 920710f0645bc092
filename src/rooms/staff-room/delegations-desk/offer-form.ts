/** What the doctor types when delegating; the stop rules stand one on each line. */

import { z } from 'zod';
import { duties, isDelegable } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput } from '#kernel/inputs';
import { type OfferInput, offerInput } from '#staff';

export const offerForm = z.object({
  delegate: idInput<PersonId>(),
  duty: offerInput.shape.duty,
  task: lineInput(400),
  patients: lineInput(400),
  stopRules: z.string().trim().min(1),
  atMost: z.int().positive().nullable().default(null),
  from: dayInput,
  until: dayInput.nullable().default(null),
});
export type OfferForm = z.output<typeof offerForm>;

export function offerOf({ stopRules, atMost, until, ...form }: OfferForm): OfferInput {
  const rules = stopRules
    .split('\n')
    .map((rule) => rule.trim())
    .filter(Boolean);
  return { ...form, act: 'perform', stopRules: rules, ...(atMost ? { atMost } : {}), ...(until ? { until } : {}) };
}

/** The duties that a doctor can hand over at all. */
export const delegableDuties = duties
  .filter((duty) => isDelegable(duty, 'perform'))
  .map(({ id, name }) => ({ id, name }));
