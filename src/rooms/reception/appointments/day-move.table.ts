/** How far ahead a new time is sought when a day is moved, and how long a patient has to answer an offer that was sent. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export const moveHorizons: readonly Dated<{ readonly days: number; readonly answerMinutes: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026, approved by the responsible doctor.',
    value: { days: 60, answerMinutes: 240 },
  },
];
