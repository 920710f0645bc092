/** Takes the results and the specimens out of a laboratory's message. */

import { type Coded, type Unpacking, unpackParty, type XmlElement } from '#exchange';
import type {
  AnalysedSubject,
  Investigation,
  InvolvedParty,
  Quantity,
  ResultItem,
  ResultValue,
  StatedText,
  StructuredInfo,
} from './laboratory-report.ts';

export function unpackItem(letter: Unpacking, item: XmlElement): ResultItem {
  return {
    id: letter.id(item, 'IdResultItem'),
    refersTo: letter.id(item, 'RefIdResultItem'),
    change: letter.coded(item, 'ServType', 8270),
    investigations: letter.many(item, 'Investigation').map((one) => unpackInvestigation(letter, one)),
    values: unpackValues(letter, item),
    references: letter
      .many(item, 'RefInterval')
      .map((one) => letter.text(one, 'Descr'))
      .filter((text) => text !== null),
    deviation: letter.coded(item, 'DevResultInd', 8244),
    status: letter.coded(item, 'StatusInvestigation', 8245),
    comment: letter.text(item, 'Comment'),
    specimenIds: letter.texts(item, 'RefAnalysedSubject').map((id) => id.trim()),
    accredited: unpackFlag(letter, item, 'Accredited'),
    investigated: letter.time(item, 'InvDate'),
    statusChanged: letter.time(item, 'StatusChangeDate'),
    described: letter.time(item, 'DescrDate'),
    countersigned: letter.time(item, 'CounterSignDate'),
    validated: letter.time(item, 'MedicalValidationDate'),
    involved: letter.many(item, 'RelServProv').map((one) => unpackInvolved(letter, one)),
    diagnosis: unpackDiagnosis(letter, item),
    structured: letter.many(item, 'StructuredInfo').map((one) => unpackStructured(letter, one)),
    items: letter.many(item, 'ResultItem').map((one) => unpackItem(letter, one)),
  };
}

function unpackInvestigation(letter: Unpacking, one: XmlElement): Investigation {
  return {
    codes: letter.manyCoded(one, 'Id'),
    details: letter.manyCoded(one, 'Spec'),
    comment: letter.text(one, 'Comment'),
  };
}

function unpackValues(letter: Unpacking, item: XmlElement): readonly ResultValue[] {
  const numbers = letter.many(item, 'NumResult').map((one): ResultValue => {
    const quantity = unpackQuantity(letter, letter.one(one, 'NumResultValue'));
    return {
      kind: 'number',
      comparator: letter.coded(one, 'ArithmeticComp', 8239),
      quantity: quantity ?? { text: null, unit: null },
    };
  });
  const words = letter.many(item, 'TextResult').map(
    (one): ResultValue => ({
      kind: 'text',
      heading: letter.coded(one, 'Heading', 8243),
      text: letter.formatted(one, 'TextResultValue'),
      codes: letter.manyCoded(one, 'TextCode'),
      unit: letter.text(one, 'Unit'),
    }),
  );
  const intervals = letter.many(item, 'Interval').map((one): ResultValue => {
    const [low, high] = ['Low', 'High'].map((name) => unpackQuantity(letter, letter.one(one, name)));
    return { kind: 'interval', low: low ?? null, high: high ?? null };
  });
  const dates = letter
    .many(item, 'DateResult')
    .map((one): ResultValue => ({ kind: 'date', date: letter.time(one, 'DateResultValue') }));
  return [...numbers, ...words, ...intervals, ...dates];
}

/** Value and unit exactly as the attributes stand, `11.0` with its nought. */
function unpackQuantity(letter: Unpacking, element: XmlElement | undefined): Quantity | null {
  return element ? { text: letter.attribute(element, 'V'), unit: letter.attribute(element, 'U') } : null;
}

function unpackFlag(letter: Unpacking, parent: XmlElement, name: string): string | null {
  const flag = letter.one(parent, name);
  return flag ? letter.attribute(flag, 'V') : null;
}

