/** A takst: one code of the fee regulation for doctors, what it costs on a day, who may trigger it, and what it may stand beside. */

import { type Ore, ore } from '#kernel/amounts';
import { ok, type Result, refuse } from '#kernel/result';
import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import { type Dated, validOn } from '#kernel/validity';

export type Chapter =
  | 'simple contact'
  | 'consultation'
  | 'home visit'
  | 'material'
  | 'procedure'
  | 'laboratory'
  | 'not attended';

/** Whose work alone may trigger the code: `staff` is the doctor's assisting personnel on an order or a delegation. */
export type Trigger = 'doctor' | 'nurse' | 'staff';

/** What else must stand on the bill: chapter E supplements a consultation or home visit (E2), 701c needs 701a (F1). */
export type Need = 'nothing' | 'consultation or home visit' | 'sample taking';

/** How often the code may stand on one bill; a percentage is what each repetition is paid. */
export type Repetition =
  | { readonly kind: 'once' }
  | { readonly kind: 'any number' }
  | { readonly kind: 'repeated'; readonly times: number }
  | { readonly kind: 'any number at'; readonly percent: number };

/** The codes that may not stand on the same bill; a pattern is a code, a group (`2`, `2c`) or a range (`701-743`). */
export type NotWith =
  | { readonly kind: 'these'; readonly codes: readonly string[]; readonly except: readonly string[] }
  | { readonly kind: 'all'; readonly except: readonly string[] };

/** Where the amount was read: in which published table, or that the clinic has corrected it itself. */
export type Certainty = 'table 1 Jul 2026' | 'table 1 Jul 2025' | 'corrected by the clinic';

/** Honorar is always refund (Helfo) plus the patient's part. */
export type Price = {
  readonly honorar: Ore;
  readonly refund: Ore;
  readonly patient: Ore;
  readonly certainty: Certainty;
};

/** `egenandel` counts towards frikort and falls away with an exemption; `own payment` does neither. */
export type PatientPart = 'egenandel' | 'own payment';

export type Takst<Code extends string = string> = {
  readonly code: Code;
  readonly name: Words;
  readonly chapter: Chapter;
  readonly patientPart: PatientPart;
  readonly by: readonly Trigger[];
  readonly needs: Need;
  readonly repetition: Repetition;
  readonly notWith: NotWith;
  /** Only a specialist in general practice within the five-year period of § 2 no. 7. */
  readonly specialistOnly: boolean;
  /** Evening, night and weekend code; note D1 says when it may be used. */
  readonly evening: boolean;
  /** The notes (merknader) of the regulation that the code refers to. */
  readonly notes: readonly string[];
  readonly prices: readonly Dated<Price>[];
};

/** A published table of the regulation; a day outside every edition has no prices at all. */
export type Edition = { readonly name: string; readonly certainty: Certainty };
export type Tariff = { readonly editions: readonly Dated<Edition>[]; readonly takster: readonly Takst[] };

export type PricedTakst = {
  readonly takst: Takst;
  readonly price: Price;
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly source: string;
};
export type NoPrice = 'no tariff for this date' | 'code unknown' | 'code not in the tariff of this date';

/** The price of a code on the day of treatment; a neighbouring year's table is never used instead. */
export function priceOn(tariff: Tariff, code: string, day: IsoDate): Result<PricedTakst, NoPrice> {
  if (!validOn(tariff.editions, day)) return refuse('no tariff for this date', { day });
  const takst = takstOf(tariff, code);
  if (!takst) return refuse('code unknown', { code });
  const period = validOn(takst.prices, day);
  if (!period) return refuse('code not in the tariff of this date', { code, day });
  const { from, until, source, value } = period;
  return ok({ takst, price: value, from, ...(until && { until }), source });
}

export function takstOf(tariff: Tariff, code: string): Takst | undefined {
  return tariff.takster.find((takst) => takst.code === code);
}

/** The codes that have a price on the day, in the order of the regulation. */
export function pricedOn(tariff: Tariff, day: IsoDate): readonly PricedTakst[] {
  return tariff.takster.flatMap(({ code }) => {
    const priced = priceOn(tariff, code, day);
    return priced.ok ? [priced.value] : [];
  });
}

/** The most times the code may stand on one bill, the first included. */
export function mostOnOneBill(repetition: Repetition): number {
  if (repetition.kind === 'once') return 1;
  return repetition.kind === 'repeated' ? repetition.times + 1 : Number.POSITIVE_INFINITY;
}

export type Amounts = { readonly honorar: Ore; readonly refund: Ore; readonly patient: Ore };

/**
 * What the code costs a number of times on one bill, in øre; honorar = refund + patient to the last øre.
 * A reduced repetition is rounded to whole øre; how Helfo rounds is not published. Refuses a count below 1.
 */
export function amountsOf(
  { takst, price }: PricedTakst,
  count: number,
): Result<Amounts, 'repeated too often' | 'not a whole count'> {
  if (!Number.isInteger(count) || count < 1) return refuse('not a whole count', { count });
  const most = mostOnOneBill(takst.repetition);
  if (count > most) return refuse('repeated too often', { code: takst.code, count, most });
  const percent = takst.repetition.kind === 'any number at' ? takst.repetition.percent : 100;
  const times = (amount: Ore): number => amount + (count - 1) * Math.round((amount * percent) / 100);
  const honorar = ore(times(price.honorar));
  const patient = ore(times(price.patient));
  return ok({ honorar, patient, refund: ore(honorar - patient) });
}
