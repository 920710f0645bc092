/** Haste grades (hastegrad) and how soon each is to be offered a time, by date and source. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type HasteGrade = 1 | 2 | 3;

/** The latest day, counted from the first contact: calendar days for what hastens, working days for what can wait. */
export type OfferLimit =
  | { readonly kind: 'calendar days'; readonly days: number }
  | { readonly kind: 'working days'; readonly days: number };

export type HasteRule = { readonly grade: HasteGrade; readonly words: Words; readonly limit: OfferLimit };

/** Grades 1–3 of the basic data set; grade 3 has no limit there, so the duty of the fastlege is its limit. */
export const hasteRules: readonly Dated<readonly HasteRule[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Volven, Definisjonskatalog for allmennlegetjenesten (begrep 632 Hastegrad): same day, 1–3 days, more than 3 days. ' +
      'Fastlegeforskriften FOR-2025-12-02-2405 § 22: normally within five working days.',
    value: [
      {
        grade: 1,
        words: { nb: 'Samme dag', en: 'Same day' },
        limit: { kind: 'calendar days', days: 0 },
      },
      {
        grade: 2,
        words: { nb: '1–3 dager', en: '1–3 days' },
        limit: { kind: 'calendar days', days: 3 },
      },
      {
        grade: 3,
        words: { nb: 'Kan vente', en: 'Can wait' },
        limit: { kind: 'working days', days: 5 },
      },
    ],
  },
];

/** The five-day meter's limit; the same for everyone whatever the haste grade. */
export const offerLimits: readonly Dated<{ readonly workingDays: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Fastlegeforskriften FOR-2025-12-02-2405 § 22: consultation normally offered within five working days.',
    value: { workingDays: 5 },
  },
];

/** How long a wish that got no time stays the same wish; after that the patient asks anew. */
export const wishLives: readonly Dated<{ readonly days: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026, approved by the responsible doctor.',
    value: { days: 30 },
  },
];
