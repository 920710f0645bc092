/** What the money room calls each analysis of the house, so that the right tariff code is proposed. */

import type { Analyte } from './analyte.table.ts';

/** By the names of the table of analyses of the national tariff (folketrygden, chapter F); the others go by their own key. */
export const billedNames: Partial<Readonly<Record<Analyte, string>>> = {
  hemoglobin: 'haemoglobin',
  crp: 'CRP',
  hba1c: 'HbA1c',
  inr: 'INR',
  leukocytes: 'white cells',
  sr: 'ESR',
  alat: 'ALT',
  ggt: 'GGT',
};
