/** Units of laboratory values (enheter): the same amount told in another unit, or a plain no. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type Analyte, analytes } from './analyte.table.ts';
import { unitFactors } from './unit.table.ts';

export const unitRule: Rule = {
  id: 'lab.units',
  name: { nb: 'Omregning av enhet', en: 'Conversion of unit' },
  formula: {
    nb: 'verdi × faktor for analytten; kreatinin 1 mg/dL = 88,4 µmol/L, glukose 1 mmol/L = 18,016 mg/dL',
    en: 'value × the analyte’s factor; creatinine 1 mg/dL = 88.4 µmol/L, glucose 1 mmol/L = 18.016 mg/dL',
  },
  source: 'Molar masses (IUPAC atomic weights)',
  year: 2021,
};

/** One spelling for comparing: micro signs as u, litre in any case, no spaces around. */
function spelled(unit: string): string {
  return unit
    .trim()
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

export function sameUnit(one: string, other: string): boolean {
  return spelled(one) === spelled(other);
}

export type Conversion = {
  readonly analyte: Analyte;
  readonly value: number;
  readonly from: string;
  readonly to: string;
  readonly on: IsoDate;
};

/** Full precision, rounded only for display; the unit decides, never the size of the value. */
export function converted(asked: Conversion): Result<number, 'no such conversion' | 'not a number'> {
  if (!Number.isFinite(asked.value)) return refuse('not a number');
  if (sameUnit(asked.from, asked.to)) return ok(asked.value);
  const factors = Object.entries(validOn(unitFactors, asked.on)?.value[asked.analyte] ?? {});
  const factorOf = (unit: string) => factors.find(([known]) => sameUnit(known, unit))?.[1];
  const from = factorOf(asked.from);
  const to = factorOf(asked.to);
  if (from === undefined || to === undefined) return refuse('no such conversion');
  return ok((asked.value * from) / to);
}

/** The value in the unit that the clinic reports the analyte in. */
export function inReportedUnit(
  analyte: Analyte,
  value: number,
  unit: string,
  on: IsoDate,
): Result<number, 'no such conversion' | 'not a number'> {
  return converted({ analyte, value, from: unit, to: analytes[analyte].unit, on });
}
