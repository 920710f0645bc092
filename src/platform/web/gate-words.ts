/** The clinic's own sentences for why the gate said no; platform knows none of them, the front door hands them over. */

import type { Facts } from '#kernel/result';
import type { Language } from '#kernel/texts';

export type GateWords = (language: Language, why: string, facts: Facts) => string | undefined;
let given: GateWords | undefined;

export function setGateWords(words: GateWords): void {
  given = words;
}

/** Nothing until they have been loaded, or for a reason that is not theirs. */
export const gateWords: GateWords = (language, why, facts) => given?.(language, why, facts);
