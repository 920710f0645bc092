/** Every sentence about a bill: its states, what is refused, and what the second look found. */

import { inKroner, type Ore } from '#kernel/amounts';
import type { Facts } from '#kernel/result';
import { texts } from '#kernel/texts';
import type { AddRefusal, Bill, CloseRefusal, CreditRefusal, InvoiceRefusal, ReceiveRefusal } from './bill.ts';
import type { Finding } from './bill-check.ts';

type BillRefusal = AddRefusal | CloseRefusal | CreditRefusal | InvoiceRefusal | ReceiveRefusal | 'not on the bill';
type Said<Key extends string> = Record<Key, (facts: Facts) => string>;
const kr = (amount: unknown): string => inKroner(Number(amount ?? 0) as Ore);

const refusalsNb: Said<BillRefusal> = {
  'reason missing': () => 'Skriv hvorfor.',
  'hard stop': ({ code }) => `${code} er stoppet av takstreglene og kan ikke legges til.`,
  'already on the bill': ({ code }) => `${code} står allerede på regningen.`,
  'may not stand beside': ({ code, other }) => `${code} kan ikke stå på samme regning som ${other}.`,
  'not on the bill': () => 'Linjen finnes ikke på regningen.',
  'nothing on the bill': () => 'Regningen har ingen linjer.',
  'ground missing': () => 'Grunnen til fritaket må stå i journalen først.',
  'not a bill number': () => 'Regningsnummeret er ikke gyldig.',
  'not closed': () => 'Regningen er ikke lukket.',
  'already paid': () => 'Regningen er allerede betalt.',
  'nothing to pay': () => 'Pasienten skylder ingenting på denne regningen.',
  'not an amount': () => 'Beløpet må være større enn null.',
  'more than is owed': ({ owed }) => `Pasienten skylder bare ${kr(owed)}.`,
  'fee only when the patient wishes it': () => 'Fakturagebyr kan bare kreves når pasienten selv ønsker faktura (§ 2).',
  'due before today': () => 'Forfallsdagen kan ikke ligge før i dag.',
  'already credited': () => 'Regningen er allerede kreditert.',
  'second person missing': () => 'Kreditering krever en person til.',
  'too old to credit': ({ last }) => `Regningen kunne krediteres til ${last}.`,
  'no rule for this date': () => 'Det finnes ingen regel for denne datoen.',
};

const refusalsEn: Said<BillRefusal> = {
  'reason missing': () => 'Write why.',
  'hard stop': ({ code }) => `${code} is stopped by the tariff rules and cannot be added.`,
  'already on the bill': ({ code }) => `${code} is already on the bill.`,
  'may not stand beside': ({ code, other }) => `${code} may not stand on the same bill as ${other}.`,
  'not on the bill': () => 'The line is not on the bill.',
  'nothing on the bill': () => 'The bill has no lines.',
  'ground missing': () => 'The ground for the exemption must stand in the journal first.',
  'not a bill number': () => 'The bill number is not valid.',
  'not closed': () => 'The bill is not closed.',
  'already paid': () => 'The bill is already paid.',
  'nothing to pay': () => 'The patient owes nothing on this bill.',
  'not an amount': () => 'The amount must be more than zero.',
  'more than is owed': ({ owed }) => `The patient owes only ${kr(owed)}.`,
  'fee only when the patient wishes it': () =>
    'An invoice fee may be charged only where the patient wishes an invoice (§ 2).',
  'due before today': () => 'The due date cannot be before today.',
  'already credited': () => 'The bill is already credited.',
  'second person missing': () => 'Crediting takes a second person.',
  'too old to credit': ({ last }) => `The bill could be credited until ${last}.`,
  'no rule for this date': () => 'There is no rule for this date.',
};

/** The facts of a finding in the shape that its sentence takes. */
export function findingFacts(finding: Finding): Facts {
  const { kind: _, ...rest } = finding;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value !== 'object')) as Facts;
}

const findingsNb: Said<Finding['kind']> = {
  'missed income': ({ code, amount }) => `${code} mangler på regningen (${kr(amount)}).`,
  'stopped code': ({ code }) => `${code} står på regningen, men er stoppet av takstreglene.`,
  'nothing behind it': ({ code, amount }) =>
    `${code} (${kr(amount)}): ingenting som er registrert gir grunnlag for denne.`,
  'too many': ({ code, count, expected }) => `${code} står ${count} ganger; ${expected} er riktig.`,
  'forbidden pair': ({ code, other }) => `${code} og ${other} kan ikke stå på samme regning.`,
  'other amount than the tariff': ({ code, billed, tariff }) =>
    `${code} står med ${kr(billed)}; taksten er ${kr(tariff)}.`,
  'patient charged too much': ({ code, billed, expected }) =>
    `${code}: pasienten er krevd ${kr(billed)}, skulle vært ${kr(expected)}.`,
  'patient charged too little': ({ code, billed, expected }) =>
    `${code}: pasienten er krevd ${kr(billed)}, skulle vært ${kr(expected)}.`,
};

const findingsEn: Said<Finding['kind']> = {
  'missed income': ({ code, amount }) => `${code} is missing from the bill (${kr(amount)}).`,
  'stopped code': ({ code }) => `${code} is on the bill but stopped by the tariff rules.`,
  'nothing behind it': ({ code, amount }) => `${code} (${kr(amount)}): nothing recorded gives ground for it.`,
  'too many': ({ code, count, expected }) => `${code} stands ${count} times; ${expected} is right.`,
  'forbidden pair': ({ code, other }) => `${code} and ${other} may not stand on the same bill.`,
  'other amount than the tariff': ({ code, billed, tariff }) =>
    `${code} stands with ${kr(billed)}; the tariff is ${kr(tariff)}.`,
  'patient charged too much': ({ code, billed, expected }) =>
    `${code}: the patient is charged ${kr(billed)}, should be ${kr(expected)}.`,
  'patient charged too little': ({ code, billed, expected }) =>
    `${code}: the patient is charged ${kr(billed)}, should be ${kr(expected)}.`,
};

export const billTexts = texts({
  nb: {
    title: 'Regninger',
    count: (n: number) => (n === 1 ? '1 regning' : `${n} regninger`),
    number: (number: number) => `Regning nr. ${number}`,
    owes: (amount: string) => `Skylder ${amount}`,
    reportBy: (day: string) => `Til Helfo innen ${day}`,
    lapses: (day: string) => `Kravet foreldes etter ${day}`,
    states: {
      proposed: 'Forslag',
      dropped: 'Ikke krevd',
      closed: 'Lukket',
      invoiced: 'Fakturert',
      paid: 'Betalt',
      credited: 'Kreditert',
    } satisfies Record<Bill['state'], string>,
    allRight: 'Regningen stemmer med det som er gjort.',
    findings: findingsNb,
    refusals: refusalsNb,
  },
  en: {
    title: 'Bills',
    count: (n: number) => (n === 1 ? '1 bill' : `${n} bills`),
    number: (number: number) => `Bill no. ${number}`,
    owes: (amount: string) => `Owes ${amount}`,
    reportBy: (day: string) => `To Helfo by ${day}`,
    lapses: (day: string) => `The claim lapses after ${day}`,
    states: {
      proposed: 'Proposed',
      dropped: 'Not billed',
      closed: 'Closed',
      invoiced: 'Invoiced',
      paid: 'Paid',
      credited: 'Credited',
    },
    allRight: 'The bill agrees with what was done.',
    findings: findingsEn,
    refusals: refusalsEn,
  },
});
