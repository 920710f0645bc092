/** A day as one says it: «3. mai», with the year only when it is another than this one. */

import type { Facts } from '#kernel/result';
import type { Language } from '#kernel/texts';

const locales = { nb: 'nb-NO', en: 'en-GB' } as const;

/** `day` and `today` as `YYYY-MM-DD`. */
export function dayInWords(language: Language, day: string, today?: string): string {
  const isThisYear = today?.slice(0, 4) === day.slice(0, 4);
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** The words of a day among the facts of a refusal; nothing where the fact is missing. */
export function daySaid(language: Language, facts: Facts, key: string): string | undefined {
  const day = facts[key];
  const today = facts.today;
  if (typeof day !== 'string') return undefined;
  return dayInWords(language, day, typeof today === 'string' ? today : undefined);
}
