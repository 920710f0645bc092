import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import type { PaymentId } from './payment.ts';
import { readTerminalAnswer, requestFor, terminalRequest } from './terminal.message.ts';

const payment = newId<PaymentId>();
test('a request says which payment and how much, in øre', () => {
  const request = requestFor(payment, 23_500);
  expect(terminalRequest.parse(request)).toEqual(request);
  expect(request).toMatchObject({ payment, amountInOre: 23_500, currency: 'NOK' });
});
test('an approval has the amount and the number of the slip', () => {
  const said = { payment, state: 'approved', amountInOre: 23_500, slip: '004711', card: 'BankAxept' };
  expect(readTerminalAnswer(said, payment)).toEqual(said);
});
test.each([
  ['of another payment', { payment: newId(), state: 'declined' }],
  ['without a slip', { payment, state: 'approved', amountInOre: 23_500 }],
  ['with a card number', { payment, state: 'approved', amountInOre: 1, slip: '1', card: '4925000000000004' }],
  ['in other words', { payment, state: 'OK' }],
  ['that is nothing', null],
])('an answer %s is no answer', (_, said) => {
  expect(readTerminalAnswer(said, payment)).toEqual({ state: 'no answer' });
});
