/** Reads the list of a doctor's patients that HELFO sends each month (pasientliste), inside the common head. */

import {
  type AlsoReceived,
  type Coded,
  type Fault,
  fault,
  type Judged,
  judgePatient,
  judgeStructure,
  type MsgHead,
  msgHeadTable,
  type NamedPerson,
  nameInOrder,
  nothingToSay,
  type OpenedLetter,
  originalOf,
  type Reading,
  type ReceivedTime,
  type Recognised,
  type Remark,
  readingOf,
  remark,
  together,
  Unpacking,
  unpackMsgHead,
  unpackPerson,
  type XmlElement,
} from '#exchange';
import { patientListTable } from './patient-list.table.ts';

/** Codes and numbers stand as received; a person may bear several numbers, the first is the one of the register. */
export type ListedPatient = {
  readonly person: NamedPerson;
  readonly number: string | null;
  readonly numberType: Coded | null;
  readonly name: string | null;
  /** First and last day on the doctor's list. */
  readonly from: ReceivedTime | null;
  readonly until: ReceivedTime | null;
  readonly change: Coded | null;
  readonly reasonForLeaving: Coded | null;
  readonly navOffice: string | null;
  /** The national number of the one whose place on the list a family member shares. */
  readonly mainPersonNumber: string | null;
};
export type PatientList = {
  readonly is: 'list';
  readonly head: MsgHead;
  /** `LE` with doctor, `LU` without. */
  readonly listType: Coded | null;
  readonly month: string | null;
  readonly from: ReceivedTime | null;
  readonly until: ReceivedTime | null;
  readonly doctorNumber: string | null;
  readonly doctorName: string | null;
  readonly listNumber: string | null;
  readonly municipality: Coded | null;
  readonly statedCount: string | null;
  readonly format: Coded | null;
  readonly patients: readonly ListedPatient[];
  readonly alsoReceived: readonly AlsoReceived[];
};
/** What HELFO answers about the subscription to the list. */
export type ListSubscription = {
  readonly is: 'subscription';
  readonly head: MsgHead;
  readonly status: Coded | null;
  readonly changedAt: ReceivedTime | null;
  readonly endsOn: ReceivedTime | null;
  readonly format: Coded | null;
  readonly channel: Coded | null;
  readonly alsoReceived: readonly AlsoReceived[];
};
export type PatientListMessage = PatientList | ListSubscription;

export function readPatientList(opened: OpenedLetter): Reading<PatientListMessage> {
  const { recognised } = opened;
  const payload = recognised?.payload;
  if (!payload || payload.namespace !== patientListTable.namespace) {
    const unknown = { faults: [fault('T10', 'message version not read here', 'pasientliste')], remarks: [] };
    return readingOf<PatientListMessage>(null, { ...together(opened, unknown), originals: [] });
  }
  const isXml = opened.faults.length === 0;
  const structure = isXml ? judgeBoth(recognised, payload) : nothingToSay;
  const head = unpackMsgHead(recognised.letter);
  const content = unpackPayload(head, payload);
  const judged = judgeContent(head, content, payload.name);
  const said = together(opened, structure, isXml ? judged : { faults: [], remarks: judged.remarks });
  const original = recognised.version && originalOf(head, recognised.version);
  return readingOf(content, { ...said, originals: original ? [original] : [] });
}

/** Head and list are each held to their own standard; one T02 is enough. */
function judgeBoth({ letter, hasHead }: Recognised, payload: XmlElement): Judged {
  const head = hasHead
    ? judgeStructure(letter, msgHeadTable)
    : { faults: [fault('T02', 'element missing', 'MsgHead')], remarks: [remark('element missing', 'MsgHead')] };
  const list = judgeStructure(payload, patientListTable);
  return { faults: [...head.faults, ...list.faults].slice(0, 1), remarks: [...head.remarks, ...list.remarks] };
}

