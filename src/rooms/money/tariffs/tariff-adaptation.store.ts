/** The clinic's adaptations of the tariff as the table holds them. */

import type { Id, PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import { nationalTariff } from './takst.table.ts';
import type { Tariff } from './takst.ts';
import { type AdaptationChange, adaptTariff, type TariffAdaptation } from './tariff-adaptation.ts';

export type AdaptationId = Id<'TariffAdaptation'>;
export type DecidedAdaptation = TariffAdaptation & { readonly id: AdaptationId; readonly decidedAt: Moment };
type Row = Omit<DecidedAdaptation, 'until'> & { readonly until: IsoDate | null };

const all = statement<object, Row>(
  'tariff adaptation: all',
  `select a.id, a.code, a.valid_from as "from", a.valid_until as "until", a.change, a.decided_by as "decidedBy",
     a.decided_at as "decidedAt", a.reason, a.source
   from tariff_adaptation a where a.clinic = :clinic order by a.decided_at, a.id`,
);
const add = statement<{
  id: AdaptationId;
  code: string;
  from: IsoDate;
  until: IsoDate | null;
  change: string;
  by: PersonId;
  now: Moment;
  reason: string;
  source: string;
}>(
  'tariff adaptation: add',
  `insert into tariff_adaptation (clinic, id, code, valid_from, valid_until, change, decided_by, decided_at, reason, source)
   values (:clinic, :id, :code, :from, :until, :change::jsonb, :by, :now, :reason, :source)`,
);

/** In the order in which they were decided, so that a later one comes on top. */
export async function allAdaptations(db: Db): Promise<DecidedAdaptation[]> {
  const rows = await db.rows(all, {});
  return rows.map(({ until, ...row }) => ({ ...row, ...(until ? { until } : {}) }));
}

/** The tariff as this clinic uses it. */
export async function tariffOf(db: Db): Promise<Tariff> {
  return adaptTariff(nationalTariff, await allAdaptations(db));
}

export async function addAdaptation(
  db: Db,
  id: AdaptationId,
  adaptation: TariffAdaptation,
  now: Moment,
): Promise<void> {
  const { until = null, decidedBy: by, change, ...rest } = adaptation;
  await db.run(add, { ...rest, id, until, change: JSON.stringify(change satisfies AdaptationChange), by, now });
}
