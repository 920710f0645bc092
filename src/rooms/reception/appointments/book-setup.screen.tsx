/** Books and their hours: the head makes books and sessions, anyone at the desk writes an absence. */

import { useState } from 'react';
import { dayOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import {
  Act,
  type Column,
  Notice,
  Panel,
  Rows,
  useAsk,
  useClock,
  useDo,
  useKeys,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { bookHours, closeBook, endOpeningRule, liftException } from './book.api.ts';
import { bookTexts } from './book.texts.ts';
import type { Book, OpeningRule } from './book.ts';
import { bookSetupTexts } from './book-setup.texts.ts';
import { BookForm, ExceptionForm, RuleForm } from './book-setup-forms.tsx';
import './booking.css';

type Hours = NonNullable<ReturnType<typeof useAsk<typeof bookHours>>['data']>;
type Open = 'book' | 'rule' | 'exception' | undefined;

export default function BookSetupScreen() {
  const text = useTexts(bookSetupTexts);
  const hours = useAsk<typeof bookHours>('bookHours', {}, { hears: ['BooksChanged'] }).data;
  const [choice, setChoice] = useState<string>();
  const [open, setOpen] = useState<Open>();
  const [stranded, setStranded] = useState(0);
  const isHead = useMe().roles.some((role) => role === 'head' || role === 'doctor');
  const chosen = hours?.books.find(({ id }) => id === choice) ?? hours?.books[0];
  const close = (): void => setOpen(undefined);
  useKeys(text.title, [
    { keys: 'b', words: text.addBook, does: () => isHead && setOpen('book') },
    { keys: 'n', words: text.addRule, does: () => isHead && setOpen('rule') },
    { keys: 'e', words: text.addException, does: () => setOpen('exception') },
  ]);
  if (!hours) return <Panel title={text.title}>…</Panel>;
  return (
    <div className="columns book-setup">
      <Books hours={hours} chosen={chosen} onChoose={setChoice} onAdd={() => setOpen('book')} isHead={isHead} />
      <div className="book-side">
        {stranded > 0 ? <Notice tone="warning">{text.stranded(stranded)}</Notice> : null}
        {open === 'book' ? <BookForm onClose={close} /> : null}
        {open === 'rule' && chosen ? <RuleForm book={chosen} onClose={close} /> : null}
        {open === 'exception' ? (
          <ExceptionForm hours={hours} chosen={chosen} onClose={close} onStranded={setStranded} />
        ) : null}
        {chosen ? <Weekly hours={hours} book={chosen} isHead={isHead} onAdd={() => setOpen('rule')} /> : null}
        <Exceptions hours={hours} onAdd={() => setOpen('exception')} />
      </div>
    </div>
  );
}

function Books({
  hours,
  chosen,
  onChoose,
  onAdd,
  isHead,
}: {
  hours: Hours;
  chosen: Book | undefined;
  onChoose: (id: string) => void;
  onAdd: () => void;
  isHead: boolean;
}) {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  return (
    <Panel
      title={text.books}
      count={hours.books.length}
      foot={
        isHead ? (
          <BookActs hours={hours} chosen={chosen} onAdd={onAdd} />
        ) : (
          <span className="soft">{text.onlyHead}</span>
        )
      }
    >
      <Rows
        label={text.books}
        rows={hours.books}
        columns={useBookColumns(hours)}
        idOf={({ id }) => id}
        chosen={chosen?.id}
        onChoose={({ id }) => onChoose(id)}
        toneOf={({ closedOn }) => (closedOn ? 'faded' : undefined)}
        empty={books.empty}
      />
    </Panel>
  );
}

function useBookColumns(hours: Hours): readonly Column<Hours['books'][number]>[] {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  return [
    { title: text.book, show: ({ name }) => <strong>{name}</strong> },
    { title: text.serves, show: ({ serves }) => books.kinds[serves] },
    {
      title: text.weekly,
      align: 'right',
      show: ({ id }) => hours.rules.filter(({ book }) => book === id).length,
    },
    { title: '', show: ({ closedOn }) => (closedOn ? text.closed(dayWords(closedOn)) : '') },
  ];
}

function BookActs({ hours, chosen, onAdd }: { hours: Hours; chosen: Book | undefined; onAdd: () => void }) {
  const text = useTexts(bookSetupTexts);
  const close = useDo<typeof closeBook>('closeBook');
  const today = dayOf(useClock(60_000));
  const isClosed = hours.books.find(({ id }) => id === chosen?.id)?.closedOn !== null;
  return (
    <>
      <Act weight="first" keys="B" onPress={onAdd}>
        {text.addBook}
      </Act>
      {chosen ? (
        <Act weight="quiet" onPress={() => void close.run({ book: chosen.id, day: isClosed ? null : today })}>
          {isClosed ? text.reopen : text.close}
        </Act>
      ) : null}
    </>
  );
}

function Weekly({ hours, book, isHead, onAdd }: { hours: Hours; book: Book; isHead: boolean; onAdd: () => void }) {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  const today = dayOf(useClock(60_000));
  const end = useDo<typeof endOpeningRule>('endOpeningRule');
  const words = useNoWords<string>({ ...books.refusals, ...text.refusals });
  return (
    <Panel
      title={`${text.weekly}: ${book.name}`}
      aside={
        isHead ? (
          <Act weight="quiet" keys="N" onPress={onAdd}>
            {text.addRule}
          </Act>
        ) : null
      }
    >
      <Rows
        label={text.weekly}
        rows={hours.rules.filter((rule) => rule.book === book.id)}
        columns={useWeeklyColumns(isHead, (rule) => void end.run({ rule, lastDay: today }))}
        idOf={({ id }) => id}
        empty={text.noWeekly}
      />
      {end.no ? <Notice tone="stop">{words(end.no)}</Notice> : null}
    </Panel>
  );
}

function useWeeklyColumns(isHead: boolean, onEnd: (rule: OpeningRule['id']) => void): readonly Column<OpeningRule>[] {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  const weekdays = text.weekdays as Readonly<Record<number, string>>;
  return [
    { title: text.weekday, show: ({ weekday }) => weekdays[weekday] },
    { title: text.from, show: ({ from, until }) => `${from}–${until}` },
    {
      title: text.session,
      show: ({ session, slotMinutes, release, everyWeeks }) => (
        <>
          {books.sessions[session]} · {slotMinutes} min{everyWeeks > 1 ? ` · ${books.everyWeeks(everyWeeks)}` : ''}
          {release ? <span className="soft"> · {books.release(release.daysBefore, release.at)}</span> : null}
        </>
      ),
    },
    {
      title: '',
      align: 'right',
      show: ({ id, validUntil }) =>
        validUntil ? (
          dayWords(validUntil)
        ) : isHead ? (
          <Act weight="quiet" onPress={() => onEnd(id)}>
            {text.end}
          </Act>
        ) : null,
    },
  ];
}

function Exceptions({ hours, onAdd }: { hours: Hours; onAdd: () => void }) {
  const text = useTexts(bookSetupTexts);
  const books = useTexts(bookTexts);
  const lift = useDo<typeof liftException>('liftException');
  const columns: readonly Column<Hours['exceptions'][number]>[] = [
    { title: text.kind, show: ({ kind }) => books.exceptions[kind] },
    {
      title: text.book,
      show: ({ book }) => hours.books.find(({ id }) => id === book)?.name ?? text.wholeClinic,
    },
    {
      title: text.day,
      show: (one) => (one.kind === 'absence' ? `${dayWords(dayOf(one.from))} –` : dayWords(one.day)),
    },
    {
      title: '',
      align: 'right',
      show: ({ id }) => (
        <Act weight="quiet" onPress={() => void lift.run({ exception: id })}>
          {text.lift}
        </Act>
      ),
    },
  ];
  return (
    <Panel
      title={text.exceptions}
      count={hours.exceptions.length}
      aside={
        <Act weight="quiet" keys="E" onPress={onAdd}>
          {text.addException}
        </Act>
      }
    >
      <Rows
        label={text.exceptions}
        rows={hours.exceptions}
        columns={columns}
        idOf={({ id }) => id}
        empty={text.noExceptions}
      />
    </Panel>
  );
}
