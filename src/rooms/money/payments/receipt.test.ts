import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganisationNumber } from '#kernel/account-numbers';
import { kroner, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import type { BillId } from '../bills/bill.ts';
import { consultation, crp, doctor, ecg, procedure, propose, visit, when } from '../bills/visit-sample.ts';
import type { DoctorEntity, DoctorEntityId } from '../entities/doctor-entity.ts';
import {
  type Means,
  type PaymentId,
  type ReceivedPayment,
  receivePayment,
  startPayment,
  type TerminalId,
} from './payment.ts';
import {
  gapsIn,
  issueChangedMeans,
  issueCreditNote,
  issueReceipt,
  issueReturnReceipt,
  missingContent,
  nextReceiptNumber,
  type ReceiptNumber,
} from './receipt.ts';
import { receiptContent } from './receipt-content.ts';
import { approveRefund, askRefund, payOutRefund, type RefundId } from './refund.ts';

const now = when('2026-11-23', '11:00');
const entity: DoctorEntity = {
  id: 'entity' as DoctorEntityId,
  name: 'Lege Ada Eksempel',
  organisationNumber: '974760673' as OrganisationNumber,
  address: 'Storgata 1, 0001 Oslo',
  isCompany: false,
  isVatRegistered: false,
};
const buyer = { name: 'Kari Testesen', address: 'Veien 2, 0002 Oslo' };
const berit = { person: 'berit' as PersonId, isPupil: false, beside: null };
const pay = (amount: number, means: Means = { kind: 'card', terminal: 't1' as TerminalId }): ReceivedPayment => {
  const about = { id: 'payment' as PaymentId, bill: 'bill' as BillId, entity: entity.id, amount: ore(amount), means };
  return must(receivePayment(must(startPayment(about, berit, now)), 'ref', now));
};
const facts = visit(consultation(), [crp, ecg]);
const sale = {
  number: 41 as ReceiptNumber,
  bill: { id: 'bill' as BillId, treatedAt: facts.at, lines: propose(facts).lines },
  entity,
  buyer,
  payments: [pay(42_000)],
  place: 'Eksempel legesenter',
  isSpecified: false,
  now,
};
const receipt = must(issueReceipt(sale));
const whyOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.why);

describe('the receipt of a paid bill', () => {
  test('has number, parties, what, when and where, the sum, and what counts to frikort', () => {
    expect(receipt).toMatchObject({
      kind: 'sale',
      number: 41,
      seller: { organisationNumber: '974760673' },
      buyer,
      total: kroner(420),
      countsToFrikort: kroner(299),
      outsideVat: kroner(420),
      paid: [{ means: 'card', amount: 42_000 }],
    });
    expect(missingContent(receipt)).toEqual([]);
  });

  test('names the kind of service, never the test', () => {
    expect(receipt.lines.map(({ text }) => text.nb)).toEqual([
      'Konsultasjon',
      'Konsultasjon',
      'Laboratorieprøve eller undersøkelse',
      'Forbruksmateriell',
    ]);
    expect(JSON.stringify(receiptContent(receipt, 'nb'))).not.toMatch(/CRP|EKG|705k/);
  });

  test('is specified with codes when the patient asks, also what Helfo paid for', () => {
    const specified = must(issueReceipt({ ...sale, isSpecified: true }));
    expect(specified.lines.map(({ code }) => code)).toEqual(['2ad', '2dd', '701a', '705k', '707', '10b']);
    expect(specified.total).toBe(receipt.total);
    expect(receiptContent(specified, 'nb').lines[3]).toEqual({
      text: '705k CRP',
      amount: '0,00',
      remark: 'dekkes av Helfo',
    });
  });

  test('shows cash rounding and several means', () => {
    const lines = [...sale.bill.lines.slice(0, 1)];
    const odd = lines.map((line) => ({ ...line, egenandel: ore(17_949), honorar: ore(19_449) }));
    const mixed = must(
      issueReceipt({
        ...sale,
        bill: { ...sale.bill, lines: odd },
        payments: [pay(10_000), pay(7_949, { kind: 'cash' })],
      }),
    );
    expect(mixed.rounding).toBe(-49);
    expect(receiptContent(mixed, 'nb').totals).toContainEqual(['Øreavrunding', '−0,49']);
  });

  test('is refused without a buyer, with nothing to pay, with part of the sum, and for another doctor', () => {
    expect(whyOf(issueReceipt({ ...sale, buyer: { name: ' ', address: '' } }))).toBe('buyer missing');
    const free = propose(visit({ kind: 'simple', way: 'telephone', by: doctor, matter: 'advice' })).lines;
    expect(whyOf(issueReceipt({ ...sale, bill: { ...sale.bill, lines: free }, payments: [] }))).toBe('nothing to pay');
    expect(issueReceipt({ ...sale, payments: [pay(41_999)] })).toMatchObject({
      why: 'not the whole sum',
      facts: { total: 42_000 },
    });
    expect(whyOf(issueReceipt({ ...sale, entity: { ...entity, id: 'b' as DoctorEntityId } }))).toBe(
      'another doctor-entity',
    );
  });

  test('says what it lacks', () => {
    const bare = {
      ...receipt,
      seller: {
        ...receipt.seller,
        name: '',
        organisationNumber: '' as OrganisationNumber,
        isCompany: true,
        address: '',
      },
      buyer: { name: 'Kari', address: '' },
      place: '',
      lines: [],
    };
    expect(missingContent(bare)).toEqual([
      'seller',
      'organisation number',
      'address of the company',
      'buyer',
      'place',
      'lines',
    ]);
  });
});

