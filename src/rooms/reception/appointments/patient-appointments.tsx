/** The patient's own times, on the patient's screen: the next one, the earlier ones, and one key to book. */

import { dayOf, timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords } from '#patients/web';
import {
  Act,
  Empty,
  Notice,
  Panel,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useNoWords,
  useTexts,
} from '#platform/web';
import { appointmentTexts } from './appointment.texts.ts';
import type { Appointment } from './appointment.ts';
import { bookingTexts } from './booking.texts.ts';
import { whoWords } from './free-list.tsx';
import type { patientAppointments } from './see-appointment.api.ts';
import { useBooks } from './use-free-times.tsx';
import type { arrive } from './visit.api.ts';
import './booking.css';

const hears = [
  'AppointmentBooked',
  'AppointmentMoved',
  'AppointmentCancelled',
  'PatientArrived',
  'ContactClosed',
  'NoShowRecorded',
  'VisitChanged',
];

export function PatientAppointments({ patient, colour }: { patient: PatientId; colour: string }) {
  const text = useTexts(bookingTexts);
  const go = useGo();
  const now = useClock(60_000);
  const { data } = useAsk<typeof patientAppointments>('patientAppointments', { patient }, { hears });
  const came = useDo<typeof arrive>('arrive');
  const noWords = useNoWords<string>(useTexts(appointmentTexts).refusals);
  const coming = data?.coming ?? [];
  const expected = coming.find((one) => one.state === 'booked' && dayOf(one.from) === dayOf(now));
  const arrives = (): void => {
    if (expected) void came.run({ appointment: expected.id });
  };
  useKeys(text.appointments, [
    { keys: 'n', words: text.nextFree, does: () => go(`/next-free/${patient}`) },
    ...(expected ? [{ keys: 'k', words: text.came, does: arrives }] : []),
  ]);
  return (
    <Panel
      title={text.appointments}
      count={coming.length}
      patientColour={colour}
      foot={
        <>
          <Act weight="first" keys="N" onPress={() => go(`/next-free/${patient}`)}>
            {text.nextFree}
          </Act>
          {expected ? (
            <Act keys="K" isBusy={came.isBusy} onPress={arrives}>
              {text.came}
            </Act>
          ) : null}
        </>
      }
    >
      {data && coming.length === 0 ? <Empty>{text.noneAhead}</Empty> : null}
      <Times coming={coming} earlier={data?.earlier ?? []} />
      {came.no ? <Notice tone="stop">{noWords(came.no)}</Notice> : null}
    </Panel>
  );
}

function Times({ coming, earlier }: Readonly<Record<'coming' | 'earlier', readonly Appointment[]>>) {
  return (
    <ul className="book-times">
      {coming.map((one) => (
        <Line key={one.id} appointment={one} />
      ))}
      {earlier.map((one) => (
        <Line key={one.id} appointment={one} isEarlier />
      ))}
    </ul>
  );
}

function Line({ appointment, isEarlier = false }: { appointment: Appointment; isEarlier?: boolean }) {
  const text = useTexts(bookingTexts);
  const { states } = useTexts(appointmentTexts);
  const { books } = useBooks();
  const go = useGo();
  const { from, about, state } = appointment;
  return (
    <li className={isEarlier ? 'soft' : ''}>
      <strong>{dayWords(dayOf(from))}</strong> {timeOf(from)} · {whoWords(appointment, books)} ·{' '}
      <span className="private">{about}</span>
      <span className="book-times-state">
        {states[state]}
        {state === 'booked' ? (
          <Act weight="quiet" onPress={() => go(`/move/${appointment.id}`)}>
            {text.move}
          </Act>
        ) : null}
      </span>
    </li>
  );
}
