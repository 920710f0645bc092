/** How much a value changes by itself in one and the same person, and on a small instrument: for the delta check. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Analyte } from './analyte.table.ts';
import { zOfCertainty } from './reference-change.table.ts';

/** Coefficients of variation in per cent; results further apart in days are not compared. */
export type OwnVariation = {
  readonly cvWithinSubject: Partial<Readonly<Record<Analyte, number>>>;
  readonly cvAnalytical: number;
  readonly z: number;
  readonly maxDaysApart: number;
};

export const ownVariation: readonly Dated<OwnVariation>[] = [
  {
    from: '2024-01-01' as IsoDate,
    source:
      'EFLM Biological Variation Database, within-subject medians (recalled, unconfirmed, 2026); the analytical 3 % and the ' +
      '400 days are starting points that the responsible doctor sets',
    value: {
      cvWithinSubject: {
        hemoglobin: 2.7,
        hba1c: 1.2,
        glucose: 5,
        leukocytes: 11.1,
        platelets: 5.8,
        sodium: 0.5,
        potassium: 3.9,
        calcium: 1.8,
        creatinine: 4.5,
        alat: 9.3,
        alp: 5.3,
        ggt: 9.1,
        bilirubin: 20,
        cholesterol: 5.2,
        ldl: 8.3,
        hdl: 5.7,
        triglycerides: 20,
        ferritin: 12.8,
        ft4: 4.9,
        tsh: 17.9,
      },
      cvAnalytical: 3,
      z: zOfCertainty.value['two-sided 95 %'],
      maxDaysApart: 400,
    },
  },
];
