/** A diagnosis or process code on an entry (diagnosekode): ICPC-2 in general practice, ICD-10 where a form demands it. */

import { z } from 'zod';

export type CodeSystem = 'ICPC-2' | 'ICD-10';
export type DiagnosisCode = { readonly system: CodeSystem; readonly code: string };

/** The numbers of the code systems in messages (OID), Volven 7170 and 7110. */
export const codeSystemOid: Readonly<Record<CodeSystem, string>> = {
  'ICPC-2': '2.16.578.1.12.4.1.1.7170',
  'ICD-10': '2.16.578.1.12.4.1.1.7110',
};

/** A chapter letter, two digits, and in the Norwegian version sometimes a third (A981). */
export const icpc2Pattern = /^[ABDFHKLNPRSTUWXYZ]\d{2}\d?$/;
export const icd10Pattern = /^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/;

export const diagnosisCodeInput = z.discriminatedUnion('system', [
  z.object({ system: z.literal('ICPC-2'), code: z.string().regex(icpc2Pattern) }),
  z.object({ system: z.literal('ICD-10'), code: z.string().regex(icd10Pattern) }),
]);

/** Symptom 01–29, process 30–69, disease 70–99 (ICPC-2, components 1, 2–6 and 7). */
export type Icpc2Component = 'symptom' | 'process' | 'disease';

/** One line of the code list as a search shows it. */
export type Icpc2Entry = { readonly code: string; readonly name: string; readonly component: Icpc2Component };

/** Which part of ICPC-2 a code stands in; nothing when it has not the shape of one. */
export function icpc2Component(code: string): Icpc2Component | undefined {
  if (!icpc2Pattern.test(code)) return undefined;
  const number = Number(code.slice(1, 3));
  if (number === 0) return undefined;
  return number < 30 ? 'symptom' : number < 70 ? 'process' : 'disease';
}

/** `a-62`, `A 62` and `a62` are the same code at the desk. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s.*-]/g, '').toUpperCase();
}
