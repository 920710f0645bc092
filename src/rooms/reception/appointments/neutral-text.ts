/** Neutral text (nøytral tekst): a message to a telephone may tell when and where, never why. */

import { ok, type Result, refuse } from '#kernel/result';
import type { ClinicalWord } from './clinical-word.table.ts';

/** What was found and where it stands in the text; the finding carries the word so that the writer sees it. */
export type Finding = {
  readonly kind: 'clinical word' | 'national number' | 'web address' | 'e-mail address';
  readonly word: string;
  readonly at: number;
};

const patterns: readonly (readonly [Exclude<Finding['kind'], 'clinical word'>, RegExp])[] = [
  ['national number', /(?<!\d)\d{6}[ \u00a0]?\d{5}(?!\d)/g],
  ['e-mail address', /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu],
  ['web address', /(?:https?:\/\/|www\.)\S+/gi],
];

/** Words as a reader sees them: letters, digits and inner hyphens. */
const wordPattern = /[\p{L}\d]+(?:-[\p{L}\d]+)*/gu;

function isClinical(word: string, words: readonly ClinicalWord[]): boolean {
  return words.some(({ form, match }) => {
    if (match === 'whole') return word === form;
    return match === 'start' ? word.startsWith(form) : word.includes(form);
  });
}

/** The clinic's own name and address are blanked out first: a street may be called what it likes. */
function blankOut(text: string, allowed: readonly string[]): string {
  let left = text;
  for (const phrase of [...allowed].sort((one, other) => other.length - one.length)) {
    if (!phrase) continue;
    for (let at = left.indexOf(phrase); at >= 0; at = left.indexOf(phrase, at + phrase.length)) {
      left = left.slice(0, at) + ' '.repeat(phrase.length) + left.slice(at + phrase.length);
    }
  }
  return left;
}

/** Everything that may not be sent, in the order it stands. Composed and decomposed letters are read as the same. */
export function findingsIn(text: string, words: readonly ClinicalWord[], allowed: readonly string[] = []): Finding[] {
  const left = blankOut(
    text.normalize('NFC'),
    allowed.map((phrase) => phrase.normalize('NFC')),
  );
  const findings: Finding[] = [];
  for (const [kind, pattern] of patterns) {
    for (const found of left.matchAll(pattern)) findings.push({ kind, word: found[0], at: found.index });
  }
  for (const found of left.matchAll(wordPattern)) {
    const word = found[0].toLocaleLowerCase('nb');
    const parts = word.includes('-') ? [word, ...word.split('-')] : [word];
    if (parts.some((part) => isClinical(part, words))) {
      findings.push({ kind: 'clinical word', word: found[0], at: found.index });
    }
  }
  return findings.sort((one, other) => one.at - other.at);
}

/** The text as it may be sent, or no with the first thing that stands in the way. */
export function neutralText(
  text: string,
  words: readonly ClinicalWord[],
  allowed: readonly string[] = [],
): Result<string, 'empty' | Finding['kind']> {
  if (text.trim() === '') return refuse('empty');
  const [first] = findingsIn(text, words, allowed);
  return first ? refuse(first.kind, { word: first.word, at: first.at }) : ok(text);
}
