/** What an examination is called: the laboratory's words, its code, and our own name of the analysis where the code is known. */

import { wordsOf } from '#exchange';
import type { Analyte } from '../analyses/analyte.table.ts';
import { analysisCodes, type ResultItem } from './laboratory-report.ts';

export type InvestigationName = {
  readonly name: string;
  readonly code: string | null;
  readonly analyte: Analyte | undefined;
};

/** Words as received, never another text of the same code. */
export function analyses(item: ResultItem, analyteOf: (code: string) => Analyte | undefined): InvestigationName {
  const codes = analysisCodes(item);
  const words = codes.map((one) => wordsOf(one)).filter(Boolean);
  const details = item.investigations.flatMap(({ details: more }) => more.map((one) => wordsOf(one))).filter(Boolean);
  const known = codes.flatMap(({ code }) => (code ? [analyteOf(code)] : [])).find((one) => one !== undefined);
  const [code = null] = codes.map((one) => one.code);
  return { name: [...new Set([...words, ...details])].join(', ') || 'Resultat', code, analyte: known };
}
