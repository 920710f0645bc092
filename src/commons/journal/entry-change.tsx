/** Changing what stands: a dated correction, an addition, or the move to the right patient's record. */

import { useDeferredValue, useState } from 'react';
import type { PatientId } from '#patients';
import { type findPatients, PatientHit } from '#patients/web';
import { Act, Notice, useAsk, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { entryTexts } from './entry.texts.ts';
import type { Signed } from './entry.ts';
import type { correctNote, moveNote } from './journal.api.ts';
import { journalScreenTexts } from './journal-screen.texts.ts';

export type Change = 'replaces' | 'adds' | 'moves';
type Props = { readonly entry: Signed; readonly onDone: () => void };
const demanders = ['own discovery', 'patient', 'representative'] as const;

export function CorrectEntry({ entry, how, onDone }: Props & { how: 'replaces' | 'adds' }) {
  const text = useTexts(journalScreenTexts);
  const words = useTexts(entryTexts);
  const [typed, setTyped] = useState(how === 'replaces' ? entry.text : '');
  const [demandedBy, setDemandedBy] = useState<(typeof demanders)[number]>('own discovery');
  const correct = useDo<typeof correctNote>('correctNote');
  const noWords = useNoWords<string>(words.refusals);
  const send = async (): Promise<void> => {
    const answered = await correct.run({ entry: entry.id, text: typed, how, demandedBy });
    if (answered.ok) onDone();
  };
  useKeys(text.correct, [
    { keys: 'Ctrl+Enter', words: text.sign, does: () => void send(), inFields: true },
    { keys: 'Escape', words: text.cancel, does: onDone, inFields: true },
  ]);
  return (
    <div className="note-form">
      <label htmlFor="change">{how === 'replaces' ? text.correctWords : text.addWords}</label>
      <textarea id="change" autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="note-line">
        <select
          aria-label={text.demandedBy}
          value={demandedBy}
          onChange={(event) => setDemandedBy(event.target.value as typeof demandedBy)}
        >
          {demanders.map((who) => (
            <option key={who} value={who}>
              {words.demandedBy[who]}
            </option>
          ))}
        </select>
        <Act weight="first" keys="Ctrl Enter" isBusy={correct.isBusy} onPress={() => void send()}>
          {text.sign}
        </Act>
        <Act weight="quiet" keys="Esc" onPress={onDone}>
          {text.cancel}
        </Act>
      </div>
      {correct.no ? <Notice tone="stop">{noWords(correct.no)}</Notice> : null}
    </div>
  );
}

/** To whom it is moved, and why. */
function useMove({ entry, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<PatientId>();
  const [reason, setReason] = useState('');
  const asked = useDeferredValue(typed.trim());
  const found = useAsk<typeof findPatients>('findPatients', { text: asked }, { when: asked.length >= 2, keeps: true });
  const move = useDo<typeof moveNote>('moveNote');
  const send = async (): Promise<void> => {
    if (!to) return;
    const answered = await move.run({ entry: entry.id, to, reason });
    if (answered.ok) onDone();
  };
  const others = (asked.length >= 2 ? (found.data ?? []) : []).filter(({ id }) => id !== entry.patient).slice(0, 5);
  return { typed, setTyped, to, setTo, reason, setReason, send, others, isBusy: move.isBusy, no: move.no };
}

export function MoveEntry(props: Props) {
  const { onDone } = props;
  const text = useTexts(journalScreenTexts);
  const noWords = useNoWords<string>(useTexts(entryTexts).refusals);
  const { typed, setTyped, to, setTo, reason, setReason, send, others, isBusy, no } = useMove(props);
  useKeys(text.move, [
    { keys: 'Ctrl+Enter', words: text.move, does: () => void send(), inFields: true },
    { keys: 'Escape', words: text.cancel, does: onDone, inFields: true },
  ]);
  return (
    <div className="note-form">
      <input
        autoFocus
        value={typed}
        aria-label={text.moveTo}
        placeholder={`${text.moveTo}: ${text.moveHint}`}
        onChange={(event) => setTyped(event.target.value)}
      />
      {others.map((one) => (
        <button
          key={one.id}
          type="button"
          className="note-pick"
          data-first={one.id === to}
          onClick={() => setTo(one.id)}
        >
          <PatientHit patient={one} />
        </button>
      ))}
      <input
        value={reason}
        aria-label={text.reason}
        placeholder={text.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="note-line">
        <Act weight="first" keys="Ctrl Enter" isOff={!to} isBusy={isBusy} onPress={() => void send()}>
          {text.move}
        </Act>
        <Act weight="quiet" keys="Esc" onPress={onDone}>
          {text.cancel}
        </Act>
      </div>
      {no ? <Notice tone="stop">{noWords(no)}</Notice> : null}
    </div>
  );
}
