/** Writing a note: text, kind, diagnosis; Ctrl+Enter signs. What was typed stays until it is signed. */

import { type KeyboardEvent, useRef, useState } from 'react';
import { type Moment, minuteMs, momentOf } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import { Act, Notice, useClock, useDo, useKeys, useMe, useNoWords, useTexts } from '#platform/web';
import type { DiagnosisCode } from './diagnosis-code.ts';
import { DiagnosisPick } from './diagnosis-pick.tsx';
import { entryTexts } from './entry.texts.ts';
import type { EntryInput } from './entry.ts';
import type { writeNote } from './journal.api.ts';
import { journalScreenTexts } from './journal-screen.texts.ts';
import './journal.css';

const kinds = ['contact', 'advice', 'procedure', 'measurement', 'message', 'result', 'note'] as const;
/** The server's minute has begun by the time it is sent. */
const wholeMinute = (now: Moment): Moment => momentOf(Math.floor(Date.parse(now) / minuteMs) * minuteMs);

type Props = {
  readonly patient: PatientId;
  /** What the note tells of, where it is written afterwards. */
  readonly documents?: readonly Subject[];
  readonly startKind?: (typeof kinds)[number];
  readonly keys: string;
  readonly onDone?: () => void;
};

function useNote({ patient, documents = [], startKind = 'contact', onDone }: Props) {
  const now = useClock();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<EntryInput['kind']>(startKind);
  const [codes, setCodes] = useState<readonly DiagnosisCode[]>([]);
  const [state, setState] = useState<string>();
  const write = useDo<typeof writeNote>('writeNote');
  const send = async (signs: boolean): Promise<void> => {
    if (text.trim() === '') return;
    const answered = await write.run({
      ...{ patient, text, kind, signs, codes: [...codes], documents: [...documents] },
      happenedAt: wholeMinute(now),
    });
    if (!answered.ok) return;
    setText('');
    setCodes([]);
    setState(answered.value.state);
    onDone?.();
  };
  const type = (typed: string): void => {
    setText(typed);
    setState(undefined);
  };
  return { text, type, kind, setKind, codes, setCodes, state, send, isBusy: write.isBusy, no: write.no };
}

export function NoteForm(props: Props) {
  const text = useTexts(journalScreenTexts);
  const entry = useTexts(entryTexts);
  const note = useNote(props);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useNoWords<string>(entry.refusals);
  const isPupil = useMe().roles.includes('pupil');
  useKeys(text.newNote, [{ keys: props.keys, words: text.newNote, does: () => field.current?.focus() }]);
  const signs = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void note.send(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any of its fields signs this note and no other
    <div className="note-form padless" onKeyDown={signs}>
      <textarea
        ref={field}
        value={note.text}
        aria-label={text.text}
        placeholder={`${text.newNote} [${props.keys.toUpperCase()}]`}
        onChange={(event) => note.type(event.target.value)}
      />
      <div className="note-line">
        <select
          aria-label={text.kind}
          value={note.kind}
          onChange={(event) => note.setKind(event.target.value as EntryInput['kind'])}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {entry.kinds[kind]}
            </option>
          ))}
        </select>
        <DiagnosisPick codes={note.codes} onChange={note.setCodes} />
      </div>
      <NoteActs note={note} isPupil={isPupil} />
      {note.no ? <Notice tone="stop">{words(note.no)}</Notice> : null}
    </div>
  );
}

function NoteActs({ note, isPupil }: { note: ReturnType<typeof useNote>; isPupil: boolean }) {
  const text = useTexts(journalScreenTexts);
  const isEmpty = note.text.trim() === '';
  return (
    <div className="note-line">
      <Act weight="first" keys="Ctrl Enter" isOff={isEmpty} isBusy={note.isBusy} onPress={() => void note.send(true)}>
        {text.sign}
      </Act>
      <Act weight="quiet" isOff={isEmpty} onPress={() => void note.send(false)}>
        {text.draft}
      </Act>
      {note.state ? (
        <span role="status" className="soft">
          {isPupil ? text.awaits : note.state === 'signed' ? text.signedNow : ''}
        </span>
      ) : null}
    </div>
  );
}
