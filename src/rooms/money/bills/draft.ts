/** A bill before it is priced: codes with the reason for each, codes that are stopped, and what someone must look at. */

import type { Facts } from '#kernel/result';
import type { NoPrice } from '../tariffs/takst.ts';
import type { NoAuthority } from './visit-facts.ts';

/** Why a code is on the bill. */
export type LineReason =
  | 'consultation'
  | 'home visit'
  | 'time'
  | 'specialist'
  | 'outside the list system'
  | 'list of another clinic'
  | 'interpreter'
  | 'advice'
  | 'prescription'
  | 'prescription with advice'
  | 'sick note or referral'
  | 'transport need'
  | 'sampling for another requester'
  | 'simple procedure by staff'
  | 'sample taken'
  | 'further consignment'
  | 'analysed here'
  | 'ecg taken and read'
  | 'procedure done'
  | 'small child sampled'
  | 'material used'
  | 'item at cost'
  | 'not attended';

/** Why a code that someone might have expected is not on the bill; the first two are hard stop 4. */
export type BlockReason =
  | 'consultation by staff alone'
  | "nurse's code for other staff"
  | NoAuthority
  | NoPrice
  | 'only the doctor'
  | 'appointment'
  | 'simple message'
  | 'result without advice'
  | 'talk with a colleague'
  | 'prescription phoned in'
  | 'near a consultation'
  | 'included in the consultation'
  | 'needs a consultation or home visit'
  | 'needs sample taking'
  | 'may not stand beside'
  | 'repeated too often'
  | 'not read by the doctor'
  | 'interpreter not qualified'
  | 'emergency'
  | 'same material to the same laboratory'
  | 'disposables are included'
  | 'not told beforehand';

/** What a person has to look at before the bill is closed. */
export type NoteReason =
  | 'frikort has no data'
  | 'frikort not asked'
  | 'ground missing'
  | 'specified bill to Helfo'
  | 'simple contact beside sampling'
  | 'sample brought'
  | 'no code for the analysis'
  | 'tell the patient beforehand'
  | 'corrected by the clinic';

export type Reason = { readonly why: LineReason; readonly facts?: Facts };
export type Suggestion = { readonly code: string; readonly count: number; readonly reason: Reason };
export type Blocked = { readonly code: string; readonly why: BlockReason; readonly facts?: Facts };
export type Note = { readonly why: NoteReason; readonly facts?: Facts };

export type Draft = {
  readonly suggestions: readonly Suggestion[];
  readonly blocked: readonly Blocked[];
  readonly notes: readonly Note[];
};

export const emptyDraft: Draft = { suggestions: [], blocked: [], notes: [] };

export function suggest(code: string, why: LineReason, facts?: Facts, count = 1): Draft {
  return { ...emptyDraft, suggestions: [{ code, count, reason: { why, ...(facts && { facts }) } }] };
}

export function block(code: string, why: BlockReason, facts?: Facts): Draft {
  return { ...emptyDraft, blocked: [{ code, why, ...(facts && { facts }) }] };
}

export function note(why: NoteReason, facts?: Facts): Draft {
  return { ...emptyDraft, notes: [{ why, ...(facts && { facts }) }] };
}

export function together(drafts: readonly Draft[]): Draft {
  return {
    suggestions: drafts.flatMap(({ suggestions }) => suggestions),
    blocked: drafts.flatMap(({ blocked }) => blocked),
    notes: drafts.flatMap(({ notes }) => notes),
  };
}

/** Hard stops are never overridden by a reason; the rest a named person may weigh. */
export function isHardStop({ why }: Blocked): boolean {
  return (
    why === 'consultation by staff alone' ||
    why === "nurse's code for other staff" ||
    why === 'no order or delegation' ||
    why === 'pupil without a supervisor'
  );
}
