/** Reads the common head (MsgHead 1.2) of a letter: who writes to whom about whom, and what is enclosed. */

import type { Coded } from './coded.ts';
import type { Identifier, Party, PostalAddress, Unit } from './party.ts';
import type { ReceivedTime } from './received-time.ts';
import { elementsOf } from './structure.ts';
import { type AlsoReceived, Unpacking } from './unpacking.ts';
import type { XmlElement } from './xml.ts';

/** A person as the common head and the lists of NAV and HELFO describe one. */
export type NamedPerson = {
  readonly familyName: string | null;
  readonly middleName: string | null;
  readonly givenName: string | null;
  readonly born: ReceivedTime | null;
  readonly sex: Coded | null;
  readonly nationality: Coded | null;
  readonly identifiers: readonly Identifier[];
  readonly address: PostalAddress | null;
  readonly reachedAt: readonly string[];
};
export type Enclosure = {
  /** Kind of enclosure: `XML` for the message itself, `A` for an attachment. */
  readonly kind: Coded | null;
  readonly issued: ReceivedTime | null;
  readonly mimeType: string | null;
  readonly description: string | null;
  readonly fileReference: string | null;
  /** What lies in the envelope, opened by those who know the message. */
  readonly contents: readonly XmlElement[];
};
export type MsgHead = {
  readonly type: Coded | null;
  readonly versionMark: string | null;
  readonly generated: ReceivedTime | null;
  readonly id: string | null;
  /** Whether the letter is a test (`T`) or meant (`P`). */
  readonly processing: Coded | null;
  readonly acknowledgement: Coded | null;
  readonly conversation: { readonly parent: string | null; readonly conversation: string | null } | null;
  readonly sender: Party | null;
  readonly receiver: Party | null;
  readonly patient: NamedPerson | null;
  readonly enclosures: readonly Enclosure[];
  readonly alsoReceived: readonly AlsoReceived[];
};

export function unpackMsgHead(root: XmlElement): MsgHead {
  const letter = new Unpacking(root);
  const info = letter.one(root, 'MsgInfo');
  const conversation = letter.one(info, 'ConversationRef');
  const head = {
    type: letter.coded(info, 'Type', 8279),
    versionMark: letter.id(info, 'MIGversion'),
    generated: letter.time(info, 'GenDate'),
    id: letter.id(info, 'MsgId'),
    processing: letter.coded(info, 'ProcessingStatus'),
    acknowledgement: letter.coded(info, 'Ack', 7304),
    conversation: conversation
      ? { parent: letter.id(conversation, 'RefToParent'), conversation: letter.id(conversation, 'RefToConversation') }
      : null,
    sender: unpackOrganisation(letter, letter.one(info, 'Sender')),
    receiver: unpackOrganisation(letter, letter.one(info, 'Receiver')),
    patient: unpackPerson(letter, letter.one(info, 'Patient')),
    enclosures: letter.many(root, 'Document').map((document) => unpackEnclosure(letter, document)),
  };
  return { ...head, alsoReceived: letter.leftIn(root) };
}

function unpackEnclosure(letter: Unpacking, document: XmlElement): Enclosure {
  const reference = letter.one(document, 'RefDoc');
  const content = letter.one(reference, 'Content');
  if (content) letter.whole(content);
  return {
    kind: letter.coded(reference, 'MsgType'),
    issued: letter.time(reference, 'IssueDate'),
    mimeType: letter.id(reference, 'MimeType'),
    description: letter.text(reference, 'Description'),
    fileReference: letter.id(reference, 'FileReference'),
    contents: content ? elementsOf(content) : [],
  };
}

/** The outermost organisation, with those inside it as its departments and the health worker as its person. */
function unpackOrganisation(letter: Unpacking, holder: XmlElement | undefined): Party | null {
  const outer = letter.one(holder, 'Organisation');
  if (!outer) return null;
  const inner = organisationsBelow(letter, outer);
  const professionals = [outer, ...inner].flatMap((unit) => letter.many(unit, 'HealthcareProfessional'));
  return {
    is: 'organisation',
    ...unpackOrganisationUnit(letter, outer),
    departments: inner.map((unit) => unpackOrganisationUnit(letter, unit)),
    persons: professionals.map((person) => unpackProfessional(letter, person)),
    speciality: null,
    address: withTelecoms(unpackHeadAddress(letter, outer), unpackTelecoms(letter, outer)),
  };
}

