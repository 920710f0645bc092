/** The description of a rule that computes: what the screen shows beside a number, so that anyone can check it. */

import type { Words } from './texts.ts';

/** `id` and `year` are kept with every result, so that an old result shows the rule it was computed with. */
export type Rule = {
  readonly id: string;
  readonly name: Words;
  /** The formula or limits in words. */
  readonly formula: Words;
  readonly source: string;
  /** Year of the source, which is the version of the rule. */
  readonly year: number;
};
