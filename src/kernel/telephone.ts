/** Telephone numbers as they are typed at a desk, as they are kept, and as they are shown. */

import type { Branded } from './ids.ts';
import { ok, type Result, refuse } from './result.ts';

/** `+` and country code for subscribers (`+4722334455`), plain digits for short numbers (`116117`, `05515`, `113`). */
export type TelephoneNumber = Branded<string, 'TelephoneNumber'>;
export type NotATelephoneNumber = 'empty' | 'format' | 'too short' | 'too long' | 'not in use in Norway';

/** Norwegian short numbers: 1xx emergency, 1xxx services, 0xxxx, 116xxx (Nkom's numbering plan). */
const shortNumber = /^(1\d{2,3}|0\d{4}|116\d{3})$/;
const norwegianSubscriber = /^[2-9]\d{7}$/;

/** Reads what is typed: spaces, dots, dashes, strokes and brackets are only grouping; +47 may be left out. */
export function readTelephone(typed: string): Result<TelephoneNumber, NotATelephoneNumber> {
  const text = typed.replace(/\(0\)/, '').replace(/[\s\u00a0.\-–/()]/g, '');
  if (!text) return refuse('empty');
  if (!/^\+?\d+$/.test(text)) return refuse('format');
  const international = /^(?:\+|00)(\d+)$/.exec(text);
  return international?.[1] ? readInternational(international[1]) : readDomestic(text);
}

function readInternational(digits: string): Result<TelephoneNumber, NotATelephoneNumber> {
  if (digits.startsWith('47')) return readDomestic(digits.slice(2));
  if (digits.startsWith('0')) return refuse('format');
  if (digits.length < 7) return refuse('too short');
  if (digits.length > 15) return refuse('too long');
  return ok(`+${digits}` as TelephoneNumber);
}

function readDomestic(digits: string): Result<TelephoneNumber, NotATelephoneNumber> {
  if (shortNumber.test(digits)) return ok(digits as TelephoneNumber);
  if (norwegianSubscriber.test(digits)) return ok(`+47${digits}` as TelephoneNumber);
  if (/^47[2-9]\d{7}$/.test(digits)) return ok(`+${digits}` as TelephoneNumber);
  if (digits.length < 8) return refuse('too short');
  return digits.length > 8 ? refuse('too long') : refuse('not in use in Norway');
}

/** Mobile subscriptions begin with 4 or 9; only they can be sent a text message. */
export function isMobile(number: TelephoneNumber): boolean {
  return /^\+47[49]/.test(number);
}

export function isNorwegian(number: TelephoneNumber): boolean {
  return number.startsWith('+47') || !number.startsWith('+');
}

/** Country codes of one and two digits (ITU-T E.164); all others have three. */
const shortCountryCode = /^(1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** As people read it aloud: `912 34 567`, `22 33 44 55`, `116 117`, `05515`, `+46 812 345 67`. */
export function groupedTelephone(number: TelephoneNumber): string {
  const gap = '\u00a0';
  if (!number.startsWith('+')) return number.length === 6 ? `${number.slice(0, 3)}${gap}${number.slice(3)}` : number;
  if (number.startsWith('+47')) {
    const digits = number.slice(3);
    const pattern = /^[489]/.test(digits) ? /(\d{3})(\d{2})(\d{3})/ : /(\d{2})(\d{2})(\d{2})(\d{2})/;
    return (pattern.exec(digits) ?? [digits]).slice(1).join(gap);
  }
  const digits = number.slice(1);
  const country = shortCountryCode.exec(digits)?.[0] ?? digits.slice(0, 3);
  return `+${country}${gap}${groupsOf(digits.slice(country.length)).join(gap)}`;
}

/** Threes, ending in one or two pairs so that no digit stands alone. */
function groupsOf(digits: string): readonly string[] {
  if (digits.length <= 3) return [digits];
  if (digits.length === 4) return [digits.slice(0, 2), digits.slice(2)];
  return [digits.slice(0, 3), ...groupsOf(digits.slice(3))];
}
