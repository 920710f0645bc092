/** The hand-over as it is read aloud: short sentences, the late first, and how many minutes it takes. */

import type { Language } from '#kernel/texts';
import { dayOf, type Moment, timeOf } from '#kernel/time';
import type { Owner } from '#loops';
import type { HandoverRule } from './handover.table.ts';
import { handoverTexts } from './handover.texts.ts';
import type { HandoverItem, HandoverView } from './handover.ts';

export type ReadAloud = {
  readonly lines: readonly string[];
  readonly words: number;
  /** Rounded up to tenths of a minute. */
  readonly minutes: number;
  readonly isTooLong: boolean;
};

function when(due: Moment | null, now: Moment, language: Language): string {
  const words = handoverTexts[language];
  if (due === null) return words.noTime;
  const time = dayOf(due) === dayOf(now) ? timeOf(due) : `${dayOf(due)} ${timeOf(due)}`;
  return due < now ? words.lateSince(time) : words.dueAt(time);
}

/** One line for each owner, then one for each thing; `nameOf` says whom or which station. */
export function readAloud(
  view: HandoverView,
  nameOf: (owner: Owner) => string,
  rule: HandoverRule,
  language: Language,
): ReadAloud {
  const words = handoverTexts[language];
  const sentence = (item: HandoverItem) =>
    `${words.kinds[item.kind]}: ${item.what}, ${when(item.due, view.at, language)}.`;
  const lines: string[] = view.all === 0 ? [words.nothing] : [];
  if (view.ownerless.length > 0) lines.push(words.ownerless(view.ownerless.length), ...view.ownerless.map(sentence));
  for (const section of view.sections) {
    lines.push(words.owner(nameOf(section.owner), section.items.length, section.late), ...section.items.map(sentence));
  }
  const count = lines.join(' ').split(/\s+/).filter(Boolean).length;
  const minutes = Math.ceil((count * 10) / rule.wordsPerMinute) / 10;
  return { lines, words: count, minutes, isTooLong: minutes > rule.readingMinutes };
}
