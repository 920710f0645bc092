/** The day board: who comes today, where each one is, what waits, and one key for what comes next. */

import { useState } from 'react';
import { addDays, dayOf, type IsoDate, timeOf } from '#kernel/time';
import {
  type Column,
  Key,
  Notice,
  openPaper,
  Panel,
  Rows,
  SlotPlace,
  send,
  useAsk,
  useClock,
  useGo,
  useKeys,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { dayFigureSlot, dayPanelSlot } from '#slots';
import { appointmentTexts } from '../appointments/appointment.texts.ts';
import type { appointmentTypes } from '../appointments/appointment-type.api.ts';
import type { books as askBooks } from '../appointments/book.api.ts';
import { bookingTexts } from '../appointments/booking.texts.ts';
import { dayInWords } from '../appointments/reminder.ts';
import { arrivalTexts } from '../arrivals/arrival.texts.ts';
import { ArrivalStrip, type JustCame } from '../arrivals/arrival-strip.tsx';
import { dayFigures } from '../arrivals/day-line.ts';
import type { dayList, printDayList } from './day.api.ts';
import { dayTexts } from './day.texts.ts';
import { afterArrival, type BoardLine, boardLines, firstChoice, ruleOn } from './day-board.ts';
import { AboutCell, StatusCell, WaitCell, WhoCell } from './day-cells.tsx';
import { RoomChoice } from './room-choice.tsx';
import { useVisit } from './use-visit.tsx';
import './day.css';

/** Every fact that a line of the board shows. */
export const dayFacts = [
  'AppointmentBooked',
  'AppointmentMoved',
  'AppointmentCancelled',
  'PatientArrived',
  'PatientCalledIn',
  'PatientTakenIn',
  'PatientLeft',
  'NoShowRecorded',
  'ContactClosed',
  'VisitChanged',
  'PatientChanged',
] as const;

export default function DayScreen() {
  const today = dayOf(useClock(60_000));
  const [away, setAway] = useState(0);
  const day = addDays(today, away);
  const board = useBoard(day);
  return (
    <>
      <Head lines={board.lines} />
      <div className="columns">
        <div className="day-main">
          <Board key={day} board={board} day={day} away={away} onAway={setAway} />
        </div>
        <div className="day-side">
          <SlotPlace of={dayPanelSlot} with={{}} />
        </div>
      </div>
    </>
  );
}

type BoardData = ReturnType<typeof useBoard>;
function useBoard(day: IsoDate) {
  const now = useClock();
  const list = useAsk<typeof dayList>('dayList', { day }, { hears: dayFacts, keeps: true });
  const types = useAsk<typeof appointmentTypes>('appointmentTypes', {}, { hears: ['BooksChanged'] });
  const books = useAsk<typeof askBooks>('books', {}, { hears: ['BooksChanged'] });
  const around = { types: types.data ?? [], books: books.data ?? [] };
  return { lines: boardLines(list.data ?? [], around, now), books: around.books, isLoading: list.isLoading };
}

function Head({ lines }: { lines: readonly BoardLine[] }) {
  const text = useTexts(dayTexts);
  const me = useMe();
  const long = ruleOn(dayOf(useClock(60_000))).longWaitMinutes;
  const figures = dayFigures(
    lines.map(({ line }) => line),
    long,
  );
  return (
    <div className="page-title">
      <h1>
        {me.clinic} <small className="soft">{text.appointments(figures.all)}</small>
      </h1>
      <div className="day-figures">
        <span className="day-figure">
          <b className={figures.waitingLong > 0 ? 'soon' : ''}>{figures.waitingLong}</b> {text.waitingLong(long)}
        </span>
        <SlotPlace of={dayFigureSlot} with={{}} />
      </div>
    </div>
  );
}

type BoardProps = {
  readonly board: BoardData;
  readonly day: IsoDate;
  readonly away: number;
  readonly onAway: (days: number) => void;
};

function Board({ board, day, away, onAway }: BoardProps) {
  const text = useTexts(dayTexts);
  const { language } = useLanguage();
  const [book, setBook] = useState<string>();
  const lines =
    book === undefined ? board.lines : board.lines.filter(({ entry }) => entry.books.some((id) => id === book));
  const [choice, setChoice] = useState<string>();
  const chosen = lines.find(({ entry }) => entry.id === choice) ?? firstChoice(lines);
  const shownBook = board.books.find(({ id }) => id === book);
  const filter = (): void => {
    const ids = [undefined, ...board.books.map(({ id }) => id)];
    setBook(ids[(ids.indexOf(shownBook?.id) + 1) % ids.length]);
  };
  const print = async (): Promise<void> => {
    const printed = await send<Blob>('printDayList' satisfies (typeof printDayList)['name'], { day, language });
    if (printed.ok) openPaper(printed.value);
  };
  useKeys(text.day, [
    { keys: 'f', words: text.filter, does: filter },
    { keys: 'ArrowLeft', words: text.previousDay, does: () => onAway(away - 1) },
    { keys: 'ArrowRight', words: text.nextDay, does: () => onAway(away + 1) },
    { keys: '0', words: text.backToday, does: () => onAway(0) },
    { keys: 'p', words: text.print, does: () => void print() },
  ]);
  const title = away === 0 ? text.day : `${text.day} ${dayInWords(language, day)}`;
  return (
    <Lines
      title={title}
      of={shownBook?.name ?? text.everyone}
      lines={lines}
      board={board}
      chosen={chosen}
      isToday={away === 0}
      onChoose={setChoice}
    />
  );
}

type LinesProps = {
  readonly title: string;
  readonly of: string;
  readonly lines: readonly BoardLine[];
  readonly board: BoardData;
  readonly chosen: BoardLine | undefined;
  readonly isToday: boolean;
  readonly onChoose: (id: string | undefined) => void;
};

function Lines({ title, of, lines, board, chosen, isToday, onChoose }: LinesProps) {
  const text = useTexts(dayTexts);
  const now = useClock();
  const steps = useSteps(lines, onChoose);
  const send = (): void => steps.setSending(true);
  useBoardKeys(chosen, steps.visit, steps.take, send);
  const { came, isSending, words } = steps;
  const sending = isSending ? chosen : undefined;
  return (
    <Panel
      title={title}
      count={of}
      foot={words || came || sending ? <BoardFoot steps={steps} sending={sending} books={board.books} /> : null}
      aside={<KeyLine chosen={chosen} onNext={steps.take} onSend={send} />}
    >
      <Rows
        label={title}
        rows={lines}
        columns={useColumns()}
        idOf={({ entry }) => entry.id}
        chosen={chosen?.entry.id}
        onChoose={({ entry }) => onChoose(entry.id)}
        onOpen={steps.take}
        toneOf={({ line }) => (line.tone === 'done' || line.status === 'cancelled' ? 'faded' : undefined)}
        nowAbove={({ entry }) => isToday && entry.from > now}
        empty={board.isLoading ? text.loading : text.empty}
      />
    </Panel>
  );
}

/** What the keys have begun: who just came, who is being sent on, and the last no. */
function useSteps(lines: readonly BoardLine[], onChoose: LinesProps['onChoose']) {
  const text = useTexts(dayTexts);
  const [came, setCame] = useState<JustCame>();
  const [isSending, setSending] = useState(false);
  const visit = useVisit(setCame, text.blocked);
  const noWords = useNoWords<string>({ ...useTexts(bookingTexts).refusals, ...useTexts(appointmentTexts).refusals });
  const next = async (line: BoardLine): Promise<void> => {
    const isArrival = line.line.next === 'mark as arrived';
    if ((await visit.next(line)) && isArrival) onChoose(afterArrival(lines, line.entry.id)?.entry.id);
    else if (!isArrival) onChoose(line.entry.id);
  };
  const take = (line: BoardLine): void => void next(line);
  return { visit, take, came, setCame, isSending, setSending, words: noWords(visit.no) };
}

type FootProps = {
  readonly steps: ReturnType<typeof useSteps>;
  readonly sending: BoardLine | undefined;
  readonly books: BoardData['books'];
};

/** A no, where to send the chosen one, and what is asked of the one who just came. */
function BoardFoot({ steps, sending, books }: FootProps) {
  const { words, came, visit, setSending, setCame } = steps;
  return (
    <>
      {words ? <Notice tone="stop">{words}</Notice> : null}
      {sending ? (
        <RoomChoice
          chosen={sending}
          books={books}
          onChoose={(to) => void visit.send(sending, to).then(() => setSending(false))}
          onClose={() => setSending(false)}
        />
      ) : null}
      {came ? <ArrivalStrip key={came.appointment} came={came} onClose={() => setCame(undefined)} /> : null}
    </>
  );
}

function useColumns(): readonly Column<BoardLine>[] {
  const text = useTexts(dayTexts);
  return [
    { title: text.time, show: ({ entry }) => <strong>{timeOf(entry.from)}</strong>, width: '56px' },
    { title: text.patient, show: (line) => <WhoCell {...line} />, width: '32%' },
    { title: text.with, show: ({ book }) => book?.name ?? '', width: '90px', isExtra: true },
    { title: text.about, show: (line) => <AboutCell {...line} /> },
    { title: text.status, show: (line) => <StatusCell {...line} />, width: '190px' },
    { title: text.wait, show: (line) => <WaitCell {...line} />, align: 'right', width: '64px' },
  ];
}

function useBoardKeys(
  chosen: BoardLine | undefined,
  visit: ReturnType<typeof useVisit>,
  onNext: (line: BoardLine) => void,
  onSend: () => void,
): void {
  const text = useTexts(dayTexts);
  const arrival = useTexts(arrivalTexts);
  const go = useGo();
  const on = (does: (line: BoardLine) => unknown) => () => {
    if (chosen) does(chosen);
  };
  const next = chosen?.line.next;
  useKeys(text.title, [
    { keys: 'Enter', words: next ? arrival.acts[next] : text.openPatient, does: on(onNext) },
    { keys: 'n', words: text.nextRoom, does: onSend },
    { keys: 'm', words: text.move, does: on(({ entry }) => go(`/move/${entry.id}`)) },
    { keys: 'b', words: text.pay, does: on(({ entry }) => go(`/bill/${entry.patient}`)) },
    { keys: 'o', words: text.openPatient, does: on(({ entry }) => go(`/patient/${entry.patient}`)) },
    { keys: 'i', words: text.noShow, does: on(visit.absent) },
    { keys: 'v', words: text.left, does: on(visit.gone) },
    { keys: 'e', words: text.looked, does: on(visit.looked) },
    { keys: 'u', words: text.undo, does: on(visit.undo) },
  ]);
}

function KeyLine({
  chosen,
  onNext,
  onSend,
}: {
  chosen: BoardLine | undefined;
  onNext: (line: BoardLine) => void;
  onSend: () => void;
}) {
  const text = useTexts(dayTexts);
  const arrival = useTexts(arrivalTexts);
  const go = useGo();
  if (!chosen) return null;
  const { entry, line } = chosen;
  return (
    <span className="day-keys">
      <button type="button" className="plain-button" onClick={() => onNext(chosen)}>
        <strong>{line.next ? arrival.acts[line.next] : text.openPatient}</strong> <Key>Enter</Key>
      </button>
      <button type="button" className="plain-button" onClick={onSend}>
        {text.nextRoom} <Key>N</Key>
      </button>
      <button type="button" className="plain-button" onClick={() => go(`/move/${entry.id}`)}>
        {text.move} <Key>M</Key>
      </button>
      <button type="button" className="plain-button" onClick={() => go(`/bill/${entry.patient}`)}>
        {text.pay} <Key>B</Key>
      </button>
    </span>
  );
}
