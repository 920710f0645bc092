/** Stretches of time on a book, so that what is open, taken and free can be laid on top of each other. */

/** In milliseconds since 1970 UTC; `from` is in it, `until` is not. */
export type Stretch = { readonly from: number; readonly until: number };

/** Two appointments that only touch do not overlap. */
export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.until && other.from < one.until;
}

/** The same time told once: in order, without overlap, touching stretches joined. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const ordered = stretches.filter((one) => one.from < one.until).sort((one, other) => one.from - other.from);
  const whole: { from: number; until: number }[] = [];
  for (const next of ordered) {
    const last = whole.at(-1);
    if (last && next.from <= last.until) last.until = Math.max(last.until, next.until);
    else whole.push({ from: next.from, until: next.until });
  }
  return whole;
}

/** What is left of the open time when the taken time is cut out; one walk through both. */
export function without(open: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  const cuts = merged(taken);
  const left: Stretch[] = [];
  let first = 0;
  for (const stretch of merged(open)) {
    let from = stretch.from;
    while (first < cuts.length && (cuts[first] as Stretch).until <= from) first++;
    for (let at = first; at < cuts.length; at++) {
      const cut = cuts[at] as Stretch;
      if (cut.from >= stretch.until) break;
      if (cut.from > from) left.push({ from, until: cut.from });
      from = Math.max(from, cut.until);
    }
    if (from < stretch.until) left.push({ from, until: stretch.until });
  }
  return left;
}

/** True when one of the stretches (merged and in order) holds the whole of the other. */
export function covers(stretches: readonly Stretch[], part: Stretch): boolean {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle] as Stretch;
    if (stretch.from > part.from) high = middle - 1;
    else if (stretch.until <= part.from) low = middle + 1;
    else return part.until <= stretch.until;
  }
  return false;
}
