/** A laboratory's answer (svarrapport): what was sent in, what was found, who answers for it; one picture of versions 1.2 to 1.4. */

import type { AlsoReceived, Coded, Identifier, Party, PostalAddress, ReceivedTime, Unit } from '#exchange';

/** Texts, values and units stand as received; nothing is reckoned over, looked up or guessed. */
export type LaboratoryReport = {
  readonly message: MessageMark;
  /** New, changed, cancelled … (kodeverk 7309). */
  readonly change: Coded | null;
  readonly issued: ReceivedTime | null;
  readonly approved: ReceivedTime | null;
  /** Preliminary, final, addition, planned (kodeverk 7306). */
  readonly status: Coded | null;
  readonly cancellation: Coded | null;
  /** Discipline, as medical biochemistry or microbiology (kodeverk 8202). */
  readonly discipline: Coded | null;
  /** The laboratory's number of the report, the same through all its messages. */
  readonly number: string | null;
  readonly comment: string | null;
  readonly codedComments: readonly Coded[];
  readonly attachments: readonly Attachment[];
  readonly orders: readonly OrderLink[];
  readonly examined: Examined | null;
  readonly laboratory: InvolvedParty | null;
  readonly requester: InvolvedParty | null;
  readonly payer: (InvolvedParty & { readonly guarantor: string | null }) | null;
  readonly copies: readonly CopyReceiver[];
  readonly involved: readonly InvolvedParty[];
  /** Words of the message that have no place above, so that none is lost. */
  readonly alsoReceived: readonly AlsoReceived[];
};
export type MessageMark = {
  readonly id: string | null;
  readonly type: Coded | null;
  readonly version: '1.2' | '1.3' | '1.4';
  readonly versionMark: string | null;
  readonly generated: ReceivedTime | null;
  /** `MsgVersion`, which some laboratories fill in. */
  readonly editionMark: string | null;
  /** Set where the message is marked as a test. */
  readonly testMark: Coded | null;
};
/** `role` (kodeverk 7301) and `relation` (kodeverk 8254) tell what the party did. */
export type InvolvedParty = {
  readonly role: Coded | null;
  readonly relation: Coded | null;
  readonly delivery: Coded | null;
  readonly party: Party | null;
};
export type CopyReceiver = InvolvedParty & {
  readonly deliveries: readonly {
    readonly message: Coded | null;
    readonly wanted: Coded | null;
    readonly actual: Coded | null;
  }[];
};

export type Attachment = {
  readonly kind: Coded | null;
  readonly issued: ReceivedTime | null;
  readonly id: string | null;
  readonly mimeType: string | null;
  readonly description: string | null;
  readonly fileReference: string | null;
  /** Packed files as base64, as many as lay in the enclosure. */
  readonly packedFiles: readonly string[];
};

/** The order that is answered. Laboratories write `NULL` where there was no electronic order. */
export type OrderLink = {
  readonly number: string | null;
  readonly numberAsReceived: string | null;
  readonly change: Coded | null;
  readonly issued: ReceivedTime | null;
  readonly discipline: Coded | null;
  readonly priority: Coded | null;
  /** When the laboratory got the order. */
  readonly receivedAt: ReceivedTime | null;
  readonly numberAtLaboratory: string | null;
  readonly payment: Coded | null;
  readonly comment: string | null;
  readonly reservations: readonly Coded[];
  readonly reasons: readonly StatedText[];
  readonly comments: readonly StatedText[];
};
export type StatedText = { readonly heading: Coded | null; readonly text: string | null; readonly code: Coded | null };

type ExaminedParts = {
  readonly numberAtLaboratory: string | null;
  readonly numberAtRequester: string | null;
  readonly relation: Coded | null;
  readonly responsible: InvolvedParty | null;
  readonly specimens: readonly AnalysedSubject[];
  readonly items: readonly ResultItem[];
  /** Another one examined in the same report, as the child of a patient. */
  readonly other: Examined | null;
};
export type ExaminedPatient = ExaminedParts & { readonly is: 'patient'; readonly patient: ReportPatient };
export type Examined =
  | ExaminedPatient
  | (ExaminedParts & {
      readonly is: 'animal';
      readonly name: string | null;
      readonly owner: string | null;
      readonly species: string | null;
      readonly sex: Coded | null;
    })
  | (ExaminedParts & { readonly is: 'material'; readonly description: string | null });

export type ReportPatient = {
  readonly number: string | null;
  /** Kind of number (kodeverk 8116). */
  readonly numberType: Coded | null;
  /** One text, most often `Family, Given`; shown as received. */
  readonly name: string | null;
  readonly born: ReceivedTime | null;
  readonly died: ReceivedTime | null;
  readonly sex: Coded | null;
  readonly otherNumbers: readonly Identifier[];
  readonly address: PostalAddress | null;
  readonly stay: PatientStay | null;
  readonly findings: readonly ClinicalFinding[];
};
/** Where the patient stays (oppholdssted), as a ward. */
export type PatientStay = {
  readonly role: Coded | null;
  readonly category: Coded | null;
  readonly from: ReceivedTime | null;
  readonly until: ReceivedTime | null;
  readonly kind: Coded | null;
  readonly description: string | null;
  readonly institution: Unit | null;
  readonly places: readonly { readonly kind: Coded | null; readonly place: string | null }[];
  readonly address: PostalAddress | null;
};
/** Clinical information that came with the order. */
export type ClinicalFinding = {
  readonly kind: Coded | null;
  readonly text: string | null;
  readonly comment: string | null;
  readonly code: Coded | null;
  readonly from: ReceivedTime | null;
  readonly until: ReceivedTime | null;
  readonly noted: ReceivedTime | null;
};

