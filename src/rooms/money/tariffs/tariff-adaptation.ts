/** A clinic's own decision on top of the national tariff: an amount corrected by a newer table, a code not used, less own payment. */

import { z } from 'zod';
import { type Ore, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, type IsoDate } from '#kernel/time';
import { type Dated, validOn } from '#kernel/validity';
import { type Price, type Takst, type Tariff, takstOf } from './takst.ts';

export type AdaptationChange =
  | { readonly kind: 'corrected amounts'; readonly honorarInOre: Ore; readonly patientInOre: Ore }
  | { readonly kind: 'patient pays less'; readonly patientInOre: Ore }
  | { readonly kind: 'not used' };

export type TariffAdaptation = {
  readonly code: string;
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly change: AdaptationChange;
  readonly decidedBy: PersonId;
  readonly reason: string;
  /** The table or decision that the change is read from. */
  readonly source: string;
};

const amountInOre = z.number().int().min(0).max(10_000_000);
/** What the head of the clinic types in. */
export const adaptationSchema = z.object({
  code: z.string().trim().min(1).max(8),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('corrected amounts'), honorarInOre: amountInOre, patientInOre: amountInOre }),
    z.object({ kind: z.literal('patient pays less'), patientInOre: amountInOre }),
    z.object({ kind: z.literal('not used') }),
  ]),
  reason: z.string().trim().min(3).max(500),
  source: z.string().trim().min(3).max(500),
});

export type AdaptationRefusal =
  | 'code unknown'
  | 'reason missing'
  | 'source missing'
  | 'ends before it begins'
  | 'patient part above the honorar'
  | 'egenandel is set by the regulation'
  | 'more than the tariff'
  | 'code not in the tariff of this date';

function checkLess(takst: Takst, patientInOre: Ore, from: IsoDate): Result<undefined, AdaptationRefusal> {
  if (takst.patientPart === 'egenandel') return refuse('egenandel is set by the regulation', { code: takst.code });
  const period = validOn(takst.prices, from);
  if (!period) return refuse('code not in the tariff of this date', { code: takst.code });
  return patientInOre > period.value.patient ? refuse('more than the tariff', { code: takst.code }) : ok();
}

/** Egenandeler are exhaustively regulated (§ 2 no. 6): they may be corrected by a table, never set by the clinic. */
export function checkAdaptation(
  tariff: Tariff,
  adaptation: TariffAdaptation,
): Result<TariffAdaptation, AdaptationRefusal> {
  const takst = takstOf(tariff, adaptation.code);
  if (!takst) return refuse('code unknown', { code: adaptation.code });
  if (adaptation.reason.trim() === '') return refuse('reason missing');
  if (adaptation.source.trim() === '') return refuse('source missing');
  if (adaptation.until !== undefined && adaptation.until < adaptation.from) return refuse('ends before it begins');
  const { change } = adaptation;
  if (change.kind === 'corrected amounts' && (change.patientInOre > change.honorarInOre || change.patientInOre < 0))
    return refuse('patient part above the honorar');
  if (change.kind === 'patient pays less') {
    const checked = checkLess(takst, change.patientInOre, adaptation.from);
    if (!checked.ok) return checked;
  }
  return ok(adaptation);
}

function changed(price: Price, change: Exclude<AdaptationChange, { kind: 'not used' }>): Price {
  const certainty = 'corrected by the clinic';
  if (change.kind === 'patient pays less') {
    const patient = ore(Math.min(price.patient, change.patientInOre));
    return { honorar: ore(price.refund + patient), refund: price.refund, patient, certainty };
  }
  const { honorarInOre, patientInOre } = change;
  return { honorar: honorarInOre, refund: ore(honorarInOre - patientInOre), patient: patientInOre, certainty };
}

type Span = { readonly from: IsoDate; readonly until?: IsoDate };
const openEnd = '9999-12-31' as IsoDate;

/** The part of a price period that lies inside the adaptation, or nothing. */
function overlapOf(period: Span, adaptation: Span): Span | undefined {
  const from = period.from > adaptation.from ? period.from : adaptation.from;
  const until = [period.until ?? openEnd, adaptation.until ?? openEnd].sort()[0] as IsoDate;
  if (until < from) return undefined;
  return until === openEnd ? { from } : { from, until };
}

/** A price period without the days of the adaptation: what is left before it and after it. */
function outside(period: Dated<Price>, adaptation: Span): readonly Dated<Price>[] {
  const last = period.until ?? openEnd;
  const before = addDays(adaptation.from, -1);
  const left = period.from <= before ? [{ ...period, until: before < last ? before : last }] : [];
  if (adaptation.until === undefined || adaptation.until >= last) return left;
  const after = addDays(adaptation.until, 1);
  return [...left, { ...period, from: after > period.from ? after : period.from }];
}

/** An adapted period stands before the national ones, which it hides on its own days only. */
function adaptTakst(takst: Takst, adaptation: TariffAdaptation): Takst {
  const { change, source } = adaptation;
  if (change.kind === 'not used') return { ...takst, prices: takst.prices.flatMap((one) => outside(one, adaptation)) };
  const adapted = takst.prices.flatMap((period) => {
    const overlap = overlapOf(period, adaptation);
    return overlap ? [{ ...overlap, source, value: changed(period.value, change) }] : [];
  });
  return { ...takst, prices: [...adapted, ...takst.prices] };
}

/** The tariff as this clinic uses it; later adaptations come on top of earlier ones. The editions stay the national ones. */
export function adaptTariff(tariff: Tariff, adaptations: readonly TariffAdaptation[]): Tariff {
  const takster = tariff.takster.map((takst) =>
    adaptations.filter(({ code }) => code === takst.code).reduce(adaptTakst, takst),
  );
  return { ...tariff, takster };
}
