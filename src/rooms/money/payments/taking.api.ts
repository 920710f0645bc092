/** Taking payment for a bill: closed, numbered, paid and receipted in one act, or not at all. */

import { z } from 'zod';
import { fact } from '#events';
import { type Ore, ore } from '#kernel/amounts';
import { newId } from '#kernel/ids';
import { idInput, optionalLine } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, timeOf } from '#kernel/time';
import type { Patient } from '#patients';
import { patientById } from '#patients/server';
import { command, type Db, type Doing } from '#platform/server';
import { type BillRow, billToChange, saveBill } from '../bills/bill.store.ts';
import { type Bill, type BillId, closeBill, owedOn, receive } from '../bills/bill.ts';
import { isDayLocked } from '../day-close/day-close.store.ts';
import { allTerminals, entityById, houseOf, nextInSeries } from '../entities/doctor-entity.store.ts';
import type { DoctorEntity, Terminal, TerminalId } from '../entities/doctor-entity.ts';
import { cashierOf } from './cashier.ts';
import { addPayment, addReceipt, paymentsOfBill } from './payment.store.ts';
import { changeOf, type Means, type PaymentId, type ReceivedPayment, receivePayment, startPayment } from './payment.ts';
import {
  type Buyer,
  issueReceipt,
  nextReceiptNumber,
  type Receipt,
  type ReceiptId,
  type ReceiptNumber,
  receiptSeries,
} from './receipt.ts';

const takes = z.object({
  bill: idInput<BillId>(),
  /** What the one at the desk saw and said; another sum is a no. */
  amountInOre: z.number().int().min(0),
  means: z.enum(['card', 'cash', 'vipps']),
  terminal: idInput<TerminalId>().optional(),
  /** The number of the slip or of Vipps, where someone has written it down. */
  reference: optionalLine(60),
  handedOverInOre: z.number().int().min(0).optional(),
});
type Taking = Pick<Doing<z.output<typeof takes>>, 'input' | 'db' | 'now' | 'me' | 'supervisor'>;

/** A proposal is closed with its number; a closed or invoiced bill stays as it is. */
export async function closedFor({ db, me, now }: Pick<Taking, 'db' | 'me' | 'now'>, { bill }: Pick<BillRow, 'bill'>) {
  if (bill.state !== 'proposed') return ok(bill as Exclude<Bill, { state: 'proposed' }>);
  const first = closeBill(bill, { by: me.person, number: 1, now });
  if (!first.ok) return first;
  const number = await nextInSeries(db, bill.entity, 'bill', 1);
  return closeBill(bill, { by: me.person, number, now });
}

/** The terminal that the amount was typed on; never one of another doctor-entity. */
export function terminalFor(
  bill: Bill,
  wanted: TerminalId | undefined,
  all: readonly Terminal[],
): Result<Terminal, 'no terminal' | 'which terminal' | 'terminal of another doctor'> {
  const ours = all.filter(({ entity }) => entity === bill.entity);
  const chosen = wanted ? all.find(({ id }) => id === wanted) : ours.length === 1 ? ours[0] : undefined;
  if (!chosen) return refuse(ours.length === 0 ? 'no terminal' : 'which terminal');
  return chosen.entity === bill.entity ? ok(chosen) : refuse('terminal of another doctor');
}

async function meansOf({ input, db }: Taking, bill: Bill) {
  if (input.means !== 'card') return ok<Means>({ kind: input.means });
  const terminal = terminalFor(bill, input.terminal, await allTerminals(db));
  return terminal.ok ? ok<Means>({ kind: 'card', terminal: terminal.value.id }) : terminal;
}

async function received(doing: Taking, bill: Bill, amount: Ore) {
  const { input, now, me, supervisor } = doing;
  const means = await meansOf(doing, bill);
  if (!means.ok) return means;
  const about = { id: newId<PaymentId>(), bill: bill.id, entity: bill.entity, amount, means: means.value };
  const started = startPayment(about, cashierOf(me, supervisor), now);
  if (!started.ok) return started;
  const typed = input.reference ?? (input.means === 'cash' ? null : `kl. ${timeOf(now)}`);
  return receivePayment(started.value, typed, now);
}