function unpackDiagnosis(letter: Unpacking, item: XmlElement): ResultItem['diagnosis'] {
  const comment = letter.one(item, 'DiagComment');
  if (!comment) return null;
  const modifiers = letter
    .many(comment, 'Modifier')
    .map((one) => ({ name: letter.coded(one, 'Name', 7305), values: letter.manyCoded(one, 'Value') }));
  return { concept: letter.coded(comment, 'Concept'), modifiers };
}

function unpackStructured(letter: Unpacking, info: XmlElement): StructuredInfo {
  const inside = <T>(holder: string, take: (one: XmlElement) => T | null) =>
    letter
      .many(info, holder)
      .map(take)
      .filter((one): one is T => one !== null);
  return {
    type: letter.coded(info, 'Type'),
    texts: inside('TextInfo', (one) => letter.text(one, 'Text')),
    integers: inside('IntegerInfo', (one) => letter.text(one, 'Integer')),
    quantities: inside('PhysicalInfo', (one) => unpackQuantity(letter, letter.one(one, 'Quantity'))),
    codes: inside<Coded>('CodedInfo', (one) => letter.coded(one, 'Code')),
    flags: inside('BooleanInfo', (one) => unpackFlag(letter, one, 'Flag')),
  };
}

/** Somebody who did something, as `RelServProv`, `Requester` and `ResponsibleHcp` all tell it. */
export function unpackInvolved(letter: Unpacking, holder: XmlElement): InvolvedParty {
  return {
    role: letter.coded(holder, 'Role', 7301),
    relation: letter.coded(holder, 'Relation', 8254),
    delivery: letter.coded(holder, 'ComMethod', 8235),
    party: unpackParty(letter, holder),
  };
}

export function unpackStated(letter: Unpacking, holder: XmlElement): StatedText {
  return {
    heading: letter.coded(holder, 'Heading'),
    text: letter.formatted(holder, 'TextResultValue'),
    code: letter.coded(holder, 'TextCode'),
  };
}

export function unpackSpecimen(letter: Unpacking, subject: XmlElement): AnalysedSubject {
  const [involved = null] = letter.many(subject, 'RelServProv').map((one) => unpackInvolved(letter, one));
  const [pretreatment = null] = letter.many(subject, 'Pretreatment').map((one) => unpackStated(letter, one));
  const [partOf = null] = letter.many(subject, 'AnalysedSubject').map((one) => unpackSpecimen(letter, one));
  return {
    id: letter.id(subject, 'IdByServProvider'),
    idByRequester: letter.id(subject, 'IdByRequester'),
    change: letter.coded(subject, 'ServType', 8270),
    material: letter.text(subject, 'Type'),
    materialCode: letter.coded(subject, 'TypeCoded'),
    ...unpackCollection(letter, letter.one(subject, 'CollectedSample')),
    studyProduct: unpackStudyProduct(letter, letter.one(subject, 'CollectedStudyProduct')),
    preservation: letter.text(subject, 'PreservMaterial'),
    comment: letter.text(subject, 'Comment'),
    anatomicalOrigin: letter.text(subject, 'AnatomicalOrigin'),
    count: letter.id(subject, 'Number'),
    collectionMark: letter.coded(subject, 'SampleCollInd'),
    procedure: letter.coded(subject, 'SampleCollProc'),
    handling: letter.texts(subject, 'SampleHandling'),
    accredited: unpackFlag(letter, subject, 'Accredited'),
    pretreatment,
    involved,
    partOf,
  };
}

function unpackCollection(letter: Unpacking, sample: XmlElement | undefined) {
  return {
    collected: letter.time(sample, 'CollectedDate'),
    collectorComment: letter.text(sample, 'CollectorComment'),
    collectorCodes: letter.manyCoded(sample, 'CollectorCommentCoded'),
    logistics: letter.text(sample, 'Logistics'),
  };
}

function unpackStudyProduct(letter: Unpacking, product: XmlElement | undefined): AnalysedSubject['studyProduct'] {
  if (!product) return null;
  return {
    kind: letter.text(product, 'Type'),
    produced: letter.time(product, 'ProducedDate'),
    related: letter.text(product, 'RefRelatedProd'),
  };
}
