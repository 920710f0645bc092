/** The five-day meter: a first offer is written once, taken or not, and the weeks are counted for each doctor. */

import { z } from 'zod';
import { newId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { PatientId } from '#patients';
import { command, type Doing, query } from '#platform/server';
import type { AppointmentId } from './appointment.ts';
import type { BookId } from './book.ts';
import { offerLimits, wishLives } from './haste.table.ts';
import * as store from './offer.store.ts';
import { type LateReason, lateReasons, offered, offersByWeek } from './offer-clock.ts';

export type Offering = {
  readonly patient: PatientId;
  readonly book: BookId | null;
  readonly day: IsoDate;
  readonly lateReason: LateReason | null;
  /** The day the patient first asked; today when nothing else is said. */
  readonly firstContactOn: IsoDate;
  readonly appointment: AppointmentId | null;
};

type OfferRefusal = 'late needs a reason' | 'before the first contact';

/** Writes the offer on the patient's open wish, or on a new one; answers the day the patient first asked. */
export async function writeOffer(
  { db, me, now }: Pick<Doing<unknown>, 'db' | 'me' | 'now'>,
  offering: Offering,
): Promise<Result<IsoDate, OfferRefusal>> {
  const { patient, book, day, lateReason, firstContactOn, appointment } = offering;
  const today = dayOf(now);
  const limit = validOn(offerLimits, today)?.value.workingDays;
  const lives = validOn(wishLives, today)?.value.days;
  if (limit === undefined || lives === undefined) return ok(firstContactOn);
  const open = await store.openOffer(db, patient, addDays(today, -lives));
  const none = { firstContactOn, firstOfferedFor: null, lateReason: null };
  const wish = open ?? { ...none, id: newId<store.OfferId>(Date.parse(now)), patient, book, appointment: null };
  if (wish.firstOfferedFor !== null) {
    await store.putOffer(db, { ...wish, book, appointment }, me.person, now);
    return ok(wish.firstContactOn);
  }
  const first = offered(wish, day, lateReason, limit);
  if (!first.ok) return first.why === 'already offered' ? ok(wish.firstContactOn) : refuse(first.why, first.facts);
  await store.putOffer(db, { ...wish, ...first.value, book, appointment }, me.person, now);
  return ok(wish.firstContactOn);
}

/** The patient was offered a time and did not take it; the offer counts all the same. */
export const offerTime = command({
  name: 'offerTime',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({
    patient: idInput<PatientId>(),
    book: idInput<BookId>().nullable().default(null),
    day: dayInput,
    firstContactOn: dayInput.optional(),
    lateReason: z.enum(lateReasons).nullable().default(null),
  }),
  patient: ({ patient }) => patient,
  async does(doing) {
    const { firstContactOn = dayOf(doing.now), ...input } = doing.input;
    const written = await writeOffer(doing, { ...input, firstContactOn, appointment: null });
    return written.ok ? ok({ firstContactOn: written.value }) : written;
  },
});

/** Each doctor and week: how many were offered a time within the limit. */
export const offerMeter = query({
  name: 'offerMeter',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ from: dayInput.optional() }),
  async does({ input, db, now }) {
    const today = dayOf(now);
    const limit = validOn(offerLimits, today);
    if (!limit) return refuse('no rule for this day');
    const clocks = await store.offersBetween(db, input.from ?? addDays(today, -56), today);
    const { workingDays } = limit.value;
    return ok({ weeks: offersByWeek(clocks, workingDays, today), workingDays, source: limit.source });
  },
});
