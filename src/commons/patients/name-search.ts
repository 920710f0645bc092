/** What someone typed to find a patient: a number, a phone, a birth date, parts of a name, or several of them in one field. */

import { addDays, ageOn, type IsoDate, isDate } from '#kernel/time';
import { typedWords } from './name-fold.ts';

export { foldWord, nameFits, nameWords, typedWords } from './name-fold.ts';

/** A day, or a whole year as its first and last day. */
export type Born = { readonly from: IsoDate; readonly until: IsoDate };

export type SearchIntent = {
  /** Eleven or twelve digits: looked up exactly. */
  readonly number: string | null;
  /** Digits that may begin a number or a phone. */
  readonly digits: string | null;
  /** As the phone is stored: `+47…`. */
  readonly phoneStart: string | null;
  readonly born: Born | null;
  /** The other century, where two digits of a year may mean a child or a very old person. */
  readonly alsoBorn: Born | null;
  /** Beginnings of words in the name, folded; the longest first. */
  readonly words: readonly string[];
  /** Letters and digits together: a tube's barcode or an order's number. */
  readonly code: string | null;
};

const nothing: SearchIntent = {
  number: null,
  digits: null,
  phoneStart: null,
  born: null,
  alsoBorn: null,
  words: [],
  code: null,
};
/** More words than this narrow nothing down. */
const mostWords = 3;

/** Reads the field. `today` decides the century of a two-digit year: never in the future. */
export function readSearch(typed: string, today: IsoDate): SearchIntent {
  const text = typed.normalize('NFC').trim().slice(0, 120);
  const compact = text.replace(/[\s\u00a0]/g, '');
  if (/^\d{11,12}$/.test(compact)) return { ...nothing, number: compact };
  const [born = null, alsoBorn = null] = readBirth(text, today);
  if (/^\+?\d+$/.test(compact)) return readDigits(text, compact, today);
  if (born) return { ...nothing, born, alsoBorn };
  return readParts(text, today);
}

function readDigits(text: string, compact: string, today: IsoDate): SearchIntent {
  const asTyped = readBirth(text, today);
  const [born = null, alsoBorn = null] = asTyped.length > 0 ? asTyped : readBirth(compact, today);
  return { ...nothing, digits: compact.replace('+', ''), phoneStart: phoneStart(compact), born, alsoBorn };
}

/** Several things in one field: `han odd 1943`, `Hansen 12.05.74`, `12057412345 hansen`. */
function readParts(text: string, today: IsoDate): SearchIntent {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const withDigits = parts.filter((part) => /\d/.test(part));
  const number = numberAmong(withDigits);
  const [born = null, alsoBorn = null] =
    withDigits.map((part) => [...readBirth(part, today), ...readYear(part, today)]).find((read) => read.length > 0) ??
    [];
  const words = typedWords(...parts.filter((part) => !/\d/.test(part))).sort((a, b) => b.length - a.length);
  const code = withDigits.find((part) => /^(?=.*\d)(?=.*[a-z])[a-z0-9-]{4,40}$/i.test(part)) ?? null;
  return { ...nothing, number, born, alsoBorn, words: words.slice(0, mostWords), code };
}

/** Eleven digits in one piece, or six and five side by side as numbers are printed. */
function numberAmong(parts: readonly string[]): string | null {
  const whole = parts.find((part) => /^\d{11,12}$/.test(part));
  if (whole) return whole;
  const first = parts.findIndex((part, place) => /^\d{6}$/.test(part) && /^\d{5}$/.test(parts[place + 1] ?? ''));
  return first < 0 ? null : `${parts[first]}${parts[first + 1]}`;
}

function phoneStart(digits: string): string | null {
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (digits.length >= 3 && /^[2-9]/.test(digits) && digits.length <= 8) return `+47${digits}`;
  return /^47\d{8}$/.test(digits) ? `+${digits}` : null;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];
/** Parts of a day as they are typed: day first, or the whole year first as in `1974-05-12` and `19740512`. */
const dayFirst = [
  /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{1,2})\.? ?(?<name>[a-zæøå]{3,9})\.? ?(?<year>\d{4}|\d{2})$/i,
];
const yearFirst = [
  /^(?<year>\d{4})[./-](?<month>\d{1,2})[./-](?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

/** `120574`, `12.05.1974`, `12051974`, `12/5-74`, `12. mai 1974`, `1974-05-12`: the likeliest reading first. */
function readBirth(text: string, today: IsoDate): readonly Born[] {
  for (const pattern of [...dayFirst, ...yearFirst]) {
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const { day = '', year = '', name } = found;
    const month = name ? monthNumber(name) : found.month;
    const days = month ? yearsOf(year).flatMap((full) => dayIn(full, month, day, today)) : [];
    if (days.length > 0) return days.map((one) => ({ from: one, until: one }));
  }
  return [];
}

function monthNumber(name: string): string | undefined {
  const place = monthNames.findIndex((month) => name.toLowerCase().startsWith(month));
  return place < 0 ? undefined : String(place + 1);
}

/** Two digits may be of this century or the last; four are what they are. */
function yearsOf(year: string): readonly string[] {
  return year.length === 4 ? [year] : [`20${year}`, `19${year}`];
}

/** Nobody is older than this (SSB: the oldest Norwegians have reached 114). */
const oldestYears = 120;

function dayIn(year: string, month: string, day: string, today: IsoDate): readonly IsoDate[] {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A child that is due may already be entered as tomorrow's.
  if (!isDate(date) || date > addDays(today, 1) || ageOn(date, today) > oldestYears) return [];
  return [date];
}

function readYear(text: string, today: IsoDate): readonly Born[] {
  if (!/^(19|20)\d{2}$/.test(text) || text > today.slice(0, 4)) return [];
  return [{ from: `${text}-01-01` as IsoDate, until: `${text}-12-31` as IsoDate }];
}
