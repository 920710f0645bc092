/** The data types that the national messages share (felles datatyper), as KITH laid them down. */

import type { DataTypes, GrammarTable } from './grammar.ts';

/** Source: KITH felles definisjoner, edition of 11 January 2007; names and attributes as there. */
export const kithTypes: DataTypes = {
  ST: { text: 'string' },
  INT: { text: 'integer' },
  CS: { attributes: { V: 'token', DN: 'string' } },
  CV: { attributes: { V: 'token', S: 'oid', DN: 'string', OT: 'string' } },
  TS: { attributes: { V: 'moment' } },
  PQ: { attributes: { V: 'double', U: 'token' } },
  BL: { attributes: { V: 'true-or-false' } },
  URL: { attributes: { V: 'anyURI' } },
  string: { text: 'string' },
  uri: { text: 'anyURI' },
  date: { text: 'date' },
  dateTime: { text: 'dateTime' },
  count: { text: 'count' },
  base64: { text: 'base64Binary' },
  oid: { text: 'oid' },
  /** Any text and any elements, with no rule (`anyType`). */
  anything: { anything: 'any' },
  /** Only elements, and only such as the standard itself describes (the strict wildcard). */
  declared: { anything: 'declared' },
  /** Only elements, which are checked apart. */
  enclosed: { anything: 'elements' },
};

/** Persons, organisations and addresses as NAV and HELFO messages borrow them (felleskomponent1). */
export const sharedParts: GrammarTable = {
  namespace: 'http://www.kith.no/xmlstds/felleskomponent1',
  source: 'KITH felleskomponent1, version 1.1',
  year: 2007,
  roots: [],
  dataTypes: kithTypes,
  elements: {},
  types: {
    Address: 'Type:CS? StreetAdr:string? PostalCode:string? City:string? Postbox:string? County:CS? Country:CS?',
    TeleCom: 'TypeTelecom:CS? TeleAddress:URL',
    Ident: 'Id:string TypeId:CV',
    Person:
      'FamilyName:string? MiddleName:string? GivenName:string? DateOfBirth:date? Sex:CS? Nationality:CS?' +
      ' Ident:Ident* Address:Address? TeleCom:TeleCom*',
    HealthcareProfessional:
      'TypeHealthcareProfessional:CS? RoleToPatient:CV? FamilyName:string? MiddleName:string? GivenName:string?' +
      ' DateOfBirth:date? Sex:CS? Nationality:CS? Ident:Ident+ Address:Address? TeleCom:TeleCom*',
    Organisation:
      'TypeOrganisation:CV? OrganisationName:string Ident:Ident+ Address:Address? TeleCom:TeleCom*' +
      ' Organisation:Organisation?',
  },
};

/** A file packed as base64 inside a letter. Source: KITH Base64Container 1.0, 16 June 2009. */
export const packedFile: GrammarTable = {
  namespace: 'http://www.kith.no/xmlstds/base64container',
  source: 'KITH Base64Container 1.0',
  year: 2009,
  roots: ['Base64Container'],
  dataTypes: kithTypes,
  elements: { Base64Container: ':base64' },
};
