/** How a patient is told in words: age, born, number in its printed form. */

import type { Language } from '#kernel/texts';
import { ageInMonthsOn, ageOn, type IsoDate } from '#kernel/time';
import { patientTexts } from './patient.texts.ts';

/** `83 år`; in months until the second birthday. */
export function ageWords(birthDate: IsoDate | null, today: IsoDate, language: Language): string {
  if (birthDate === null) return '';
  const text = patientTexts[language];
  const years = ageOn(birthDate, today);
  return years < 2 ? text.months(ageInMonthsOn(birthDate, today)) : text.years(years);
}

/** `2026-11-23` → `23.11.2026`. */
export function dayWords(day: IsoDate): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** Eleven digits in two groups; others as they are. `masked` keeps what does not identify: the last three are hidden. */
export function numberWords(number: string, masked: boolean): string {
  if (masked) return `•• •• ${number.slice(4, 6)} •••••`;
  return number.length === 11 ? `${number.slice(0, 6)}\u00a0${number.slice(6)}` : number;
}

/** One of eight colours, always the same for the same patient, so that two open patients never look alike. */
export function patientColour(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return `var(--patient-${(sum % 8) + 1})`;
}