describe('numbers', () => {
  test('begin with 1 and have no hole', () => {
    expect(nextReceiptNumber(null)).toBe(1);
    expect(nextReceiptNumber(41 as ReceiptNumber)).toBe(42);
    expect(gapsIn([1, 2, 4, 7] as ReceiptNumber[])).toEqual([3, 5, 6]);
    expect(gapsIn([])).toEqual([]);
  });

  test('given one after the other never have a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const numbers: ReceiptNumber[] = [];
        for (let n = 0; n < count; n++) numbers.push(nextReceiptNumber(numbers.at(-1) ?? null));
        return gapsIn(numbers).length === 0 && new Set(numbers).size === count;
      }),
    );
  });
});

describe('corrections have receipts of their own', () => {
  const correction = { number: 42 as ReceiptNumber, reason: 'Feil pasient', now };

  test('a credit note takes the whole document back', () => {
    const note = must(issueCreditNote(receipt, correction));
    expect(note).toMatchObject({
      kind: 'credit note',
      number: 42,
      corrects: 41,
      total: -42_000,
      reason: 'Feil pasient',
    });
    expect(note.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(-42_000);
    expect(whyOf(issueCreditNote(note, correction))).toBe('not a sale');
    expect(whyOf(issueCreditNote(receipt, { ...correction, reason: '' }))).toBe('reason missing');
  });

  test('a return receipt is to be signed', () => {
    const payment = pay(42_000);
    const asked = must(
      askRefund(payment, { id: 'refund' as RefundId, amount: kroner(64), reason: 'Hadde frikort' }, berit, now),
    );
    const approved = must(approveRefund(asked, 'anna' as PersonId, now));
    const proof = { kind: 'signed', hasSigned: true, telephone: '90000000' } as const;
    const { refund } = must(payOutRefund(approved, payment, { way: 'same card', proof, by: berit.person, now }));
    const back = must(issueReturnReceipt(receipt, refund, correction));
    expect(back).toMatchObject({
      kind: 'return',
      corrects: 41,
      total: -6_400,
      paid: [{ means: 'card', amount: -6_400 }],
    });
    expect(receiptContent(back, 'nb').signature).toBe('Pasientens underskrift og telefonnummer');
    expect(whyOf(issueReturnReceipt(receipt, { ...refund, amount: kroner(421) }, correction))).toBe(
      'more than was paid',
    );
    expect(whyOf(issueReturnReceipt(back, refund, correction))).toBe('not a sale');
  });

  test('a changed means refers to the first receipt and shows only the change', () => {
    const changed = must(issueChangedMeans(receipt, pay(42_000, { kind: 'vipps' }), correction));
    expect(changed).toMatchObject({
      kind: 'changed means',
      corrects: 41,
      lines: [],
      total: 0,
      paid: [{ means: 'vipps', amount: 42_000 }],
    });
    expect(missingContent(changed)).toEqual([]);
    expect(whyOf(issueChangedMeans(changed, pay(1), correction))).toBe('not a sale');
    expect(whyOf(issueChangedMeans(receipt, pay(1), { ...correction, reason: ' ' }))).toBe('reason missing');
  });
});

describe('what it says', () => {
  const content = receiptContent(receipt, 'nb');

  test('in plain rows', () => {
    expect(content.heading).toBe('Kontantfaktura');
    expect(content.about).toContainEqual(['Nummer', '41']);
    expect(content.about).toContainEqual(['Utstedt', '23.11.2026 11:00']);
    expect(content.about).toContainEqual(['Org.nr.', '974\u00a0760\u00a0673']);
    expect(content.about).toContainEqual(['Kjøper', 'Kari Testesen, Veien 2, 0002 Oslo']);
    expect(content.lines[0]).toEqual({ text: 'Konsultasjon', amount: '179,00', remark: 'teller til frikort' });
    expect(content.lines.at(-1)).toEqual({
      text: 'Forbruksmateriell',
      amount: '121,00',
      remark: 'teller ikke til frikort',
    });
    expect(content.totals).toContainEqual(['Av dette teller til frikort', '299,00']);
    expect(content.totals.at(-1)).toEqual(['Betalt ved levering: Kort', '420,00']);
    expect(content.signature).toBeNull();
  });

  test('a company says that it is one, and MVA when registered', () => {
    const company = must(issueReceipt({ ...sale, entity: { ...entity, isCompany: true, isVatRegistered: true } }));
    const rows = receiptContent(company, 'en').about;
    expect(rows).toContainEqual(['Seller', 'Lege Ada Eksempel, Foretaksregisteret, Storgata 1, 0001 Oslo']);
    expect(rows).toContainEqual(['Org. no.', '974\u00a0760\u00a0673 MVA']);
  });

  test('a correction says which document and why; several of one thing are counted', () => {
    const note = must(issueCreditNote(receipt, { number: 42 as ReceiptNumber, reason: 'Feil pasient', now }));
    expect(receiptContent(note, 'nb').about).toContainEqual(['Gjelder kontantfaktura nr.', '41']);
    const twice = propose(visit(consultation(), [procedure('sutured or glued wound', 2)])).lines;
    const specified = must(
      issueReceipt({
        ...sale,
        bill: { ...sale.bill, lines: twice },
        payments: [pay(17_900 + 5_600 + 34_600)],
        isSpecified: true,
      }),
    );
    expect(receiptContent(specified, 'nb').lines.map(({ text }) => text)).toContain(
      '2 × 10c Forbruksmateriell gruppe 3',
    );
  });
});
