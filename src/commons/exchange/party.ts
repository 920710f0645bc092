/** Someone who sends, receives or takes part in a letter: an organisation with its units and people, or a person alone. */

import type { Coded } from './coded.ts';

/** HER-id, organisation number (ENH), HPR-number and others, each with the kind it came with. */
export type Identifier = { readonly id: string; readonly type: Coded | null };
export type Unit = {
  readonly kind: Coded | null;
  readonly name: string | null;
  /** The first identifier as received, which an answer must give back as the first. */
  readonly identifier: Identifier | null;
  readonly otherIdentifiers: readonly Identifier[];
};
export type PostalAddress = {
  readonly kind: Coded | null;
  readonly street: string | null;
  readonly postbox: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly county: Coded | null;
  readonly country: Coded | null;
  readonly cityDistrict: Coded | null;
  /** Telephone and electronic addresses as received, as `tel:22225555`. */
  readonly reachedAt: readonly string[];
};
export type Party = Unit & {
  readonly is: 'organisation' | 'person';
  readonly departments: readonly Unit[];
  readonly persons: readonly Unit[];
  readonly speciality: Coded | null;
  readonly address: PostalAddress | null;
};

export function identifiersOf(unit: Unit): readonly Identifier[] {
  return unit.identifier ? [unit.identifier, ...unit.otherIdentifiers] : unit.otherIdentifiers;
}

/** All numbers of one kind (`HER`, `ENH`, `HPR` …) in a party, the party's own first, then units, then persons. */
export function numbersOf(party: Party, kind: string): readonly string[] {
  return [party, ...party.departments, ...party.persons]
    .flatMap(identifiersOf)
    .filter(({ type }) => type?.code?.toUpperCase() === kind)
    .map(({ id }) => id);
}

/** Whether a letter to this party is a letter to us, by HER-id; a party without any HER-id cannot be told. */
export function isAddressedTo(party: Party, ownHerIds: readonly string[]): boolean {
  return numbersOf(party, 'HER').some((id) => ownHerIds.includes(id));
}

/** The name to show: the organisation, else its first unit or person. */
export function nameOf(party: Party): string {
  return [party, ...party.departments, ...party.persons].find(({ name }) => name)?.name ?? '';
}
