/** The second look at a bill: what was done and is not billed, and what is billed and may not be. */

import type { Ore } from '#kernel/amounts';
import { ok, type Result } from '#kernel/result';
import { clashesAmong } from '../tariffs/combination.ts';
import { mostOnOneBill, priceOn, type Tariff, takstOf } from '../tariffs/takst.ts';
import { type BillLine, patientPartOf } from './bill-line.ts';
import type { BlockReason, Reason } from './draft.ts';
import { type NoProposal, type Proposal, proposeBill } from './proposal.ts';
import type { VisitFacts } from './visit-facts.ts';

export type Finding =
  /** Done, but not on the bill, or fewer times than it was done. */
  | { readonly kind: 'missed income'; readonly code: string; readonly amount: Ore; readonly reasons: readonly Reason[] }
  /** On the bill although the rules stop it. */
  | { readonly kind: 'stopped code'; readonly code: string; readonly why: BlockReason }
  /** On the bill, and nothing that was done calls for it. */
  | { readonly kind: 'nothing behind it'; readonly code: string; readonly amount: Ore }
  | { readonly kind: 'too many'; readonly code: string; readonly count: number; readonly expected: number }
  | { readonly kind: 'forbidden pair'; readonly code: string; readonly other: string }
  | { readonly kind: 'other amount than the tariff'; readonly code: string; readonly billed: Ore; readonly tariff: Ore }
  /** An egenandel taken from someone who is exempt, or more from the patient than the proposal says. */
  | { readonly kind: 'patient charged too much'; readonly code: string; readonly billed: Ore; readonly expected: Ore }
  /** Consumables, vaccines and no-shows are the patient's own even with frikort or as a child. */
  | {
      readonly kind: 'patient charged too little';
      readonly code: string;
      readonly billed: Ore;
      readonly expected: Ore;
    };

/** Over-charging comes first: it is a patient's money. */
const order: Record<Finding['kind'], number> = {
  'stopped code': 0,
  'patient charged too much': 1,
  'other amount than the tariff': 2,
  'forbidden pair': 3,
  'too many': 4,
  'nothing behind it': 5,
  'missed income': 6,
  'patient charged too little': 7,
};

/** A line without a code is found again by its name. */
function keyOf({ code, name }: BillLine): string {
  return code ?? name.nb;
}

function missing(lines: readonly BillLine[], proposal: Proposal): readonly Finding[] {
  return proposal.lines.flatMap((wanted): readonly Finding[] => {
    const billed = lines.find((line) => keyOf(line) === keyOf(wanted));
    if (billed && billed.count >= wanted.count) return [];
    const amount = (wanted.honorar - (billed?.honorar ?? 0)) as Ore;
    return [{ kind: 'missed income', code: keyOf(wanted), amount, reasons: wanted.reasons }];
  });
}

function unfounded(line: BillLine, proposal: Proposal): readonly Finding[] {
  const code = keyOf(line);
  const wanted = proposal.lines.find((one) => keyOf(one) === code);
  if (wanted) {
    return line.count > wanted.count ? [{ kind: 'too many', code, count: line.count, expected: wanted.count }] : [];
  }
  const stop = proposal.blocked.find((one) => one.code === code);
  if (stop) return [{ kind: 'stopped code', code, why: stop.why }];
  return line.kind === 'invoice fee' ? [] : [{ kind: 'nothing behind it', code, amount: line.honorar }];
}

function wrongAmount(line: BillLine, proposal: Proposal): readonly Finding[] {
  const code = keyOf(line);
  const wanted = proposal.lines.find((one) => keyOf(one) === code && one.count === line.count);
  if (!wanted) return [];
  if (line.honorar !== wanted.honorar)
    return [{ kind: 'other amount than the tariff', code, billed: line.honorar, tariff: wanted.honorar }];
  const [billed, expected] = [patientPartOf(line), patientPartOf(wanted)];
  if (billed === expected) return [];
  return [
    { kind: billed > expected ? 'patient charged too much' : 'patient charged too little', code, billed, expected },
  ];
}

/** What the tariff itself forbids on this bill, whatever was done. */
function againstTariff(lines: readonly BillLine[], proposal: Proposal, tariff: Tariff): readonly Finding[] {
  const onBill = lines.flatMap(({ code }) => takstOf(tariff, code ?? '') ?? []);
  const pairs = clashesAmong(onBill).map(({ one, other }) => ({ kind: 'forbidden pair' as const, code: one, other }));
  const repeated = lines.flatMap((line): readonly Finding[] => {
    const priced = priceOn(tariff, line.code ?? '', proposal.day);
    if (!priced.ok) return [];
    const expected = mostOnOneBill(priced.value.takst.repetition);
    const count = lines.filter(({ code }) => code === line.code).reduce((sum, one) => sum + one.count, 0);
    const isFirst = lines.find(({ code }) => code === line.code) === line;
    return isFirst && count > expected ? [{ kind: 'too many', code: keyOf(line), count, expected }] : [];
  });
  return [...pairs, ...repeated];
}

function without(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter(({ kind, code }) => {
    const same = said.has(`${kind}\n${code}`);
    said.add(`${kind}\n${code}`);
    return !same;
  });
}

/**
 * Compares the lines of a bill with what the facts of the visit give: EKG recorded but no 707, 10c twice with
 * cryotherapy, an egenandel from a child. Nothing found is an empty list.
 */
export function checkBill(
  facts: VisitFacts,
  lines: readonly BillLine[],
  tariff: Tariff,
): Result<readonly Finding[], NoProposal> {
  const proposed = proposeBill(facts, tariff);
  if (!proposed.ok) return proposed;
  const findings = [
    ...missing(lines, proposed.value),
    ...lines.flatMap((line) => [...unfounded(line, proposed.value), ...wrongAmount(line, proposed.value)]),
    ...againstTariff(lines, proposed.value, tariff),
  ];
  return ok([...without(findings)].sort((one, other) => order[one.kind] - order[other.kind]));
}
