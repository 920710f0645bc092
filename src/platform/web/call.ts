/** How a screen asks and acts: typed by the api, kept and sent later when the connection is lost. */

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Facts } from '#kernel/result';
import type { InputOf, RefusalOf, ValueOf } from '../server/call.ts';
import type { InputIssue } from '../server/outcome.ts';
import { connection } from './connection.ts';

/** The three kinds of no, told apart: the clinic's rules, the gate, the input; and a fault with its id. */
export type No<Why extends string = string> =
  | { readonly kind: 'refused'; readonly why: Why; readonly facts?: Facts }
  | { readonly kind: 'not allowed'; readonly why: string; readonly facts?: Facts }
  | { readonly kind: 'bad input'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'signed out' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'away' }
  | { readonly kind: 'fault'; readonly id: string };
export type Answered<Value, Why extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly no: No<Why> };

/** Thrown by a question that got a no, so that the screen can show it. */
export class SaidNo extends Error {
  readonly no: No;
  constructor(no: No) {
    super(no.kind);
    this.no = no;
  }
}

type NamedCall = { readonly name: string };
type CallName<C> = C extends { readonly name: infer N extends string } ? N : never;

export async function send<Value>(
  name: string,
  input: unknown,
  command?: string,
  person?: string,
): Promise<Answered<Value>> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'x-dagsverk': '1' };
  if (command) headers['x-command'] = command;
  if (person) headers['x-person'] = person;
  let response: Response;
  try {
    response = await fetch(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input ?? {}) });
  } catch {
    connection.lost();
    return { ok: false, no: { kind: 'away' } };
  }
  if (response.status === 503) {
    connection.lost();
    return { ok: false, no: { kind: 'away' } };
  }
  connection.back();
  if (response.ok && !response.headers.get('content-type')?.startsWith('application/json')) {
    return { ok: true, value: (await response.blob()) as Value };
  }
  const body = (await response.json().catch(() => ({}))) as {
    value?: Value;
    why?: string;
    facts?: Facts;
    issues?: InputIssue[];
    id?: string;
  };
  if (response.ok) return { ok: true, value: body.value as Value };
  return { ok: false, no: noOf(response.status, body) };
}

function noOf(status: number, body: { why?: string; facts?: Facts; issues?: InputIssue[]; id?: string }): No {
  if (status === 401 || status === 423) {
    connection.sessionGone(status === 401 ? 'signed out' : 'locked');
    return { kind: status === 401 ? 'signed out' : 'locked' };
  }
  // Pressed by someone who is not here now: it waits until they are.
  if (status === 412) return { kind: 'signed out' };
  const facts = body.facts ? { facts: body.facts } : {};
  if (status === 409) return { kind: 'refused', why: body.why ?? '', ...facts };
  if (status === 403) return { kind: 'not allowed', why: body.why ?? '', ...facts };
  if (status === 422) return { kind: 'bad input', issues: body.issues ?? [] };
  return { kind: 'fault', id: body.id ?? String(status) };
}

/**
 * A question of the screen. It is asked again when one of the facts it `hears` happens at any desk,
 * and after a lost connection.
 */
export function useAsk<C extends NamedCall>(
  name: CallName<C>,
  input: InputOf<C>,
  options: { readonly hears?: readonly string[]; readonly when?: boolean; readonly keeps?: boolean } = {},
) {
  return useQuery<ValueOf<C>, SaidNo>({
    queryKey: [name, input],
    queryFn: async () => {
      const answered = await send<ValueOf<C>>(name, input);
      if (answered.ok) return answered.value;
      throw new SaidNo(answered.no);
    },
    enabled: options.when ?? true,
    meta: { hears: options.hears ?? [] },
    placeholderData: options.keeps ? (keepPreviousData as never) : undefined,
    retry: (count, fault) => fault.no.kind === 'away' && count < 600,
    retryDelay: 1_000,
  });
}

/** An act of the screen. While the connection is lost it waits and is sent again, once, however often it is sent. */
export function useDo<C extends NamedCall>(name: CallName<C>) {
  const mutation = useMutation<Answered<ValueOf<C>, RefusalOf<C>>, never, InputOf<C>>({
    mutationFn: (input) => act<C>(name, input),
  });
  return {
    run: mutation.mutateAsync,
    isBusy: mutation.isPending,
    /** The last no, until the next try. */
    no: mutation.data && !mutation.data.ok ? mutation.data.no : undefined,
    reset: mutation.reset,
  };
}

export async function act<C extends NamedCall>(
  name: CallName<C>,
  input: InputOf<C>,
): Promise<Answered<ValueOf<C>, RefusalOf<C>>> {
  const command = crypto.randomUUID();
  const person = connection.person();
  const done = connection.waiting(name);
  try {
    for (;;) {
      const answered = await send<ValueOf<C>>(name, input, command, person);
      const isWorthTryingAgain =
        !answered.ok &&
        (answered.no.kind === 'away' || answered.no.kind === 'locked' || answered.no.kind === 'signed out');
      if (!isWorthTryingAgain) return answered as Answered<ValueOf<C>, RefusalOf<C>>;
      await connection.untilBack();
    }
  } finally {
    done();
  }
}

/** What the frame shows of the connection. */
export function useConnection() {
  return useSyncExternalStore(connection.onChange, connection.state);
}
