/** The time is booked: it is read out with what the patient must do before, and can be undone. */

import type { Words } from '#kernel/texts';
import type { PatientId } from '#patients';
import { patientColour } from '#patients/web';
import {
  Act,
  Notice,
  openPaper,
  Panel,
  send,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { cancelAppointment } from './appointment.api.ts';
import { appointmentTexts } from './appointment.texts.ts';
import type { AppointmentId } from './appointment.ts';
import type { FreeTime } from './availability.ts';
import { bookingTexts } from './booking.texts.ts';
import { whenWords, whoWords } from './free-list.tsx';
import type { printSlip } from './see-appointment.api.ts';
import { useBooks } from './use-free-times.tsx';

export type JustBooked = { readonly id: AppointmentId; readonly time: FreeTime; readonly preparation: Words | null };
type Props = { readonly booked: JustBooked; readonly patient: PatientId; readonly onAnother: () => void };

export function BookedNotice({ booked, patient, onAnother }: Props) {
  const text = useTexts(bookingTexts);
  const { language } = useLanguage();
  const go = useGo();
  const { books } = useBooks();
  const cancel = useDo<typeof cancelAppointment>('cancelAppointment');
  const noWords = useNoWords<string>(useTexts(appointmentTexts).refusals);
  const undo = async (): Promise<void> => {
    const said = await cancel.run({ appointment: booked.id, wish: 'clinic', reason: text.undone });
    if (said.ok) onAnother();
  };
  const print = usePrint(booked.id);
  const toPatient = (): void => go(`/patient/${patient}`);
  useKeys(text.nextFree, [
    { keys: 'Enter', words: text.backToPatient, does: toPatient },
    { keys: 'Escape', words: text.backToPatient, does: toPatient },
    { keys: 'n', words: text.another, does: onAnother },
    { keys: 'p', words: text.print, does: () => void print() },
    { keys: 'u', words: text.undo, does: () => void undo() },
  ]);
  return (
    <Panel title={text.nextFree} patientColour={patientColour(patient)}>
      <div className="book-done">
        <Notice tone="done">
          <span className="big">{text.booked(whenWords(booked.time, language), whoWords(booked.time, books))}</span>
        </Notice>
        <p>
          <strong>{text.tell}:</strong> {booked.preparation?.[language] ?? text.noPreparation}
        </p>
        <BookedActs toPatient={toPatient} another={onAnother} print={() => void print()} undo={() => void undo()} />
        {cancel.no ? <Notice tone="stop">{noWords(cancel.no)}</Notice> : null}
      </div>
    </Panel>
  );
}

function usePrint(appointment: AppointmentId): () => Promise<void> {
  const { language } = useLanguage();
  return async () => {
    const name = 'printSlip' satisfies (typeof printSlip)['name'];
    const printed = await send<Blob>(name, { appointment, language });
    if (printed.ok) openPaper(printed.value);
  };
}

type Acts = Readonly<Record<'toPatient' | 'another' | 'print' | 'undo', () => void>>;

function BookedActs({ toPatient, another, print, undo }: Acts) {
  const text = useTexts(bookingTexts);
  return (
    <div className="form-foot">
      <Act weight="first" keys="Enter" onPress={toPatient}>
        {text.backToPatient}
      </Act>
      <Act keys="N" onPress={another}>
        {text.another}
      </Act>
      <Act keys="P" onPress={print}>
        {text.print}
      </Act>
      <Act weight="quiet" keys="U" onPress={undo}>
        {text.undo}
      </Act>
    </div>
  );
}
