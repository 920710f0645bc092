/** Paying on a terminal that is on the line: asked for, answered, or given up; money that was taken is never lost sight of. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { idInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { command, type Doing } from '#platform/server';
import { billToChange, saveBill } from '../bills/bill.store.ts';
import type { BillId } from '../bills/bill.ts';
import { allTerminals } from '../entities/doctor-entity.store.ts';
import type { TerminalId } from '../entities/doctor-entity.ts';
import { cashierOf } from './cashier.ts';
import { addPayment, paymentToChange, savePayment } from './payment.store.ts';
import { failPayment, type PaymentId, receivePayment, startPayment } from './payment.ts';
import { payable, settle, terminalFor } from './taking.api.ts';
import { askForPayment, askHowItWent, askToGiveUp } from './terminal-line.api.ts';

const who = { duty: 'reception.payment-terminal' } as const;
const payment = idInput<PaymentId>();

/** The bill is closed and its sum stands on the terminal; the same desk then asks how it went. */
export const startCardPayment = command({
  name: 'startCardPayment',
  who,
  takes: z.object({
    bill: idInput<BillId>(),
    amountInOre: z.number().int().min(1),
    terminal: idInput<TerminalId>().optional(),
  }),
  async does(doing) {
    const { input, db, now, me, supervisor, tell } = doing;
    const known = await payable(doing, input.bill, input.amountInOre);
    if (!known.ok) return known;
    const { row, bill, owed } = known.value;
    const terminal = terminalFor(bill, input.terminal, await allTerminals(db));
    if (!terminal.ok) return terminal;
    const { id: at, address, mode } = terminal.value;
    if (mode !== 'integrated' || address === null) return refuse('terminal is not on the line');
    const id = newId<PaymentId>();
    const about = {
      id,
      bill: bill.id,
      entity: bill.entity,
      amount: owed,
      means: { kind: 'card', terminal: at } as const,
    };
    const started = startPayment(about, cashierOf(me, supervisor), now);
    if (!started.ok) return started;
    const answer = await askForPayment(address, id, owed);
    if (answer.state === 'no answer') return refuse('terminal does not answer');
    await addPayment(db, started.value);
    await saveBill(db, { ...row, bill }, now);
    tell(fact('BillClosed', { bill: bill.id, patient: bill.patient }));
    return ok({ payment: id });
  },
});

type OnPayment = Pick<Doing<{ payment: PaymentId }>, 'input' | 'db' | 'about'>;

/** The payment held, with its bill and the address of its terminal. */
async function held({ input, db, about }: OnPayment) {
  const known = await paymentToChange(db, input.payment);
  const row = known && (await billToChange(db, known.bill));
  if (!known || !row) return refuse('not found');
  await about(row.bill.patient);
  const means = known.means;
  const terminal = means.kind === 'card' ? (await allTerminals(db)).find(({ id }) => id === means.terminal) : undefined;
  return ok({ payment: known, row, address: terminal?.address ?? null });
}

type Settling = OnPayment & Pick<Doing<unknown>, 'me' | 'now' | 'tell'>;
async function approved(
  doing: Settling,
  known: Extract<Awaited<ReturnType<typeof held>>, { ok: true }>['value'],
  slip: string,
) {
  const received = receivePayment(known.payment, slip, doing.now);
  if (!received.ok) return received;
  await savePayment(doing.db, received.value);
  const receipt = await settle(doing, known.row, known.row.bill, received.value);
  return receipt.ok ? ok({ state: 'approved' as const, receipt: receipt.value }) : receipt;
}

/** How it went, as often as the desk asks; the receipt is made once, when the terminal has said yes. */
export const askTerminal = command({
  name: 'askTerminal',
  who,
  takes: z.object({ payment }),
  async does(doing) {
    const known = await held(doing);
    if (!known.ok) return known;
    if (known.value.payment.state !== 'requested') return refuse('not waiting', { state: known.value.payment.state });
    if (known.value.address === null) return refuse('terminal is not on the line');
    const answer = await askHowItWent(known.value.address, known.value.payment.id);
    if (answer.state === 'waiting' || answer.state === 'no answer') return ok({ state: answer.state });
    if (answer.state === 'approved') {
      if (answer.amountInOre !== known.value.payment.amount)
        return refuse('terminal took another amount', { took: answer.amountInOre });
      return approved(doing, known.value, answer.slip);
    }
    const failed = failPayment(known.value.payment, answer.state, doing.now);
    if (!failed.ok) return failed;
    await savePayment(doing.db, failed.value);
    doing.tell(fact('BillProposed', { bill: known.value.row.bill.id, patient: known.value.row.bill.patient }));
    return ok({ state: answer.state });
  },
});

/** The line is down, and the slip from the terminal says that it was approved. */
export const typeSlip = command({
  name: 'typeSlip',
  who,
  takes: z.object({ payment, slip: lineInput(60) }),
  async does(doing) {
    const known = await held(doing);
    return known.ok ? approved(doing, known.value, doing.input.slip) : known;
  },
});

/**
 * The patient changed their mind, or nothing comes. A terminal that has taken the money meanwhile is believed; one that
 * does not answer is looked at by a person first.
 */
export const giveUpPayment = command({
  name: 'giveUpPayment',
  who,
  takes: z.object({ payment, hasLooked: z.boolean().default(false) }),
  async does(doing) {
    const { db, now, tell, input } = doing;
    const known = await held(doing);
    if (!known.ok) return known;
    const { address, row } = known.value;
    const answer = address === null ? null : await askToGiveUp(address, known.value.payment.id);
    if (answer?.state === 'approved') return approved(doing, known.value, answer.slip);
    if (answer?.state === 'no answer' && !input.hasLooked) return refuse('look at the terminal');
    const why = answer?.state === 'declined' ? 'declined' : answer?.state === 'cancelled' ? 'cancelled' : 'no answer';
    const failed = failPayment(known.value.payment, why, now);
    if (!failed.ok) return failed;
    await savePayment(db, failed.value);
    tell(fact('BillProposed', { bill: row.bill.id, patient: row.bill.patient }));
    return ok({ state: why });
  },
});
