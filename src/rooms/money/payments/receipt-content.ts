/** What a receipt says, line by line in one language, before anyone decides how the paper looks. */

import { groupedOrganisationNumber } from '#kernel/account-numbers';
import { inKroner } from '#kernel/amounts';
import type { Language } from '#kernel/texts';
import { dayOf, timeOf } from '#kernel/time';
import { paymentTexts } from './payment.texts.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';

/** A label and what stands beside it. */
export type ReceiptRow = readonly [label: string, value: string];
export type ReceiptContent = {
  readonly heading: string;
  readonly about: readonly ReceiptRow[];
  readonly lines: readonly { readonly text: string; readonly amount: string; readonly remark: string }[];
  readonly totals: readonly ReceiptRow[];
  /** A line to sign on, where the patient has had money back. */
  readonly signature: string | null;
};

/** `2026-11-23` → `23.11.2026`. */
function dayInWords(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

function aboutRows(
  { number, issuedAt, deliveredAt, place, seller, buyer, corrects, reason }: Receipt,
  language: Language,
): ReceiptRow[] {
  const words = paymentTexts[language].receipt;
  const organisation = `${groupedOrganisationNumber(seller.organisationNumber)}${seller.isVatRegistered ? ' MVA' : ''}`;
  return [
    [words.number, String(number)],
    [words.issued, `${dayInWords(dayOf(issuedAt))} ${timeOf(issuedAt)}`],
    [words.delivered, dayInWords(dayOf(deliveredAt))],
    [words.place, place],
    [
      words.seller,
      seller.isCompany
        ? `${seller.name}, ${words.companyRegister}, ${seller.address}`
        : `${seller.name}, ${seller.address}`,
    ],
    [words.organisationNumber, organisation],
    [words.buyer, [buyer.name, buyer.address].filter((part) => part !== '').join(', ')],
    ...(corrects === null ? [] : [[words.corrects, String(corrects)] as const]),
    ...(reason === null ? [] : [[words.reason, reason] as const]),
  ];
}

function lineWords({ text, code, count, amount, countsToFrikort }: ReceiptLine, language: Language) {
  const words = paymentTexts[language].receipt;
  const name = code === null ? text[language] : `${code} ${text[language]}`;
  return {
    text: count > 1 ? `${count} × ${name}` : name,
    amount: inKroner(amount),
    remark: amount === 0 ? words.covered : countsToFrikort ? words.counts : words.countsNot,
  };
}

function totalRows({ total, countsToFrikort, outsideVat, rounding, paid }: Receipt, language: Language): ReceiptRow[] {
  const { receipt: words, means } = paymentTexts[language];
  return [
    [words.total, inKroner(total)],
    [words.countingTotal, inKroner(countsToFrikort)],
    [words.outsideVat, inKroner(outsideVat)],
    ...(rounding === 0 ? [] : [[words.rounding, inKroner(rounding)] as const]),
    ...paid.map((one) => [`${words.due}: ${means[one.means]}`, inKroner(one.amount)] as const),
  ];
}

/** Plain rows of words and amounts; the same content on paper, on the screen and in a message. */
export function receiptContent(receipt: Receipt, language: Language): ReceiptContent {
  const words = paymentTexts[language].receipt;
  return {
    heading: words.kinds[receipt.kind],
    about: aboutRows(receipt, language),
    lines: receipt.lines.map((line) => lineWords(line, language)),
    totals: totalRows(receipt, language),
    signature: receipt.kind === 'return' ? words.signature : null,
  };
}
