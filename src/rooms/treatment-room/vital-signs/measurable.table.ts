/** What a device at the chair can show, and how soon a doctor must have answered a stop. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type Span = { readonly from: number; readonly until: number };
export const signs = ['systolic', 'diastolic', 'pulse', 'celsius', 'respiration', 'saturation'] as const;
export type Sign = (typeof signs)[number];

/** A number outside is a mistyping or a fault of the device; it is measured again, never filed. */
export const measurable: Dated<Readonly<Record<Sign, Span>>> = {
  from: '2026-01-01' as IsoDate,
  source: 'clinic rule: the spans that common automatic devices show, as a guard against mistyping (2026)',
  value: {
    systolic: { from: 50, until: 300 },
    diastolic: { from: 20, until: 200 },
    pulse: { from: 20, until: 250 },
    celsius: { from: 25, until: 44 },
    respiration: { from: 3, until: 80 },
    saturation: { from: 50, until: 100 },
  },
};

/** Minutes from the filing until a doctor must have answered. */
export const doctorAnswersWithinMinutes: Dated<number> = {
  from: '2026-01-01' as IsoDate,
  source: 'clinic rule, a starting point: the patient waits in the room until the doctor has answered (2026)',
  value: 10,
};
