/** The caller gets the next free time: the first one stands ready, and Enter books it. */

import { TextField } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { addDays, dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import type { seePatient } from '#patients/web';
import { PatientBanner, patientColour } from '#patients/web';
import {
  Act,
  Notice,
  Panel,
  type ScreenProps,
  useAsk,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { bookAppointment } from './appointment.api.ts';
import { appointmentTexts } from './appointment.texts.ts';
import type { FreeTime } from './availability.ts';
import { BookedNotice, type JustBooked } from './booked-notice.tsx';
import { bookingTexts } from './booking.texts.ts';
import { FreeList } from './free-list.tsx';
import type { offerTime } from './offer.api.ts';
import type { LateReason } from './offer-clock.ts';
import { useBooks, useFreeTimes } from './use-free-times.tsx';
import { type CallersWish, likelyLateReason } from './wish.ts';
import { WishPanel } from './wish-panel.tsx';

export default function NextFreeScreen({ params }: ScreenProps) {
  const patient = params.patient as PatientId;
  const [booked, setBooked] = useState<JustBooked>();
  return (
    <>
      <PatientBanner patient={patient} />
      {booked ? (
        <BookedNotice booked={booked} patient={patient} onAnother={() => setBooked(undefined)} />
      ) : (
        <Offer patient={patient} onBooked={setBooked} />
      )}
    </>
  );
}

/** The patient's own doctor is asked for first, where there is one. */
function useWish(patient: PatientId) {
  const { books, types } = useBooks();
  const seen = useAsk<typeof seePatient>('seePatient', { patient }, { hears: ['PatientChanged'] });
  const fastlege = seen.data?.patient.fastlege;
  const usual = fastlege ? books.find(({ owner }) => owner === fastlege)?.id : undefined;
  const [changed, setChanged] = useState<CallersWish>();
  const plain: CallersWish = {
    type: 'consultation',
    haste: 3,
    wanted: usual,
    extraMinutes: 0,
    notBefore: undefined,
  };
  return { wish: changed ?? plain, setWish: setChanged, books, types, usual, isReady: seen.data !== undefined };
}

type OfferProps = { readonly patient: PatientId; readonly onBooked: (booked: JustBooked) => void };

/** The desk of one offer: what is wished, what is free, and why it is late where it is. */
function useOfferDesk({ patient, onBooked }: OfferProps) {
  const wished = useWish(patient);
  const { wish, setWish, types, isReady } = wished;
  const free = useFreeTimes(patient, wish, isReady);
  const [about, setAbout] = useState('');
  const [reason, setReason] = useState<LateReason>();
  const type = types.find(({ code }) => code === wish.type);
  const isDoctors = type?.needs[0] === 'doctor';
  const offerBy = isDoctors ? free.offerBy : null;
  const likely = free.chosen ? likelyLateReason(dayOf(free.chosen.from), offerBy, wish) : null;
  const late = likely && (reason ?? likely);
  const booking = useBooking({ patient, wish, about, lateReason: late, onBooked });
  const after = (time: FreeTime | undefined): void => {
    if (time) setWish({ ...wish, notBefore: addDays(dayOf(time.from), 1) });
  };
  return {
    ...wished,
    free,
    about,
    setAbout,
    offerBy,
    late,
    setReason,
    booking,
    book: (time: FreeTime | undefined): void => void (time && booking.book(time, type)),
    decline: (time: FreeTime | undefined): void => {
      if (time && isDoctors) void booking.decline(time);
      after(time);
    },
    later: () => after(free.times.at(-1)),
    fromNow: () => setWish({ ...wish, notBefore: undefined }),
  };
}

function Offer({ patient, onBooked }: OfferProps) {
  const text = useTexts(bookingTexts);
  const desk = useOfferDesk({ patient, onBooked });
  const { free, books, booking, offerBy, late, book, decline, later, fromNow } = desk;
  const acts = { patient, chosen: free.chosen, book, decline, later };
  useOfferKeys({ ...acts, fromNow });
  return (
    <div className="columns">
      <Panel
        title={text.free}
        patientColour={patientColour(patient)}
        aside={offerBy ? text.limit(dayAndMonth(offerBy)) : null}
        foot={<OfferFoot {...acts} isBusy={booking.isBusy} />}
      >
        <FreeList
          label={text.free}
          times={free.times}
          books={books}
          chosen={free.chosen}
          offerBy={offerBy}
          onChoose={free.choose}
          onOpen={book}
          empty={free.isAsking ? '…' : text.noneFree}
        />
        {late ? <LateChoice reason={late} onChoose={desk.setReason} /> : null}
        {booking.words ? <Notice tone="stop">{booking.words}</Notice> : null}
      </Panel>
      <WishPanel
        wish={desk.wish}
        onWish={desk.setWish}
        books={books}
        types={desk.types}
        usual={desk.usual}
        about={<AboutField about={desk.about} onAbout={desk.setAbout} />}
      />
    </div>
  );
}

const dayAndMonth = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}`;

type Booking = {
  readonly patient: PatientId;
  readonly wish: CallersWish;
  readonly about: string;
  readonly lateReason: LateReason | null;
  readonly onBooked: (booked: JustBooked) => void;
};

function useBooking({ patient, wish, about, lateReason, onBooked }: Booking) {
  const { language } = useLanguage();
  const appointment = useDo<typeof bookAppointment>('bookAppointment');
  const offer = useDo<typeof offerTime>('offerTime');
  const refusals = { ...useTexts(appointmentTexts).refusals, ...useTexts(bookingTexts).refusals };
  const noWords = useNoWords<string>(refusals);
  const book = async (time: FreeTime, type: { name: { nb: string; en: string } } | undefined): Promise<void> => {
    const said = about.trim() || (type?.name[language] ?? wish.type);
    const { type: code, haste } = wish;
    const input = { patient, type: code, time: { ...time, books: [...time.books] }, haste, about: said, lateReason };
    const answered = await appointment.run({ ...input, channel: 'telephone' });
    if (answered.ok) onBooked({ id: answered.value.id, time, preparation: answered.value.preparation });
  };
  const decline = (time: FreeTime): Promise<unknown> =>
    offer.run({ patient, book: time.books[0] ?? null, day: dayOf(time.from), lateReason });
  return { book, decline, isBusy: appointment.isBusy, words: noWords(appointment.no ?? offer.no) };
}

type Acts = {
  readonly patient: PatientId;
  readonly chosen: FreeTime | undefined;
  readonly book: (time: FreeTime | undefined) => void;
  readonly decline: (time: FreeTime | undefined) => void;
  readonly later: () => void;
};

function useOfferKeys({ patient, chosen, book, decline, later, fromNow }: Acts & { fromNow: () => void }): void {
  const text = useTexts(bookingTexts);
  const go = useGo();
  useKeys(text.nextFree, [
    { keys: 'Enter', words: text.book, does: () => book(chosen) },
    { keys: 's', words: text.later, does: later },
    { keys: 'a', words: text.sooner, does: fromNow },
    { keys: 'x', words: text.declined, does: () => decline(chosen) },
    { keys: 'l', words: text.toWaitingList, does: () => go(`/join-waiting-list/${patient}`) },
    { keys: 'Escape', words: text.backToPatient, does: () => go(`/patient/${patient}`) },
  ]);
}

function OfferFoot({ patient, chosen, isBusy, book, decline, later }: Acts & { isBusy: boolean }) {
  const text = useTexts(bookingTexts);
  const go = useGo();
  return (
    <>
      <Act weight="first" keys="Enter" isBusy={isBusy} isOff={!chosen} onPress={() => book(chosen)}>
        {text.book}
      </Act>
      <Act keys="X" isOff={!chosen} onPress={() => decline(chosen)}>
        {text.declined}
      </Act>
      <Act weight="quiet" keys="S" onPress={later}>
        {text.later}
      </Act>
      <Act weight="quiet" keys="L" onPress={() => go(`/join-waiting-list/${patient}`)}>
        {text.toWaitingList}
      </Act>
    </>
  );
}

function AboutField({ about, onAbout }: { about: string; onAbout: (about: string) => void }) {
  const text = useTexts(bookingTexts);
  const field = useRef<HTMLInputElement>(null);
  useKeys(text.about, [{ keys: 'g', words: text.aboutKey, does: () => field.current?.focus() }]);
  return (
    <TextField
      ref={field}
      size="small"
      label={`${text.about} (G)`}
      value={about}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => onAbout(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        field.current?.blur();
      }}
    />
  );
}

function LateChoice({ reason, onChoose }: { reason: LateReason; onChoose: (reason: LateReason) => void }) {
  const text = useTexts(bookingTexts);
  const { lateReasons } = useTexts(appointmentTexts);
  const all = Object.keys(lateReasons) as LateReason[];
  return (
    <div className="book-late">
      <label>
        {text.lateReason}{' '}
        <select value={reason} onChange={(event) => onChoose(event.target.value as LateReason)}>
          {all.map((one) => (
            <option key={one} value={one}>
              {lateReasons[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
