/** A letter taken out of its envelope: known by kind and version, or set aside with what can still be read of it. */

import type { AppRecError } from './apprec.table.ts';
import { salvageXml } from './broken-xml.ts';
import type { GrammarTable } from './grammar.ts';
import { packedFile } from './kith.table.ts';
import type { OriginalLetter } from './original-letter.ts';
import { type Recognised, recognise } from './recognise.ts';
import { type Fault, fault, type Remark, remark, remarkOf } from './remark.ts';
import { structureProblems } from './structure.ts';
import { type NotXml, readXml, type XmlElement } from './xml.ts';

export type OpenedLetter = {
  /** Null where not even the first element can be made out. */
  readonly recognised: Recognised | null;
  /** Why it cannot be taken as XML; empty when it can. */
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
};

/** What comes of reading a letter. A rejected one is answered with its faults, and shown as far as it could be read. */
export type Reading<T> =
  | {
      readonly outcome: 'accepted';
      readonly content: T;
      readonly originals: readonly OriginalLetter[];
      readonly remarks: readonly Remark[];
    }
  | {
      readonly outcome: 'rejected';
      readonly faults: readonly [Fault, ...Fault[]];
      /** The content as far as it could be read; for a person to see, never to be filed by itself. */
      readonly salvaged: T | null;
      /** What a receipt needs; empty where the letter does not tell. */
      readonly originals: readonly OriginalLetter[];
      readonly remarks: readonly Remark[];
    };

/** How strictly a letter is read; the two settings below are the ones in use. */
export type ReadSetting = {
  /** Official samples and test systems use national numbers whose check digits do not hold. */
  readonly nationalNumbers: 'must hold' | 'may be samples';
  /**
   * The published schemas of lab answers know no packed files, while HIS 1036:2011 (vedlegg) has laboratories send
   * them in the place for enclosures.
   */
  readonly packedFiles: 'admitted' | 'by the schema alone';
};
export const practiceSetting: ReadSetting = { nationalNumbers: 'may be samples', packedFiles: 'by the schema alone' };
export const productionSetting: ReadSetting = { nationalNumbers: 'must hold', packedFiles: 'admitted' };

const codes: Readonly<Record<NotXml, AppRecError>> = {
  empty: 'T01',
  'too large': 'T99',
  'unknown encoding': 'T01',
  'bytes do not fit encoding': 'T01',
  'document type not allowed': 'T99',
  'too deep': 'T99',
  'not well-formed': 'T01',
};

export function openLetter(bytes: Uint8Array): OpenedLetter {
  const file = readXml(bytes);
  if (!file.ok) {
    const line = typeof file.facts?.line === 'number' ? file.facts.line : null;
    const detail = typeof file.facts?.detail === 'string' ? file.facts.detail : null;
    const root = salvageXml(bytes);
    return {
      recognised: root ? recognise(root) : null,
      faults: [fault(codes[file.why], file.why, detail, line)],
      remarks: [],
    };
  }
  const { root, encodingIsAsDeclared, declaredEncoding, foundEncoding } = file.value;
  const recognised = recognise(root);
  const remarks: Remark[] = [];
  if (!encodingIsAsDeclared)
    remarks.push(remark('encoding other than declared', `${declaredEncoding} → ${foundEncoding}`));
  if (recognised.wrapping) remarks.push(remark('inside another format', recognised.wrapping));
  return { recognised, faults: [], remarks };
}

export type Judged = { readonly faults: readonly Fault[]; readonly remarks: readonly Remark[] };

/** The faults of how a letter is built: one T02 that tells the first, while the remarks tell them all. */
export function judgeStructure(
  root: XmlElement,
  table: GrammarTable,
  packedFiles: ReadSetting['packedFiles'] = 'by the schema alone',
): Judged {
  const also = packedFiles === 'admitted' ? [packedFile] : [];
  const remarks = structureProblems(root, table, also).map(remarkOf);
  const [first] = remarks;
  return { faults: first ? [{ code: 'T02', remark: first }] : [], remarks };
}

export const nothingToSay: Judged = { faults: [], remarks: [] };

export function together(...judged: readonly Judged[]): Judged {
  return { faults: judged.flatMap(({ faults }) => faults), remarks: judged.flatMap(({ remarks }) => remarks) };
}

/** Puts together what came of reading: accepted without faults, else rejected with all of them. */
export function readingOf<T>(
  content: T | null,
  parts: {
    readonly faults: readonly Fault[];
    readonly remarks: readonly Remark[];
    readonly originals: readonly OriginalLetter[];
  },
): Reading<T> {
  const { originals, remarks } = parts;
  const [first, ...more] = parts.faults;
  if (first) {
    const shown = content === null ? remarks : [...remarks, remark('shown although rejected')];
    return { outcome: 'rejected', faults: [first, ...more], salvaged: content, originals, remarks: shown };
  }
  if (content === null) throw new Error('a letter without faults has content');
  return { outcome: 'accepted', content, originals, remarks };
}
