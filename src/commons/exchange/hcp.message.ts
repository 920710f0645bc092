/** A healthcare party (HCP) as lab answers, discharge letters and receipts write it, to and from our own picture. */

import type { Coded } from './coded.ts';
import type { Identifier, Party, PostalAddress, Unit } from './party.ts';
import type { Unpacking } from './unpacking.ts';
import type { XmlElement } from './xml.ts';
import { type Draft, draft, draftText } from './xml-writer.ts';

const personNumbers = 8116;
const organisationNumbers = 9051;

/** `holder` is the part that holds `HCP`: `Sender`, `Requester`, `ServProvider` … */
export function unpackParty(letter: Unpacking, holder: XmlElement | undefined): Party | null {
  const hcp = letter.one(holder, 'HCP');
  const institution = letter.one(hcp, 'Inst');
  const professional = institution ? undefined : letter.one(hcp, 'HCProf');
  const who = institution ?? professional;
  if (!hcp || !who) return null;
  return {
    is: institution ? 'organisation' : 'person',
    ...unpackUnit(letter, who, institution ? organisationNumbers : personNumbers),
    departments: letter.many(institution, 'Dept').map((unit) => unpackUnit(letter, unit, organisationNumbers)),
    persons: letter.many(institution, 'HCPerson').map((unit) => unpackUnit(letter, unit, personNumbers)),
    speciality: letter.coded(hcp, 'MedSpeciality'),
    address: unpackAddress(letter, letter.one(hcp, 'Address')),
  };
}

/** `numbers` is the code system of the kinds of numbers: 8116 for persons, 9051 for organisations. */
export function unpackUnit(letter: Unpacking, unit: XmlElement, numbers: number): Unit {
  const id = letter.id(unit, 'Id');
  const type = letter.coded(unit, 'TypeId', numbers);
  return {
    kind: letter.coded(unit, 'Type'),
    name: letter.text(unit, 'Name'),
    identifier: id === null ? null : { id, type },
    otherIdentifiers: unpackIdentifiers(letter, unit, numbers),
  };
}

export function unpackIdentifiers(
  letter: Unpacking,
  parent: XmlElement | undefined,
  numbers: number,
): readonly Identifier[] {
  return letter.many(parent, 'AdditionalId').flatMap((other) => {
    const id = letter.id(other, 'Id');
    return id === null ? [] : [{ id, type: letter.coded(other, 'Type', numbers) }];
  });
}

export function unpackAddress(letter: Unpacking, address: XmlElement | undefined): PostalAddress | null {
  if (!address) return null;
  return {
    kind: letter.coded(address, 'Type', 3401),
    street: letter.text(address, 'StreetAdr'),
    postbox: letter.text(address, 'Postbox'),
    postalCode: letter.id(address, 'PostalCode'),
    city: letter.text(address, 'City'),
    county: letter.coded(address, 'County'),
    country: letter.coded(address, 'Country'),
    cityDistrict: letter.coded(address, 'CityDistr'),
    reachedAt: letter
      .many(address, 'TeleAddress')
      .map((at) => letter.attribute(at, 'V'))
      .filter((at) => at !== null),
  };
}

/** The same party as it must stand in a receipt (AppRec); nothing is added and nothing is left out. */
export function draftParty(party: Party): Draft {
  const numbers = [draftText('Id', party.identifier?.id), draftCode('TypeId', party.identifier?.type)];
  const others = party.otherIdentifiers.map(draftIdentifier);
  const who =
    party.is === 'organisation'
      ? draft(
          'Inst',
          {},
          draftText('Name', party.name),
          ...numbers,
          party.departments.map((unit) => draftUnit('Dept', unit)),
          others,
          party.persons.map((unit) => draftUnit('HCPerson', unit)),
        )
      : draftUnit('HCProf', party);
  return draft('HCP', {}, who, draftCode('MedSpeciality', party.speciality, true), draftAddress(party.address));
}

function draftUnit(name: 'Dept' | 'HCPerson' | 'HCProf', unit: Unit): Draft {
  return draft(
    name,
    {},
    name === 'HCPerson' ? null : draftCode('Type', unit.kind),
    draftText('Name', unit.name),
    draftText('Id', unit.identifier?.id),
    draftCode('TypeId', unit.identifier?.type),
    unit.otherIdentifiers.map(draftIdentifier),
  );
}

function draftIdentifier({ id, type }: Identifier): Draft {
  return draft('AdditionalId', {}, draftText('Id', id), draftCode('Type', type) ?? draft('Type', {}));
}

/** An address without a kind may not stand in a receipt, which demands one; the kind is then left blank. */
function draftAddress(address: PostalAddress | null): Draft | null {
  if (!address) return null;
  return draft(
    'Address',
    {},
    draftCode('Type', address.kind) ?? draft('Type', {}),
    draftText('StreetAdr', address.street),
    draftText('PostalCode', address.postalCode),
    draftText('City', address.city),
    draftCode('County', address.county),
    draftCode('Country', address.country),
    draftCode('CityDistr', address.cityDistrict),
    address.reachedAt.map((at) => draft('TeleAddress', { V: at })),
  );
}

/** A code; only where `isFull` may the code system and the sender's own words stand with it. */
export function draftCode(name: string, coded: Coded | null | undefined, isFull = false): Draft | null {
  if (!coded) return null;
  const { code: V, text: DN, system: S, otherText: OT } = coded;
  return draft(name, isFull ? { V, S, DN, OT } : { V, DN });
}
