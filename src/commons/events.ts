/** Every fact that one room tells the others: past tense, ids and times, nothing else. */

import type { Id, PersonId } from '#kernel/ids';

type Patient = Id<'Patient'>;
type Appointment = Id<'Appointment'>;
type Visit = { appointment: Appointment; patient: Patient };

/** The book of facts. A new one is a line here; who hears it stands where it is heard. */
export type Facts = {
  PatientRegistered: { patient: Patient };
  PatientChanged: { patient: Patient };
  LoopOpened: { loop: Id<'Loop'> };
  LoopChanged: { loop: Id<'Loop'> };
  LoopSettled: { loop: Id<'Loop'> };
  PersonChanged: { person: PersonId };
  AppointmentBooked: Visit;
  AppointmentMoved: Visit;
  AppointmentCancelled: Visit & { isLate: boolean };
  PatientArrived: Visit;
  PatientCalledIn: Visit;
  PatientTakenIn: Visit & { with: PersonId };
  PatientLeft: Visit;
  NoShowRecorded: Visit;
  /** The visit is done; `doctor` is who the patient was with last. */
  ContactClosed: Visit & { doctor: PersonId };
  /** Anything else about a visit that a board shows. */
  VisitChanged: Visit;
  BillPaid: { bill: Id<'Bill'>; patient: Patient };
  BillProposed: { bill: Id<'Bill'>; patient: Patient };
  OrderPerformed: { order: Id<'Order'>; patient: Patient };
  OrderPlaced: { order: Id<'Order'>; patient: Patient; room?: string };
  BooksChanged: { book: Id<'Book'> | null };
  WaitingListChanged: { entry: Id<'WaitingEntry'>; patient: Patient };
  DayMoveChanged: { move: Id<'DayMove'> };
};
export type FactName = keyof Facts;

/** Makes a fact for `tell`. */
export function fact<const Name extends FactName>(name: Name, facts: Facts[Name]): { name: Name; facts: Facts[Name] } {
  return { name, facts };
}
