/** Every statement has a name and is prepared once a connection; a test prepares them all against the real tables. */

export type Statement<Params extends object, Row extends object> = {
  readonly name: string;
  /** The text with `$1 … $n`. */
  readonly text: string;
  /** The parameter names in the order of `$1 … $n`; `clinic` is filled in by the connection. */
  readonly order: readonly string[];
  /** Never present: it ties the two types to the statement. */
  readonly shape?: (params: Params) => Row;
};

const all = new Map<string, Statement<never, object>>();

/**
 * A named statement. Parameters are written `:name` in the text; `:clinic` is always there.
 * `Row` has the column names of the select list; dates are `YYYY-MM-DD`, moments ISO in UTC, numbers numbers.
 */
export function statement<Params extends object, Row extends object = Record<string, never>>(
  name: string,
  text: string,
): Statement<Params, Row> {
  if (all.has(name)) throw new Error(`two statements are called "${name}"`);
  if (Buffer.byteLength(name) > 63) throw new Error(`"${name}" is longer than the 63 bytes a database keeps`);
  const order: string[] = [];
  const numbered = text.replace(/'(?:[^']|'')*'|(?<![:\w]):([a-zA-Z][a-zA-Z0-9]*)/g, (found, parameter?: string) => {
    if (parameter === undefined) return found;
    if (!order.includes(parameter)) order.push(parameter);
    return `$${order.indexOf(parameter) + 1}`;
  });
  const made: Statement<Params, Row> = { name, text: numbered, order };
  all.set(name, made);
  return made;
}

/** For the test that prepares each one. */
export function allStatements(): readonly Statement<never, object>[] {
  return [...all.values()];
}
