/** Takes one laboratory report out of its message: the order, who was examined, who took part. */

import { type Unpacking, unpackAddress, unpackIdentifiers, unpackUnit, type XmlElement } from '#exchange';
import { unpackInvolved, unpackItem, unpackSpecimen, unpackStated } from './item.message.ts';
import type {
  Attachment,
  ClinicalFinding,
  CopyReceiver,
  Examined,
  InvolvedParty,
  LaboratoryReport,
  MessageMark,
  OrderLink,
  PatientStay,
  ReportPatient,
} from './laboratory-report.ts';

/** All but what is left over, which can only be told when the whole message has been unpacked. */
export type UnpackedReport = Omit<LaboratoryReport, 'alsoReceived'>;
/** What a receipt must know, beside the report itself. */
export type ReportWishes = { readonly acknowledgement: ReturnType<Unpacking['coded']> };

export function unpackReport(
  letter: Unpacking,
  report: XmlElement,
  message: MessageMark,
): UnpackedReport & ReportWishes {
  return {
    message,
    change: letter.coded(report, 'ServType', 7309),
    issued: letter.time(report, 'IssueDate'),
    approved: letter.time(report, 'ApprDate'),
    status: letter.coded(report, 'Status', 7306),
    cancellation: letter.coded(report, 'CancellationCode'),
    acknowledgement: letter.coded(report, 'Ack', 7304),
    discipline: letter.coded(report, 'MsgDescr', 8202),
    number: letter.id(report, 'ServProvId'),
    comment: letter.text(report, 'Comment'),
    codedComments: letter.manyCoded(report, 'CodedComment'),
    attachments: letter.many(report, 'RefDoc').map((one) => unpackAttachment(letter, one)),
    orders: letter.many(report, 'ServReq').map((one) => unpackOrder(letter, one)),
    examined: unpackExamined(letter, report),
    laboratory: involvedIn(letter, report, 'ServProvider'),
    requester: involvedIn(letter, report, 'Requester'),
    payer: unpackPayer(letter, report),
    copies: letter.many(report, 'CopyDest').map((one) => unpackCopy(letter, one)),
    involved: letter.many(report, 'RelServProv').map((one) => unpackInvolved(letter, one)),
  };
}

function involvedIn(letter: Unpacking, parent: XmlElement, name: string): InvolvedParty | null {
  const holder = letter.one(parent, name);
  return holder ? unpackInvolved(letter, holder) : null;
}

function unpackPayer(letter: Unpacking, report: XmlElement): LaboratoryReport['payer'] {
  const holder = letter.one(report, 'PaymentResponsible');
  return holder ? { ...unpackInvolved(letter, holder), guarantor: letter.text(holder, 'TypeGuarantor') } : null;
}

function unpackCopy(letter: Unpacking, holder: XmlElement): CopyReceiver {
  const deliveries = letter.many(holder, 'CopyDestRole').map((role) => ({
    message: letter.coded(role, 'MsgType'),
    wanted: letter.coded(role, 'ReqComMethod', 8235),
    actual: letter.coded(role, 'ActComMethod', 8235),
  }));
  return { ...unpackInvolved(letter, holder), deliveries };
}

function unpackAttachment(letter: Unpacking, reference: XmlElement): Attachment {
  const content = letter.one(reference, 'Content');
  const packed = (content?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'Base64Container',
  );
  return {
    kind: letter.coded(reference, 'MsgType', 8114),
    issued: letter.time(reference, 'IssueDate'),
    id: letter.id(reference, 'Id'),
    mimeType: letter.id(reference, 'MimeType'),
    description: letter.text(reference, 'Description'),
    fileReference: letter.id(reference, 'FileReference'),
    packedFiles: packed.map((file) => letter.textOf(file)?.replace(/\s+/g, '') ?? '').filter((file) => file !== ''),
  };
}

