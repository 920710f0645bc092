/** The line to a terminal: short questions only, so that nothing waits on a person with a card in the hand. */

import type { PaymentId } from './payment.ts';
import { type NoAnswer, readTerminalAnswer, requestFor, type TerminalAnswer } from './terminal.message.ts';

const patienceMs = 2_500;

async function say(
  address: string,
  payment: PaymentId,
  method: 'PUT' | 'GET' | 'DELETE',
  body?: object,
): Promise<TerminalAnswer | NoAnswer> {
  try {
    const place = new URL(`payments/${payment}`, address.endsWith('/') ? address : `${address}/`);
    const response = await fetch(place, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    return response.ok ? readTerminalAnswer(await response.json(), payment) : { state: 'no answer' };
  } catch {
    return { state: 'no answer' };
  }
}

export const askForPayment = (address: string, payment: PaymentId, amountInOre: number) =>
  say(address, payment, 'PUT', requestFor(payment, amountInOre));
export const askHowItWent = (address: string, payment: PaymentId) => say(address, payment, 'GET');
export const askToGiveUp = (address: string, payment: PaymentId) => say(address, payment, 'DELETE');
