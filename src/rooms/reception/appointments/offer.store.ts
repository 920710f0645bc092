/** Wishes for a doctor's time, as the tables hold them: when first asked, which day first offered, and why late. */

import type { Id, PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { AppointmentId } from './appointment.ts';
import type { BookId } from './book.ts';
import type { LateReason, OfferClock } from './offer-clock.ts';

export type OfferId = Id<'Offer'>;
export type OfferRow = OfferClock & {
  readonly id: OfferId;
  readonly patient: PatientId;
  readonly book: BookId | null;
  readonly appointment: AppointmentId | null;
};

const columns = `id, patient, book, first_contact_on as "firstContactOn", first_offered_for as "firstOfferedFor", late_reason as "lateReason", appointment`;
/** A wish older than the limit of patience is another wish. */
const openOf = statement<{ patient: PatientId; since: IsoDate }, OfferRow>(
  'offer: open of patient',
  `select ${columns} from offer_clock where clinic = :clinic and patient = :patient and appointment is null and first_contact_on >= :since
   order by first_contact_on desc limit 1 for update`,
);
const put = statement<Omit<OfferRow, 'lateReason'> & { lateReason: LateReason | null; by: PersonId; now: Moment }>(
  'offer: put',
  `insert into offer_clock (clinic, id, patient, book, first_contact_on, first_offered_for, late_reason, appointment, written_by, written_at)
   values (:clinic, :id, :patient, :book, :firstContactOn, :firstOfferedFor, :lateReason, :appointment, :by, :now)
   on conflict (clinic, id) do update set first_offered_for = excluded.first_offered_for, late_reason = excluded.late_reason,
     appointment = excluded.appointment, book = coalesce(excluded.book, offer_clock.book)`,
);
const between = statement<{ from: IsoDate; until: IsoDate }, OfferClock & { owner: string }>(
  'offer: between days',
  `select c.first_contact_on as "firstContactOn", c.first_offered_for as "firstOfferedFor", c.late_reason as "lateReason", coalesce(b.name, '') as owner
   from offer_clock c left join book b on b.clinic = :clinic and b.id = c.book
   where c.clinic = :clinic and c.first_contact_on >= :from and c.first_contact_on <= :until`,
);

export const openOffer = (db: Db, patient: PatientId, since: IsoDate): Promise<OfferRow | undefined> =>
  db.row(openOf, { patient, since });
export const putOffer = (db: Db, offer: OfferRow, by: PersonId, now: Moment): Promise<number> =>
  db.run(put, { ...offer, by, now });
export const offersBetween = (db: Db, from: IsoDate, until: IsoDate): Promise<(OfferClock & { owner: string })[]> =>
  db.rows(between, { from, until });
