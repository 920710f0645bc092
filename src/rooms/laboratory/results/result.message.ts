/** Reads a laboratory's message (svarrapport 1.2, 1.3, 1.4): accepted, or answered with what is wrong and shown as far as it goes. */

import {
  type Addressee,
  type AlsoReceived,
  type Fault,
  fault,
  type Judged,
  judgePatient,
  judgeStructure,
  nothingToSay,
  numbersOf,
  type OpenedLetter,
  type OriginalLetter,
  type Reading,
  type ReadSetting,
  type Recognised,
  type Remark,
  readingOf,
  receiptWish,
  remark,
  together,
  Unpacking,
  type XmlElement,
} from '#exchange';
import { laboratoryReportTables } from './laboratory-report.table.ts';
import {
  everyItem,
  type InvolvedParty,
  type LaboratoryReport,
  type MessageMark,
  patientOf,
} from './laboratory-report.ts';
import { type ReportWishes, unpackReport } from './report.message.ts';

/** Version 1.3 and earlier may hold several reports in one message; version 1.4 holds one at most. */
export type ResultMessage = {
  readonly mark: MessageMark;
  readonly reports: readonly LaboratoryReport[];
  /** Words that stand outside all reports. */
  readonly alsoReceived: readonly AlsoReceived[];
};
type Version = MessageMark['version'];

/**
 * The decision (from what real laboratories send): a message that breaks the schema is answered with T02 and never
 * filed by itself, but its content is unpacked as far as it goes and shown to a person, with what was left over.
 */
export function readResultMessage(opened: OpenedLetter, setting: ReadSetting): Reading<ResultMessage> {
  const { recognised } = opened;
  const version = recognised?.version?.version as Version | undefined;
  if (!recognised || !version || !(version in laboratoryReportTables)) {
    const stated = recognised?.letter.namespace.split('/').at(-1) ?? '';
    const unknown = {
      faults: [fault('T10', 'message version not read here', `svarrapport ${stated}`.trim())],
      remarks: [],
    };
    return readingOf<ResultMessage>(null, { ...together(opened, unknown), originals: [] });
  }
  const isXml = opened.faults.length === 0;
  const structure = isXml
    ? judgeStructure(recognised.letter, laboratoryReportTables[version], setting.packedFiles)
    : nothingToSay;
  const { content, wishes } = unpackMessage(recognised.letter, version);
  const judged = judgeContent(content, setting);
  /** What is missing from a file that is not even XML may be the file's fault, not the sender's. */
  const said = together(opened, structure, isXml ? judged : { faults: [], remarks: judged.remarks });
  return readingOf(content, { ...said, originals: originalsOf(recognised, content, wishes) });
}

function unpackMessage(
  root: XmlElement,
  version: Version,
): { content: ResultMessage; wishes: readonly ReportWishes[] } {
  const letter = new Unpacking(root);
  const mark: MessageMark = {
    id: letter.id(root, 'MsgId'),
    type: letter.coded(root, 'Type', 8279),
    version,
    versionMark: letter.id(root, 'MIGversion'),
    generated: letter.time(root, 'GenDate'),
    editionMark: letter.id(root, 'MsgVersion'),
    testMark: letter.coded(root, 'Status'),
  };
  const unpacked = letter.many(root, 'ServReport').map((report) => {
    const parts = unpackReport(letter, report, mark);
    const alsoReceived = letter.leftIn(report, 'Message/ServReport');
    letter.whole(report);
    return { parts, alsoReceived };
  });
  const reports = unpacked.map(
    ({ parts: { acknowledgement: _, ...report }, alsoReceived }): LaboratoryReport => ({ ...report, alsoReceived }),
  );
  const content = { mark, reports, alsoReceived: letter.leftIn(root) };
  return { content, wishes: unpacked.map(({ parts }) => ({ acknowledgement: parts.acknowledgement })) };
}

