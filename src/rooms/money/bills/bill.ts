/** A bill (regning): one visit's codes and amounts, from proposal to closed, paid, invoiced or credited. */

import { type Ore, ore, sumOre } from '#kernel/amounts';
import type { Branded, Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { mayStandTogether } from '../tariffs/combination.ts';
import type { ExemptionReason } from '../tariffs/exemption.ts';
import { type Tariff, takstOf } from '../tariffs/takst.ts';
import { creditableUntil } from './bill-clock.ts';
import { type BillLine, type BillSums, invoiceFeeLine, sumsOf } from './bill-line.ts';
import { type Blocked, isHardStop, type Note } from './draft.ts';
import type { Proposal, ProposedLine } from './proposal.ts';
import type { VisitFacts } from './visit-facts.ts';

export type BillId = Id<'Bill'>;
/** Ascending within the doctor-entity; given when the bill is closed, and kept when a rejected bill is sent again. */
export type BillNumber = Branded<number, 'BillNumber'>;

export type BillChange = {
  readonly kind: 'added' | 'removed';
  readonly code: string;
  readonly by: PersonId;
  readonly at: Moment;
  readonly reason: string;
};

export type Received = { readonly payment: Id<'Payment'>; readonly amount: Ore; readonly at: Moment };

type Known = {
  readonly id: BillId;
  readonly patient: PatientId;
  readonly entity: DoctorEntityId;
  readonly doctor: PersonId;
  readonly treatedAt: Moment;
  readonly lines: readonly BillLine[];
  /** Why the patient pays no egenandel; nothing when the patient pays. */
  readonly exemption: ExemptionReason | null;
  /** What a person changed in the proposal, and why. */
  readonly changes: readonly BillChange[];
};
type Closing = {
  readonly number: BillNumber;
  readonly closedAt: Moment;
  readonly closedBy: PersonId;
  readonly received: readonly Received[];
};
type Invoicing = { readonly invoicedAt: Moment; readonly dueOn: IsoDate };

export type ProposedBill = Known & {
  readonly state: 'proposed';
  readonly blocked: readonly Blocked[];
  readonly notes: readonly Note[];
};
export type DroppedBill = Known & {
  readonly state: 'dropped';
  readonly droppedAt: Moment;
  readonly droppedBy: PersonId;
  readonly reason: string;
};
export type ClosedBill = Known & Closing & { readonly state: 'closed' };
export type InvoicedBill = Known & Closing & Invoicing & { readonly state: 'invoiced' };
export type PaidBill = Known & Closing & { readonly state: 'paid'; readonly paidAt: Moment };
export type CreditedBill = Known &
  Closing & {
    readonly state: 'credited';
    readonly creditedAt: Moment;
    readonly creditedBy: PersonId;
    readonly secondPerson: PersonId;
    readonly reason: string;
    /** What the patient has paid and is to have back. */
    readonly refundDue: Ore;
  };
export type Bill = ProposedBill | DroppedBill | ClosedBill | InvoicedBill | PaidBill | CreditedBill;

/** What may follow what; a bill that owes nothing stays closed. */
export const billNext = {
  proposed: ['closed', 'dropped'],
  dropped: [],
  closed: ['paid', 'invoiced', 'credited'],
  invoiced: ['paid', 'credited'],
  paid: ['credited'],
  credited: [],
} as const satisfies Record<Bill['state'], readonly Bill['state'][]>;

/** What the code proposer says of a visit becomes a bill that a person reads. */
export function proposedBill(
  id: BillId,
  patient: PatientId,
  { doctor, at }: Pick<VisitFacts, 'doctor' | 'at'>,
  { lines, blocked, notes, standing }: Proposal,
): ProposedBill {
  return {
    id,
    patient,
    entity: doctor.entity,
    doctor: doctor.person,
    treatedAt: at,
    lines,
    exemption: standing.kind === 'exempt' ? standing.row.reason : null,
    changes: [],
    state: 'proposed',
    blocked,
    notes,
  };
}

type Act = { readonly by: PersonId; readonly reason: string; readonly now: Moment };

export type AddRefusal = 'reason missing' | 'hard stop' | 'already on the bill' | 'may not stand beside';

/** A person puts a line on the proposal that the facts did not give; a hard stop is not a matter of opinion. */
export function addLine(
  bill: ProposedBill,
  line: ProposedLine | BillLine,
  { by, reason, now }: Act,
  tariff: Tariff,
): Result<ProposedBill, AddRefusal> {
  if (reason.trim() === '') return refuse('reason missing');
  const { code } = line;
  const stop = bill.blocked.find((one) => one.code === code && isHardStop(one));
  if (stop) return refuse('hard stop', { code, why: stop.why });
  if (code !== null && bill.lines.some((one) => one.code === code)) return refuse('already on the bill', { code });
  const takst = takstOf(tariff, code ?? '');
  const clash = bill.lines.find((one) => {
    const other = takstOf(tariff, one.code ?? '');
    return takst && other && !mayStandTogether(takst, other);
  });
  if (clash) return refuse('may not stand beside', { code, other: clash.code });
  const change: BillChange = { kind: 'added', code: code ?? line.name.nb, by, at: now, reason };
  return ok({ ...bill, lines: [...bill.lines, line], changes: [...bill.changes, change] });
}

/** A person takes a line off the proposal, with the reason. */
export function removeLine(
  bill: ProposedBill,
  place: number,
  { by, reason, now }: Act,
): Result<ProposedBill, 'reason missing' | 'not on the bill'> {
  if (reason.trim() === '') return refuse('reason missing');
  const line = bill.lines[place];
  if (!line) return refuse('not on the bill', { place });
  const change: BillChange = { kind: 'removed', code: line.code ?? line.name.nb, by, at: now, reason };
  return ok({ ...bill, lines: bill.lines.filter((one) => one !== line), changes: [...bill.changes, change] });
}

export type CloseRefusal = 'nothing on the bill' | 'ground missing' | 'not a bill number';

/** The bill is as it shall be; from here on it changes only by crediting. The ground of an exemption must be written. */
export function closeBill(
  bill: ProposedBill,
  { by, number, now }: { readonly by: PersonId; readonly number: number; readonly now: Moment },
): Result<ClosedBill, CloseRefusal> {
  if (bill.lines.length === 0) return refuse('nothing on the bill');
  if (bill.notes.some(({ why }) => why === 'ground missing')) return refuse('ground missing');
  if (!Number.isSafeInteger(number) || number < 1) return refuse('not a bill number', { number });
  const { blocked: _, notes: __, ...known } = bill;
  const closing = { number: number as BillNumber, closedAt: now, closedBy: by, received: [] };
  return ok({ ...known, ...closing, state: 'closed' });
}

/** Nothing shall be billed after all; the proposal is kept with the reason. */
export function dropBill(bill: ProposedBill, { by, reason, now }: Act): Result<DroppedBill, 'reason missing'> {
  if (reason.trim() === '') return refuse('reason missing');
  const { blocked: _, notes: __, ...known } = bill;
  return ok({ ...known, state: 'dropped', droppedAt: now, droppedBy: by, reason });
}

export function billSums(bill: Bill): BillSums {
  return sumsOf(bill.lines);
}

export function receivedOf(bill: Bill): Ore {
  return 'received' in bill ? sumOre(bill.received.map(({ amount }) => amount)) : ore(0);
}

/** What the patient still owes; a proposal and a credited bill owe nothing. */
export function owedOn(bill: Bill): Ore {
  if (bill.state !== 'closed' && bill.state !== 'invoiced') return ore(0);
  return ore(billSums(bill).patient - receivedOf(bill));
}

export type ReceiveRefusal = 'not closed' | 'already paid' | 'nothing to pay' | 'not an amount' | 'more than is owed';

/** Money has come in; the bill is paid when the whole sum is. Several payments may cover one bill. */
export function receive(bill: Bill, received: Received): Result<ClosedBill | InvoicedBill | PaidBill, ReceiveRefusal> {
  if (bill.state === 'paid') return refuse('already paid');
  if (bill.state !== 'closed' && bill.state !== 'invoiced') return refuse('not closed', { state: bill.state });
  const owed = owedOn(bill);
  if (owed === 0) return refuse('nothing to pay');
  if (!Number.isSafeInteger(received.amount) || received.amount < 1) return refuse('not an amount');
  if (received.amount > owed) return refuse('more than is owed', { owed, amount: received.amount });
  const after = { ...bill, received: [...bill.received, received] };
  return ok(received.amount < owed ? after : { ...after, state: 'paid', paidAt: received.at });
}

export type InvoiceRefusal =
  | 'not closed'
  | 'nothing to pay'
  | 'fee only when the patient wishes it'
  | 'due before today';

/** The patient pays later; a fee of at most the cost, and only where the patient wished an invoice (§ 2 no. 6). */
export function invoiceBill(
  bill: Bill,
  invoice: { readonly dueOn: IsoDate; readonly wishedByPatient: boolean; readonly fee: Ore; readonly now: Moment },
): Result<InvoicedBill, InvoiceRefusal> {
  if (bill.state !== 'closed') return refuse('not closed', { state: bill.state });
  if (owedOn(bill) === 0) return refuse('nothing to pay');
  if (invoice.fee > 0 && !invoice.wishedByPatient) return refuse('fee only when the patient wishes it');
  if (invoice.dueOn < dayOf(invoice.now)) return refuse('due before today', { dueOn: invoice.dueOn });
  const lines = invoice.fee > 0 ? [...bill.lines, invoiceFeeLine(invoice.fee)] : bill.lines;
  return ok({ ...bill, lines, state: 'invoiced', invoicedAt: invoice.now, dueOn: invoice.dueOn });
}

export type CreditRefusal =
  | 'not closed'
  | 'already credited'
  | 'reason missing'
  | 'second person missing'
  | 'too old to credit'
  | 'no rule for this date';

/** The whole bill is taken back, never a part of it, and two people stand for it; a new bill comes instead. */
export function creditBill(
  bill: Bill,
  act: Act & { readonly second: PersonId | null },
): Result<CreditedBill, CreditRefusal> {
  if (bill.state === 'credited') return refuse('already credited');
  if (bill.state === 'proposed' || bill.state === 'dropped') return refuse('not closed', { state: bill.state });
  if (act.reason.trim() === '') return refuse('reason missing');
  if (act.second === null || act.second === act.by) return refuse('second person missing');
  const last = creditableUntil(bill.closedAt);
  if (last === null) return refuse('no rule for this date');
  if (dayOf(act.now) > last) return refuse('too old to credit', { last });
  const { by: creditedBy, second: secondPerson, reason, now: creditedAt } = act;
  return ok({ ...bill, state: 'credited', creditedAt, creditedBy, secondPerson, reason, refundDue: receivedOf(bill) });
}
