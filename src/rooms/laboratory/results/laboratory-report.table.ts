/** How a laboratory report (svarrapport) must be built in each version that laboratories still send. */

import { type GrammarTable, kithTypes } from '#exchange';

/** Who somebody is, in words and numbers; persons and units in the report all carry these. */
const who = 'Name:ST? Id:ST? TypeId:CS? AdditionalId*';
/** What was examined may be a person, an animal or a material; all three end the same way. */
const examined = 'AnalysedSubject* ResultItem*';

/** Version 1.4 line by line; the earlier versions differ only as told below. Source: HIS 80822:2014, schema of 15 February 2012. */
const elements14 = {
  Message: 'Type:CS MsgVersion:ST? MIGversion:ST GenDate:TS MsgId:ST Status:CS? ServReport?',
  ServReport:
    'ServType:CS IssueDate:TS ApprDate:TS? Status:CS CancellationCode:CV? Ack:CS? MsgDescr:CS ServProvId:ST' +
    ' Comment:ST? CodedComment:CV* RefDoc* ServReq* ( Patient? | Animal? | Material? ) ServProvider Requester' +
    ' PaymentResponsible? CopyDest* RelServProv?',
  ServReq:
    'ServType:CS? IssueDate:TS? PaymentCat:CS? ReqComment:ST? Ack:CS? MsgDescr:CS? Id:ST RequestedPrioReport:CS?' +
    ' ReceiptDate:TS? IdByServProvider:ST? Reservation:CV* ReasonAsText* Comment*',
  Comment: 'Heading:CS? TextResultValue:ST? TextCode:CV?',
  ReasonAsText: 'Heading:CS? TextResultValue:anything? TextCode:CV?',
  RefDoc:
    'IssueDate:TS? MsgType:CS Id:string? MimeType:string? Description:string? Compression:CS?' +
    ' ( FileReference:uri? | Content:declared? )',

  // Who and what was examined
  Patient:
    'BasisForHealthServices:CS? Sex:CS? DateOfBirth:TS? DateOfDeath:TS? Name:ST? IdByServProvider:ST?' +
    ' IdByRequester:ST? OffId:ST TypeOffId:CS Relation:CS? ResponsibleHcp? AdmLocation? AdditionalId* Address?' +
    ` InfItem* ${examined} Patient?`,
  Animal:
    'Sex:CS? Name:ST? NameOwner:ST? Species:ST? IdByServProvider:ST? IdByRequester:ST? Relation:CS?' +
    ` ResponsibleHcp? ${examined} Animal?`,
  Material: `InvMaterial:ST? IdByServProvider:ST? IdByRequester:ST? Relation:CS? ResponsibleHcp? ${examined} Material?`,
  InfItem: 'Observation Type:CS StartDateTime:TS? EndDateTime:TS? OrgDate:TS?',
  Observation: 'Description:anything? Comment:ST? CodedDescr:CV?',
  AnalysedSubject:
    '( CollectedSample | CollectedStudyProduct )? ServType:CS? Type:ST? TypeCoded:CV? IdByRequester:ST?' +
    ' PreservMaterial:ST? Comment:ST? AnatomicalOrigin:ST? Number:INT? SampleCollInd:CS? SampleCollProc:CV?' +
    ' SampleHandling:ST* IdByServProvider:ST Accredited:BL? AnalysedSubject? Pretreatment? RelServProv?',
  CollectedSample: 'CollectedDate:TS? CollectorComment:ST? CollectorCommentCoded:CV* Logistics:ST?',
  CollectedStudyProduct: 'Type:ST? ProducedDate:TS? RefRelatedProd:ST?',
  Pretreatment: 'Heading:CS? TextResultValue:ST?',

  // What was found
  ResultItem:
    '( TextResult | Interval | DateResult | NumResult )? ServType:CS? RefInterval* Investigation* InvDate:TS?' +
    ' Comment:ST? DevResultInd:CS? IdResultItem:ST? RefIdResultItem:ST? StatusInvestigation:CS?' +
    ' StatusChangeDate:TS? DescrDate:TS? CounterSignDate:TS? MedicalValidationDate:TS? RefAnalysedSubject:ST*' +
    ' Accredited:BL? RelServProv* DiagComment? StructuredInfo* ResultItem*',
  TextResult: 'Heading:CS? TextResultValue:anything? TextCode:CV* Unit:ST?',
  Interval: 'Low:PQ? High:PQ?',
  DateResult: 'DateResultValue:TS',
  NumResult: 'ArithmeticComp:CS? NumResultValue:PQ',
  RefInterval: 'Descr:ST?',
  Investigation: 'Id:CV+ Spec:CV* Comment:ST?',
  DiagComment: 'Concept:CV Modifier*',
  Modifier: 'Name:CS Value:CV+',
  StructuredInfo: 'Type:CV TextInfo* IntegerInfo* PhysicalInfo* CodedInfo* BooleanInfo*',
  TextInfo: 'Text:ST',
  IntegerInfo: 'Integer:INT',
  PhysicalInfo: 'Quantity:PQ',
  CodedInfo: 'Code:CV',
  BooleanInfo: 'Flag:BL',

  // Who took part
  ServProvider: 'Role:CS? ComMethod:CS? HCP',
  Requester: 'Role:CS? ComMethod:CS? HCP',
  PaymentResponsible: 'Role:CS? TypeGuarantor:ST HCP',
  CopyDest: 'Role:CS? CopyDestRole* HCP',
  CopyDestRole: 'MsgType:CS ReqComMethod:CS? ActComMethod:CS?',
  ResponsibleHcp: 'Role:CS? Relation:CS? HCP',
  RelServProv: 'Role:CS? Relation:CS HCP',
  HCP: '( Inst | HCProf ) MedSpeciality:CV? Address?',
  Inst: 'Name:ST? Id:ST? TypeId:CS? Dept* HCPerson* AdditionalId*',
  Dept: `Type:CS? ${who}`,
  HCPerson: who,
  HCProf: `Type:CS? ${who}`,
  AdditionalId: 'Id:ST Type:CS',
  Address: 'Type:CS StreetAdr:ST? PostalCode:ST? City:ST? County:CS? Country:CS? CityDistr:CS? TeleAddress:URL*',
  AdmLocation: 'Role:CS? StartDateTime:TS? EndDateTime:TS? AdmCat:CS? Location',
  Location: 'Type:CS? Description:ST? SubLocation* Address? Inst',
  SubLocation: 'Type:CS Place:ST',
} as const;

