/** How sure one wants to be before a change between two results counts as real. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type Certainty = 'two-sided 95 %' | 'one-sided 95 %' | 'two-sided 99 %';

export const zOfCertainty: Dated<Readonly<Record<Certainty, number>>> = {
  from: '2012-01-01' as IsoDate,
  source: 'Fraser CG. Reference change values. Clin Chem Lab Med 2012;50:807–12',
  value: { 'two-sided 95 %': 1.96, 'one-sided 95 %': 1.65, 'two-sided 99 %': 2.58 },
};
