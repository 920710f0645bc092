/** The numbers that identify a person in Norway: fødselsnummer, D-, FH-, H- and DUF-number, real and synthetic. */

import type { Branded } from './ids.ts';
import { ok, type Result, refuse } from './result.ts';
import { ageOn, type IsoDate, isDate } from './time.ts';

/** Eleven digits of the national registers (fødselsnummer, D-number, FH-number). */
export type NationalNumber = Branded<string, 'NationalNumber'>;
/** Twelve digits of the immigration authorities (DUF-nummer). */
export type DufNumber = Branded<string, 'DufNumber'>;

/** `tenor`: Skatteetaten's test population; `dolly`: NHN SyntPop; `nav_or_h`: NAV's test population, or an H-number. */
export type Series = 'tenor' | 'dolly' | 'nav_or_h';
export type NationalNumberType = 'fnr' | 'd' | 'fh' | `${'fnr' | 'd'}-${Series}`;
export type NationalNumberRead = {
  readonly number: NationalNumber;
  readonly type: NationalNumberType;
  /** Systems that know only the rule of 1964 take the number. */
  readonly validByPre2032Rule: boolean;
};
export type NotANationalNumber = 'format' | 'date' | 'checksum';

const k1Weights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const k2Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Skatteetaten, "Nytt fødselsnummer fra 2032": numbers of that kind may be met before 2032, and old ones live on. */
const k1RemaindersFrom2032 = [0, 1, 2, 3];
const monthOffsets: readonly (readonly [number, Series | undefined])[] = [
  [0, undefined],
  [40, 'nav_or_h'],
  [65, 'dolly'],
  [80, 'tenor'],
];

function remainder(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
}

type DatePart = { readonly day: number; readonly month: number; readonly isD: boolean; readonly series?: Series };

/** Day and month without the offsets, or nothing when no century has that day. */
function datePartOf(digits: string): DatePart | undefined {
  const typedDay = Number(digits.slice(0, 2));
  const typedMonth = Number(digits.slice(2, 4));
  const isD = typedDay > 40;
  const day = isD ? typedDay - 40 : typedDay;
  const found = monthOffsets.find(([offset]) => typedMonth > offset && typedMonth <= offset + 12);
  if (!found) return undefined;
  const [offset, series] = found;
  const month = typedMonth - offset;
  if (!centuryDays(day, month, digits.slice(4, 6)).length) return undefined;
  return { day, month, isD, series };
}

function centuryDays(day: number, month: number, twoDigitYear: string): readonly IsoDate[] {
  const two = (part: number) => String(part).padStart(2, '0');
  return ['18', '19', '20', '21']
    .map((century) => `${century}${twoDigitYear}-${two(month)}-${two(day)}`)
    .filter((text) => isDate(text));
}

function typeOf(digits: string): NationalNumberType | undefined {
  if (digits >= '8') return 'fh';
  const date = datePartOf(digits);
  if (!date) return undefined;
  const kind = date.isD ? 'd' : 'fnr';
  return date.series ? `${kind}-${date.series}` : kind;
}

/** Reads eleven digits exactly as they stand; nothing is trimmed, completed or corrected. Source: Skatteetaten 2032. */
export function readNationalNumber(text: string): Result<NationalNumberRead, NotANationalNumber> {
  const sample = readSampleNumber(text);
  if (!sample.ok) return sample;
  const k1 = remainder(text, k1Weights);
  if (!k1RemaindersFrom2032.includes(k1) || remainder(text, k2Weights) !== 0) return refuse('checksum');
  return sample;
}

/** As `readNationalNumber` but without the check digits: official sample messages carry numbers that fail them. */
export function readSampleNumber(text: string): Result<NationalNumberRead, 'format' | 'date'> {
  if (!/^\d{11}$/.test(text)) return refuse('format');
  const type = typeOf(text);
  if (!type) return refuse('date');
  const validByPre2032Rule = remainder(text, k1Weights) === 0 && remainder(text, k2Weights) === 0;
  return ok({ number: text as NationalNumber, type, validByPre2032Rule });
}

