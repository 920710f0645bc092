/** The books side by side: ten minutes a row, a mark that the arrow keys move, and appointments that are lifted and put down by keys. */

import { useEffect, useRef, useState } from 'react';
import { addDays, addMinutes, dayOf, type IsoDate, type Moment, minutesBetween, timeOf } from '#kernel/time';
import { Act, Panel, useAsk, useClock, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import type { dayList } from '../today/day.api.ts';
import type { DayEntry } from '../today/day-row.ts';
import { holdsTime } from './appointment-state.ts';
import type { bookDay } from './book.api.ts';
import { BookColumn } from './book-column.tsx';
import { bookGridTexts } from './book-grid.texts.ts';
import {
  booksMovedTo,
  type Cursor,
  type GridColumn,
  type GridSpan,
  lanesOf,
  momentAtRow,
  rowMinutes,
  rowOf,
  shownColumns,
  spanOf,
  stepped,
} from './book-grid.ts';
import { BookStrip, type Wanted } from './book-strip.tsx';
import { dayInWords } from './reminder.ts';
import './book-grid.css';

const hears = [
  'AppointmentBooked',
  'AppointmentMoved',
  'AppointmentCancelled',
  'PatientArrived',
  'ContactClosed',
  'VisitChanged',
  'NoShowRecorded',
];

export default function BookScreen() {
  const text = useTexts(bookGridTexts);
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  const [ahead, setAhead] = useState(0);
  const [isAll, setAll] = useState(false);
  const day = addDays(today, ahead);
  const columns = useAsk<typeof bookDay>('bookDay', { day }, { hears: ['BooksChanged'], keeps: true }).data ?? [];
  const list = useAsk<typeof dayList>('dayList', { day }, { hears, keeps: true }).data ?? [];
  const shown = shownColumns(columns, isAll);
  const entries = list.filter(({ state }) => holdsTime(state) || state === 'done');
  const span = spanOf(day, [...shown.flatMap(({ sessions }) => sessions), ...entries]);
  useKeys(text.title, [
    { keys: 'PageUp', words: text.previousDay, does: () => setAhead(ahead - 1) },
    { keys: 'PageDown', words: text.nextDay, does: () => setAhead(ahead + 1) },
    { keys: '0', words: text.today, does: () => setAhead(0) },
    { keys: 'a', words: text.all, does: () => setAll(!isAll) },
  ]);
  if (columns.length === 0) return <Panel title={text.title}>{text.empty}</Panel>;
  return (
    <Grid
      key={day}
      title={`${text.title} · ${dayInWords(language, day)}`}
      columns={shown}
      entries={entries}
      span={span}
      day={day}
      onDay={(step) => setAhead(ahead + step)}
    />
  );
}

type GridProps = {
  readonly title: string;
  readonly columns: readonly GridColumn[];
  readonly entries: readonly DayEntry[];
  readonly span: GridSpan;
  readonly day: IsoDate;
  readonly onDay: (step: number) => void;
};

/** What is under the mark: an appointment, or a time on a book. */
function useMark({ columns, entries, span, day }: GridProps) {
  const now = useClock(60_000);
  const start = dayOf(now) === day ? Math.max(0, Math.ceil(rowOf(span, now))) : 0;
  const [cursor, setCursor] = useState<Cursor>({ column: 0, row: Math.min(start, Math.max(0, span.rows - 1)) });
  const column = columns[Math.min(cursor.column, columns.length - 1)];
  const at = momentAtRow(span, cursor.row);
  const until = addMinutes(at, rowMinutes);
  const entry = entries.find(
    (one) => column && one.books.includes(column.book.id) && one.from < until && one.until > at,
  );
  const session = column?.sessions.find((one) => one.from <= at && one.until > at);
  const step = (by: Partial<Cursor>): void => setCursor(stepped(cursor, by, columns.length, span.rows));
  return { cursor, setCursor, step, column, at, entry, session };
}

function Grid(props: GridProps) {
  const { title, columns, entries, span, onDay } = props;
  const text = useTexts(bookGridTexts);
  const go = useGo();
  const mark = useMark(props);
  const [carried, setCarried] = useState<{ entry: DayEntry; column: GridColumn }>();
  const [wanted, setWanted] = useState<Wanted>();
  const act = (): void => {
    const { column, at, entry, session } = mark;
    if (!column) return;
    const isOpen = session?.isReleased === true && session.session !== 'not for patients';
    if (carried) {
      const books = booksMovedTo(carried.entry.books, carried.column.book.id, column.book.id);
      const length = minutesBetween(carried.entry.from, carried.entry.until);
      setWanted({ kind: 'move', entry: carried.entry, books, from: at, until: addMinutes(at, length) });
    } else if (entry?.state === 'booked') setCarried({ entry, column });
    else if (entry) go(`/patient/${entry.patient}`);
    else setWanted({ kind: 'book', book: column.book, from: at, isOpen });
  };
  const done = (): void => {
    setWanted(undefined);
    setCarried(undefined);
  };
  useKeys(title, [
    { keys: 'ArrowUp', words: text.up, does: () => mark.step({ row: -1 }) },
    { keys: 'ArrowDown', words: text.down, does: () => mark.step({ row: 1 }) },
    { keys: 'ArrowLeft', words: text.left, does: () => mark.step({ column: -1 }) },
    { keys: 'ArrowRight', words: text.right, does: () => mark.step({ column: 1 }) },
    { keys: 'Enter', words: carried ? text.drop : mark.entry ? text.take : text.book, does: act },
    { keys: 'o', words: text.open, does: () => mark.entry && go(`/patient/${mark.entry.patient}`) },
    { keys: 'Escape', words: text.letGo, does: done },
  ]);
  return (
    <Panel
      title={title}
      aside={<Days onDay={onDay} />}
      foot={
        wanted ? (
          <BookStrip key={wanted.from} wanted={wanted} onDone={done} />
        ) : (
          <Says mark={mark} carried={carried?.entry} onAct={act} onLetGo={done} />
        )
      }
    >
      <Columns columns={columns} entries={entries} span={span} mark={mark} carried={carried?.entry} onAct={act} />
    </Panel>
  );
}

function Days({ onDay }: { onDay: (step: number) => void }) {
  const text = useTexts(bookGridTexts);
  return (
    <>
      <Act weight="quiet" keys="PgUp" onPress={() => onDay(-1)}>
        {text.previousDay}
      </Act>
      <Act weight="quiet" keys="PgDn" onPress={() => onDay(1)}>
        {text.nextDay}
      </Act>
    </>
  );
}

type Mark = ReturnType<typeof useMark>;

/** In words where the mark stands, for those who hear the screen and for everyone who is unsure. */
function Says({
  mark,
  carried,
  onAct,
  onLetGo,
}: {
  mark: Mark;
  carried: DayEntry | undefined;
  onAct: () => void;
  onLetGo: () => void;
}) {
  const text = useTexts(bookGridTexts);
  const { column, at, entry, session } = mark;
  const what = entry
    ? (entry.name ?? text.blocked)
    : session
      ? session.isReleased
        ? text.free
        : text.notReleased
      : text.closed;
  return (
    <>
      <Act weight="first" keys="Enter" onPress={onAct}>
        {carried ? text.drop : entry?.state === 'booked' ? text.take : entry ? text.open : text.book}
      </Act>
      {carried ? (
        <Act keys="Esc" onPress={onLetGo}>
          {text.letGo}
        </Act>
      ) : null}
      <span role="status" className="private">
        {carried ? `${text.carried(carried.name ?? text.blocked)} ` : ''}
        {column?.book.name} {timeOf(at)} · {what}
      </span>
      <span className="soft">{text.help}</span>
    </>
  );
}

type ColumnsProps = Pick<GridProps, 'columns' | 'entries' | 'span'> & {
  readonly mark: Mark;
  readonly carried: DayEntry | undefined;
  readonly onAct: () => void;
};

function Columns({ columns, entries, span, mark, carried, onAct }: ColumnsProps) {
  const now = useClock(60_000);
  const grid = useRef<HTMLDivElement>(null);
  const { column: at, row } = mark.cursor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark is followed when it moves
  useEffect(() => {
    grid.current?.querySelector('.grid-mark')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, row]);
  return (
    <div className="grid padless" ref={grid}>
      <Hours span={span} />
      {columns.map((column, place) => (
        <BookColumn
          key={column.book.id}
          column={column}
          placed={lanesOf(entries.filter(({ books }) => books.includes(column.book.id)))}
          span={span}
          now={now}
          markRow={place === at ? row : undefined}
          carried={carried?.id}
          onMark={(to) => mark.setCursor({ column: place, row: to })}
          onAct={onAct}
        />
      ))}
    </div>
  );
}

function Hours({ span }: { span: GridSpan }) {
  const hours = Array.from({ length: Math.ceil(span.rows / 6) }, (_, place): Moment => momentAtRow(span, place * 6));
  return (
    <div className="grid-hours" aria-hidden="true">
      {hours.map((hour) => (
        <span key={hour}>{timeOf(hour)}</span>
      ))}
    </div>
  );
}
