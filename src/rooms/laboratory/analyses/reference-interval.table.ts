/** Reference intervals to fall back on; the interval that the performing laboratory prints always wins over these. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Analyte } from './analyte.table.ts';

/** Ages in years, half-open: from ≤ age < until. A missing limit is no limit; the limits themselves are normal. */
export type IntervalRow = {
  readonly analyte: Analyte;
  readonly sex?: 'female' | 'male';
  readonly fromAge: number;
  readonly untilAge?: number;
  readonly low?: number;
  readonly high?: number;
  /** The laboratory writes "below": the high limit itself is already high. */
  readonly highExcluded?: true;
};

type Band = readonly [fromAge: number, low: number | null, high: number | null];

/** Ages follow each other: each band lasts until the next one begins, the last one has no end. */
function bands(analyte: Analyte, sex: IntervalRow['sex'], ...rows: readonly Band[]): readonly IntervalRow[] {
  return rows.map(([fromAge, low, high], place) => ({
    analyte,
    fromAge,
    ...(sex ? { sex } : {}),
    ...(rows[place + 1] ? { untilAge: rows[place + 1]?.[0] } : {}),
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
  }));
}

const adults = (analyte: Analyte, low: number | null, high: number | null) =>
  bands(analyte, undefined, [18, low, high]);
const women = (analyte: Analyte, ...rows: readonly Band[]) => bands(analyte, 'female', ...rows);
const men = (analyte: Analyte, ...rows: readonly Band[]) => bands(analyte, 'male', ...rows);

const hemoglobin: readonly IntervalRow[] = [
  { analyte: 'hemoglobin', fromAge: 0.5, untilAge: 8, low: 10.7, high: 13.4 },
  { analyte: 'hemoglobin', fromAge: 8, untilAge: 12, low: 11.8, high: 14.8 },
  ...women('hemoglobin', [12, 11.2, 15.8], [19, 11.7, 15.3]),
  ...men('hemoglobin', [12, 12.6, 17.0], [19, 13.4, 17.0]),
];

const noripAdults: readonly IntervalRow[] = [
  ...adults('sodium', 137, 145),
  ...adults('potassium', 3.6, 4.6),
  ...adults('calcium', 2.15, 2.51),
  ...bands('calciumCorrected', undefined, [18, 2.17, 2.47], [50, 2.17, 2.53]),
  ...women('phosphate', [18, 0.85, 1.5]),
  ...men('phosphate', [18, 0.75, 1.65], [50, 0.75, 1.35]),
  ...adults('magnesium', 0.71, 0.94),
  ...women('creatinine', [18, 45, 90]),
  ...men('creatinine', [18, 60, 105]),
  ...women('urea', [18, 2.6, 6.4], [50, 3.1, 7.9]),
  ...men('urea', [18, 3.2, 8.1], [50, 3.5, 8.1]),
  ...women('urate', [18, 155, 350], [50, 155, 400]),
  ...men('urate', [18, 230, 480]),
  ...women('asat', [18, 15, 35]),
  ...men('asat', [18, 15, 45]),
  ...women('alat', [18, 10, 45]),
  ...men('alat', [18, 10, 70]),
  ...adults('alp', 35, 105),
  ...women('ggt', [18, 10, 45], [40, 10, 75]),
  ...men('ggt', [18, 10, 80], [40, 15, 115]),
  ...adults('amylasePancreatic', 10, 65),
  ...adults('amylase', 25, 120),
  ...bands('ld', undefined, [11, 105, 205], [70, 115, 255]),
  ...women('ck', [18, 35, 210]),
  ...men('ck', [18, 50, 400], [50, 40, 280]),
  ...adults('bilirubin', 5, 25),
  ...bands('cholesterol', undefined, [18, 2.9, 6.1], [30, 3.3, 6.9], [50, 3.9, 7.8]),
];

const furst: readonly IntervalRow[] = [
  ...bands('ldl', undefined, [0, 1.2, 4.3], [30, 1.4, 4.7], [50, 2.0, 5.3]),
  ...women('hdl', [18, 1.0, 2.7]),
  ...men('hdl', [18, 0.8, 2.1]),
  ...adults('triglycerides', null, 2.6),
  ...women('egfr', [18, 65, null], [30, 60, null], [40, 58, null], [50, 56, null], [60, 54, null], [70, 52, null]),
  ...men('egfr', [18, 72, null], [30, 68, null], [40, 65, null], [50, 62, null], [60, 61, null], [70, 59, null]),
];

const vestfold: readonly IntervalRow[] = [
  { analyte: 'leukocytes', fromAge: 16, low: 3.5, high: 10.0 },
  ...women('sr', [15, null, 20], [50, null, 30]),
  ...men('sr', [15, null, 15], [50, null, 20]),
];

const common: readonly IntervalRow[] = [
  ...adults('hba1c', 20, 42),
  ...adults('platelets', 145, 390),
  { analyte: 'crp', fromAge: 0, high: 5, highExcluded: true },
  ...adults('fastingGlucose', 4.0, 6.0),
];

const day = (text: string): IsoDate => text as IsoDate;

/** `from` is the year of publication; where a table bears no date, the year before it was read. */
export const referenceTables: readonly Dated<readonly IntervalRow[]>[] = [
  {
    from: day('2004-01-01'),
    source: 'Haraldsplass laboratory guide, haemoglobin by age (adults NORIP 2004)',
    value: hemoglobin,
  },
  {
    from: day('2004-01-01'),
    source: 'NORIP: Rustad P et al. Scand J Clin Lab Invest 2004;64:271–84, as listed by Unilabs Norway',
    value: noripAdults,
  },
  { from: day('2025-01-01'), source: 'Fürst Medisinsk Laboratorium (lipids NORIP), read 2026', value: furst },
  { from: day('2015-01-01'), source: 'Sykehuset i Vestfold, reference ranges 2015', value: vestfold },
  {
    from: day('2025-01-01'),
    source: 'Commonly printed in Norway, read 2026; laboratories differ, the responsible doctor approves',
    value: common,
  },
];