/** Takes away the one gap that a number is printed with (`130972 48022`); everything else is left to be refused. */
export function withoutPrintedGap(text: string): string {
  const typed = text.trim();
  return /^\d{6}[ \u00a0]\d{5}$/.test(typed) ? typed.slice(0, 6) + typed.slice(7) : typed;
}

/** `13097248022` → `130972 48022`. */
export function groupedNationalNumber(number: NationalNumber): string {
  return `${number.slice(0, 6)}\u00a0${number.slice(6)}`;
}

/** Where a number is used: with patients, or in practice, demonstration and test. */
export type Setting = 'production' | 'practice';
export type NotAdmitted = 'synthetic number' | 'number of a real person' | 'issuer needed';

/** Synthetic numbers stay out of production and real ones out of practice; month + 40 may be either, so it needs an issuer. */
export function admit(read: NationalNumberRead, setting: Setting): Result<NationalNumberRead, NotAdmitted> {
  const series = seriesOf(read.type);
  if (setting === 'practice') return series ? ok(read) : refuse('number of a real person');
  if (series === 'nav_or_h') return refuse('issuer needed');
  return series ? refuse('synthetic number') : ok(read);
}

export function seriesOf(type: NationalNumberType): Series | undefined {
  return type.split('-')[1] as Series | undefined;
}

const oldestYears = 120;

/**
 * The days that the number may stand for, youngest first and none after today: a hint for a form, never a fact,
 * since century (and sex) are not readable from 2032. FH-numbers have none.
 */
export function birthDateHint(read: NationalNumberRead, today: IsoDate): readonly IsoDate[] {
  const date = read.type === 'fh' ? undefined : datePartOf(read.number);
  if (!date) return [];
  return centuryDays(date.day, date.month, read.number.slice(4, 6))
    .filter((day) => day <= today && ageOn(day, today) <= oldestYears)
    .toReversed();
}

/** A number that a hospital or laboratory has made for itself (H-nummer); it means nothing without its issuer. */
export type HNumber = { readonly number: Branded<string, 'HNumber'>; readonly issuer: string };

/** The check digits of an H-number are not to be relied on, so only the shape is held. */
export function readHNumber(text: string, issuer: string): Result<HNumber, 'format' | 'issuer needed'> {
  if (!/^\d{11}$/.test(text)) return refuse('format');
  if (!issuer.trim()) return refuse('issuer needed');
  return ok({ number: text as HNumber['number'], issuer: issuer.trim() });
}

const dufWeights = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/**
 * Year of registration, serial number and two check digits. The authority has not published the check; these weights
 * are those of open Norwegian validators and hold for their test numbers, so a yes is likely rather than certain.
 */
export function readDufNumber(text: string): Result<DufNumber, 'format' | 'year' | 'checksum'> {
  if (!/^\d{12}$/.test(text)) return refuse('format');
  if (!/^(19|20)/.test(text)) return refuse('year');
  if (remainder(text, dufWeights) !== Number(text.slice(10))) return refuse('checksum');
  return ok(text as DufNumber);
}

export type PersonIdentifier =
  | ({ readonly kind: 'national' } & NationalNumberRead)
  | { readonly kind: 'duf'; readonly number: DufNumber };

/** What is typed in the search field of the desk: eleven digits or the twelve of a DUF-number. */
export function readPersonIdentifier(typed: string): Result<PersonIdentifier, NotANationalNumber | 'year'> {
  const text = withoutPrintedGap(typed);
  if (text.length === 12) {
    const duf = readDufNumber(text);
    return duf.ok ? ok({ kind: 'duf', number: duf.value }) : duf;
  }
  const national = readNationalNumber(text);
  return national.ok ? ok({ kind: 'national', ...national.value }) : national;
}

/** Code of the identifier in code system 8116 (ID-type for personer), as messages want it. */
export function identifierTypeOf(identifier: PersonIdentifier): 'FNR' | 'DNR' | 'FHN' | 'DUF' {
  if (identifier.kind === 'duf') return 'DUF';
  if (identifier.type === 'fh') return 'FHN';
  return identifier.type.startsWith('d') ? 'DNR' : 'FNR';
}
