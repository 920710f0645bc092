/** Every sentence about the day settlement. */

import { inKroner, type Ore } from '#kernel/amounts';
import type { Facts } from '#kernel/result';
import { texts } from '#kernel/texts';
import type { CountRefusal, Place } from './count.ts';
import type { DayClose, OpenRefusal } from './day-close.ts';
import type { StrayPayment } from './day-match.ts';

type DayRefusal =
  | OpenRefusal
  | CountRefusal
  | 'locked'
  | 'not open'
  | 'not counted'
  | 'not locked'
  | 'reason missing'
  | 'no difference there'
  | 'difference not explained';
type Said<Key extends string> = Record<Key, (facts: Facts) => string>;
const kr = (amount: unknown): string => inKroner(Number(amount ?? 0) as Ore);

const refusalsNb: Said<DayRefusal> = {
  'not an amount': () => 'Beløpet er ikke gyldig.',
  'pupil alone': () => 'En elev gjør ikke dagsoppgjør alene.',
  'float differs from what was left': ({ left, float }) =>
    `Vekselkassen er ${kr(float)}, men det lå igjen ${kr(left)}. Skriv hvorfor.`,
  locked: () => 'Oppgjøret er låst. Det som oppdages senere, skrives som merknad.',
  'terminal report missing': () =>
    'Det mangler rapport fra en betalingsterminal. Hver terminal skal ha rapport hver dag.',
  'two reports from one terminal': () => 'Det er to rapporter fra samme terminal.',
  'card types do not add up': ({ sum, sales }) => `Korttypene blir ${kr(sum)}, men rapporten viser ${kr(sales)}.`,
  'report number used before': ({ number }) => `Rapport nr. ${number} er brukt før.`,
  'not open': () => 'Dagen er ikke åpen.',
  'not counted': () => 'Kassen er ikke talt opp.',
  'not locked': () => 'Oppgjøret er ikke låst.',
  'reason missing': () => 'Skriv hvorfor.',
  'no difference there': () => 'Det er ingen differanse her.',
  'difference not explained': ({ difference }) =>
    `En differanse er ikke forklart (${kr(difference)}). Alle differanser skal forklares (bokføringsforskriften § 5-3-14).`,
};

const refusalsEn: Said<DayRefusal> = {
  'not an amount': () => 'The amount is not valid.',
  'pupil alone': () => 'A pupil does not settle the day alone.',
  'float differs from what was left': ({ left, float }) =>
    `The float is ${kr(float)}, but ${kr(left)} was left. Write why.`,
  locked: () => 'The settlement is locked. What is found later is written as a remark.',
  'terminal report missing': () =>
    'A report from a payment terminal is missing. Every terminal has a report every day.',
  'two reports from one terminal': () => 'There are two reports from one terminal.',
  'card types do not add up': ({ sum, sales }) => `The card types make ${kr(sum)}, but the report says ${kr(sales)}.`,
  'report number used before': ({ number }) => `Report no. ${number} has been used before.`,
  'not open': () => 'The day is not open.',
  'not counted': () => 'The drawer has not been counted.',
  'not locked': () => 'The settlement is not locked.',
  'reason missing': () => 'Write why.',
  'no difference there': () => 'There is no difference here.',
  'difference not explained': ({ difference }) =>
    `A difference is not explained (${kr(difference)}). Every difference shall be explained (bokføringsforskriften § 5-3-14).`,
};

export const dayCloseTexts = texts({
  nb: {
    title: 'Dagsoppgjør',
    states: { open: 'Åpen', counted: 'Talt opp', locked: 'Låst' } satisfies Record<DayClose['state'], string>,
    float: 'Vekselkasse',
    cashSales: 'Kontant inn',
    cashRefunds: 'Kontant tilbakebetalt',
    takenOut: 'Tatt ut',
    putIn: 'Lagt inn',
    expected: 'Skal ligge i skuffen',
    counted: 'Talt',
    difference: 'Differanse',
    explanation: 'Forklaring',
    countedBy: 'Talt av',
    reportNumber: 'Rapport nr.',
    allRight: 'Alt stemmer.',
    places: {
      cash: 'Kontanter',
      vipps: 'Vipps',
      terminal: 'Betalingsterminal',
      'report number': 'Rapportnummer fra terminal',
    } satisfies Record<Place['kind'], string>,
    missing: (amount: string) => `${amount} mangler`,
    tooMuch: (amount: string) => `${amount} for mye`,
    swap: (amount: string) =>
      `${amount} for mye ett sted og for lite et annet: kan være ført på feil lege eller terminal.`,
    billsWithoutPayment: 'Regninger uten betaling',
    paymentsWithoutBill: 'Betalinger uten regning',
    stray: {
      'no such bill': 'Regningen finnes ikke',
      'bill not closed': 'Regningen er ikke lukket',
      'bill credited': 'Regningen er kreditert, pengene er ikke betalt tilbake',
      "another doctor's bill": 'Regningen hører til en annen lege',
      'not on the bill': 'Betalingen er ikke ført på regningen',
    } satisfies Record<StrayPayment['why'], string>,
    refusals: refusalsNb,
  },
  en: {
    title: 'Day settlement',
    states: { open: 'Open', counted: 'Counted', locked: 'Locked' },
    float: 'Float',
    cashSales: 'Cash in',
    cashRefunds: 'Cash refunds',
    takenOut: 'Taken out',
    putIn: 'Put in',
    expected: 'Should be in the drawer',
    counted: 'Counted',
    difference: 'Difference',
    explanation: 'Explanation',
    countedBy: 'Counted by',
    reportNumber: 'Report no.',
    allRight: 'Everything agrees.',
    places: {
      cash: 'Cash',
      vipps: 'Vipps',
      terminal: 'Payment terminal',
      'report number': 'Report number of the terminal',
    },
    missing: (amount: string) => `${amount} missing`,
    tooMuch: (amount: string) => `${amount} too much`,
    swap: (amount: string) =>
      `${amount} too much in one place and too little in another: perhaps the wrong doctor or terminal.`,
    billsWithoutPayment: 'Bills without payment',
    paymentsWithoutBill: 'Payments without a bill',
    stray: {
      'no such bill': 'There is no such bill',
      'bill not closed': 'The bill is not closed',
      'bill credited': 'The bill is credited and the money not paid back',
      "another doctor's bill": 'The bill belongs to another doctor',
      'not on the bill': 'The payment is not entered on the bill',
    },
    refusals: refusalsEn,
  },
});
