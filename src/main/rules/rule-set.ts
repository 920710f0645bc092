/** How a published test vector reaches a rule: plain inputs in, plain outputs back. */

export type Inputs = Readonly<Record<string, unknown>>;
/** `null` or a missing key is "no value may be shown"; `error` is the reason as vectors name it. */
export type Outputs = Readonly<Record<string, unknown>>;
export type VectorPlace = { readonly file: string };
export type RuleCheck = (inputs: Inputs, place: VectorPlace) => Outputs | Promise<Outputs>;
/** Rules by the name that vectors use. */
export type RuleSet = Readonly<Record<string, RuleCheck>>;

/** A number, or nothing when the vector leaves it out or says null. */
export function numberAt(inputs: Inputs, key: string): number | undefined {
  const value = inputs[key] ?? undefined;
  if (value === undefined || typeof value === 'number') return value;
  throw new TypeError(`input ${key} is no number`);
}

export function textAt(inputs: Inputs, key: string): string | undefined {
  const value = inputs[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new TypeError(`input ${key} is no text`);
}

export function flagAt(inputs: Inputs, key: string): boolean | undefined {
  const value = inputs[key] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw new TypeError(`input ${key} is neither true nor false`);
}

export function numbersAt(inputs: Inputs, key: string): readonly number[] {
  return numbersIn(inputs[key], key);
}

export function numbersIn(value: unknown, key: string): readonly number[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value;
  throw new TypeError(`input ${key} is no list of numbers`);
}

export function listAt(inputs: Inputs, key: string): readonly unknown[] {
  const value = inputs[key];
  if (Array.isArray(value)) return value;
  throw new TypeError(`input ${key} is no list`);
}

/** A missing number makes every later comparison false, so that no rule can take it for zero. */
export function numberOrNaN(inputs: Inputs, key: string): number {
  return numberAt(inputs, key) ?? Number.NaN;
}
