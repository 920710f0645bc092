/** Every sentence about payments, refunds and receipts. */

import { inKroner, type Ore } from '#kernel/amounts';
import type { Facts } from '#kernel/result';
import { texts } from '#kernel/texts';
import type { CashierRefusal, CorrectRefusal, FailedWhy, Means, Payment, StartRefusal } from './payment.ts';
import type { MissingContent, ReceiptKind, ReceiptRefusal } from './receipt.ts';
import type { AskRefusal, PayOutRefusal, Refund, RefundWay } from './refund.ts';

type PaymentRefusal =
  | CashierRefusal
  | StartRefusal
  | CorrectRefusal
  | AskRefusal
  | PayOutRefusal
  | ReceiptRefusal
  | 'not waiting'
  | 'too little handed over'
  | 'not asked'
  | 'second person missing'
  | 'not a sale';
type Said<Key extends string> = Record<Key, (facts: Facts) => string>;
const kr = (amount: unknown): string => inKroner(Number(amount ?? 0) as Ore);

const refusalsNb: Said<PaymentRefusal> = {
  'pupil alone': () => 'En elev tar imot betaling bare sammen med en ansatt.',
  'not an amount': () => 'Beløpet må være større enn null.',
  'due before today': () => 'Forfallsdagen kan ikke ligge før i dag.',
  'not waiting': () => 'Betalingen venter ikke lenger.',
  'reference missing': () => 'Skriv nummeret fra terminalen, Vipps eller banken.',
  'too little handed over': ({ toPay }) => `Det er for lite. Kontantbeløpet er ${kr(toPay)}.`,
  'not received': () => 'Betalingen er ikke mottatt.',
  'reason missing': () => 'Skriv hvorfor.',
  'same means': () => 'Det er samme betalingsmiddel som før.',
  'already refunded': () => 'Noe av betalingen er allerede betalt tilbake.',
  'more than was paid': ({ most }) => `Det kan betales tilbake høyst ${kr(most)}.`,
  'not asked': () => 'Tilbakebetalingen venter ikke på godkjenning.',
  'second person missing': () => 'En annen enn den som ba om det, må godkjenne.',
  'not approved': () => 'Tilbakebetalingen er ikke godkjent.',
  'another payment': () => 'Tilbakebetalingen gjelder en annen betaling.',
  'same card only': () => 'Kortbetaling betales tilbake til samme kort; annen betaling ikke til kort.',
  'signature and telephone missing': () =>
    'Pasienten må signere og oppgi telefonnummer (bokføringsforskriften § 5-3-7).',
  'buyer missing': () => 'Kvitteringen må ha pasientens navn.',
  'nothing to pay': () => 'Pasienten skulle ikke betale noe.',
  'not the whole sum': ({ total }) => `Det er ikke betalt for hele summen (${kr(total)}).`,
  'another doctor-entity': () => 'Betalingen er ført på en annen leges foretak.',
  'not a sale': () => 'Bare et salgsdokument kan rettes slik.',
};

const refusalsEn: Said<PaymentRefusal> = {
  'pupil alone': () => 'A pupil takes payment only together with staff.',
  'not an amount': () => 'The amount must be more than zero.',
  'due before today': () => 'The due date cannot be before today.',
  'not waiting': () => 'The payment is no longer waiting.',
  'reference missing': () => 'Write the number from the terminal, Vipps or the bank.',
  'too little handed over': ({ toPay }) => `That is too little. The cash amount is ${kr(toPay)}.`,
  'not received': () => 'The payment has not been received.',
  'reason missing': () => 'Write why.',
  'same means': () => 'It is the same means as before.',
  'already refunded': () => 'Part of the payment has been paid back already.',
  'more than was paid': ({ most }) => `At most ${kr(most)} can be paid back.`,
  'not asked': () => 'The refund is not waiting for approval.',
  'second person missing': () => 'Someone other than the one who asked must approve.',
  'not approved': () => 'The refund is not approved.',
  'another payment': () => 'The refund is for another payment.',
  'same card only': () => 'A card payment goes back to the same card; other payments do not go to a card.',
  'signature and telephone missing': () =>
    'The patient must sign and give a telephone number (bokføringsforskriften § 5-3-7).',
  'buyer missing': () => "The receipt needs the patient's name.",
  'nothing to pay': () => 'The patient had nothing to pay.',
  'not the whole sum': ({ total }) => `The whole sum (${kr(total)}) has not been paid.`,
  'another doctor-entity': () => "The payment is entered on another doctor's company.",
  'not a sale': () => 'Only a sales document can be corrected this way.',
};

