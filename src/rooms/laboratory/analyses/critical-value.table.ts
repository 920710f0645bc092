/** Values that are phoned to the doctor at once: strictly below or strictly above the limit. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Analyte } from './analyte.table.ts';

export type PhoneLimit = {
  readonly below?: number;
  readonly above?: number;
  /** High values of this analyte are phoned the first time only. */
  readonly aboveOnlyFirstTime?: true;
};
export type PhoneLimits = Partial<Readonly<Record<Analyte, PhoneLimit>>>;

/** Limits stand in the analyte's reported unit. There is no national list; the responsible doctor approves the clinic's. */
export const phoneLimits: readonly Dated<PhoneLimits>[] = [
  {
    from: '2023-09-11' as IsoDate,
    source: 'Haraldsplass Diakonale Sykehus, values reported by telephone, 11.09.2023',
    value: {
      glucose: { below: 2.0, above: 23.0 },
      potassium: { below: 2.5, above: 6.2 },
      sodium: { below: 120, above: 155 },
      calcium: { below: 1.8, above: 3.2 },
      ionizedCalcium: { below: 0.8, above: 1.6 },
      magnesium: { below: 0.5, above: 2.0 },
      phosphate: { below: 0.3 },
      creatinine: { above: 300 },
      ck: { above: 10_000 },
      hemoglobin: { below: 7.0 },
      leukocytes: { below: 1.5, above: 50, aboveOnlyFirstTime: true },
      neutrophils: { below: 0.5 },
      platelets: { below: 20 },
      inr: { above: 6.0 },
      ft4: { below: 4.0, above: 50 },
      tsh: { above: 100 },
    },
  },
  {
    from: '2023-09-11' as IsoDate,
    source: 'Unilabs Norway, eGFR told at once, read 2026',
    value: { egfr: { below: 15 } },
  },
];
