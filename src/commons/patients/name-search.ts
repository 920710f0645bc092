/** What someone typed to find a patient: a number, a phone, a birth date, parts of a name, or several of them in one field. */

import { type IsoDate, isDate } from '#kernel/time';

export type SearchIntent = {
  /** Eleven or twelve digits: looked up exactly. */
  readonly number: string | null;
  /** Digits that may begin a number or a phone. */
  readonly digits: string | null;
  /** As the phone is stored: `+47…`. */
  readonly phoneStart: string | null;
  /** A day, or a whole year as its first and last day. */
  readonly born: { readonly from: IsoDate; readonly until: IsoDate } | null;
  /** Beginnings of words in the name, folded; the longest first. */
  readonly words: readonly string[];
};

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ü: 'u',
  đ: 'd',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
};
/** Spellings of one sound that Norwegian names vary in; the right-hand side is what is stored and compared. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'a'],
  [/oe/g, 'o'],
  [/ae/g, 'e'],
  [/ch|ck|kk|c(?![iey])/g, 'k'],
  [/c(?=[iey])/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/dt(?=\b|s)/g, 't'],
  [/(\p{L})\1+/gu, '$1'],
];

/** `Kristian`, `Christian` and `Kristiân` → `kristian`; `Bjørn` and `Bjoern` → `bjorn`. Only for comparing, never for showing. */
export function foldWord(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/[æøåäöüđŧŋß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  return spellings.reduce((folded, [pattern, instead]) => folded.replace(pattern, instead), plain);
}

/** The words under which a name is found, each once. */
export function nameWords(...names: readonly string[]): string[] {
  const words = names
    .flatMap((name) => name.split(/[\s,.\-']+/))
    .map(foldWord)
    .filter((word) => word.length > 0);
  return [...new Set(words)];
}

/** Reads the field. `today` decides the century of a two-digit year: never in the future. */
export function readSearch(typed: string, today: IsoDate): SearchIntent {
  const text = typed.trim().slice(0, 120);
  const compact = text.replace(/[\s\u00a0]/g, '');
  if (/^\d{11,12}$/.test(compact)) return { number: compact, digits: null, phoneStart: null, born: null, words: [] };
  const whole = readBirth(text, today);
  if (/^\+?\d+$/.test(compact)) {
    return { number: null, digits: compact.replace('+', ''), phoneStart: phoneStart(compact), born: whole, words: [] };
  }
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const born =
    parts.map((part) => readBirth(part, today) ?? readYear(part, today)).find((read) => read !== null) ?? null;
  const words = nameWords(...parts.filter((part) => !/\d/.test(part))).sort((a, b) => b.length - a.length);
  return { number: null, digits: null, phoneStart: null, born, words: words.slice(0, 3) };
}

function phoneStart(digits: string): string | null {
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (digits.length >= 3 && /^[2-9]/.test(digits) && digits.length <= 8) return `+47${digits}`;
  return /^47\d{8}$/.test(digits) ? `+${digits}` : null;
}

/** `120574`, `12.05.1974`, `12051974`, `12/5-74`, `1974-05-12`. */
function readBirth(text: string, today: IsoDate): SearchIntent['born'] {
  if (isDate(text)) return { from: text, until: text };
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  const fullYear = year.length === 4 ? year : centuryOf(year, today) + year;
  const date = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? { from: date, until: date } : null;
}

function centuryOf(year: string, today: IsoDate): string {
  return Number(year) > Number(today.slice(2, 4)) ? '19' : '20';
}

function readYear(text: string, today: IsoDate): SearchIntent['born'] {
  if (!/^(19|20)\d{2}$/.test(text) || text > today.slice(0, 4)) return null;
  return { from: `${text}-01-01` as IsoDate, until: `${text}-12-31` as IsoDate };
}
