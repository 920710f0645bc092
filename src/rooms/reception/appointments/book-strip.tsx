/** Who is to have the time, or why it is squeezed in: asked under the books, with the keyboard where it is. */

import { TextField } from '@navikt/ds-react';
import { useDeferredValue, useState } from 'react';
import { addMinutes, type Moment, timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { type findPatients, PatientHit } from '#patients/web';
import { Act, Notice, useAsk, useDo, useLanguage, useNoWords, useTexts } from '#platform/web';
import type { DayEntry } from '../today/day-row.ts';
import type { bookAppointment, moveAppointment } from './appointment.api.ts';
import { appointmentTexts } from './appointment.texts.ts';
import type { Book, BookId } from './book.ts';
import { bookGridTexts } from './book-grid.texts.ts';
import { usualTypeOf } from './book-grid.ts';
import { bookingTexts } from './booking.texts.ts';
import { useBooks } from './use-free-times.tsx';

export type Wanted =
  | { readonly kind: 'book'; readonly book: Book; readonly from: Moment; readonly isOpen: boolean }
  | {
      readonly kind: 'move';
      readonly entry: DayEntry;
      readonly books: readonly BookId[];
      readonly from: Moment;
      readonly until: Moment;
    };
type Props<W extends Wanted> = { readonly wanted: W; readonly onDone: () => void };

export function BookStrip({ wanted, onDone }: Props<Wanted>) {
  return wanted.kind === 'book' ? (
    <BookHere wanted={wanted} onDone={onDone} />
  ) : (
    <MoveHere wanted={wanted} onDone={onDone} />
  );
}

function useRefusalWords() {
  return useNoWords<string>({ ...useTexts(appointmentTexts).refusals, ...useTexts(bookingTexts).refusals });
}
/** What a reason lets one past. */
const passable = ['outside opening hours', 'not released yet', 'time is taken'];

function BookHere({ wanted, onDone }: Props<Extract<Wanted, { kind: 'book' }>>) {
  const text = useTexts(bookGridTexts);
  const { language } = useLanguage();
  const { types } = useBooks();
  const [code, setCode] = useState(usualTypeOf(wanted.book.serves));
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState('');
  const asked = useDeferredValue(typed.trim());
  const found = useAsk<typeof findPatients>('findPatients', { text: asked }, { when: asked.length >= 2, keeps: true });
  const hits = asked.length >= 2 ? (found.data ?? []).slice(0, 4) : [];
  const book = useDo<typeof bookAppointment>('bookAppointment');
  const words = useRefusalWords();
  const needsWhy = !wanted.isOpen || (book.no?.kind === 'refused' && passable.includes(book.no.why));
  const type = types.find((one) => one.code === code);
  const give = async (patient: PatientId | undefined): Promise<void> => {
    if (!patient || !type) return;
    const time = { books: [wanted.book.id], from: wanted.from, until: addMinutes(wanted.from, type.minutes) };
    const about = type.name[language];
    const input = { patient, type: code, time, haste: 3 as const, about, channel: 'desk' as const };
    const late = { lateReason: 'patient wished later' as const, squeezedInBecause: why || null };
    if ((await book.run({ ...input, ...late })).ok) onDone();
  };
  return (
    <div className="book-strip">
      <strong>
        {wanted.book.name} {timeOf(wanted.from)}
      </strong>
      <select aria-label={text.book} value={code} onChange={(event) => setCode(event.target.value as typeof code)}>
        {types.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name[language]}
          </option>
        ))}
      </select>
      {needsWhy ? <Why why={why} onWhy={setWhy} /> : null}
      <Field
        label={text.who}
        hint={text.whoHint}
        value={typed}
        isFirst
        onChange={setTyped}
        onEnter={() => void give(hits[0]?.id)}
        onEscape={onDone}
      />
      <span className="grid-hits">
        {hits.map((hit) => (
          <button key={hit.id} type="button" className="plain-button" onClick={() => void give(hit.id)}>
            <PatientHit patient={hit} />
          </button>
        ))}
      </span>
      {book.no ? <Notice tone="stop">{words(book.no)}</Notice> : null}
    </div>
  );
}

function MoveHere({ wanted, onDone }: Props<Extract<Wanted, { kind: 'move' }>>) {
  const text = useTexts(bookGridTexts);
  const { wishes } = useTexts(appointmentTexts);
  const [why, setWhy] = useState('');
  const move = useDo<typeof moveAppointment>('moveAppointment');
  const words = useRefusalWords();
  const needsWhy = move.no?.kind === 'refused' && passable.includes(move.no.why);
  const put = async (wish: 'patient' | 'clinic'): Promise<void> => {
    const { books, from, until, entry } = wanted;
    const to = { books: [...books], from, until };
    const said = await move.run({ appointment: entry.id, to, wish, squeezedInBecause: why || null });
    if (said.ok) onDone();
  };
  return (
    <div className="book-strip">
      <strong className="private">
        {wanted.entry.name ?? text.blocked} {timeOf(wanted.entry.from)} – {timeOf(wanted.from)}
      </strong>
      {needsWhy ? <Why why={why} onWhy={setWhy} /> : null}
      <Act weight="first" isBusy={move.isBusy} onPress={() => void put('patient')}>
        {`${text.drop}: ${wishes.patient}`}
      </Act>
      <Act isBusy={move.isBusy} onPress={() => void put('clinic')}>
        {`${text.drop}: ${wishes.clinic}`}
      </Act>
      <Act weight="quiet" keys="Esc" onPress={onDone}>
        {text.letGo}
      </Act>
      {move.no ? <Notice tone="stop">{words(move.no)}</Notice> : null}
    </div>
  );
}

function Why({ why, onWhy }: { why: string; onWhy: (why: string) => void }) {
  const text = useTexts(bookGridTexts);
  return <Field label={text.why} hint={text.whyHint} value={why} onChange={onWhy} />;
}

type FieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
};

function Field({ label, hint, value, isFirst, onChange, onEnter, onEscape }: FieldProps) {
  return (
    <TextField
      size="small"
      label={label}
      title={hint}
      value={value}
      autoComplete="off"
      autoFocus={isFirst ?? false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        const does = { Enter: onEnter, Escape: onEscape }[event.key];
        if (!does) return;
        event.preventDefault();
        does();
      }}
    />
  );
}