/** The buyer's own address, except where it must not stand on any paper. */
export function buyerOf({ givenName, familyName, address, postcode, place, addressBlock }: Patient): Buyer {
  const whole = [address, [postcode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return { name: `${givenName} ${familyName}`, address: addressBlock === null ? whole : '' };
}

type Sold = { readonly bill: Bill; readonly entity: DoctorEntity; readonly patient: Patient };

/** The kontantfaktura with the next number of the entity's year. */
export async function receiptFor(
  { db, me, now }: Pick<Taking, 'db' | 'me' | 'now'>,
  { bill, entity, patient }: Sold,
  payments: readonly ReceivedPayment[],
) {
  const { series, start } = receiptSeries(dayOf(now));
  const number = (await nextInSeries(db, entity.id, series, nextReceiptNumber(start))) as ReceiptNumber;
  const house = await houseOf(db);
  const place = [house.name, house.address].filter(Boolean).join(', ');
  const sale = { number, bill, entity, buyer: buyerOf(patient), payments, place, isSpecified: false, now };
  const issued = issueReceipt(sale);
  if (!issued.ok) return issued;
  return ok(await keepReceipt({ db, me }, issued.value));
}

export async function keepReceipt({ db, me }: Pick<Taking, 'db' | 'me'>, receipt: Receipt) {
  const id = newId<ReceiptId>();
  await addReceipt(db, id, receipt, me.person);
  return { id, number: receipt.number };
}

async function soldBy(db: Db, bill: Bill) {
  const entity = await entityById(db, bill.entity);
  const patient = await patientById(db, bill.patient);
  return entity && patient ? ok({ entity, patient }) : refuse('not found');
}

/** The money has come: the bill is paid and has its receipt, in this transaction or not at all. */
export async function settle(
  doing: Pick<Taking, 'db' | 'me' | 'now'> & Pick<Doing<unknown>, 'tell'>,
  row: BillRow,
  bill: Bill,
  payment: ReceivedPayment,
) {
  const { db, now, tell } = doing;
  const paid = receive(bill, { payment: payment.id, amount: payment.amount, at: payment.receivedAt });
  if (!paid.ok) return paid;
  const sold = await soldBy(db, paid.value);
  if (!sold.ok) return sold;
  await saveBill(db, { ...row, bill: paid.value }, now);
  const receipt = await receiptFor(doing, { ...sold.value, bill: paid.value }, [payment]);
  if (!receipt.ok) return receipt;
  tell(fact('BillPaid', { bill: bill.id, patient: bill.patient }));
  return receipt;
}

/** The bill held and closed, where a payment of this sum may begin: not paid, not being paid, the day not locked. */
export async function payable(
  doing: Pick<Taking, 'db' | 'me' | 'now'> & Pick<Doing<unknown>, 'about'>,
  id: BillId,
  amountInOre: number,
) {
  const { db, now, about } = doing;
  const row = await billToChange(db, id);
  if (!row) return refuse('not found');
  await about(row.bill.patient);
  if (row.bill.state === 'paid') return refuse('already paid');
  if (await isDayLocked(db, row.bill.entity, dayOf(now))) return refuse('the day is locked');
  if ((await paymentsOfBill(db, id)).some(({ state }) => state === 'requested')) return refuse('payment under way');
  const closed = await closedFor(doing, row);
  if (!closed.ok) return closed;
  const owed = owedOn(closed.value);
  return owed === amountInOre ? ok({ row, bill: closed.value, owed }) : refuse('the amount has changed', { owed });
}

/** Card, cash or Vipps for the whole sum. Two desks at once: one payment, one receipt, and the other desk is told. */
export const takePayment = command({
  name: 'takePayment',
  who: { duty: 'reception.payment-terminal' },
  takes,
  async does(doing) {
    const { input, db, now } = doing;
    const known = await payable(doing, input.bill, input.amountInOre);
    if (!known.ok) return known;
    const { row, bill, owed } = known.value;
    const payment = await received(doing, bill, owed);
    if (!payment.ok) return payment;
    const handed = input.handedOverInOre;
    const change = handed === undefined ? ok(ore(0)) : changeOf(owed, ore(handed), dayOf(now));
    if (!change.ok) return change;
    await addPayment(db, payment.value);
    const receipt = await settle(doing, row, bill, payment.value);
    if (!receipt.ok) return receipt;
    return ok({ receipt: receipt.value, changeInOre: change.value, paidInOre: owed });
  },
});
