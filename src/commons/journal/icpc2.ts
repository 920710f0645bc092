/** The diagnosis list of ICPC-2 with Norwegian names, and the search in it; used at the server, for it is 55 kB of data. */

// The code file alone: the package's own door would bring ICD-10 (1.9 MB) with it.
import { ICPC2 } from '@navikt/diagnosekoder/lib/ICPC2.js';
import type { Language } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type Icpc2Entry, icpc2Component, tidyCode } from './diagnosis-code.ts';
import { everydayWords } from './everyday-word.table.ts';
import { processCodes } from './process-code.table.ts';

/** Where the names come from, for the screen that shows them. */
export const icpc2Source = 'ICPC-2, Norwegian names from Helsedirektoratet as released for 2026';

/** ICPC-2 has seventeen chapters, one per organ system. */
export const chapters = 'ABDFHKLNPRSTUWXYZ';

type Searchable = Icpc2Entry & { readonly folded: string };
const listed: readonly Searchable[] = ICPC2.flatMap(({ code, text }) => {
  const component = icpc2Component(code);
  return component ? [{ code, name: text, component, folded: fold(text) }] : [];
});
const byCode = new Map(listed.map((entry) => [entry.code, entry]));

/** The name of a code on a day; a process code gets the same name in every chapter. Names of diagnoses are Norwegian only. */
export function icpc2Name(code: string, day: IsoDate, language: Language = 'nb'): string | undefined {
  const known = byCode.get(code);
  if (known) return known.name;
  if (icpc2Component(code) !== 'process' || code.length !== 3) return undefined;
  return validOn(processCodes, day)?.value[code.slice(1)]?.[language];
}

export function isIcpc2(code: string, day: IsoDate): boolean {
  return icpc2Name(code, day) !== undefined;
}

/** Codes that fit what was typed, best first: a code, the start of a code, words of the name, or an everyday word. */
export function searchIcpc2(typed: string, day: IsoDate, atMost = 20): readonly Icpc2Entry[] {
  const query = typed.trim();
  if (query === '') return [];
  const words = fold(query).split(' ').filter(Boolean);
  const everyday = everydayCodes(words);
  const code = tidyCode(query);
  const scored = listed.flatMap((entry) => {
    const score = scoreOf(entry, code, words, everyday);
    return score === undefined ? [] : [{ entry, score }];
  });
  scored.sort((a, b) => a.score - b.score || a.entry.name.length - b.entry.name.length || order(a.entry, b.entry));
  const found = scored.map(({ entry: { code: found, name, component } }) => ({ code: found, name, component }));
  return [...processMatches(code, day), ...found].slice(0, atMost);
}

/** 0 the code itself, 1 its start, 2 an everyday word, 3 start of the name, 4 starts of words, 5 inside a word. */
function scoreOf(
  entry: Searchable,
  code: string,
  words: readonly string[],
  everyday: ReadonlySet<string>,
): number | undefined {
  if (entry.code === code) return 0;
  if (/^[A-Z]\d/.test(code)) return entry.code.startsWith(code) ? 1 : undefined;
  if (everyday.has(entry.code)) return 2;
  if (!words.every((word) => entry.folded.includes(word))) return undefined;
  if (entry.folded.startsWith(words[0] ?? '')) return 3;
  return words.every((word) => ` ${entry.folded}`.includes(` ${word}`)) ? 4 : 5;
}

function everydayCodes(words: readonly string[]): ReadonlySet<string> {
  const [only, ...rest] = words;
  if (!only || rest.length > 0 || only.length < 3) return new Set();
  const hits = Object.entries(everydayWords).filter(([word]) => fold(word).startsWith(only));
  return new Set(hits.flatMap(([, codes]) => codes));
}

/** `A62`, `-62` and `62` find the process code; without a letter it is offered in the general chapter A. */
function processMatches(code: string, day: IsoDate): readonly Icpc2Entry[] {
  const typed = /^([A-Z]?)(\d{2})$/.exec(code);
  if (!typed) return [];
  const [, letter, number] = typed;
  const full = `${letter || 'A'}${number}`;
  const name = byCode.has(full) ? undefined : icpc2Name(full, day);
  return name ? [{ code: full, name, component: 'process' }] : [];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/aa|å/g, 'a')
    .replace(/oe|ø/g, 'o')
    .replace(/ae|æ/g, 'e')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (rest) => (/^[\u0300-\u036f]+$/.test(rest) ? '' : ' '))
    .trim();
}

function order(a: Icpc2Entry, b: Icpc2Entry): number {
  return a.code < b.code ? -1 : 1;
}