function judgeContent(head: MsgHead, content: PatientListMessage | null, name: string): Judged {
  const faults: Fault[] = head.id === null ? [fault('E10', 'message number missing')] : [];
  if (!content) faults.push(fault('T10', 'message kind not read here', name));
  const left = [...head.alsoReceived, ...(content?.alsoReceived ?? [])].map(({ path, line }) =>
    remark('left over', path, line),
  );
  const test = head.processing?.code === 'T' ? [remark('test message')] : [];
  return together({ faults, remarks: [...test, ...left] }, content?.is === 'list' ? judgeList(content) : nothingToSay);
}

function judgeList({ format, patients, statedCount }: PatientList): Judged {
  if (format?.code === 'DI') return { faults: [fault('T10', 'list as flat file')], remarks: [] };
  const differs = statedCount !== null && Number(statedCount) !== patients.length;
  const count = differs ? [remark('count differs', `${statedCount} / ${patients.length}`)] : [];
  return { faults: [], remarks: [...count, ...patients.flatMap(remarksOn)] };
}

/** A fault in one line of a list does not turn the whole list away; the line is left to a person. */
function remarksOn({ person, number, numberType, name }: ListedPatient): readonly Remark[] {
  const { familyName, givenName } = person;
  const judged = judgePatient({ number, numberType, name, familyName, givenName }, 'may be samples');
  return [...judged.faults.map((one) => one.remark), ...judged.remarks];
}

function unpackPayload(head: MsgHead, payload: XmlElement): PatientListMessage | null {
  const letter = new Unpacking(payload);
  if (payload.name === 'Pasientliste') return unpackList(letter, head, payload);
  if (payload.name !== 'PasientlisteAbonnementStatus') return null;
  const status = letter.one(payload, 'Status');
  const content = {
    status: letter.coded(status, 'Statuskode'),
    changedAt: letter.time(status, 'SistEndret'),
    endsOn: letter.time(status, 'SluttDato'),
    format: letter.coded(payload, 'Format'),
    channel: letter.coded(payload, 'Kanal'),
  };
  return { is: 'subscription', head, ...content, alsoReceived: letter.leftIn(payload) };
}

function unpackList(letter: Unpacking, head: MsgHead, list: XmlElement): PatientList {
  const content = {
    listType: letter.coded(list, 'ListeType'),
    month: letter.id(list, 'GjelderManed'),
    from: letter.time(list, 'ListeFOMDato'),
    until: letter.time(list, 'ListeTOMDato'),
    doctorNumber: letter.id(list, 'FnrLege'),
    doctorName: letter.text(list, 'LegeNavn'),
    listNumber: letter.id(list, 'ListeNr'),
    municipality: letter.coded(list, 'Kommune', 3402),
    statedCount: letter.id(list, 'Antall'),
    format: letter.coded(list, 'Format'),
    patients: letter.many(letter.one(list, 'Pasienter'), 'Pasient').map((one) => unpackListed(letter, one)),
  };
  return { is: 'list', head, ...content, alsoReceived: letter.leftIn(list) };
}

const nobody: NamedPerson = {
  familyName: null,
  middleName: null,
  givenName: null,
  born: null,
  sex: null,
  nationality: null,
  identifiers: [],
  address: null,
  reachedAt: [],
};

function unpackListed(letter: Unpacking, entry: XmlElement): ListedPatient {
  const holder = letter.one(entry, 'Person');
  const person = (holder && unpackPerson(letter, holder)) ?? nobody;
  const [first] = person.identifiers;
  return {
    person,
    number: first?.id ?? null,
    numberType: first?.type ?? null,
    name: nameInOrder(person),
    from: letter.time(entry, 'PasientFOMDato'),
    until: letter.time(entry, 'PasientTOMDato'),
    change: letter.coded(entry, 'Endringskode'),
    reasonForLeaving: letter.coded(entry, 'Avgangsarsak'),
    navOffice: letter.text(entry, 'NAVkontor'),
    mainPersonNumber: letter.id(entry, 'FnrHovedperson'),
  };
}
