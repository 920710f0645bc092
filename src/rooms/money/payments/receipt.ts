/** A receipt (kontantfaktura): the numbered sales document of one doctor-entity, with all that bookkeeping law wants on it. */

import type { OrganisationNumber } from '#kernel/account-numbers';
import { type Ore, ore, sumOre } from '#kernel/amounts';
import type { Branded, Id } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Words } from '#kernel/texts';
import type { IsoDate, Moment } from '#kernel/time';
import type { BillId } from '../bills/bill.ts';
import { type BillLine, patientPartOf } from '../bills/bill-line.ts';
import type { DoctorEntity, DoctorEntityId } from '../entities/doctor-entity.ts';
import { tariffTexts } from '../tariffs/tariff.texts.ts';
import type { Means, ReceivedPayment } from './payment.ts';
import type { PaidOutRefund } from './refund.ts';

/** Given by the system one after the other within the doctor-entity (bokføringsforskriften § 5-1-3, as all the sections below). */
export type ReceiptNumber = Branded<number, 'ReceiptNumber'>;

export type ReceiptId = Id<'Receipt'>;

/** The first number of a year is one more than this, so that the number tells the year: 202600001. */
export function receiptSeries(day: IsoDate): { readonly series: string; readonly start: ReceiptNumber } {
  const year = day.slice(0, 4);
  return { series: `receipt ${year}`, start: (Number(year) * 100_000) as ReceiptNumber };
}

/** Returns and changed means have receipts of their own (§ 5-3-6); a credit note takes a whole document back (§ 5-2-7). */
export type ReceiptKind = 'sale' | 'return' | 'changed means' | 'credit note';

export type ReceiptLine = {
  /** Neutral words: what anyone may read over the patient's shoulder. */
  readonly text: Words;
  /** Codes stand on it only when the patient asks for a specified receipt. */
  readonly code: string | null;
  readonly count: number;
  readonly amount: Ore;
  readonly countsToFrikort: boolean;
};

export type Seller = Pick<DoctorEntity, 'name' | 'organisationNumber' | 'address' | 'isCompany' | 'isVatRegistered'>;
export type Buyer = { readonly name: string; readonly address: string };

export type Receipt = {
  readonly kind: ReceiptKind;
  readonly number: ReceiptNumber;
  readonly entity: DoctorEntityId;
  readonly bill: BillId;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly issuedAt: Moment;
  readonly deliveredAt: Moment;
  readonly place: string;
  readonly lines: readonly ReceiptLine[];
  /** What the patient pays, or has back when negative. */
  readonly total: Ore;
  readonly countsToFrikort: Ore;
  /** Health services are outside the VAT Act and summed by themselves (§ 5-1-5). */
  readonly outsideVat: Ore;
  readonly rounding: Ore;
  readonly paid: readonly { readonly means: Means['kind']; readonly amount: Ore }[];
  /** The document that this one corrects. */
  readonly corrects: ReceiptNumber | null;
  readonly reason: string | null;
};

/** The number after the last one; the first is 1. A controllable sequence has no hole and no twin. */
export function nextReceiptNumber(last: ReceiptNumber | null): ReceiptNumber {
  return ((last ?? 0) + 1) as ReceiptNumber;
}

/** The numbers that are missing between the first and the last. */
export function gapsIn(numbers: readonly ReceiptNumber[]): readonly number[] {
  const seen = new Set<number>(numbers);
  const [first, last] = [Math.min(...seen), Math.max(...seen)];
  const gaps: number[] = [];
  for (let number = first; number < last; number++) if (!seen.has(number)) gaps.push(number);
  return gaps;
}

function receiptLine(line: BillLine, isSpecified: boolean): ReceiptLine {
  const { chapter } = line;
  const byChapter = (language: 'nb' | 'en'): string =>
    chapter === 'item' || chapter === 'invoice fee' ? line.name[language] : tariffTexts[language].chapters[chapter];
  return {
    text: isSpecified ? line.name : { nb: byChapter('nb'), en: byChapter('en') },
    code: isSpecified ? line.code : null,
    count: line.count,
    amount: patientPartOf(line),
    countsToFrikort: line.egenandel > 0,
  };
}

type Sale = {
  readonly number: ReceiptNumber;
  readonly bill: { readonly id: BillId; readonly treatedAt: Moment; readonly lines: readonly BillLine[] };
  readonly entity: DoctorEntity;
  readonly buyer: Buyer;
  readonly payments: readonly ReceivedPayment[];
  readonly place: string;
  readonly isSpecified: boolean;
  readonly now: Moment;
};

export type ReceiptRefusal = 'buyer missing' | 'nothing to pay' | 'not the whole sum' | 'another doctor-entity';

function emptySale({ number, bill, entity, buyer, place, now }: Sale, kind: ReceiptKind): Receipt {
  const { name, organisationNumber, address, isCompany, isVatRegistered, id } = entity;
  const nothing = ore(0);
  return {
    kind,
    number,
    entity: id,
    bill: bill.id,
    seller: { name, organisationNumber, address, isCompany, isVatRegistered },
    buyer,
    issuedAt: now,
    deliveredAt: bill.treatedAt,
    place,
    lines: [],
    total: nothing,
    countsToFrikort: nothing,
    outsideVat: nothing,
    rounding: nothing,
    paid: [],
    corrects: null,
    reason: null,
  };
}

