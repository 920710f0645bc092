/** The ages of a child's rights on a day. */

import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type AgeRights, ageRights } from './age-right.table.ts';

/** A day before the table is judged by its first row, never by no rule. */
export function rightsOn(day: IsoDate): AgeRights {
  const rule = validOn(ageRights, day) ?? ageRights[0];
  if (!rule) throw new Error('no ages are set');
  return rule.value;
}
