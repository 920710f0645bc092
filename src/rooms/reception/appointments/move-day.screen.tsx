/** A doctor is away: which book and which day, and the days that are being moved already. */

import { useState } from 'react';
import { addDays, dayOf, type IsoDate } from '#kernel/time';
import {
  Act,
  type Column,
  Notice,
  Panel,
  Rows,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { bookTexts } from './book.texts.ts';
import type { Book } from './book.ts';
import { bookingTexts } from './booking.texts.ts';
import type { bookLoad, dayMoves, liftDay } from './day-move.api.ts';
import { dayInWords } from './reminder.ts';
import { useBooks } from './use-free-times.tsx';
import { waitingDeskTexts } from './waiting-desk.texts.ts';
import { dayMoveTexts } from './waiting-list.texts.ts';

type Line = { readonly book: Book; readonly toMove: number };

export default function MoveDayScreen() {
  const desk = useTexts(waitingDeskTexts);
  const text = useTexts(dayMoveTexts);
  const { language } = useLanguage();
  const go = useGo();
  const today = dayOf(useClock(60_000));
  const [ahead, setAhead] = useState(0);
  const day = addDays(today, ahead);
  const lines = useLoad(day);
  const [choice, setChoice] = useState<string>();
  const chosen = lines.find(({ book }) => book.id === choice) ?? lines[0];
  const lift = useDo<typeof liftDay>('liftDay');
  const words = useNoWords<string>({ ...useTexts(bookingTexts).refusals, ...desk.refusals });
  const liftIt = async (): Promise<void> => {
    const lifted = chosen && (await lift.run({ book: chosen.book.id, day }));
    if (lifted?.ok) go(`/move-day/${lifted.value.id}`);
  };
  useKeys(text.title, [
    { keys: 'Enter', words: desk.liftIt, does: () => void liftIt() },
    { keys: 'ArrowLeft', words: desk.dayBefore, does: () => setAhead(Math.max(0, ahead - 1)) },
    { keys: 'ArrowRight', words: desk.dayAfter, does: () => setAhead(ahead + 1) },
  ]);
  return (
    <div className="columns">
      <Panel
        title={`${text.title}: ${dayInWords(language, day)}`}
        aside={<DayKeys onDay={(step) => setAhead(Math.max(0, ahead + step))} />}
        foot={<LiftFoot chosen={chosen} isBusy={lift.isBusy} words={words(lift.no)} onLift={() => void liftIt()} />}
      >
        <Rows
          label={desk.whichBook}
          rows={lines}
          columns={useLoadColumns()}
          idOf={({ book }) => book.id}
          chosen={chosen?.book.id}
          onChoose={({ book }) => setChoice(book.id)}
          empty={useTexts(bookTexts).empty}
        />
      </Panel>
      <Running />
    </div>
  );
}

/** Doctors always; a room or a device where it has someone to move. */
function useLoad(day: IsoDate): Line[] {
  const { books } = useBooks();
  const load = useAsk<typeof bookLoad>(
    'bookLoad',
    { day },
    { hears: ['AppointmentBooked', 'DayMoveChanged'], keeps: true },
  );
  return (load.data ?? []).flatMap(({ book, toMove }): Line[] => {
    const found = books.find(({ id }) => id === book);
    return found && (found.serves === 'doctor' || toMove > 0) ? [{ book: found, toMove }] : [];
  });
}

type LiftProps = {
  readonly chosen: Line | undefined;
  readonly isBusy: boolean;
  readonly words: string | undefined;
  readonly onLift: () => void;
};

function LiftFoot({ chosen, isBusy, words, onLift }: LiftProps) {
  const desk = useTexts(waitingDeskTexts);
  return (
    <>
      <Act weight="first" keys="Enter" isOff={!chosen} isBusy={isBusy} onPress={onLift}>
        {desk.liftIt}
      </Act>
      {chosen && chosen.toMove === 0 ? <span className="soft">{desk.nothingToMove}</span> : null}
      {words ? <Notice tone="stop">{words}</Notice> : null}
    </>
  );
}

function useLoadColumns(): readonly Column<Line>[] {
  const desk = useTexts(waitingDeskTexts);
  const { kinds } = useTexts(bookTexts);
  return [
    { title: desk.whichBook, show: ({ book }) => <strong>{book.name}</strong> },
    { title: '', show: ({ book }) => <span className="soft">{kinds[book.serves]}</span> },
    { title: desk.toMove, show: ({ toMove }) => toMove, align: 'right' },
  ];
}

function DayKeys({ onDay }: { onDay: (step: number) => void }) {
  const desk = useTexts(waitingDeskTexts);
  return (
    <>
      <Act weight="quiet" keys={desk.leftKey} onPress={() => onDay(-1)}>
        {desk.dayBefore}
      </Act>
      <Act weight="quiet" keys={desk.rightKey} onPress={() => onDay(1)}>
        {desk.dayAfter}
      </Act>
    </>
  );
}

function Running() {
  const desk = useTexts(waitingDeskTexts);
  const { language } = useLanguage();
  const go = useGo();
  const { books } = useBooks();
  const moves = useAsk<typeof dayMoves>('dayMoves', {}, { hears: ['DayMoveChanged'] }).data ?? [];
  return (
    <Panel title={desk.running} count={moves.length}>
      {moves.length === 0 ? <p>{desk.noRunning}</p> : null}
      <ul className="book-times">
        {moves.map((move) => (
          <li key={move.id}>
            <strong>{books.find(({ id }) => id === move.book)?.name}</strong> {dayInWords(language, move.day)}
            <span className="book-times-state">
              {desk.left(move.left, move.all)}
              <Act weight="quiet" onPress={() => go(`/move-day/${move.id}`)}>
                {desk.goOn}
              </Act>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