/** What was analysed (analysert objekt): most often a specimen. */
export type AnalysedSubject = {
  /** The laboratory's number, which result items refer to. */
  readonly id: string | null;
  readonly idByRequester: string | null;
  readonly change: Coded | null;
  readonly material: string | null;
  readonly materialCode: Coded | null;
  readonly collected: ReceivedTime | null;
  readonly collectorComment: string | null;
  readonly collectorCodes: readonly Coded[];
  readonly logistics: string | null;
  readonly studyProduct: {
    readonly kind: string | null;
    readonly produced: ReceivedTime | null;
    readonly related: string | null;
  } | null;
  readonly preservation: string | null;
  readonly comment: string | null;
  readonly anatomicalOrigin: string | null;
  readonly count: string | null;
  readonly collectionMark: Coded | null;
  readonly procedure: Coded | null;
  readonly handling: readonly string[];
  readonly accredited: string | null;
  readonly pretreatment: StatedText | null;
  readonly involved: InvolvedParty | null;
  readonly partOf: AnalysedSubject | null;
};

export type Quantity = { readonly text: string | null; readonly unit: string | null };
export type ResultValue =
  | { readonly kind: 'number'; readonly comparator: Coded | null; readonly quantity: Quantity }
  | {
      readonly kind: 'text';
      readonly heading: Coded | null;
      readonly text: string | null;
      readonly codes: readonly Coded[];
      readonly unit: string | null;
    }
  | { readonly kind: 'interval'; readonly low: Quantity | null; readonly high: Quantity | null }
  | { readonly kind: 'date'; readonly date: ReceivedTime | null };

export type Investigation = {
  readonly codes: readonly Coded[];
  readonly details: readonly Coded[];
  readonly comment: string | null;
};

/** One result (undersøkelsesresultat), with the results below it, as the antibiotics of a resistance table. */
export type ResultItem = {
  readonly id: string | null;
  readonly refersTo: string | null;
  /** New, changed, addition, cancelled, history (kodeverk 8270). */
  readonly change: Coded | null;
  readonly investigations: readonly Investigation[];
  /** By the standard one at most; more are kept. */
  readonly values: readonly ResultValue[];
  /** Reference intervals as the free texts that they are. */
  readonly references: readonly string[];
  /** Above, below or outside the reference interval (kodeverk 8244). */
  readonly deviation: Coded | null;
  /** Preliminary, final, deleted … (kodeverk 8245). */
  readonly status: Coded | null;
  readonly comment: string | null;
  readonly specimenIds: readonly string[];
  readonly accredited: string | null;
  readonly investigated: ReceivedTime | null;
  readonly statusChanged: ReceivedTime | null;
  readonly described: ReceivedTime | null;
  readonly countersigned: ReceivedTime | null;
  readonly validated: ReceivedTime | null;
  readonly involved: readonly InvolvedParty[];
  readonly diagnosis: {
    readonly concept: Coded | null;
    readonly modifiers: readonly { readonly name: Coded | null; readonly values: readonly Coded[] }[];
  } | null;
  readonly structured: readonly StructuredInfo[];
  readonly items: readonly ResultItem[];
};
export type StructuredInfo = {
  readonly type: Coded | null;
  readonly texts: readonly string[];
  readonly integers: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly codes: readonly Coded[];
  readonly flags: readonly string[];
};

/** Every result of a report, each followed by those below it; those of a second patient come last. */
export function everyItem(report: LaboratoryReport): readonly ResultItem[] {
  return examinedIn(report).flatMap(({ items }) => items.flatMap(withThoseBelow));
}

function withThoseBelow(item: ResultItem): readonly ResultItem[] {
  return [item, ...item.items.flatMap(withThoseBelow)];
}

function examinedIn(report: LaboratoryReport): readonly Examined[] {
  const found: Examined[] = [];
  for (let one = report.examined; one; one = one.other) found.push(one);
  return found;
}

export function patientOf(report: LaboratoryReport): ReportPatient | null {
  return report.examined?.is === 'patient' ? report.examined.patient : null;
}

/** The specimens that an item refers to; none where the report names none. */
export function specimensOf(report: LaboratoryReport, item: ResultItem): readonly AnalysedSubject[] {
  return examinedIn(report)
    .flatMap(({ specimens }) => specimens)
    .filter(({ id }) => id !== null && item.specimenIds.includes(id));
}

/** Codes of the analyses of an item (NLK and others), as (code system, code, text). */
export function analysisCodes(item: ResultItem): readonly Coded[] {
  return item.investigations.flatMap(({ codes }) => codes);
}

/**
 * The number in a value, for comparing with a limit; null where the text is not a plain number. `<` and `>` stand in
 * the comparator, not here: a value with one is a limit of the method.
 */
export function plainNumber(quantity: Quantity): number | null {
  const text = quantity.text?.trim() ?? '';
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
}

/** Deleted by the laboratory: the item itself, or the whole report. Source: kodeverk 8245 (14), 8270 (C), 7309 (C). */
export function isWithdrawn(report: LaboratoryReport, item: ResultItem): boolean {
  return report.change?.code === 'C' || item.change?.code === 'C' || item.status?.code === '14';
}

/** The laboratory says that more will come: preliminary or planned, or an item that is not done. */
export function moreWillCome(report: LaboratoryReport): boolean {
  if (report.change?.code === 'C') return false;
  return (
    report.status?.code === 'P' ||
    report.status?.code === 'S' ||
    everyItem(report).some(({ status }) => status?.code === '2' || status?.code === '15')
  );
}
