/** What is said to a card terminal on the line and what it answers: JSON over HTTP, after nexo Sale to POI, only payments. */

import { z } from 'zod';
import type { PaymentId } from './payment.ts';

export const terminalProtocol = 'dagsverk-terminal/1';

/** `PUT {address}/payments/{payment}`: the same payment asked for twice is one payment. */
export const terminalRequest = z.object({
  protocol: z.literal(terminalProtocol),
  payment: z.uuid(),
  amountInOre: z.number().int().min(1),
  currency: z.literal('NOK'),
});
export type TerminalRequest = z.output<typeof terminalRequest>;

/** `GET {address}/payments/{payment}`, and the answer to the request; `DELETE` asks it to give up. */
export const terminalAnswer = z.discriminatedUnion('state', [
  z.object({ payment: z.uuid(), state: z.literal('waiting') }),
  z.object({
    payment: z.uuid(),
    state: z.literal('approved'),
    amountInOre: z.number().int().min(1),
    /** The number on the slip. */
    slip: z.string().trim().min(1).max(60),
    /** `Visa`, `BankAxept`; never a card number. */
    card: z.string().max(40).regex(/^\D*$/, { error: 'a card number' }).optional(),
  }),
  z.object({ payment: z.uuid(), state: z.literal('declined') }),
  z.object({ payment: z.uuid(), state: z.literal('cancelled') }),
]);
export type TerminalAnswer = z.output<typeof terminalAnswer>;

/** The line to the terminal may be down, or speak something else; the money may have been taken all the same. */
export type NoAnswer = { readonly state: 'no answer' };

export function requestFor(payment: PaymentId, amountInOre: number): TerminalRequest {
  return { protocol: terminalProtocol, payment, amountInOre, currency: 'NOK' };
}

/** What came over the line; anything but an answer about this payment is none. */
export function readTerminalAnswer(body: unknown, payment: PaymentId): TerminalAnswer | NoAnswer {
  const read = terminalAnswer.safeParse(body);
  return read.success && read.data.payment === payment ? read.data : { state: 'no answer' };
}
