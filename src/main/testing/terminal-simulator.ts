/** A card terminal that one can make say yes, no, nothing, or yes too late: it speaks the protocol of docs/payment-terminal.md. */

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TerminalAnswer, terminalRequest } from '../../rooms/money/payments/terminal.message.ts';

export type TerminalSimulator = {
  readonly address: string;
  /** What the one with the card does with every payment from now on. */
  readonly willDo: (what: 'approve' | 'decline' | 'wait' | 'be silent') => void;
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
};

export async function simulateTerminal(): Promise<TerminalSimulator> {
  let mood: Parameters<TerminalSimulator['willDo']>[0] = 'approve';
  let slips = 4710;
  const payments = new Map<string, { readonly amountInOre: number; answer: TerminalAnswer }>();
  const answer = (response: ServerResponse, said: TerminalAnswer | undefined): void => {
    if (mood === 'be silent') return void response.destroy();
    response.writeHead(said ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(said ?? {}));
  };
  const decide = (payment: string): TerminalAnswer | undefined => {
    const known = payments.get(payment);
    if (known?.answer.state === 'waiting' && mood === 'approve')
      known.answer = {
        payment,
        state: 'approved',
        amountInOre: known.amountInOre,
        slip: String(++slips),
        card: 'BankAxept',
      };
    if (known?.answer.state === 'waiting' && mood === 'decline') known.answer = { payment, state: 'declined' };
    return known?.answer;
  };
  const server = createServer((request, response) => {
    const payment = (request.url ?? '').split('/').at(-1) ?? '';
    if (request.method === 'GET') return answer(response, decide(payment));
    if (request.method === 'DELETE') {
      const known = payments.get(payment);
      if (known?.answer.state === 'waiting') known.answer = { payment, state: 'cancelled' };
      return answer(response, known?.answer);
    }
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { amountInOre } = terminalRequest.parse(JSON.parse(body));
      if (!payments.has(payment)) payments.set(payment, { amountInOre, answer: { payment, state: 'waiting' } });
      answer(response, payments.get(payment)?.answer);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    willDo: (what) => {
      mood = what;
    },
    asked: () => [...payments.keys()],
    close: () => new Promise((done) => server.close(() => done())),
  };
}
