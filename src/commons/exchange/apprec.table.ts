/** How an answer «received» (applikasjonskvittering, AppRec) must be built, and which words it may use. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { GrammarTable } from './grammar.ts';
import { kithTypes } from './kith.table.ts';

const who = 'Name:string? Id:string? TypeId:CS? AdditionalId*';

/** Both versions are built alike; only the namespace and the version mark differ. Source: HIS 80415:2004 and 80415:2012. */
const elements = {
  AppRec:
    'MsgType:CS MIGversion:string SoftwareName:string? SoftwareVersion:string? GenDate:dateTime Id:string' +
    ' Sender:Party Receiver:Party Status:CS Error:CV* OriginalMsgId',
  OriginalMsgId: 'MsgType:CS IssueDate:dateTime Id:string',
  HCP: '( Inst | HCProf ) MedSpeciality:CV? Address?',
  Inst: 'Name:string? Id:string? TypeId:CS? Dept* AdditionalId* HCPerson*',
  Dept: `Type:CS? ${who}`,
  HCPerson: who,
  HCProf: `Type:CS? ${who}`,
  AdditionalId: 'Id:string Type:CS',
  Address:
    'Type:CS StreetAdr:string? PostalCode:string? City:string? County:CS? Country:CS? CityDistr:CS? TeleAddress:URL*',
} as const;
const common = { roots: ['AppRec'], dataTypes: kithTypes, elements, types: { Party: 'Role:CS? HCP' } };

export type AppRecVersion = '1.0' | '1.1';
export const appRecTables: Readonly<Record<AppRecVersion, GrammarTable & { readonly versionMark: string }>> = {
  '1.0': {
    ...common,
    namespace: 'http://www.kith.no/xmlstds/apprec/2004-11-21',
    source: 'HIS 80415:2004 Applikasjonskvittering v1.0',
    year: 2004,
    versionMark: '1.0 2004-11-21',
  },
  '1.1': {
    ...common,
    namespace: 'http://www.kith.no/xmlstds/apprec/2012-02-15',
    source: 'HIS 80415:2012 Applikasjonskvittering v1.1',
    year: 2012,
    versionMark: 'v1.1 2012-02-15',
  },
};

/** Status of the answer. Source: kodeverk 8258, as shown nationally in June 2025. */
export const appRecStatuses = { '1': 'OK', '2': 'Avvist', '3': 'OK, feil i delmelding' } as const;
export type AppRecStatus = keyof typeof appRecStatuses;

/** Why a message was turned away. Source: kodeverk 8221, as shown nationally in June 2025. */
export const appRecErrors = {
  E10: 'Ugyldig meldingsidentifikator',
  E20: 'Lege finnes ikke',
  E21: 'Mottaker finnes ikke',
  E30: 'Pasientens fødselsnummer mangler',
  E31: 'Pasientens fødselsnummer er feil',
  E32: 'Pasientens navn mangler',
  E33: 'Pasientens etternavn mangler',
  E34: 'Pasientens fornavn mangler',
  E35: 'Pasienten finnes ikke i mottakersystemet',
  E36: 'Pasientopplysninger er utilstrekkelige',
  E53: 'Pasientens fødselsnummer eller D-nummer finnes ikke registrert i Folkeregisteret.',
  E54: 'Pasientens fødselsnummer er ikke registrert i mottagersystemet',
  S01: 'Feil på signatur',
  S02: 'Ugyldig sertifikat',
  S03: 'Tilbaketrukket sertifikat',
  S99: 'Annen feil på signatur eller sertifikat',
  T01: "Ikke XML / ikke 'well formed' / uleselig",
  T02: 'XML validerer ikke',
  T10: 'Støtter ikke meldingsformatet',
  T99: 'Annen feil på format',
  X99: 'Annen feil',
} as const;
export type AppRecError = keyof typeof appRecErrors;

/** How long the sender of a message may wait before a person must act. Source: see each row. */
export const answerDeadlines: readonly Dated<{ readonly hours: number }>[] = [
  {
    from: '2016-01-01' as IsoDate,
    source: 'HITS 1168:2016 Veiledning til riktig bruk av applikasjonskvittering',
    value: { hours: 96 },
  },
];
