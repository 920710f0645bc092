/** Numbers as they are typed at the cuff: when one is whole the next field is ready, without a key between. */

import type { Sign } from './measurable.table.ts';

/** One row of the card as it is typed. */
export type TypedReading = { readonly systolic: string; readonly diastolic: string; readonly pulse: string };
export const readingSigns = ['systolic', 'diastolic', 'pulse'] as const;
export type ReadingSign = (typeof readingSigns)[number];
export const noReading: TypedReading = { systolic: '', diastolic: '', pulse: '' };

/** First digits after which a third one comes: a diastolic of 200 or a pulse of 300 is not measured. */
const threeDigitsAfter: Readonly<Record<Sign, string>> = {
  systolic: '123',
  diastolic: '1',
  pulse: '12',
  celsius: '',
  respiration: '',
  saturation: '1',
};

/** Can nothing more belong to this number? */
export function isWhole(sign: Sign, typed: string): boolean {
  if (sign === 'celsius') return /^\d{2}[,.]\d$/.test(typed);
  if (typed.length >= 3) return true;
  return typed.length === 2 && !threeDigitsAfter[sign].includes(typed[0] ?? ' ');
}

/** Only what belongs to a number is kept; a temperature typed as `384` is 38,4. */
export function tidyTyped(sign: Sign, typed: string): string {
  if (sign !== 'celsius') return typed.replace(/\D/g, '').slice(0, 3);
  const kept = typed.replace('.', ',').replace(/[^\d,]/g, '');
  return /^\d{3}$/.test(kept) ? `${kept.slice(0, 2)},${kept.slice(2)}` : kept.slice(0, 4);
}

export type ReadRows = {
  readonly readings: readonly { systolicMmHg: number; diastolicMmHg: number; pulsePerMinute?: number }[];
  /** The first row that has one of the two pressures and not the other, from 0. */
  readonly halfRow: number | undefined;
};

/** Empty rows are no readings. */
export function readRows(rows: readonly TypedReading[]): ReadRows {
  const half = rows.findIndex(({ systolic, diastolic, pulse }) => {
    const isEmpty = systolic === '' && diastolic === '' && pulse === '';
    return !isEmpty && (systolic === '' || diastolic === '');
  });
  const readings = rows
    .filter(({ systolic, diastolic }) => systolic !== '' && diastolic !== '')
    .map(({ systolic, diastolic, pulse }) => ({
      systolicMmHg: Number(systolic),
      diastolicMmHg: Number(diastolic),
      ...(pulse === '' ? {} : { pulsePerMinute: Number(pulse) }),
    }));
  return { readings, halfRow: half < 0 ? undefined : half };
}

/** `37,2` → 37.2, and nothing of nothing. */
export function numberTyped(typed: string): number | undefined {
  const number = Number(typed.replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(number) ? undefined : number;
}
