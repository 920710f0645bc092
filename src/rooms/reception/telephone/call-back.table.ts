/** How many times one tries before something else is done, by date and source. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** After so many unanswered attempts on at least so many days, the doctor is told and a letter is sent. */
export type AttemptRule = { readonly attempts: number; readonly days: number };

export const attemptRules: readonly Dated<AttemptRule>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026, approved by the responsible doctor.',
    value: { attempts: 3, days: 2 },
  },
];
