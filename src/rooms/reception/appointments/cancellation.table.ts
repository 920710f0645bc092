/** How much notice a cancellation needs, by date and source; the fee itself belongs to the money room. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { FragileSign } from './cancellation.ts';
import type { NoticeRule } from './notice.ts';

export const noticeRules: readonly Dated<NoticeRule>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Stønadsforskriften FOR-2024-06-26-1322, merknad B2: absent without notice, or cancelled later than 24 hours before.',
    value: { hours: 24 },
  },
];

/** Patients whom one rings before anyone speaks of a fee. */
export const fragileSigns: readonly Dated<readonly FragileSign[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026, approved by the responsible doctor.',
    value: ['frail', 'mental health', 'dementia', 'pregnant', 'child', 'anticoagulated', 'urgent haste'],
  },
];
