/** Clients that press as fast as they are answered, over HTTP with one connection each. */

import { Agent, request } from 'node:http';

export type Pressed = {
  readonly count: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

type Answer = { readonly status: number; readonly body: string };

export function post(
  address: string,
  agent: Agent,
  path: string,
  cookie: string,
  input: unknown,
): Promise<Answer & { cookie: string }> {
  const body = JSON.stringify(input);
  return new Promise((done, fail) => {
    const sent = request(
      new URL(path, address),
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-dagsverk': '1',
          cookie,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookie: String(response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

export type Pressing = {
  readonly address: string;
  readonly cookie: string;
  readonly path: string;
  readonly clients: number;
  readonly seconds: number;
  /** Stops earlier when there is nothing left to press (each patient arrives once). */
  readonly most: number;
  readonly first: number;
  readonly input: (place: number) => unknown;
  readonly mayRefuse: boolean;
};

export async function press(pressing: Pressing): Promise<Pressed> {
  const times: number[] = [];
  let refused = 0;
  let place = pressing.first;
  const started = performance.now();
  const until = started + pressing.seconds * 1000;
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() < until && place < pressing.first + pressing.most) {
      const input = pressing.input(place++);
      const at = performance.now();
      const { status, body } = await post(pressing.address, agent, pressing.path, pressing.cookie, input);
      times.push(performance.now() - at);
      if (status === 409 && pressing.mayRefuse) refused++;
      else if (status !== 200) throw new Error(`${pressing.path} answered ${status}: ${body.slice(0, 300)}`);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: pressing.clients }, client));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    count: times.length,
    refused,
    seconds: (performance.now() - started) / 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
