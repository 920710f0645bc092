/** HbA1c in the two units that patients and old letters use; Norway has reported mmol/mol since 30 September 2018. */

import { ok, type Result, refuse } from '#kernel/result';
import { rounded } from '#kernel/rounding';
import type { Rule } from '#kernel/rule';
import { masterEquation } from './hba1c.table.ts';

export const hba1cRule: Rule = {
  id: 'lab.hba1c',
  name: { nb: 'HbA1c i prosent og mmol/mol', en: 'HbA1c in per cent and mmol/mol' },
  formula: {
    nb: '% = 0,09148 × mmol/mol + 2,152; mmol/mol = 10,93 × % − 23,5 (helt tall)',
    en: '% = 0.09148 × mmol/mol + 2.152; mmol/mol = 10.93 × % − 23.5 (whole number)',
  },
  source: 'IFCC/NGSP master equation, Norwegian form (Noklus)',
  year: 2018,
};

const { percentPerMmolPerMol, percentAtZero, mmolPerMolPerPercent, mmolPerMolAtZero } = masterEquation.value;

/** mmol/mol → % (NGSP), in full precision; shown with one decimal. */
export function percentOf(mmolPerMol: number): Result<number, 'not a number'> {
  if (!(mmolPerMol > 0) || !Number.isFinite(mmolPerMol)) return refuse('not a number');
  return ok(percentPerMmolPerMol * mmolPerMol + percentAtZero);
}

/** % (NGSP) → mmol/mol as the whole number that is reported. */
export function mmolPerMolOf(percent: number): Result<number, 'not a number'> {
  const mmolPerMol = mmolPerMolPerPercent * percent + mmolPerMolAtZero;
  if (!(mmolPerMol > 0) || !Number.isFinite(mmolPerMol)) return refuse('not a number');
  return ok(rounded(mmolPerMol));
}

/** A difference, bias or standard deviation has no constant term: only the slope applies to it. */
export function percentPointsOf(differenceMmolPerMol: number): number {
  return percentPerMmolPerMol * differenceMmolPerMol;
}