/** Version 1.3: several reports in one message, the report's number not compulsory, codes without code system in two places. */
const elements13 = {
  ...elements14,
  Message: elements14.Message.replace('ServReport?', 'ServReport+'),
  ServReport: elements14.ServReport.replace('ServProvId:ST', 'ServProvId:ST?'),
  ServReq: elements14.ServReq.replace('ReasonAsText*', 'Permission:CV* ReasonAsText*'),
  StructuredInfo: elements14.StructuredInfo.replace('Type:CV', 'Type:CS'),
  CodedInfo: 'Code:CS',
};

/** Version 1.2: no enclosed files, no way of delivery, no change mark on the specimen. */
const elements12 = {
  ...elements13,
  Comment: 'Heading:CS? TextResultValue:ST?',
  ServProvider: 'Role:CS? HCP',
  Requester: 'Role:CS? HCP',
  RefDoc: 'IssueDate:TS? MsgType:CS Id:ST?',
  AnalysedSubject: elements13.AnalysedSubject.replace(' ServType:CS?', ''),
};

const namespaceOf = (edition: string) => `http://www.kith.no/xmlstds/labsvar/${edition}`;
const common = { roots: ['Message'], dataTypes: kithTypes };

/** By version of the standard. */
export const laboratoryReportTables: Readonly<Record<'1.2' | '1.3' | '1.4', GrammarTable>> = {
  '1.2': {
    ...common,
    namespace: namespaceOf('2005-03-14'),
    source: 'KITH Svarrapport v1.2',
    year: 2005,
    elements: elements12,
  },
  '1.3': {
    ...common,
    namespace: namespaceOf('2008-12-01'),
    source: 'HIS 80822:2008 Svarrapport v1.3',
    year: 2008,
    elements: elements13,
  },
  '1.4': {
    ...common,
    namespace: namespaceOf('2012-02-15'),
    source: 'HIS 80822:2014 Svarrapport v1.4',
    year: 2012,
    elements: elements14,
  },
};
