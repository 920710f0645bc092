/** The answer of every decision: it went well, or the clinic's rules say no. */

export type Ok<T> = { readonly ok: true; readonly value: T };
/** A refusal (avslag) is a plain fact of a closed union, with the facts that its sentence needs. */
export type Refused<Why extends string = string> = { readonly ok: false; readonly why: Why; readonly facts?: Facts };
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
export type Result<T, Why extends string = string> = Ok<T> | Refused<Why>;

export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export function refuse<const Why extends string>(why: Why, facts?: Facts): Refused<Why> {
  return facts ? { ok: false, why, facts } : { ok: false, why };
}

/** For tests and demo steps that know the answer must be yes; a no is a fault there, not a refusal. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.why} ${JSON.stringify(result.facts ?? {})}`);
}

/** Closed unions are handled to the last case; a new one does not compile until it is. */
export function never(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
