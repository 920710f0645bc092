/** What the assessor types for a sign-off. */

import { z } from 'zod';
import { deviceKinds } from '#equipment';
import { dayInput } from '#kernel/inputs';

export const signOffForm = z.object({
  level: z.enum(['0', '1', '2', '3', '4']),
  observed: z.int().min(0).max(1000),
  words: z.string().trim().max(1000),
  device: z.enum(deviceKinds).nullable().default(null),
  from: dayInput,
  until: dayInput.nullable().default(null),
});
export type SignOffForm = z.output<typeof signOffForm>;

/** As the command takes it: what is left empty is not sent. */
export function signOffOf({ level, device, until, ...seen }: SignOffForm) {
  return {
    ...seen,
    level: Number(level) as 0 | 1 | 2 | 3 | 4,
    ...(device ? { device } : {}),
    ...(until ? { until } : {}),
  };
}
