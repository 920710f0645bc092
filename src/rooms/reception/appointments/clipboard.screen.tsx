/** The clipboard of a lifted day: ring one after another, and one key moves the appointment to the time that is held. */

import { useState } from 'react';
import { groupedTelephone, type TelephoneNumber } from '#kernel/telephone';
import {
  Act,
  type Column,
  Notice,
  Panel,
  Rows,
  type ScreenProps,
  State,
  useAsk,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { appointmentTexts } from './appointment.texts.ts';
import { bookingTexts } from './booking.texts.ts';
import type { dayMove, proposeAnother, tellMove } from './day-move.api.ts';
import type { DayMoveId } from './day-move.store.ts';
import { whenWords, whoWords } from './free-list.tsx';
import { dayInWords } from './reminder.ts';
import { useBooks } from './use-free-times.tsx';
import { waitingDeskTexts } from './waiting-desk.texts.ts';
import { dayMoveTexts } from './waiting-list.texts.ts';
import { WhoWaits } from './who-waits.tsx';

type Line = NonNullable<ReturnType<typeof useAsk<typeof dayMove>>['data']>['lines'][number];
const isDone = ({ told, appointment }: Line): boolean => told.state === 'accepted' || appointment.state !== 'booked';

export default function ClipboardScreen({ params }: ScreenProps) {
  const move = params.move as DayMoveId;
  const text = useTexts(dayMoveTexts);
  const { language } = useLanguage();
  const { books } = useBooks();
  const seen = useAsk<typeof dayMove>('dayMove', { move }, { hears: ['DayMoveChanged', 'AppointmentCancelled'] });
  if (!seen.data) return <Panel title={text.title}>…</Panel>;
  const { move: lifted, lines } = seen.data;
  const name = books.find(({ id }) => id === lifted.book)?.name ?? '';
  return <Clipboard title={`${name} · ${dayInWords(language, lifted.day)}`} move={move} lines={lines} />;
}

function useTelling(move: DayMoveId) {
  const told = useDo<typeof tellMove>('tellMove');
  const another = useDo<typeof proposeAnother>('proposeAnother');
  const words = useNoWords<string>({
    ...useTexts(appointmentTexts).refusals,
    ...useTexts(bookingTexts).refusals,
    ...useTexts(dayMoveTexts).refusals,
    ...useTexts(waitingDeskTexts).refusals,
  });
  return {
    isBusy: told.isBusy || another.isBusy,
    words: words(told.no ?? another.no),
    tell: (line: Line, said: 'accepted' | 'declined' | 'not reached') =>
      told.run({ move, appointment: line.appointment.id, told: said }),
    another: (line: Line) => another.run({ move, appointment: line.appointment.id }),
  };
}

function Clipboard({ title, move, lines }: { title: string; move: DayMoveId; lines: readonly Line[] }) {
  const text = useTexts(dayMoveTexts);
  const desk = useTexts(waitingDeskTexts);
  const go = useGo();
  const [choice, setChoice] = useState<string>();
  const left = lines.filter((line) => !isDone(line));
  const chosen = lines.find(({ appointment }) => appointment.id === choice) ?? left[0];
  const telling = useTelling(move);
  const said = (what: 'accepted' | 'declined' | 'not reached') => async (): Promise<void> => {
    if (!chosen || isDone(chosen)) return;
    if (!(await telling.tell(chosen, what)).ok) return;
    const place = left.indexOf(chosen);
    setChoice((left[place + 1] ?? left.find((line) => line !== chosen))?.appointment.id);
  };
  const another = (): void => {
    if (chosen && !isDone(chosen)) void telling.another(chosen);
  };
  useKeys(text.title, [
    { keys: 'Enter', words: desk.yesMove, does: () => void said('accepted')() },
    { keys: 's', words: desk.otherTime, does: another },
    { keys: 'i', words: desk.notReached, does: () => void said('not reached')() },
    { keys: 'x', words: desk.saidNo, does: () => void said('declined')() },
    { keys: 'o', words: desk.openPatient, does: () => chosen && go(`/patient/${chosen.appointment.patient}`) },
    { keys: 'Escape', words: desk.running, does: () => go('/move-day') },
  ]);
  return (
    <Panel
      title={title}
      count={text.stillToTell(left.length)}
      foot={
        <ClipboardFoot isOff={!chosen} isDone={left.length === 0} telling={telling} said={said} another={another} />
      }
    >
      <Rows
        label={title}
        rows={lines}
        columns={useLineColumns()}
        idOf={({ appointment }) => appointment.id}
        chosen={chosen?.appointment.id}
        onChoose={({ appointment }) => setChoice(appointment.id)}
        toneOf={(line) => (isDone(line) ? 'faded' : undefined)}
        empty={desk.nothingToMove}
      />
    </Panel>
  );
}

type Said = (what: 'accepted' | 'declined' | 'not reached') => () => Promise<void>;
type FootProps = {
  readonly isOff: boolean;
  readonly isDone: boolean;
  readonly telling: ReturnType<typeof useTelling>;
  readonly said: Said;
  readonly another: () => void;
};

function ClipboardFoot({ isOff, isDone, telling, said, another }: FootProps) {
  const desk = useTexts(waitingDeskTexts);
  return (
    <>
      <Act weight="first" keys="Enter" isOff={isOff} isBusy={telling.isBusy} onPress={() => void said('accepted')()}>
        {desk.yesMove}
      </Act>
      <Act keys="S" isOff={isOff} onPress={another}>
        {desk.otherTime}
      </Act>
      <Act keys="I" isOff={isOff} onPress={() => void said('not reached')()}>
        {desk.notReached}
      </Act>
      <Act keys="X" isOff={isOff} onPress={() => void said('declined')()}>
        {desk.saidNo}
      </Act>
      {isDone ? <Notice tone="done">{desk.allDone}</Notice> : null}
      {telling.words ? <Notice tone="stop">{telling.words}</Notice> : null}
    </>
  );
}

function useLineColumns(): readonly Column<Line>[] {
  const text = useTexts(dayMoveTexts);
  const desk = useTexts(waitingDeskTexts);
  const { language } = useLanguage();
  const { books } = useBooks();
  return [
    { title: desk.patient, show: ({ patient }) => <WhoWaits patient={patient as never} /> },
    {
      title: desk.phone,
      show: ({ patient }) => (
        <span className="private number">
          {patient.phone ? groupedTelephone(patient.phone as TelephoneNumber) : '–'}
        </span>
      ),
    },
    { title: desk.present, show: (line) => whenWords({ from: hadFrom(line) }, language) },
    {
      title: desk.proposed,
      show: ({ proposed }) =>
        proposed ? (
          <strong>
            {whenWords(proposed, language)} · {whoWords(proposed, books)}
          </strong>
        ) : (
          <span className="late">{text.noTimeFound}</span>
        ),
    },
    {
      title: desk.told,
      show: (line) => (
        <State
          tone={isDone(line) ? 'done' : line.told.state === 'to be told' ? 'expected' : 'waiting'}
          words={
            line.told.state === 'not reached'
              ? `${text.told['not reached']} · ${desk.attempts(line.told.attempts.length)}`
              : text.told[line.told.state]
          }
        />
      ),
    },
  ];
}

/** Where it stood before it was moved. */
const hadFrom = ({ appointment, told }: Line) =>
  (told.state === 'accepted' ? appointment.moves.at(-1)?.from : undefined) ?? appointment.from;
