/** Turns away a message that is not read here, naming it as well as it can be named. */

import {
  fault,
  type Judged,
  judgeStructure,
  type MsgHead,
  msgHeadTable,
  nameInOrder,
  nothingToSay,
  type OpenedLetter,
  originalOf,
  type Party,
  type Reading,
  type Recognised,
  readingOf,
  together,
  unpackMsgHead,
} from '#exchange';

export type SeenHead = {
  readonly sender: Party | null;
  readonly patient: { readonly number: string | null; readonly name: string | null } | null;
};

/** T10 with the kind of the message; a common head that breaks its own standard is told as T02 beside it. */
export function rejectionOf(opened: OpenedLetter): Reading<SeenHead> {
  const { recognised } = opened;
  const said = opened.faults.length === 0 ? together(opened, reasonsFor(recognised)) : opened;
  if (!recognised?.hasHead) return readingOf<SeenHead>(null, { ...said, originals: [] });
  const head = unpackMsgHead(recognised.letter);
  const original = recognised.version && originalOf(head, recognised.version);
  return readingOf(seenIn(head), { ...said, originals: original ? [original] : [] });
}

function reasonsFor(recognised: Recognised | null): Judged {
  if (!recognised || (recognised.kind === null && !recognised.hasHead)) {
    return { faults: [fault('T10', 'not a known message', recognised?.letter.name ?? null)], remarks: [] };
  }
  const structure = recognised.hasHead ? judgeStructure(recognised.letter, msgHeadTable) : nothingToSay;
  return together(structure, {
    faults: [fault('T10', 'message kind not read here', nameOfKind(recognised))],
    remarks: [],
  });
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
