/** How the sign-in pages speak with the server. */

export const workstationName = (): string => localStorage.getItem('dagsverk.workstation') ?? '';

export type Posted<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string };

export async function postFor<Value>(path: string, body: object): Promise<Posted<Value>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) return { ok: false, why: 'no connection' };
  const said = (await response.json().catch(() => ({}))) as { value?: Value; why?: string };
  return response.ok
    ? { ok: true, value: said.value as Value }
    : { ok: false, why: said.why ?? String(response.status) };
}

/** Answers the no, if it was one. */
export async function post(path: string, body: object): Promise<string | undefined> {
  const done = await postFor(path, body);
  return done.ok ? undefined : done.why;
}
