/** Turns away a message that is not read here, naming it as well as it can be named. */

import {
  type Fault,
  fault,
  judgeStructure,
  type MsgHead,
  msgHeadTable,
  nameInOrder,
  type OpenedLetter,
  originalOf,
  type Party,
  type Reading,
  type Recognised,
  type Remark,
  readingOf,
  unpackMsgHead,
} from '#exchange';

export type SeenHead = {
  readonly sender: Party | null;
  readonly patient: { readonly number: string | null; readonly name: string | null } | null;
};

/** T10 with the kind of the message; a common head that breaks its own standard is told as T02 beside it. */
export function rejectionOf(opened: OpenedLetter): Reading<SeenHead> {
  const { recognised } = opened;
  const faults: Fault[] = [...opened.faults];
  const remarks: Remark[] = [...opened.remarks];
  if (!recognised || (recognised.kind === null && !recognised.hasHead)) {
    if (faults.length === 0) faults.push(fault('T10', 'not a known message', recognised?.letter.name ?? null));
    return readingOf<SeenHead>(null, { faults, remarks, originals: [] });
  }
  if (faults.length === 0) {
    const judged = recognised.hasHead ? judgeStructure(recognised.letter, msgHeadTable) : { faults: [], remarks: [] };
    faults.push(...judged.faults, fault('T10', 'message kind not read here', nameOfKind(recognised)));
    remarks.push(...judged.remarks);
  }
  if (!recognised.hasHead) return readingOf<SeenHead>(null, { faults, remarks, originals: [] });
  const head = unpackMsgHead(recognised.letter);
  const original = recognised.version && originalOf(head, recognised.version);
  return readingOf(seenIn(head), { faults, remarks, originals: original ? [original] : [] });
}

/** `dialogmelding 1.1 (DIALOG_HELSEFAGLIG)`. */
function nameOfKind({ kind, version, typeCode, payload, letter }: Recognised): string {
  const words = [kind ?? payload?.name ?? letter.name, version?.version].filter((word) => word !== undefined).join(' ');
  return typeCode ? `${words} (${typeCode})` : words;
}

function seenIn({ sender, patient }: MsgHead): SeenHead {
  const [first] = patient?.identifiers ?? [];
  return { sender, patient: patient && { number: first?.id ?? null, name: nameInOrder(patient) } };
}
