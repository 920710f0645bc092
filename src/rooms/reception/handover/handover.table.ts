/** When the day is handed over and how long the reading may take, by date and source. */

import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** `wordsPerMinute` is reading aloud at an ordinary pace. */
export type HandoverRule = { readonly at: TimeOfDay; readonly wordsPerMinute: number; readonly readingMinutes: number };

export const handoverRules: readonly Dated<HandoverRule>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026: hand-over at 15:30, read aloud in at most three minutes.',
    value: { at: '15:30' as TimeOfDay, wordsPerMinute: 150, readingMinutes: 3 },
  },
];