function organisationsBelow(letter: Unpacking, outer: XmlElement): readonly XmlElement[] {
  const inner = letter.one(outer, 'Organisation');
  return inner ? [inner, ...organisationsBelow(letter, inner)] : [];
}

function unpackOrganisationUnit(letter: Unpacking, unit: XmlElement): Unit {
  const [identifier = null, ...otherIdentifiers] = unpackIdents(letter, unit);
  return {
    kind: letter.coded(unit, 'TypeOrganisation'),
    name: letter.text(unit, 'OrganisationName'),
    identifier,
    otherIdentifiers,
  };
}

function unpackProfessional(letter: Unpacking, person: XmlElement): Unit {
  const [identifier = null, ...otherIdentifiers] = unpackIdents(letter, person);
  const names = ['GivenName', 'MiddleName', 'FamilyName'].map((name) => letter.id(person, name));
  return {
    kind: letter.coded(person, 'TypeHealthcareProfessional', 9060),
    name: names.filter((name) => name !== null).join(' ') || null,
    identifier,
    otherIdentifiers,
  };
}

function unpackIdents(letter: Unpacking, holder: XmlElement): readonly Identifier[] {
  return letter.many(holder, 'Ident').flatMap((ident) => {
    const id = letter.id(ident, 'Id');
    const type = letter.coded(ident, 'TypeId');
    return id === null ? [] : [{ id, type }];
  });
}

/** A person of the common head or of a list; the parts bear the names of felleskomponent1. */
export function unpackPerson(letter: Unpacking, person: XmlElement | undefined): NamedPerson | null {
  if (!person) return null;
  return {
    familyName: letter.id(person, 'FamilyName'),
    middleName: letter.id(person, 'MiddleName'),
    givenName: letter.id(person, 'GivenName'),
    born: letter.time(person, 'DateOfBirth'),
    sex: letter.coded(person, 'Sex', 3101),
    nationality: letter.coded(person, 'Nationality'),
    identifiers: unpackIdents(letter, person),
    address: unpackHeadAddress(letter, person),
    reachedAt: unpackTelecoms(letter, person),
  };
}

function unpackHeadAddress(letter: Unpacking, holder: XmlElement): PostalAddress | null {
  const address = letter.one(holder, 'Address');
  if (!address) return null;
  return {
    kind: letter.coded(address, 'Type', 3401),
    street: letter.text(address, 'StreetAdr'),
    postbox: letter.text(address, 'Postbox'),
    postalCode: letter.id(address, 'PostalCode'),
    city: letter.text(address, 'City'),
    county: letter.coded(address, 'County'),
    country: letter.coded(address, 'Country'),
    cityDistrict: null,
    reachedAt: [],
  };
}

const noAddress: PostalAddress = {
  kind: null,
  street: null,
  postbox: null,
  postalCode: null,
  city: null,
  county: null,
  country: null,
  cityDistrict: null,
  reachedAt: [],
};

function withTelecoms(address: PostalAddress | null, reachedAt: readonly string[]): PostalAddress | null {
  return reachedAt.length === 0 ? address : { ...(address ?? noAddress), reachedAt };
}

function unpackTelecoms(letter: Unpacking, holder: XmlElement): readonly string[] {
  return letter.many(holder, 'TeleCom').flatMap((telecom) => {
    letter.coded(telecom, 'TypeTelecom', 9061);
    const address = letter.one(telecom, 'TeleAddress');
    const at = address && letter.attribute(address, 'V');
    return at ? [at] : [];
  });
}

/** `Fjellrev, Lykke Mo`: family name first, as the register and lab answers write it. */
export function nameInOrder(person: NamedPerson): string | null {
  const given = [person.givenName, person.middleName].filter((name) => name !== null).join(' ');
  return [person.familyName, given].filter((name) => name !== null && name !== '').join(', ') || null;
}
