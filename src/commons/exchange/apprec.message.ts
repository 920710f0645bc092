/** The receipt (AppRec 1.0 and 1.1) to and from XML. */

import { type AppRecVersion, appRecStatuses, appRecTables } from './apprec.table.ts';
import type { AppRec, AppRecParty } from './apprec.ts';
import { blankCode, type Coded } from './coded.ts';
import { draftCode, draftParty, unpackParty } from './hcp.message.ts';
import { judgeStructure, nothingToSay, type OpenedLetter, type Reading, readingOf, together } from './opened-letter.ts';
import type { Party } from './party.ts';
import { fault, type Remark, remark } from './remark.ts';
import { type AlsoReceived, Unpacking } from './unpacking.ts';
import type { XmlElement } from './xml.ts';
import { type Draft, draft, draftText, writeXml } from './xml-writer.ts';

export function writeAppRec(receipt: AppRec): string {
  const { namespace, versionMark } = appRecTables[receipt.version];
  const root = draft(
    'AppRec',
    {},
    draft('MsgType', { V: 'APPREC', DN: 'Applikasjonskvittering' }),
    draftText('MIGversion', versionMark),
    draftText('SoftwareName', receipt.software?.name),
    draftText('SoftwareVersion', receipt.software?.version),
    draftText('GenDate', receipt.generated),
    draftText('Id', receipt.id),
    draftSide('Sender', receipt.sender),
    draftSide('Receiver', receipt.receiver),
    draftCode('Status', receipt.status),
    receipt.errors.map((error) => draftCode('Error', error, true)),
    draft(
      'OriginalMsgId',
      {},
      draftCode('MsgType', receipt.original.type) ?? draft('MsgType', {}),
      draftText('IssueDate', receipt.original.issued),
      draftText('Id', receipt.original.id),
    ),
  );
  return writeXml(root, namespace);
}

function draftSide(name: 'Sender' | 'Receiver', { role, party }: AppRecParty): Draft {
  return draft(name, {}, draftCode('Role', role), draftParty(party));
}

export type ReceivedAppRec = AppRec & { readonly alsoReceived: readonly AlsoReceived[] };

/** Reads a receipt; it is taken in or set aside, but in no case answered. */
export function readAppRec(opened: OpenedLetter): Reading<ReceivedAppRec> {
  const letter = opened.recognised?.letter;
  const version = opened.recognised?.version?.version as AppRecVersion | undefined;
  if (!letter || !version || !(version in appRecTables)) {
    const unknown = { faults: [fault('T10', 'message version not read here', 'APPREC')], remarks: [] };
    return readingOf<ReceivedAppRec>(null, { ...together(opened, unknown), originals: [] });
  }
  const structure = opened.faults.length === 0 ? judgeStructure(letter, appRecTables[version]) : nothingToSay;
  const content = unpackAppRec(letter, version);
  const remarks = content ? remarksOn(content) : [];
  return readingOf(content, { ...together(opened, structure, { faults: [], remarks }), originals: [] });
}

function remarksOn(receipt: ReceivedAppRec): readonly Remark[] {
  const status = receipt.status.code ?? '';
  const unknown = status in appRecStatuses ? [] : [remark('status not known', status)];
  return [...unknown, ...receipt.alsoReceived.map(({ path, line }) => remark('left over', path, line))];
}

/** Nothing where sender or receiver are missing. */
function unpackAppRec(root: XmlElement, version: AppRecVersion): ReceivedAppRec | null {
  const letter = new Unpacking(root);
  letter.coded(root, 'MsgType', 8279);
  letter.id(root, 'MIGversion');
  const software = letter.text(root, 'SoftwareName');
  const softwareVersion = letter.text(root, 'SoftwareVersion');
  const original = letter.one(root, 'OriginalMsgId');
  const sender = unpackSide(letter, letter.one(root, 'Sender'));
  const receiver = unpackSide(letter, letter.one(root, 'Receiver'));
  const status = letter.coded(root, 'Status', 8258) ?? blankCode;
  const receipt = {
    version,
    id: letter.id(root, 'Id') ?? '',
    generated: letter.id(root, 'GenDate') ?? '',
    software: software === null ? null : { name: software, version: softwareVersion },
    errors: letter.manyCoded(root, 'Error', 8221),
    original: {
      type: letter.coded(original, 'MsgType', 8279),
      issued: letter.id(original, 'IssueDate') ?? '',
      id: letter.id(original, 'Id') ?? '',
    },
  };
  const alsoReceived = letter.leftIn(root);
  if (!sender || !receiver) return null;
  return { ...receipt, sender, receiver, status, alsoReceived };
}

function unpackSide(letter: Unpacking, side: XmlElement | undefined): AppRecParty | null {
  const role: Coded | null = letter.coded(side, 'Role');
  const party: Party | null = unpackParty(letter, side);
  return party && { role, party };
}
