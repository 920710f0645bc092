/** The common head of national messages (hodemelding, MsgHead 1.2): who writes to whom about whom, and what is enclosed. */

import type { GrammarTable } from './grammar.ts';
import { kithTypes, sharedParts } from './kith.table.ts';

/** XML signatures are kept, not judged, at this place: anything may stand in them. Source: W3C XML-DSig, 2002. */
const signature: GrammarTable = {
  namespace: 'http://www.w3.org/2000/09/xmldsig#',
  source: 'W3C XML-Signature Syntax and Processing',
  year: 2002,
  roots: ['Signature'],
  dataTypes: kithTypes,
  elements: { Signature: ':anything' },
};

const person = 'FamilyName:string? MiddleName:string? GivenName:string? DateOfBirth:date? Sex:CS? Nationality:CS?';
const reachedAt = 'Address:Address? TeleCom:TeleCom*';

/** What a letter encloses is checked apart, against its own table. Source: HIS 80601:2006. */
export const msgHeadTable: GrammarTable = {
  namespace: 'http://www.kith.no/xmlstds/msghead/2006-05-24',
  source: 'HIS 80601:2006 Hodemelding v1.2, 24 May 2006',
  year: 2006,
  roots: ['MsgHead'],
  uses: { ds: signature, fk1: sharedParts },
  dataTypes: { ...kithTypes, version: { text: 'string', fixed: 'v1.2 2006-05-24', mayBeEmpty: true } },
  elements: {
    MsgHead: 'MsgInfo ( Document+ | PatientReport+ ) ds.Signature?',
    MsgInfo:
      'Type:CS MIGversion:version GenDate:dateTime MsgId:string ProcessingStatus:CS? RequestedPriority:CS? Ack:CS?' +
      ' ConversationRef? Sender Receiver OtherReceiver* Patient?',
    PatientReport: 'DocumentConnection:CS? CaseNo:string Document+ Patient?',
    ConversationRef: 'RefToParent:string RefToConversation:string',
    Sender: 'ComMethod:CS? Organisation',
    Receiver: 'ComMethod:CS? Organisation',
    OtherReceiver:
      'ComMethod:CS? RoleReceiver:CS ( Organisation? | Patient? | Person:fk1.Person? | HealthcareProfessional? )',
    Document:
      'DocumentConnection:CS? ContentType:CV? ContentDescription:string? ContentCategory:CV? Consent:CV?' +
      ' Annotation:string? FromDate:TS? ToDate:TS? OidRef:oid? EnquiryRefId:string? RefDoc',
    RefDoc:
      'IssueDate:TS? MsgType:CS Id:string? MimeType:string? Description:string? Compression:CS?' +
      ' ( FileReference:uri? | Content:enclosed? )',
    Patient: `${person} Ident:Ident* ${reachedAt}`,
    Person: `${person} Ident:Ident* ${reachedAt}`,
    Organisation:
      `( OrganisationName:string TypeOrganisation:CV? Ident:Ident+ ${reachedAt} Organisation?` +
      ' HealthcareProfessional? )?',
    HealthcareProfessional: `TypeHealthcareProfessional:CS? RoleToPatient:CV? ${person} Ident:Ident+ ${reachedAt}`,
  },
  types: {
    Person: `${person} Ident:Ident* ${reachedAt}`,
    Address: 'Type:CS? StreetAdr:string? PostalCode:string? City:string? Postbox:string? County:CS? Country:CS?',
    TeleCom: 'TypeTelecom:CS? TeleAddress:URL',
    Ident: 'Id:string TypeId:CV',
  },
};