/** The kontantfaktura of a paid bill. Without the specified form it names the kind of service, never the test. */
export function issueReceipt(sale: Sale): Result<Receipt, ReceiptRefusal> {
  const { bill, buyer, payments, entity, isSpecified } = sale;
  if (buyer.name.trim() === '') return refuse('buyer missing');
  if (payments.some((payment) => payment.entity !== entity.id)) return refuse('another doctor-entity');
  const lines = bill.lines
    .map((line) => receiptLine(line, isSpecified))
    .filter(({ amount }) => isSpecified || amount > 0);
  const total = sumOre(lines.map(({ amount }) => amount));
  if (total === 0) return refuse('nothing to pay');
  const paid = payments.map(({ means, amount }) => ({ means: means.kind, amount }));
  if (sumOre(paid.map(({ amount }) => amount)) !== total) return refuse('not the whole sum', { total });
  const counting = lines.filter(({ countsToFrikort }) => countsToFrikort).map(({ amount }) => amount);
  const rounding = sumOre(payments.map((payment) => payment.rounding));
  return ok({
    ...emptySale(sale, 'sale'),
    lines,
    total,
    countsToFrikort: sumOre(counting),
    outsideVat: total,
    rounding,
    paid,
  });
}

/** The same sale with the codes and the names of what was done, Helfo's part included at zero. */
export function specified(receipt: Receipt, lines: readonly BillLine[]): Receipt {
  return receipt.kind === 'sale' ? { ...receipt, lines: lines.map((line) => receiptLine(line, true)) } : receipt;
}

const negative = (amount: Ore): Ore => ore(amount === 0 ? 0 : -amount);

type Correction = { readonly number: ReceiptNumber; readonly reason: string; readonly now: Moment };

/** The whole document taken back, line by line, with its own number. */
export function issueCreditNote(
  sale: Receipt,
  { number, reason, now }: Correction,
): Result<Receipt, 'reason missing' | 'not a sale'> {
  if (sale.kind !== 'sale') return refuse('not a sale');
  if (reason.trim() === '') return refuse('reason missing');
  return ok({
    ...sale,
    kind: 'credit note',
    number,
    issuedAt: now,
    lines: sale.lines.map((line) => ({ ...line, amount: negative(line.amount) })),
    total: negative(sale.total),
    countsToFrikort: negative(sale.countsToFrikort),
    outsideVat: negative(sale.outsideVat),
    rounding: ore(0),
    paid: [],
    corrects: sale.number,
    reason,
  });
}

/** The return receipt that the patient signs when money goes back. */
export function issueReturnReceipt(
  sale: Receipt,
  refund: PaidOutRefund,
  { number, now }: Omit<Correction, 'reason'>,
): Result<Receipt, 'not a sale' | 'more than was paid'> {
  if (sale.kind !== 'sale') return refuse('not a sale');
  if (refund.amount > sale.total) return refuse('more than was paid');
  const amount = negative(refund.amount);
  const means = { 'same card': 'card', cash: 'cash', vipps: 'vipps', 'bank account': 'invoice' } as const;
  return ok({
    ...sale,
    kind: 'return',
    number,
    issuedAt: now,
    lines: [{ text: { nb: 'Tilbakebetaling', en: 'Refund' }, code: null, count: 1, amount, countsToFrikort: false }],
    total: amount,
    countsToFrikort: ore(0),
    outsideVat: amount,
    rounding: ore(0),
    paid: [{ means: means[refund.way], amount }],
    corrects: sale.number,
    reason: refund.reason,
  });
}

/** A receipt that refers to the first one's number and shows only the change of means (§ 5-3-6). */
export function issueChangedMeans(
  sale: Receipt,
  instead: ReceivedPayment,
  { number, reason, now }: Correction,
): Result<Receipt, 'reason missing' | 'not a sale'> {
  if (sale.kind !== 'sale') return refuse('not a sale');
  if (reason.trim() === '') return refuse('reason missing');
  const paid = [{ means: instead.means.kind, amount: instead.amount }];
  const none = ore(0);
  const cleared = { lines: [], total: none, countsToFrikort: none, outsideVat: none };
  return ok({
    ...sale,
    ...cleared,
    kind: 'changed means',
    number,
    issuedAt: now,
    rounding: instead.rounding,
    paid,
    corrects: sale.number,
    reason,
  });
}

/** What a sales document lacks of § 5-1-1 and § 5-1-2; nothing on a good one. */
export type MissingContent = 'seller' | 'organisation number' | 'buyer' | 'place' | 'lines' | 'address of the company';

export function missingContent({ seller, buyer, place, lines, kind }: Receipt): readonly MissingContent[] {
  const isEmpty = (text: string): boolean => text.trim() === '';
  const lacks: readonly (readonly [boolean, MissingContent])[] = [
    [isEmpty(seller.name), 'seller'],
    [!/^\d{9}$/.test(seller.organisationNumber satisfies OrganisationNumber), 'organisation number'],
    [seller.isCompany && isEmpty(seller.address), 'address of the company'],
    [isEmpty(buyer.name) || isEmpty(buyer.address), 'buyer'],
    [isEmpty(place), 'place'],
    [lines.length === 0 && kind !== 'changed means', 'lines'],
  ];
  return lacks.flatMap(([isLacking, what]) => (isLacking ? [what] : []));
}
