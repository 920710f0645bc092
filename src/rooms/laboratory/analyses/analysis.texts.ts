/** The words that go with laboratory values: flags, what is phoned, and why there is no interval or number. */

import { type Language, numberIn, texts } from '#kernel/texts';
import type { Flag, Limits } from './reference-interval.ts';

export const analysisTexts = texts({
  nb: {
    flags: { low: 'Lav', normal: 'Innenfor', high: 'Høy' },
    flagsInFull: {
      low: 'Under referanseområdet',
      normal: 'Innenfor referanseområdet',
      high: 'Over referanseområdet',
    },
    interval: 'Referanseområde',
    intervalFrom: (source: string) => `Kilde: ${source}`,
    ownTable: 'Vår tabell: laboratoriets eget område gjelder når det finnes',
    phoneNow: 'Ring legen nå',
    phonedBelow: (limit: string) => `Under varslingsgrensen ${limit}`,
    phonedAbove: (limit: string) => `Over varslingsgrensen ${limit}`,
    changed: (percent: string) => `Endret ${percent} % siden forrige`,
    changedMoreThanExpected: (percent: string, allowed: string) =>
      `Endret ${percent} % siden forrige, mer enn ${allowed} % som kan være tilfeldig`,
    refusals: {
      'no interval for this analyte': 'Vi har ikke referanseområde for denne analysen.',
      'no interval at this age': 'Vi har ikke referanseområde for denne alderen.',
      'age unknown': 'Alderen er ukjent, og området avhenger av alder.',
      'sex unknown': 'Kjønn er ikke registrert, og området er ulikt for kvinner og menn.',
      pregnant: 'Gravide har egne referanseområder.',
      'no limit for this analyte': 'Legen har ikke satt varslingsgrense for denne analysen.',
      'no such conversion': 'Verdien kan ikke regnes om fra denne enheten.',
      'not a number': 'Verdien er ikke et tall.',
      'other unit': 'Forrige verdi har en annen enhet.',
      'other method': 'Forrige verdi er målt med en annen metode.',
      'too long ago': 'Forrige verdi er for gammel til å sammenligne med.',
      'no previous value': 'Det finnes ingen forrige verdi.',
    },
  },
  en: {
    flags: { low: 'Low', normal: 'Within', high: 'High' },
    flagsInFull: {
      low: 'Below the reference interval',
      normal: 'Within the reference interval',
      high: 'Above the reference interval',
    },
    interval: 'Reference interval',
    intervalFrom: (source: string) => `Source: ${source}`,
    ownTable: 'Our table: the laboratory’s own interval applies when there is one',
    phoneNow: 'Phone the doctor now',
    phonedBelow: (limit: string) => `Below the alert limit ${limit}`,
    phonedAbove: (limit: string) => `Above the alert limit ${limit}`,
    changed: (percent: string) => `Changed ${percent} % since last time`,
    changedMoreThanExpected: (percent: string, allowed: string) =>
      `Changed ${percent} % since last time, more than the ${allowed} % that may be chance`,
    refusals: {
      'no interval for this analyte': 'We have no reference interval for this analysis.',
      'no interval at this age': 'We have no reference interval for this age.',
      'age unknown': 'The age is unknown, and the interval depends on it.',
      'sex unknown': 'Sex is not registered, and the interval differs between women and men.',
      pregnant: 'Pregnant women have intervals of their own.',
      'no limit for this analyte': 'The doctor has set no alert limit for this analysis.',
      'no such conversion': 'The value cannot be converted from this unit.',
      'not a number': 'The value is not a number.',
      'other unit': 'The previous value has another unit.',
      'other method': 'The previous value was measured with another method.',
      'too long ago': 'The previous value is too old to compare with.',
      'no previous value': 'There is no previous value.',
    },
  },
});

/** A mark that does not rely on colour: the arrow beside the word. */
export const flagMarks: Readonly<Record<Flag, string>> = { low: '↓', normal: '', high: '↑' };

/** `umol/L` → `µmol/L`, `10*9/L` → `×10⁹/L`: units as people read them. */
export function shownUnit(language: Language, unit: string): string {
  const surface = `${numberIn(language, 1.73)} m²`;
  return unit
    .replace(/^u(?=mol|g|L)/, 'µ')
    .replace(/^10\*9/, '×10⁹')
    .replace('1.73m2', surface);
}

/** `11,7–15,3`, `< 5`, `≥ 60`; an interval without limits is shown as nothing. */
export function shownLimits(language: Language, { low, high, lowExcluded, highExcluded }: Limits): string {
  const decimals = Math.max(...[low, high].map((limit) => String(limit ?? '').split('.')[1]?.length ?? 0));
  const shown = (limit: number) => numberIn(language, limit, decimals);
  if (low !== undefined && high !== undefined) return `${shown(low)}–${shown(high)}`;
  if (high !== undefined) return `${highExcluded ? '<' : '≤'} ${shown(high)}`;
  return low === undefined ? '' : `${lowExcluded ? '>' : '≥'} ${shown(low)}`;
}
