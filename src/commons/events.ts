/** Every fact that one room tells the others: past tense, ids and times, nothing else. */

import type { Id, PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';

type Patient = Id<'Patient'>;
type Appointment = Id<'Appointment'>;
type Visit = { appointment: Appointment; patient: Patient };
type Bill = { bill: Id<'Bill'>; patient: Patient };
/**
 * Work that a bill may come of. `doctor` is who ordered or delegated it (null: not known here); `authority` is what the
 * performer worked on. Codes only, never a finding.
 */
type Work = {
  patient: Patient;
  performer: PersonId;
  doctor: PersonId | null;
  authority: 'own' | 'order' | 'delegation' | 'none';
  supervisor?: PersonId | null;
  /** When it was done, where that is not now. */
  at?: Moment;
};

/** The book of facts. A new one is a line here; who hears it stands where it is heard. */
export type Facts = {
  PatientRegistered: { patient: Patient };
  PatientChanged: { patient: Patient };
  /** A doctor's list was read in; what came of each patient is told apart. */
  PatientListRead: { list: Id<'PatientList'>; doctor: PersonId };
  NoteSigned: { entry: Id<'Entry'>; patient: Patient; author: PersonId };
  NoteDrafted: { entry: Id<'Entry'>; patient: Patient };
  NoteAwaitsCountersign: { entry: Id<'Entry'>; patient: Patient; supervisor: PersonId };
  NoteMoved: { entry: Id<'Entry'>; from: Patient; patient: Patient };
  DocumentationChanged: { patient: Patient };
  CallRang: { call: Id<'Call'> };
  CallChanged: { call: Id<'Call'> };
  CallEnded: { call: Id<'Call'>; patient?: Patient };
  /** Advice that is healthcare was given by telephone and stands in the journal. */
  CallAdviceGiven: { call: Id<'Call'>; patient: Patient; performer: PersonId };
  ReadinessChecked: { dependency: string; health: string };
  HandoverGiven: { handover: Id<'Handover'> };
  LoopOpened: { loop: Id<'Loop'> };
  LoopChanged: { loop: Id<'Loop'> };
  LoopSettled: { loop: Id<'Loop'> };
  PersonChanged: { person: PersonId };
  /** Someone's way of signing in, or a session: asked anew at once on every server. */
  AccountChanged: { person: PersonId };
  SessionChanged: { person: PersonId };
  EmergencyChanged: { emergency: Id<'Emergency'> };
  /** Told by the gate for every act in emergency mode; `passed` is the stop that was passed, where there was one. */
  EmergencyModeUsed: {
    person: PersonId;
    session: string;
    call: string;
    patient: Patient | null;
    passed: string | null;
  };
  CompetenceChanged: { person: PersonId };
  DelegationChanged: { delegation: Id<'Delegation'>; delegate: PersonId };
  DelegatedTaskChanged: { task: Id<'DelegatedTask'> };
  LearningNeedChanged: { need: Id<'LearningNeed'>; person: PersonId };
  SupervisorNamed: { learner: PersonId; supervisor: PersonId };
  DutyAdapted: { duty: string };
  /** A pupil's act waits for the named supervisor; `subject` is what was written, of the room's `kind`. */
  CountersignNeeded: { act: Id<'PupilAct'>; kind: string; subject: Id<string>; pupil: PersonId; supervisor: PersonId };
  Countersigned: { act: Id<'PupilAct'>; kind: string; subject: Id<string>; by: PersonId };
  SentBack: { act: Id<'PupilAct'>; kind: string; subject: Id<string>; by: PersonId };
  AppointmentBooked: Visit;
  AppointmentMoved: Visit;
  AppointmentCancelled: Visit & { isLate: boolean; doctor?: PersonId };
  PatientArrived: Visit;
  PatientCalledIn: Visit;
  PatientTakenIn: Visit & { with: PersonId };
  PatientLeft: Visit;
  /** `doctor`: whose time was not used. */
  NoShowRecorded: Visit & { doctor?: PersonId };
  /** The patient was there after all, or the wrong line was marked. */
  NoShowTakenBack: Visit;
  /** The visit is done; `doctor` is who the patient was with last. */
  ContactClosed: Visit & {
    doctor: PersonId;
    /** In person unless said otherwise. */
    way?: 'in person' | 'text' | 'telephone' | 'video' | 'home visit';
    /** Length of the consultation, where it was measured. */
    minutes?: number;
  };
  /** Anything else about a visit that a board shows. */
  VisitChanged: Visit;
  /** A bill has come or changed and nobody has closed it. */
  BillProposed: Bill;
  BillClosed: Bill;
  /** Nothing is owed any more: it was paid, or there was nothing to pay. */
  BillPaid: Bill;
  BillInvoiced: Bill;
  /** The patient shall not be billed after all. */
  BillDropped: Bill;
  BillCredited: Bill;
  RefundChanged: Bill & { refund: Id<'Refund'> };
  EntityChanged: { entity: Id<'DoctorEntity'> };
  DayCloseChanged: { entity: Id<'DoctorEntity'> };
  DayClosed: { entity: Id<'DoctorEntity'>; day: IsoDate };
  TariffAdapted: { code: string };
  /** A sample was drawn; `consignments` are what leaves the house. */
  SampleTaken: Work & {
    specimen: Id<'Specimen'>;
    method: 'venous' | 'capillary tube' | 'capillary' | 'other';
    consignments: readonly {
      laboratory: string;
      material: 'blood' | 'urine' | 'faeces' | 'swab' | 'tissue' | 'other';
    }[];
  };
  /** An analysis of the house has a result; `analyte` as the table of analyses calls it (`CRP`, `INR`, `haemoglobin`). */
  AnalysisDone: Work & { analysis: Id<'Analysis'>; analyte: string; sample?: 'taken here' | 'brought' };
  VitalSignsFiled: Work & { filing: Id<'VitalSigns'> };
  EcgTaken: Work & { recording: Id<'Recording'> };
  EcgRead: { recording: Id<'Recording'>; patient: Patient; doctor: PersonId };
  /** Any other procedure, by its name in money's table of procedures (`ear cleaning`, `spirometry`, `cryotherapy`). */
  ProcedureDone: Work & { done: Id<'Procedure'>; procedure: string; times?: number };
  /** Something given at what the clinic paid for it. */
  ItemGiven: Work & {
    given: Id<'GivenItem'>;
    what: 'vaccine' | 'medicine' | 'device' | 'plaster' | 'orthosis';
    /** The name of the product. */
    item: string;
    costInOre: number;
  };
  /** Advice on the phone or in writing that was worth recording, or what else a simple contact led to. */
  AdviceGiven: Work & {
    contact: Id<'Contact'>;
    way: 'in person' | 'messenger' | 'telephone' | 'in writing';
    matter:
      | 'advice'
      | 'prescription'
      | 'prescription with advice'
      | 'sick note or referral'
      | 'transport need'
      | 'sampling for another requester'
      | 'appointment'
      | 'simple message'
      | 'result without advice';
  };
  InterpreterUsed: { booking: Id<'InterpreterBooking'>; patient: Patient; doctor: PersonId; isQualified: boolean };
  /** What was told of (by its id) did not happen after all, or was another patient's. */
  WorkWithdrawn: { patient: Patient; what: string };
  /** Once for each room that has work in it (`laboratory`, `treatment-room`). */
  OrderPlaced: { order: Id<'Order'>; patient: Patient; doctor: PersonId; room: string };
  OrderPrepared: { order: Id<'Order'>; patient: Patient; doctor: PersonId };
  /** One item is done; `code` is what was ordered. */
  OrderPerformed: {
    order: Id<'Order'>;
    patient: Patient;
    code: string;
    performer: PersonId;
    doctor: PersonId;
    room: string;
  };
  OrderHandedBack: { order: Id<'Order'>; by: PersonId; ground: string };
  OrderChanged: { order: Id<'Order'>; patient: Patient; state: string };
  BooksChanged: { book: Id<'Book'> | null };
  WaitingListChanged: { entry: Id<'WaitingEntry'>; patient: Patient };
  DayMoveChanged: { move: Id<'DayMove'> };
  DeviceChanged: { device: Id<'Device'> };
  /** Material, lots or targets of controls have changed. */
  ControlsChanged: Record<string, never>;
  ControlRun: { run: Id<'ControlRun'>; device: Id<'Device'>; verdict: 'passed' | 'failed' };
  /** A result is here that a doctor must see: of the house or from outside. */
  AnswerArrived: { review: Id<'Review'>; patient: Patient; doctor: PersonId };
  AnswerReviewed: { review: Id<'Review'>; patient: Patient; doctor: PersonId };
  /** A doctor has been told a critical value, or was not reached. */
  CriticalTold: { review: Id<'Review'>; patient: Patient };
  AnswerTold: { review: Id<'Review'>; patient: Patient };
  /** A letter has come in and is kept as it came; who reads it stands where that kind of letter is read. */
  LetterArrived: { letter: Id<'IncomingLetter'>; kind: string | null };
  /** A letter in or out was read, answered, closed or delivered. */
  LetterChanged: { letter: string };
};
export type FactName = keyof Facts;

/** Makes a fact for `tell`. */
export function fact<const Name extends FactName>(name: Name, facts: Facts[Name]): { name: Name; facts: Facts[Name] } {
  return { name, facts };
}
