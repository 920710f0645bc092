/** How a report grows: the first answer, parts that follow, corrections and withdrawals, all under one number. */

import type { Coded } from '#exchange';
import { analysisCodes, everyItem, isWithdrawn, type LaboratoryReport, type ResultItem } from './laboratory-report.ts';

export type ItemGrowth =
  | { readonly is: 'new'; readonly item: ResultItem }
  | { readonly is: 'unchanged'; readonly item: ResultItem }
  | { readonly is: 'changed'; readonly item: ResultItem; readonly before: ResultItem; readonly announced: boolean }
  | { readonly is: 'withdrawn'; readonly item: ResultItem; readonly before: ResultItem | null }
  /** The later message should hold every item, but does not mention this one: a person must see it. */
  | { readonly is: 'not mentioned'; readonly before: ResultItem };
export type ReportGrowth = {
  readonly order: 'first' | 'follows' | 'overtaken' | 'repeated';
  readonly items: readonly ItemGrowth[];
};

/** The same report: same number and same date of issue, from the same laboratory. Source: HISD 1154:2018. */
export function isSameReport(one: LaboratoryReport, other: LaboratoryReport): boolean {
  return one.number !== null && one.number === other.number && sameIssue(one, other) && mayBeSameLaboratory(one, other);
}

/** Numbers of reports are each laboratory's own; a laboratory without a number may be any. */
function mayBeSameLaboratory(one: LaboratoryReport, other: LaboratoryReport): boolean {
  const [here, there] = [one, other].map(({ laboratory }) => laboratory?.party?.identifier?.id ?? null);
  return here === null || there === null || here === there;
}

function sameIssue(one: LaboratoryReport, other: LaboratoryReport): boolean {
  if (one.issued?.moment && other.issued?.moment) return one.issued.moment === other.issued.moment;
  return one.issued?.text === other.issued?.text;
}

/** What an incoming message changes in what is known; `known` is the latest message of the same report. */
export function growth(known: LaboratoryReport | null, incoming: LaboratoryReport): ReportGrowth {
  if (known === null) return { order: 'first', items: everyItem(incoming).map((item) => firstSight(incoming, item)) };
  const order = orderOf(known, incoming);
  const earlier = keyed(everyItem(known));
  const later = keyed(everyItem(incoming));
  const items = [...later].map(([key, item]) => compared(incoming, item, earlier.get(key) ?? null));
  const missing = [...earlier]
    .filter(([key]) => !later.has(key))
    .map(([, before]) => unmentioned(incoming, known, before));
  return { order, items: [...items, ...missing.filter((item) => item !== null)] };
}

function orderOf(known: LaboratoryReport, incoming: LaboratoryReport): ReportGrowth['order'] {
  if (known.message.id !== null && known.message.id === incoming.message.id) return 'repeated';
  const before = known.message.generated?.moment;
  const after = incoming.message.generated?.moment;
  return before && after && after < before ? 'overtaken' : 'follows';
}

function firstSight(report: LaboratoryReport, item: ResultItem): ItemGrowth {
  return isWithdrawn(report, item) ? { is: 'withdrawn', item, before: null } : { is: 'new', item };
}

function compared(report: LaboratoryReport, item: ResultItem, before: ResultItem | null): ItemGrowth {
  if (isWithdrawn(report, item)) return { is: 'withdrawn', item, before };
  if (before === null) return { is: 'new', item };
  if (sameContent(item, before)) return { is: 'unchanged', item };
  return { is: 'changed', item, before, announced: item.change?.code !== 'H' };
}

/** A cancelled report may be minimal; all its items are withdrawn with it. A withdrawn item need not come again. */
function unmentioned(incoming: LaboratoryReport, known: LaboratoryReport, before: ResultItem): ItemGrowth | null {
  if (isWithdrawn(known, before)) return null;
  if (incoming.change?.code === 'C') return { is: 'withdrawn', item: before, before };
  return { is: 'not mentioned', before };
}

/** By the laboratory's number of the item; without one, by analysis and specimen. Equal ones are told apart by place. */
function keyed(items: readonly ResultItem[]): ReadonlyMap<string, ResultItem> {
  const counted = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const name = item.id ?? `${analysisCodes(item).map(codeKey).join('+')}|${item.specimenIds.join('+')}`;
      const place = (counted.get(name) ?? 0) + 1;
      counted.set(name, place);
      return [`${name}#${place}`, item] as const;
    }),
  );
}

function codeKey({ system, code, text, otherText }: Coded): string {
  return `${system ?? ''}^${code ?? text ?? otherText ?? ''}`;
}

/** What a reader would see: values, references, deviation, status and comment; not the change mark nor the times. */
function sameContent(one: ResultItem, other: ResultItem): boolean {
  return JSON.stringify(shown(one)) === JSON.stringify(shown(other));
}

function shown(item: ResultItem): unknown {
  const { values, references, deviation, status, comment, investigations, structured, diagnosis, specimenIds } = item;
  return [
    values,
    references,
    deviation?.code,
    status?.code,
    comment,
    investigations,
    structured,
    diagnosis,
    specimenIds,
  ];
}
