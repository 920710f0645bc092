/** The national messages and their versions: how each is known, and which receipt answers it with which number. */

import type { AppRecVersion } from './apprec.table.ts';

/** Message kinds by the word they go by at the desk. */
export const messageKinds = [
  'APPREC',
  'svarrapport',
  'rekvisisjon',
  'epikrise',
  'henvisning',
  'dialogmelding',
  'pasientliste',
  'pasientens fastlege',
  'frikort',
  'BKM',
  'PLO',
  'SYSVAK',
  'sykmelding',
  'legeerklaring',
  'e-resept',
  'pasientkommunikasjon',
  'NPR',
  'EPJ-ekstrakt',
  'ebXML',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Which number of the letter stands in the receipt as the original's. */
export type AnsweredNumber = 'MsgId' | 'ServReport/ServProvId' | 'ServReq/Id';
export type MessageVersion = {
  readonly kind: MessageKind;
  readonly version: string;
  /** A star stands for one word that differs within the version. */
  readonly namespace: string;
  /** The receipt that answers it; `none` where the standard has an answer of its own, or none. */
  readonly answeredBy: AppRecVersion | 'none';
  readonly answeredNumber: AnsweredNumber;
  readonly source: string;
};

const kith = 'http://www.kith.no/xmlstds';
const ehelse = 'http://ehelse.no/xmlstds';
type Row = readonly [
  version: string,
  namespace: string,
  answeredBy: AppRecVersion | 'none',
  source: string,
  number?: AnsweredNumber,
];

function versionsOf(kind: MessageKind, ...rows: readonly Row[]): readonly MessageVersion[] {
  return rows.map(([version, namespace, answeredBy, source, answeredNumber = 'MsgId']) => ({
    kind,
    version,
    namespace,
    answeredBy,
    answeredNumber,
    source,
  }));
}

/** Receipt versions and numbers by HITS 1168:2016 and the standards named; namespaces by their schemas (archive of July 2020). */
export const messageVersions: readonly MessageVersion[] = [
  ...versionsOf(
    'APPREC',
    ['1.0', `${kith}/apprec/2004-11-21`, 'none', 'HIS 80415:2004'],
    ['1.1', `${kith}/apprec/2012-02-15`, 'none', 'HIS 80415:2012'],
  ),
  ...versionsOf(
    'svarrapport',
    ['1.2', `${kith}/labsvar/2005-03-14`, '1.0', 'KITH Svarrapport v1.2, 2005', 'ServReport/ServProvId'],
    ['1.3', `${kith}/labsvar/2008-12-01`, '1.0', 'HIS 80822:2008', 'ServReport/ServProvId'],
    ['1.4', `${kith}/labsvar/2012-02-15`, '1.1', 'HIS 80822:2014'],
  ),
  ...versionsOf(
    'rekvisisjon',
    ['1.4', `${kith}/rekvisisjon/2005-05-20`, '1.0', 'KITH Rekvisisjon v1.4, 2005', 'ServReq/Id'],
    ['1.5', `${kith}/rekvisisjon/2008-12-01`, '1.0', 'HIS 80821:2008', 'ServReq/Id'],
    ['1.6', `${kith}/rekvisisjon/2012-02-15`, '1.1', 'HIS 80821:2014'],
  ),
  ...versionsOf(
    'epikrise',
    ['1.0', `${kith}/epikrise`, '1.0', 'KITH Epikrise v1.0'],
    ['1.1', `${kith}/epikrise/2006-09-23`, '1.0', 'HIS 80226:2006'],
    ['1.2', `${kith}/epikrise/2012-02-15`, '1.1', 'HIS 80226:2014'],
  ),
  ...versionsOf(
    'henvisning',
    ['0.9', `${kith}/henvisning/2003-10-13`, '1.0', 'KITH Henvisning v0.9, 2003'],
    ['1.0', `${kith}/henvisning/2005-07-08`, '1.0', 'KITH Henvisning v1.0, 2005'],
    ['1.1', `${kith}/henvisning/2012-02-15`, '1.1', 'KITH Henvisning v1.1, 2012'],
    ['2.0', `${ehelse}/henvisning/2017-11-30`, '1.1', 'HIS 80517:2017'],
  ),
  ...versionsOf(
    'dialogmelding',
    ['1.0', `${kith}/dialog/2006-10-11`, '1.0', 'HIS 80603:2006'],
    ['1.1', `${kith}/dialog/2013-01-23`, '1.1', 'HIS 80603:2017'],
  ),
  ...versionsOf('pasientliste', ['1.0', `${kith}/nav/pasientliste/2010-02-01`, '1.0', 'HIS 1023:2010']),
  ...versionsOf('pasientens fastlege', [
    '1.0',
    `${kith}/nav/fastlege/2010-02-01`,
    '1.0',
    'NAV Pasientens fastlege, 1 February 2010',
  ]),
  ...versionsOf(
    'frikort',
    ['1.0', `${kith}/nav/egenandel/2010-02-01`, '1.0', 'NAV Egenandel, 1 February 2010'],
    ['2.1', `${kith}/nav/egenandel/2016-06-10`, '1.0', 'HIS 1024:2017'],
    ['2.1', `${kith}/nav/egenandelmengde/2016-06-10`, '1.0', 'HIS 1024:2017'],
  ),
  ...versionsOf('BKM', ['1.8', `${kith}/bkm/2006-12-20`, '1.0', 'Behandlerkravmelding 1.8.3, 2018']),
  ...versionsOf(
    'PLO',
    ['1.5', `${kith}/po/*/2009-06-30`, '1.0', 'HIS 80704:2009'],
    ['1.6', `${kith}/po/*/2012-04-01`, '1.1', 'HIS 80704:2014'],
    ['2.0', `${ehelse}/po/*/2016-05-30`, '1.1', 'withdrawn 2018'],
  ),
  ...versionsOf('SYSVAK', ['1.0', `${kith}/sysvak/*/2008-01-01`, 'none', 'SYSVAK, FHI Dok 31']),
  ...versionsOf('sykmelding', ['2013-10-01', `${kith}/HelseOpplysningerArbeidsuforhet/2013-10-01`, '1.0', 'NAV, 2013']),
  ...versionsOf('legeerklaring', ['2008-06-06', `${kith}/legeerklaring/2008-06-06`, '1.0', 'HIS 80805:2008']),
  ...versionsOf('e-resept', ['2013-10-08', `${kith}/eresept/*/2013-10-08`, '1.0', 'e-resept M1, 2013']),
  ...versionsOf('pasientkommunikasjon', ['2007-12-17', `${kith}/paskomm/*/2007-12-17`, '1.0', 'KITH, 2007']),
];

/** Families whose newer or older editions are still known by name. */
export const messageFamilies: readonly { readonly kind: MessageKind; readonly namespaceBegins: string }[] = [
  { kind: 'svarrapport', namespaceBegins: `${kith}/labsvar` },
  { kind: 'rekvisisjon', namespaceBegins: `${kith}/rekvisisjon` },
  { kind: 'epikrise', namespaceBegins: `${kith}/epikrise` },
  { kind: 'henvisning', namespaceBegins: `${kith}/henvisning` },
  { kind: 'henvisning', namespaceBegins: `${ehelse}/henvisning` },
  { kind: 'dialogmelding', namespaceBegins: `${kith}/dialog` },
  { kind: 'APPREC', namespaceBegins: `${kith}/apprec` },
  { kind: 'pasientliste', namespaceBegins: `${kith}/nav/pasientliste` },
  { kind: 'pasientens fastlege', namespaceBegins: `${kith}/nav/fastlege` },
  { kind: 'frikort', namespaceBegins: `${kith}/nav/egenandel` },
  { kind: 'BKM', namespaceBegins: `${kith}/bkm` },
  { kind: 'BKM', namespaceBegins: `${kith}/lom` },
  { kind: 'PLO', namespaceBegins: `${kith}/po/` },
  { kind: 'PLO', namespaceBegins: `${ehelse}/po/` },
  { kind: 'SYSVAK', namespaceBegins: `${kith}/sysvak` },
  { kind: 'sykmelding', namespaceBegins: `${kith}/HelseOpplysningerArbeidsuforhet` },
  { kind: 'legeerklaring', namespaceBegins: `${kith}/legeerklaring` },
  { kind: 'e-resept', namespaceBegins: `${kith}/eresept` },
  { kind: 'pasientkommunikasjon', namespaceBegins: `${kith}/paskomm` },
  { kind: 'pasientkommunikasjon', namespaceBegins: `${kith}/FraPasient` },
  { kind: 'pasientkommunikasjon', namespaceBegins: `${kith}/TilPasient` },
  { kind: 'EPJ-ekstrakt', namespaceBegins: `${kith}/epj` },
  { kind: 'NPR', namespaceBegins: 'http://www.npr.no/xmlstds' },
  { kind: 'ebXML', namespaceBegins: 'http://schemas.xmlsoap.org/soap/envelope' },
  { kind: 'ebXML', namespaceBegins: 'http://www.w3.org/2003/05/soap-envelope' },
  { kind: 'ebXML', namespaceBegins: 'http://www.oasis-open.org/committees/ebxml' },
];

/** Kinds by the message type in the head, for letters whose enclosure is missing or unknown. Source: kodeverk 8279, June 2025. */
export const kindsByType: readonly { readonly kind: MessageKind; readonly types: RegExp }[] = [
  { kind: 'APPREC', types: /^APPREC$/ },
  { kind: 'dialogmelding', types: /^DIALOG(_|$)/ },
  { kind: 'epikrise', types: /^(EPIKRISE|FODSELS_EPIKRISE)$/ },
  { kind: 'henvisning', types: /^HENVISNING(_|$)/ },
  { kind: 'rekvisisjon', types: /^REQ_/ },
  { kind: 'svarrapport', types: /^SVAR_/ },
  { kind: 'pasientliste', types: /^Pasientliste/ },
  { kind: 'pasientens fastlege', types: /^Fastlege/ },
  { kind: 'frikort', types: /^Egenandel/ },
  { kind: 'BKM', types: /^(LOM|APM|BOM|FBV|FOM|HOM|KOM|LGM|LROM|OOM|PJM|POM|PROM|PSOM|ROM|TOM|TPM)$/ },
  {
    kind: 'PLO',
    types:
      /^(HELSEOPPL|INNLEGGELSESRAPPORT|UTSKRIVNINGSRAPPORT|MEDISINSKE_OPPLYSNINGER|ORIENTERING_TJ|LOG_|PASIENTLOGISTIKK|KONSULTASJON|FRAVARSMELDING|LEGEMIDDELHANDTERING|TVERRFAGLIG_EPIKRISE)/,
  },
  { kind: 'SYSVAK', types: /^(HENDELSE|KODEVERK|SOK)RE(QUEST|SPONSE)$/ },
  { kind: 'sykmelding', types: /^SYKMELD$/ },
  { kind: 'legeerklaring', types: /^LEGEERKL/ },
  { kind: 'e-resept', types: /^ERM/ },
  { kind: 'pasientkommunikasjon', types: /^PATIENT_/ },
  { kind: 'NPR', types: /^NPR_/ },
];
