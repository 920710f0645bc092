/** A code as a message gives it, with whatever is missing left missing: code system, code, or the words that came with it. */

import { type Code, codeAsReceived, nationalSystem } from '#kernel/codes';

/** Nothing is looked up or guessed; messages may lawfully leave out any of these. */
export type Coded = {
  /** OID of the code system, given by the message or laid down by the standard for the place. */
  readonly system: string | null;
  readonly code: string | null;
  /** The words as received (`DN`). */
  readonly text: string | null;
  /** The sender's own words where the list had none that fitted (`OT`). */
  readonly otherText: string | null;
};

/** A code that the message leaves blank. */
export const blankCode: Coded = { system: null, code: null, text: null, otherText: null };

/** A code of a national code system (kodeverk), by the system's number. */
export function code(systemNumber: number, value: string, text: string | null, otherText: string | null = null): Coded {
  return { system: nationalSystem(systemNumber), code: value, text, otherText };
}

/** A whole code, for comparing with others; nothing where system or code is missing or cannot be one. */
export function wholeCode({ system, code: value, text, otherText }: Coded): Code | null {
  const read = codeAsReceived(system ?? '', value ?? '', text ?? otherText ?? undefined);
  return read.ok ? read.value : null;
}

/** What to show: the words received, else the code itself; never another text of the same code. */
export function wordsOf(coded: Coded | null): string {
  return coded?.text ?? coded?.otherText ?? coded?.code ?? '';
}
