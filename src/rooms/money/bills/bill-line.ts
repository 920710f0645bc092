/** A line of a bill, split between the patient and Helfo to the last øre. */

import { type Ore, ore, sumOre } from '#kernel/amounts';
import type { Words } from '#kernel/texts';
import type { Standing } from '../tariffs/exemption.ts';
import type { Amounts, Certainty, Chapter, PricedTakst } from '../tariffs/takst.ts';

export type LineKind = 'takst' | 'item' | 'not attended' | 'invoice fee';

/** Honorar is always egenandel + own payment + what Helfo pays; no part is below zero. */
export type BillLine = {
  readonly kind: LineKind;
  /** The code of the tariff; nothing for what has no code. */
  readonly code: string | null;
  readonly chapter: Chapter | 'item' | 'invoice fee';
  readonly name: Words;
  readonly count: number;
  readonly honorar: Ore;
  /** The patient's part that counts towards frikort. */
  readonly egenandel: Ore;
  /** The patient's part that does not. */
  readonly ownPayment: Ore;
  readonly helfo: Ore;
  readonly source: string;
  readonly certainty: Certainty | 'cost to the clinic';
};

export type BillSums = {
  readonly honorar: Ore;
  readonly patient: Ore;
  readonly egenandel: Ore;
  readonly ownPayment: Ore;
  readonly helfo: Ore;
};

const nothing = ore(0);

/** Who pays: an exemption moves the egenandel to Helfo, and consumables too for the reasons that cover them. */
export function lineOf(
  { takst, price, source }: PricedTakst,
  count: number,
  amounts: Amounts,
  standing: Standing,
): BillLine {
  const isEgenandel = takst.patientPart === 'egenandel';
  const exempt = standing.kind === 'exempt';
  const covered = exempt && (isEgenandel || (takst.chapter === 'material' && standing.row.coversMaterial));
  const patient = covered ? nothing : amounts.patient;
  return {
    kind: 'takst',
    code: takst.code,
    chapter: takst.chapter,
    name: takst.name,
    count,
    honorar: amounts.honorar,
    egenandel: isEgenandel ? patient : nothing,
    ownPayment: isEgenandel ? nothing : patient,
    helfo: ore(amounts.honorar - patient),
    source,
    certainty: price.certainty,
  };
}

/** A vaccine, a medicine or a device at what the clinic paid; some exemptions move it to a specified bill to Helfo. */
export function itemLine(name: Words, cost: Ore, standing: Standing): BillLine {
  const covered = standing.kind === 'exempt' && standing.row.coversItemsAtCost;
  return {
    kind: 'item',
    code: null,
    chapter: 'item',
    name,
    count: 1,
    honorar: cost,
    egenandel: nothing,
    ownPayment: covered ? nothing : cost,
    helfo: covered ? cost : nothing,
    source: 'Takstforskriften, note B5: at the cost of the clinic',
    certainty: 'cost to the clinic',
  };
}

/** The patient's own whatever the exemption (note B2). */
export function notAttendedLine(amount: Ore, source: string, certainty: Certainty): BillLine {
  return {
    kind: 'not attended',
    code: null,
    chapter: 'not attended',
    name: { nb: 'Ikke møtt, eller avbestilt for sent', en: 'Not attended, or cancelled too late' },
    count: 1,
    honorar: amount,
    egenandel: nothing,
    ownPayment: amount,
    helfo: nothing,
    source,
    certainty,
  };
}

/** At most what invoicing costs, and only where the patient wishes an invoice (§ 2 no. 6). */
export function invoiceFeeLine(cost: Ore): BillLine {
  return {
    kind: 'invoice fee',
    code: null,
    chapter: 'invoice fee',
    name: { nb: 'Fakturagebyr', en: 'Invoice fee' },
    count: 1,
    honorar: cost,
    egenandel: nothing,
    ownPayment: cost,
    helfo: nothing,
    source: 'Takstforskriften § 2 no. 6: not above the cost of invoicing',
    certainty: 'cost to the clinic',
  };
}

export function patientPartOf({ egenandel, ownPayment }: Pick<BillLine, 'egenandel' | 'ownPayment'>): Ore {
  return ore(egenandel + ownPayment);
}

/** What the patient, the frikort count and Helfo have of a bill; øre. */
export function sumsOf(lines: readonly BillLine[]): BillSums {
  const egenandel = sumOre(lines.map((line) => line.egenandel));
  const ownPayment = sumOre(lines.map((line) => line.ownPayment));
  return {
    honorar: sumOre(lines.map((line) => line.honorar)),
    patient: ore(egenandel + ownPayment),
    egenandel,
    ownPayment,
    helfo: sumOre(lines.map((line) => line.helfo)),
  };
}
