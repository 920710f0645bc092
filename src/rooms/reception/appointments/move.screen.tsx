/** Moving or cancelling one appointment: the next free times of the same kind stand ready. */

import { useState } from 'react';
import { addDays, dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { PatientBanner, patientColour } from '#patients/web';
import {
  Act,
  Key,
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
import type { cancelAppointment, moveAppointment } from './appointment.api.ts';
import { appointmentTexts } from './appointment.texts.ts';
import type { Appointment, AppointmentId, Wish } from './appointment.ts';
import type { FreeTime } from './availability.ts';
import { bookingTexts } from './booking.texts.ts';
import { FreeList, whenWords, whoWords } from './free-list.tsx';
import type { seeAppointment } from './see-appointment.api.ts';
import { useBooks, useFreeTimes } from './use-free-times.tsx';
import type { CallersWish } from './wish.ts';
import { WishPanel } from './wish-panel.tsx';

export default function MoveScreen({ params }: ScreenProps) {
  const text = useTexts(bookingTexts);
  const appointment = params.appointment as AppointmentId;
  const seen = useAsk<typeof seeAppointment>(
    'seeAppointment',
    { appointment },
    { hears: ['AppointmentMoved', 'AppointmentCancelled', 'VisitChanged', 'PatientArrived'] },
  );
  if (!seen.data) return <Panel title={text.move}>{seen.error ? <p>{text.refusals['not found']}</p> : <p>…</p>}</Panel>;
  return (
    <>
      <PatientBanner patient={seen.data.appointment.patient} />
      <Move appointment={seen.data.appointment} />
    </>
  );
}

function useMoving(appointment: Appointment, wish: Wish) {
  const refusals = { ...useTexts(appointmentTexts).refusals, ...useTexts(bookingTexts).refusals };
  const noWords = useNoWords<string>(refusals);
  const move = useDo<typeof moveAppointment>('moveAppointment');
  const cancel = useDo<typeof cancelAppointment>('cancelAppointment');
  const { id } = appointment;
  return {
    isBusy: move.isBusy || cancel.isBusy,
    words: noWords(move.no ?? cancel.no),
    moveTo: (to: FreeTime) => move.run({ appointment: id, to: { ...to, books: [...to.books] }, wish }),
    cancel: (reason: string) => cancel.run({ appointment: id, wish, reason }),
  };
}

/** The desk of one move: where to, on whose wish, and what came of it. */
function useMoveDesk(appointment: Appointment) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  const { books } = useBooks();
  const [by, setBy] = useState<Wish>('patient');
  const [done, setDone] = useState<string>();
  const { type, haste, books: own } = appointment;
  const plain = { extraMinutes: 0, notBefore: undefined };
  const [wish, setWish] = useState<CallersWish>({ type, haste, wanted: own[0], ...plain });
  const free = useFreeTimes(undefined, wish);
  const moving = useMoving(appointment, by);
  const move = async (to: FreeTime | undefined): Promise<void> => {
    if (to && (await moving.moveTo(to)).ok) setDone(text.moved(whenWords(to, language), whoWords(to, books)));
  };
  const cancel = async (): Promise<void> => {
    const said = await moving.cancel(text.cancelReason);
    if (said.ok) setDone(said.value.isLate ? text.cancelledLate : text.cancelledInTime);
  };
  const later = (): void => {
    const last = free.times.at(-1);
    if (last) setWish({ ...wish, notBefore: addDays(dayOf(last.from), 1) });
  };
  return { by, setBy, done, wish, setWish, free, moving, move, cancel, later };
}
type MoveDesk = ReturnType<typeof useMoveDesk>;

function useMoveKeys({ by, setBy, done, wish, setWish, free, move, cancel, later }: MoveDesk, back: () => void): void {
  const text = useTexts(bookingTexts);
  const there = (does: () => void) => () => {
    if (!done) does();
  };
  useKeys(text.move, [
    {
      keys: 'Enter',
      words: done ? text.backToDay : text.moveHere,
      does: () => (done ? back() : void move(free.chosen)),
    },
    { keys: 's', words: text.later, does: there(later) },
    { keys: 'a', words: text.sooner, does: there(() => setWish({ ...wish, notBefore: undefined })) },
    { keys: 'w', words: text.wishKey, does: there(() => setBy(by === 'patient' ? 'clinic' : 'patient')) },
    { keys: 'x', words: text.cancel, does: there(() => void cancel()) },
    { keys: 'Escape', words: text.backToDay, does: back },
  ]);
}

function Move({ appointment }: { appointment: Appointment }) {
  const text = useTexts(bookingTexts);
  const go = useGo();
  const { books, types } = useBooks();
  const desk = useMoveDesk(appointment);
  const { free, moving, move } = desk;
  const back = (): void => go('/');
  useMoveKeys(desk, back);
  if (desk.done) return <Done words={desk.done} patient={appointment.patient} onBack={back} />;
  return (
    <div className="columns">
      <Panel
        title={text.move}
        patientColour={patientColour(appointment.patient)}
        aside={<ByWhom by={desk.by} onBy={desk.setBy} />}
        foot={<MoveFoot desk={desk} />}
      >
        <Present appointment={appointment} />
        <FreeList
          label={text.free}
          times={free.times}
          books={books}
          chosen={free.chosen}
          offerBy={null}
          onChoose={free.choose}
          onOpen={(time) => void move(time)}
          empty={free.isAsking ? '…' : text.noneFree}
        />
        {moving.words ? <Notice tone="stop">{moving.words}</Notice> : null}
      </Panel>
      <WishPanel wish={desk.wish} onWish={desk.setWish} books={books} types={types} usual={appointment.books[0]} />
    </div>
  );
}

function MoveFoot({ desk: { free, moving, move, cancel } }: { desk: MoveDesk }) {
  const text = useTexts(bookingTexts);
  const isOff = !free.chosen;
  return (
    <>
      <Act weight="first" keys="Enter" isBusy={moving.isBusy} isOff={isOff} onPress={() => void move(free.chosen)}>
        {text.moveHere}
      </Act>
      <Act weight="danger" keys="X" onPress={() => void cancel()}>
        {text.cancel}
      </Act>
    </>
  );
}

function ByWhom({ by, onBy }: { by: Wish; onBy: (by: Wish) => void }) {
  const { wishes } = useTexts(appointmentTexts);
  return (
    <button type="button" className="plain-button" onClick={() => onBy(by === 'patient' ? 'clinic' : 'patient')}>
      {wishes[by]} <Key>W</Key>
    </button>
  );
}

function Present({ appointment }: { appointment: Appointment }) {
  const text = useTexts(bookingTexts);
  const { states } = useTexts(appointmentTexts);
  const { language } = useLanguage();
  const { books } = useBooks();
  return (
    <p>
      {text.present}: <strong>{whenWords(appointment, language)}</strong> · {whoWords(appointment, books)} ·{' '}
      <span className="private">{appointment.about}</span> · {states[appointment.state]}
    </p>
  );
}

function Done({ words, patient, onBack }: { words: string; patient: PatientId; onBack: () => void }) {
  const text = useTexts(bookingTexts);
  const go = useGo();
  return (
    <Panel title={text.move} patientColour={patientColour(patient)}>
      <div className="book-done">
        <Notice tone="done">
          <span className="big">{words}</span>
        </Notice>
        <div className="form-foot">
          <Act weight="first" keys="Enter" onPress={onBack}>
            {text.backToDay}
          </Act>
          <Act onPress={() => go(`/patient/${patient}`)}>{text.backToPatient}</Act>
        </div>
      </div>
    </Panel>
  );
}
