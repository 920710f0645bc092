/** The red path (rødt løp): the card with 113 comes first, and what happened is written down afterwards. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import type { Moment } from '#kernel/time';
import type { CriterionColour } from './call.ts';

/** What one reads aloud to 113; an address that is not known is asked for, never guessed. */
export type RedCard = {
  readonly number: '113';
  readonly where: string | null;
  readonly entrance: string | null;
  readonly callBackNumber: TelephoneNumber | null;
  readonly ask: readonly ('where the patient is' | 'number to ring back')[];
};

/** What the screen shows next: never a form before the card. */
export function firstShown(colour: CriterionColour | null, redFlags: readonly string[]): 'card 113' | 'record' {
  return colour === 'red' || redFlags.length > 0 ? 'card 113' : 'record';
}

/** The patient's registered address is only a proposal: the patient may be elsewhere, so it is read back. */
export function redCard(facts: {
  readonly address: string | null;
  readonly entrance: string | null;
  readonly number: TelephoneNumber | null;
}): RedCard {
  const ask: RedCard['ask'][number][] = [];
  if (!facts.address) ask.push('where the patient is');
  if (!facts.number) ask.push('number to ring back');
  return { number: '113', where: facts.address, entrance: facts.entrance, callBackNumber: facts.number, ask };
}

/** Shown, called, followed up: three moments that later tell how long it took. */
export type RedPath =
  | { readonly state: 'shown'; readonly shownAt: Moment; readonly shownTo: PersonId }
  | {
      readonly state: 'called';
      readonly shownAt: Moment;
      readonly shownTo: PersonId;
      readonly calledAt: Moment;
      readonly calledBy: 'clinic' | 'caller';
    }
  | {
      readonly state: 'not needed';
      readonly shownAt: Moment;
      readonly shownTo: PersonId;
      readonly decidedAt: Moment;
      readonly decidedBy: PersonId;
      readonly because: string;
    };

/** What may follow what. */
export const redPathNext = {
  shown: ['called', 'not needed'],
  called: [],
  'not needed': ['called'],
} as const satisfies Record<RedPath['state'], readonly RedPath['state'][]>;

export function called113(path: RedPath, by: 'clinic' | 'caller', now: Moment): Result<RedPath, 'already called'> {
  if (path.state === 'called') return refuse('already called', { calledAt: path.calledAt });
  const { shownAt, shownTo } = path;
  return ok({ state: 'called', shownAt, shownTo, calledAt: now, calledBy: by });
}

/** Only with a reason, and it never closes the way to calling after all. */
export function notNeeded(
  path: RedPath,
  because: string,
  by: PersonId,
  now: Moment,
): Result<RedPath, 'already called' | 'reason missing'> {
  if (path.state === 'called') return refuse('already called', { calledAt: path.calledAt });
  if (because.trim().length < 3) return refuse('reason missing');
  const { shownAt, shownTo } = path;
  return ok({ state: 'not needed', shownAt, shownTo, decidedAt: now, decidedBy: by, because: because.trim() });
}
