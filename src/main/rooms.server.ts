/** The only list of rooms on the server: a clinic can be run without one by taking its line away. */

import * as dutyAdaptation from '../commons/duties/adaptation.api.ts';
import * as jobDescription from '../commons/duties/job-description.api.ts';
import * as devices from '../commons/equipment/device.api.ts';
import * as letters from '../commons/exchange/letter.api.ts';
import * as journal from '../commons/journal/journal.api.ts';
import * as loops from '../commons/loops/loop.api.ts';
import * as orders from '../commons/orders/order.api.ts';
import * as patients from '../commons/patients/patient.api.ts';
import * as patientLists from '../commons/patients/patient-list.api.ts';
import * as colleagues from '../commons/staff/colleague.api.ts';
import * as competence from '../commons/staff/competence.api.ts';
import * as countersigning from '../commons/staff/countersign.api.ts';
import * as delegatedTask from '../commons/staff/delegated-task.api.ts';
import * as delegation from '../commons/staff/delegation.api.ts';
import * as dutyPage from '../commons/staff/duty-page.api.ts';
import * as roster from '../commons/staff/roster.api.ts';
import * as supervisedNote from '../commons/staff/supervised-note.api.ts';
import type { AnyCall } from '../platform/server/call.ts';
import type { Reaction } from '../platform/server/job.ts';
import * as analyses from '../rooms/laboratory/analyses/analysis.api.ts';
import * as controls from '../rooms/laboratory/quality-control/control.api.ts';
import * as answersIn from '../rooms/laboratory/results/incoming.api.ts';
import * as reviews from '../rooms/laboratory/results/review.api.ts';
import * as bills from '../rooms/money/bills/bill.api.ts';
import * as credits from '../rooms/money/bills/credit.api.ts';
import * as seenBills from '../rooms/money/bills/see-bills.api.ts';
import * as toldChanges from '../rooms/money/bills/told-changes.api.ts';
import * as toldWork from '../rooms/money/bills/told-work.api.ts';
import * as dayClose from '../rooms/money/day-close/day-close.api.ts';
import * as seenDay from '../rooms/money/day-close/see-day.api.ts';
import * as doctorEntities from '../rooms/money/entities/doctor-entity.api.ts';
import * as cardPayments from '../rooms/money/payments/card-payment.api.ts';
import * as receipts from '../rooms/money/payments/receipt.api.ts';
import * as refunds from '../rooms/money/payments/refund.api.ts';
import * as takingPayment from '../rooms/money/payments/taking.api.ts';
import * as tariffs from '../rooms/money/tariffs/tariff.api.ts';
import * as appointments from '../rooms/reception/appointments/appointment.api.ts';
import * as appointmentTypes from '../rooms/reception/appointments/appointment-type.api.ts';
import * as books from '../rooms/reception/appointments/book.api.ts';
import * as dayMoves from '../rooms/reception/appointments/day-move.api.ts';
import * as freeTimes from '../rooms/reception/appointments/free-time.api.ts';
import * as offers from '../rooms/reception/appointments/offer.api.ts';
import * as seenAppointments from '../rooms/reception/appointments/see-appointment.api.ts';
import * as visits from '../rooms/reception/appointments/visit.api.ts';
import * as visitNews from '../rooms/reception/appointments/visit-news.api.ts';
import * as waitingList from '../rooms/reception/appointments/waiting-list.api.ts';
import * as handover from '../rooms/reception/handover/handover.api.ts';
import * as readiness from '../rooms/reception/readiness/readiness.api.ts';
import * as telephone from '../rooms/reception/telephone/call.api.ts';
import * as day from '../rooms/reception/today/day.api.ts';
import * as accessQuestions from '../rooms/staff-room/confidentiality/access-question.api.ts';
import * as accounts from '../rooms/staff-room/confidentiality/account.api.ts';
import * as emergencies from '../rooms/staff-room/confidentiality/emergency.api.ts';
import * as vitalSigns from '../rooms/treatment-room/vital-signs/vital-signs.api.ts';
import * as procedures from '../rooms/treatment-room/work-list/procedure.api.ts';

import * as unreadLetters from './unread-letter.api.ts';

const modules: readonly object[] = [
  accessQuestions,
  accounts,
  emergencies,
  handover,
  readiness,
  telephone,
  devices,
  analyses,
  controls,
  reviews,
  letters,
  answersIn,
  unreadLetters,
  journal,
  orders,
  loops,
  patients,
  colleagues,
  patientLists,
  appointmentTypes,
  books,
  freeTimes,
  appointments,
  offers,
  seenAppointments,
  waitingList,
  dayMoves,
  visitNews,
  visits,
  day,
  vitalSigns,
  doctorEntities,
  tariffs,
  toldWork,
  toldChanges,
  bills,
  seenBills,
  takingPayment,
  cardPayments,
  receipts,
  refunds,
  credits,
  dayClose,
  seenDay,
  dutyAdaptation,
  jobDescription,
  roster,
  competence,
  delegation,
  delegatedTask,
  countersigning,
  dutyPage,
  supervisedNote,
  procedures,
];

const everything = modules.flatMap((module) => Object.values(module) as unknown[]);
const has = (thing: unknown, key: string): boolean => typeof thing === 'object' && thing !== null && key in thing;

/** Every command and query of every open room. */
export const calls = everything.filter((thing): thing is AnyCall => has(thing, 'takes') && has(thing, 'does'));
/** What follows from the events of other rooms. */
export const reactions = everything.filter((thing): thing is Reaction => has(thing, 'on') && has(thing, 'does'));
