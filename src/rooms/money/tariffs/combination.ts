/** Which codes may not stand on the same bill (ugyldig takstkombinasjon). */

import type { Takst } from './takst.ts';

type Parts = { readonly nurse: boolean; readonly number: number; readonly letters: string };

/** `S2ad` → nurse's table, number 2, letters `ad`. */
function partsOf(code: string): Parts | undefined {
  const found = /^(S?)(\d+)([a-z]*\d?)$/.exec(code);
  if (!found) return undefined;
  return { nurse: found[1] === 'S', number: Number(found[2]), letters: found[3] ?? '' };
}

/**
 * Whether a code falls under a pattern as the regulation writes it: `2` is every code of number 2, `2c` every code that
 * begins so, `2ad` that code alone, and `701-743` the numbers between.
 */
export function fallsUnder(code: string, pattern: string): boolean {
  const parts = partsOf(code);
  if (!parts) return code === pattern;
  const range = /^(S?)(\d+)-(\d+)$/.exec(pattern);
  if (range) {
    const inside = parts.number >= Number(range[2]) && parts.number <= Number(range[3]);
    return inside && parts.nurse === (range[1] === 'S');
  }
  const wanted = partsOf(pattern);
  if (!wanted || wanted.nurse !== parts.nurse || wanted.number !== parts.number) return false;
  return wanted.letters.length < 2 ? parts.letters.startsWith(wanted.letters) : parts.letters === wanted.letters;
}

function bans(one: Takst, other: Takst): boolean {
  const under = (pattern: string): boolean => fallsUnder(other.code, pattern);
  if (one.notWith.except.some(under)) return false;
  return one.notWith.kind === 'all' || one.notWith.codes.some(under);
}

/** A nurse's codes and a doctor's are two performers' work and stand on two bills. */
export function mayStandTogether(one: Takst, other: Takst): boolean {
  if (one.code === other.code) return true;
  if (one.code.startsWith('S') !== other.code.startsWith('S')) return false;
  return !bans(one, other) && !bans(other, one);
}

export type Clash = { readonly one: string; readonly other: string };

/** Every pair on a bill that the regulation forbids. */
export function clashesAmong(takster: readonly Takst[]): readonly Clash[] {
  return takster.flatMap((one, place) =>
    takster
      .slice(place + 1)
      .filter((other) => !mayStandTogether(one, other))
      .map((other) => ({ one: one.code, other: other.code })),
  );
}