export const paymentTexts = texts({
  nb: {
    title: 'Betaling',
    means: { card: 'Kort', cash: 'Kontant', vipps: 'Vipps', invoice: 'Faktura' } satisfies Record<
      Means['kind'],
      string
    >,
    states: {
      requested: 'Venter på betaling',
      failed: 'Ikke gjennomført',
      received: 'Betalt',
      refunded: 'Betalt tilbake',
      corrected: 'Rettet',
    } satisfies Record<Payment['state'], string>,
    failed: { declined: 'Avvist', cancelled: 'Avbrutt', 'no answer': 'Ikke svar' } satisfies Record<FailedWhy, string>,
    refundStates: {
      asked: 'Venter på godkjenning',
      'turned down': 'Ikke godkjent',
      approved: 'Godkjent, ikke utbetalt',
      'paid out': 'Utbetalt',
    } satisfies Record<Refund['state'], string>,
    refundWays: {
      'same card': 'Samme kort',
      cash: 'Kontant',
      vipps: 'Vipps',
      'bank account': 'Bankkonto',
    } satisfies Record<RefundWay, string>,
    change: (amount: string) => `Tilbake: ${amount}`,
    refusals: refusalsNb,
    receipt: {
      kinds: {
        sale: 'Kontantfaktura',
        return: 'Returkvittering',
        'changed means': 'Kvittering for endret betalingsmiddel',
        'credit note': 'Kreditnota',
      } satisfies Record<ReceiptKind, string>,
      number: 'Nummer',
      issued: 'Utstedt',
      delivered: 'Utført',
      place: 'Sted',
      seller: 'Selger',
      buyer: 'Kjøper',
      organisationNumber: 'Org.nr.',
      companyRegister: 'Foretaksregisteret',
      corrects: 'Gjelder kontantfaktura nr.',
      reason: 'Grunn',
      counts: 'teller til frikort',
      countsNot: 'teller ikke til frikort',
      covered: 'dekkes av Helfo',
      total: 'Sum',
      countingTotal: 'Av dette teller til frikort',
      outsideVat: 'Unntatt fra merverdiavgift (helsetjenester)',
      rounding: 'Øreavrunding',
      due: 'Betalt ved levering',
      signature: 'Pasientens underskrift og telefonnummer',
      footer: 'Egenandeler meldes til Helfo. Frikort kommer av seg selv når taket er nådd.',
      missing: {
        seller: 'Selgers navn mangler',
        'organisation number': 'Organisasjonsnummer mangler',
        buyer: 'Kjøpers navn eller adresse mangler',
        place: 'Leveringssted mangler',
        lines: 'Linjer mangler',
        'address of the company': 'Selskapets adresse mangler',
      } satisfies Record<MissingContent, string>,
    },
  },
  en: {
    title: 'Payment',
    means: { card: 'Card', cash: 'Cash', vipps: 'Vipps', invoice: 'Invoice' },
    states: {
      requested: 'Waiting for payment',
      failed: 'Not completed',
      received: 'Paid',
      refunded: 'Paid back',
      corrected: 'Corrected',
    },
    failed: { declined: 'Declined', cancelled: 'Cancelled', 'no answer': 'No answer' },
    refundStates: {
      asked: 'Waiting for approval',
      'turned down': 'Not approved',
      approved: 'Approved, not paid out',
      'paid out': 'Paid out',
    },
    refundWays: { 'same card': 'Same card', cash: 'Cash', vipps: 'Vipps', 'bank account': 'Bank account' },
    change: (amount: string) => `Change: ${amount}`,
    refusals: refusalsEn,
    receipt: {
      kinds: {
        sale: 'Cash invoice',
        return: 'Return receipt',
        'changed means': 'Receipt for changed means of payment',
        'credit note': 'Credit note',
      },
      number: 'Number',
      issued: 'Issued',
      delivered: 'Performed',
      place: 'Place',
      seller: 'Seller',
      buyer: 'Buyer',
      organisationNumber: 'Org. no.',
      companyRegister: 'Foretaksregisteret',
      corrects: 'Concerns cash invoice no.',
      reason: 'Reason',
      counts: 'counts towards frikort',
      countsNot: 'does not count towards frikort',
      covered: 'covered by Helfo',
      total: 'Total',
      countingTotal: 'Of which counts towards frikort',
      outsideVat: 'Exempt from VAT (health services)',
      rounding: 'Rounding',
      due: 'Paid on delivery',
      signature: "Patient's signature and telephone number",
      footer: 'Egenandeler are reported to Helfo. Frikort comes by itself when the ceiling is reached.',
      missing: {
        seller: "The seller's name is missing",
        'organisation number': 'The organisation number is missing',
        buyer: "The buyer's name or address is missing",
        place: 'The place of delivery is missing',
        lines: 'There are no lines',
        'address of the company': "The company's address is missing",
      },
    },
  },
});
