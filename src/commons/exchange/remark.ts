/** What there is to say of a received letter: faults in how it is built, things missing, things nobody asked for. */

import type { AppRecError } from './apprec.table.ts';
import type { StructureFault, StructureProblem } from './structure.ts';
import type { NotXml } from './xml.ts';

export type RemarkKind =
  | NotXml
  | StructureFault
  | 'encoding other than declared'
  | 'inside another format'
  | 'not a known message'
  | 'message kind not read here'
  | 'message version not read here'
  | 'version mark differs'
  | 'message number missing'
  | 'patient missing'
  | 'not about a patient'
  | 'patient number missing'
  | 'patient number wrong'
  | 'patient name missing'
  | 'family name missing'
  | 'given name missing'
  | 'sender without number'
  | 'several reports'
  | 'test message'
  | 'left over'
  | 'count differs'
  | 'list as flat file'
  | 'status not known'
  | 'shown although rejected';

/** A fact and where it is; `name` is the name of an element, a format or a version, never a word about a patient. */
export type Remark = { readonly kind: RemarkKind; readonly line: number | null; readonly name: string | null };
/** A reason to turn the letter away, with the code that the receipt bears. */
export type Fault = { readonly code: AppRecError; readonly remark: Remark };

export function remark(kind: RemarkKind, name: string | null = null, line: number | null = null): Remark {
  return { kind, line, name };
}

export function fault(
  code: AppRecError,
  kind: RemarkKind,
  name: string | null = null,
  line: number | null = null,
): Fault {
  return { code, remark: remark(kind, name, line) };
}

/** `Message/ServReport/IssueDate` or, for an attribute, `Message/ServReport/IssueDate@V`. */
export function remarkOf({ fault: kind, line, path, name }: StructureProblem): Remark {
  const isOwn = kind === 'text where none belongs' || (kind === 'value of wrong kind' && path.endsWith(`/${name}`));
  const parted =
    kind === 'attribute not known' || kind === 'value of wrong kind' ? `${path}@${name}` : `${path}/${name}`;
  return { kind, line, name: isOwn || path === name ? path : parted };
}
