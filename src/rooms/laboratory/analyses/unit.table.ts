/** How one analyte's units relate: what a value is multiplied by to get the unit that the clinic reports in. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Analyte } from './analyte.table.ts';

export type UnitFactors = Readonly<Record<string, number>>;

const mgDlPerMmolL = { glucose: 18.016, cholesterol: 38.67, triglycerides: 88.57, calcium: 4.008 };

const byAnalyte: Partial<Record<Analyte, UnitFactors>> = {
  creatinine: { 'umol/L': 1, 'mmol/L': 1000, 'mg/dL': 88.4 },
  glucose: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.glucose },
  fastingGlucose: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.glucose },
  cholesterol: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.cholesterol },
  ldl: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.cholesterol },
  hdl: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.cholesterol },
  triglycerides: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.triglycerides },
  calcium: { 'mmol/L': 1, 'mg/dL': 1 / mgDlPerMmolL.calcium },
  hemoglobin: { 'g/dL': 1, 'g/L': 0.1, 'mmol/L': 1 / 0.6206 },
  /** Urea and urea nitrogen (BUN) are both written mg/dL and differ 2.14-fold, so BUN has its own unit name. */
  urea: { 'mmol/L': 1, 'mg/dL': 10 / 60.06, 'mg/dL BUN': 0.357 },
  urate: { 'umol/L': 1, 'mmol/L': 1000, 'mg/dL': 59.48 },
  bilirubin: { 'umol/L': 1, 'mg/dL': 17.1 },
  crp: { 'mg/L': 1, 'mg/dL': 10 },
  ferritin: { 'ug/L': 1, 'ng/mL': 1 },
};

export const unitFactors: readonly Dated<typeof byAnalyte>[] = [
  {
    from: '1990-01-01' as IsoDate,
    source:
      'Molar masses: creatinine 113.12, glucose 180.16, cholesterol 386.65, triglycerides 885.7 (mean), haemoglobin monomer 16 114, urea 60.06, urea nitrogen 28.01, calcium 40.08, urate 168.11, bilirubin 584.7 (IUPAC atomic weights 2021)',
    value: byAnalyte,
  },
];