function judgeContent({ mark, reports, alsoReceived }: ResultMessage, setting: ReadSetting): Judged {
  const said = together(
    judgeMark(mark, reports.length),
    { faults: [], remarks: alsoReceived.map(leftOver) },
    ...reports.map((report) => judgeReport(report, setting)),
  );
  const once = said.faults.filter((one, place) => said.faults.findIndex(({ code }) => code === one.code) === place);
  return { faults: once, remarks: said.remarks };
}

function judgeMark(mark: MessageMark, count: number): Judged {
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  if (mark.id === null) faults.push(fault('E10', 'message number missing'));
  if (count === 0) faults.push(fault('E36', 'patient missing'));
  if (!mark.versionMark?.includes(mark.version)) remarks.push(remark('version mark differs', mark.versionMark));
  if (mark.testMark) remarks.push(remark('test message'));
  if (count > 1) remarks.push(remark('several reports', String(count)));
  return { faults, remarks };
}

function judgeReport(report: LaboratoryReport, setting: ReadSetting): Judged {
  const left = report.alsoReceived.map(leftOver);
  const sender = report.laboratory?.party;
  const isKnown = sender && (numbersOf(sender, 'HER').length > 0 || numbersOf(sender, 'ENH').length > 0);
  const remarks = isKnown ? left : [remark('sender without number'), ...left];
  if (report.examined && report.examined.is !== 'patient')
    return { faults: [fault('E36', 'not about a patient')], remarks };
  const patient = patientOf(report);
  const number = patient?.number ?? null;
  const name = patient?.name ?? null;
  const judged = judgePatient(
    { number, numberType: patient?.numberType ?? null, name, ...nameParts(name) },
    setting.nationalNumbers,
  );
  return { faults: judged.faults, remarks: [...judged.remarks, ...remarks] };
}

function leftOver({ path, line }: AlsoReceived): Remark {
  return remark('left over', path, line);
}

/** `Fjellrev, Lykke` tells both; a name without a comma is not taken apart, only known to be more than one word or not. */
function nameParts(name: string | null): { readonly familyName: string | null; readonly givenName: string | null } {
  const [family = '', given] = (name ?? '').split(',').map((part) => part.trim());
  if (given !== undefined) return { familyName: family || null, givenName: given || null };
  return { familyName: family || null, givenName: family.includes(' ') ? family : null };
}

/** One receipt for the message, or one for each report where the receipt names the report. Source: the version table. */
function originalsOf(
  { version }: Recognised,
  { mark, reports }: ResultMessage,
  wishes: readonly ReportWishes[],
): readonly OriginalLetter[] {
  if (!version) return [];
  const namesReport = version.answeredNumber === 'ServReport/ServProvId';
  return (namesReport ? reports : reports.slice(0, 1)).flatMap((report, place): readonly OriginalLetter[] => {
    const own = namesReport && report.number !== null;
    const id = own ? report.number : mark.id;
    const sender = report.laboratory;
    if (id === null || !sender?.party) return [];
    const wantsReceipt = receiptWish(wishes[place]?.acknowledgement ?? null);
    const issued = own ? report.issued : mark.generated;
    return [
      {
        version,
        type: mark.type,
        id,
        issued,
        sender: sender.party,
        senderRole: sender.role,
        addressees: addresseesOf(report),
        wantsReceipt,
      },
    ];
  });
}

function addresseesOf(report: LaboratoryReport): readonly Addressee[] {
  const addressed = (involved: InvolvedParty | null, as: Addressee['as']): readonly Addressee[] =>
    involved?.party ? [{ party: involved.party, as, role: involved.role }] : [];
  return [...addressed(report.requester, 'main'), ...report.copies.flatMap((copy) => addressed(copy, 'copy'))];
}

/** How many results a message holds, those below others included. */
export function countItems({ reports }: ResultMessage): number {
  return reports.reduce((count, report) => count + everyItem(report).length, 0);
}
