/** What may stand as a value in a national message: the data types of XML Schema, as far as the messages use them. */

/** Names as in XML Schema part 2 (W3C 2004); `token` and `string` take any text. */
export type ValueType =
  | 'string'
  | 'token'
  | 'boolean'
  | 'true-or-false'
  | 'integer'
  | 'count'
  | 'double'
  | 'date'
  | 'dateTime'
  | 'moment'
  | 'anyURI'
  | 'base64Binary'
  | 'oid';

/** Whether the text is a value of the type; only a plain string keeps its spaces, all others are read without the outer ones. */
export function isValueOf(type: ValueType, text: string): boolean {
  return checks[type](type === 'string' ? text : collapsed(text));
}

/** XML Schema's collapse: tabs, line ends and repeated spaces become one, outer ones go. */
export function collapsed(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

const checks: Readonly<Record<ValueType, (text: string) => boolean>> = {
  string: () => true,
  token: () => true,
  boolean: (text) => /^(true|false|1|0)$/.test(text),
  'true-or-false': (text) => /^(true|false)$/.test(text),
  integer: (text) => /^[+-]?\d+$/.test(text),
  count: (text) => /^(\+?\d+|-0+)$/.test(text),
  double: (text) => /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/.test(text),
  date: isDate,
  dateTime: isDateTime,
  moment: (text) => isDateTime(text) || isDate(text) || isYear(text) || isYearAndMonth(text) || isTime(text),
  anyURI: isUri,
  base64Binary: isBase64,
  oid: (text) => /^\p{Nd}+(\.\p{Nd}+)*$/u.test(text),
};

const zone = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const year = '-?(?:[1-9]\\d{4,}|\\d{4})';
const month = '(?:0[1-9]|1[0-2])';
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const datePattern = new RegExp(`^(${year})-(${month})-(\\d\\d)${zone}$`);
const dateTimePattern = new RegExp(`^(${year})-(${month})-(\\d\\d)T${clock}${zone}$`);
const timePattern = new RegExp(`^${clock}${zone}$`);
const yearPattern = new RegExp(`^(${year})${zone}$`);
const yearAndMonthPattern = new RegExp(`^(${year})-${month}${zone}$`);

function isDate(text: string): boolean {
  return isDay(datePattern.exec(text));
}
function isDateTime(text: string): boolean {
  return isDay(dateTimePattern.exec(text));
}
function isTime(text: string): boolean {
  return timePattern.test(text);
}
function isYear(text: string): boolean {
  return isYearNumber(yearPattern.exec(text)?.[1]);
}
function isYearAndMonth(text: string): boolean {
  return isYearNumber(yearAndMonthPattern.exec(text)?.[1]);
}

/** XML Schema 1.0 knows no year 0. */
function isYearNumber(digits: string | undefined): boolean {
  return digits !== undefined && Number(digits) !== 0;
}

function isDay(parts: RegExpExecArray | null): boolean {
  if (!parts || !isYearNumber(parts[1])) return false;
  const day = Number(parts[3]);
  return day >= 1 && day <= daysIn(Number(parts[1]), Number(parts[2]));
}

function daysIn(yearNumber: number, monthNumber: number): number {
  const isLeap = (yearNumber % 4 === 0 && yearNumber % 100 !== 0) || yearNumber % 400 === 0;
  if (monthNumber === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(monthNumber) ? 30 : 31;
}

/** RFC 3986 after letters that an address may not hold have been escaped, as XML Schema part 2 § 3.2.17 tells. */
function isUri(text: string): boolean {
  if (text === '') return true;
  const escaped = text.replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, '_');
  return uriPattern.test(escaped);
}
const unit = "(?:[\\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
const unitNoColon = "(?:[\\w.~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})";
const authority =
  "(?:(?:[\\w.~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?(?:\\[[^\\]]*\\]|(?:[\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::\\d*)?";
const afterAuthority = `(?:/${unit}*)*`;
const path = `(?://${authority}${afterAuthority}|/(?:${unit}+(?:/${unit}*)*)?`;
const uriPattern = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.-]*:${path}|${unit}+(?:/${unit}*)*)?|${path}|${unitNoColon}+(?:/${unit}*)*)?)(?:\\?(?:${unit}|[/?])*)?(?:#(?:${unit}|[/?])*)?$`,
);

function isBase64(text: string): boolean {
  const packed = text.replace(/ /g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed) && !/^={1,2}$/.test(packed);
}
