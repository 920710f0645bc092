/** The tariff as this clinic uses it: looking it up on a day, and the clinic's own dated decisions over it. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { dayInput } from '#kernel/inputs';
import { ok } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { command, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { reasonsOn } from './exemption.ts';
import { nationalTariff } from './takst.table.ts';
import { pricedOn } from './takst.ts';
import { type AdaptationId, addAdaptation, allAdaptations } from './tariff-adaptation.store.ts';
import { adaptationSchema, adaptTariff, checkAdaptation, type TariffAdaptation } from './tariff-adaptation.ts';

/** Every code that has a price on the day, with source and certainty, and who has adapted what. */
export const seeTariff = query({
  name: 'seeTariff',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ day: dayInput.optional() }),
  async does({ input, db, now }) {
    const day = input.day ?? dayOf(now);
    const adaptations = await allAdaptations(db);
    const tariff = adaptTariff(nationalTariff, adaptations);
    const persons = new Map((await allPersons(db)).map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
    return ok({
      day,
      edition: validOn(tariff.editions, day) ?? null,
      lines: pricedOn(tariff, day).map(({ takst, price, source, from, until }) => ({
        code: takst.code,
        name: takst.name,
        chapter: takst.chapter,
        patientPart: takst.patientPart,
        by: takst.by,
        notes: takst.notes,
        specialistOnly: takst.specialistOnly,
        price,
        source,
        from,
        until: until ?? null,
      })),
      exemptions: reasonsOn(day),
      adaptations: adaptations.map((one) => ({ ...one, decidedByName: persons.get(one.decidedBy) ?? '' })),
    });
  },
});

/** Only the head decides over the tariff; the decision is dated and stays in the list. */
export const adaptTakst = command({
  name: 'adaptTakst',
  who: { roles: ['head'] },
  takes: adaptationSchema,
  async does({ input, db, me, now, tell }) {
    const { from, until, ...rest } = input;
    const wanted = {
      ...rest,
      from: from as IsoDate,
      ...(until ? { until: until as IsoDate } : {}),
      decidedBy: me.person,
    } as TariffAdaptation;
    const checked = checkAdaptation(nationalTariff, wanted);
    if (!checked.ok) return checked;
    await addAdaptation(db, newId<AdaptationId>(), checked.value, now);
    tell(fact('TariffAdapted', { code: wanted.code }));
    return ok();
  },
});