/** Laboratories write the word `NULL` where they answer an order on paper. Source: HITS 1218:2019. */
function unpackOrder(letter: Unpacking, request: XmlElement): OrderLink {
  const numberAsReceived = letter.id(request, 'Id');
  return {
    number: numberAsReceived?.toUpperCase() === 'NULL' ? null : numberAsReceived,
    numberAsReceived,
    change: letter.coded(request, 'ServType', 7309),
    issued: letter.time(request, 'IssueDate'),
    discipline: letter.coded(request, 'MsgDescr', 8202),
    priority: letter.coded(request, 'RequestedPrioReport'),
    receivedAt: letter.time(request, 'ReceiptDate'),
    numberAtLaboratory: letter.id(request, 'IdByServProvider'),
    payment: letter.coded(request, 'PaymentCat'),
    comment: letter.text(request, 'ReqComment'),
    reservations: letter.manyCoded(request, 'Reservation'),
    reasons: letter.many(request, 'ReasonAsText').map((one) => unpackStated(letter, one)),
    comments: letter.many(request, 'Comment').map((one) => unpackStated(letter, one)),
  };
}

const examinedNames = ['Patient', 'Animal', 'Material'] as const;

function unpackExamined(letter: Unpacking, parent: XmlElement): Examined | null {
  for (const name of examinedNames) {
    const found = letter.one(parent, name);
    if (found) return unpackOneExamined(letter, found, name);
  }
  return null;
}

function unpackOneExamined(letter: Unpacking, one: XmlElement, name: (typeof examinedNames)[number]): Examined {
  const parts = {
    numberAtLaboratory: letter.id(one, 'IdByServProvider'),
    numberAtRequester: letter.id(one, 'IdByRequester'),
    relation: letter.coded(one, 'Relation'),
    responsible: involvedIn(letter, one, 'ResponsibleHcp'),
    specimens: letter.many(one, 'AnalysedSubject').map((subject) => unpackSpecimen(letter, subject)),
    items: letter.many(one, 'ResultItem').map((item) => unpackItem(letter, item)),
    other: unpackExamined(letter, one),
  };
  if (name === 'Patient') return { is: 'patient', patient: unpackPatient(letter, one), ...parts };
  if (name === 'Material') return { is: 'material', description: letter.text(one, 'InvMaterial'), ...parts };
  const [animalName = null, owner = null, species = null] = ['Name', 'NameOwner', 'Species'].map((part) =>
    letter.text(one, part),
  );
  return { is: 'animal', name: animalName, owner, species, sex: letter.coded(one, 'Sex', 3101), ...parts };
}

function unpackPatient(letter: Unpacking, patient: XmlElement): ReportPatient {
  return {
    number: letter.id(patient, 'OffId'),
    numberType: letter.coded(patient, 'TypeOffId', 8116),
    name: letter.text(patient, 'Name'),
    born: letter.time(patient, 'DateOfBirth'),
    died: letter.time(patient, 'DateOfDeath'),
    sex: letter.coded(patient, 'Sex', 3101),
    otherNumbers: unpackIdentifiers(letter, patient, 8116),
    address: unpackAddress(letter, letter.one(patient, 'Address')),
    stay: unpackStay(letter, letter.one(patient, 'AdmLocation')),
    findings: letter.many(patient, 'InfItem').map((one) => unpackFinding(letter, one)),
  };
}

function unpackStay(letter: Unpacking, stay: XmlElement | undefined): PatientStay | null {
  if (!stay) return null;
  const location = letter.one(stay, 'Location');
  const institution = letter.one(location, 'Inst');
  return {
    role: letter.coded(stay, 'Role', 7301),
    category: letter.coded(stay, 'AdmCat', 8240),
    from: letter.time(stay, 'StartDateTime'),
    until: letter.time(stay, 'EndDateTime'),
    kind: letter.coded(location, 'Type'),
    description: letter.text(location, 'Description'),
    institution: institution ? unpackUnit(letter, institution, 9051) : null,
    places: letter
      .many(location, 'SubLocation')
      .map((one) => ({ kind: letter.coded(one, 'Type', 8242), place: letter.text(one, 'Place') })),
    address: unpackAddress(letter, letter.one(location, 'Address')),
  };
}

function unpackFinding(letter: Unpacking, finding: XmlElement): ClinicalFinding {
  const observation = letter.one(finding, 'Observation');
  return {
    kind: letter.coded(finding, 'Type', 8233),
    text: letter.formatted(observation, 'Description'),
    comment: letter.text(observation, 'Comment'),
    code: letter.coded(observation, 'CodedDescr'),
    from: letter.time(finding, 'StartDateTime'),
    until: letter.time(finding, 'EndDateTime'),
    noted: letter.time(finding, 'OrgDate'),
  };
}
