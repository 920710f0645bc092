/** What can be done with an entry that waits for a hand: sign, write on, put away; countersign or send back. */

import { useState } from 'react';
import { Act, Notice, useDo, useKeys, useMe, useNoWords, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import { entryTexts } from './entry.texts.ts';
import type { AwaitingCountersign, Draft } from './entry.ts';
import type { countersignNote, discardNote, reviseNote, sendNoteBack, signNote } from './journal.api.ts';
import { journalScreenTexts } from './journal-screen.texts.ts';

function useDraft(entry: Draft) {
  const [typed, setTyped] = useState(entry.text);
  const [reason, setReason] = useState('');
  const revise = useDo<typeof reviseNote>('reviseNote');
  const sign = useDo<typeof signNote>('signNote');
  const discard = useDo<typeof discardNote>('discardNote');
  const save = () => revise.run({ entry: entry.id, text: typed, codes: [...entry.codes] });
  return {
    ...{ typed, setTyped, reason, setReason, save, isBusy: sign.isBusy },
    async send(): Promise<void> {
      const isSaved = typed === entry.text || (await save()).ok;
      if (isSaved) await sign.run({ entry: entry.id });
    },
    discard: () => discard.run({ entry: entry.id, reason }),
    no: sign.no ?? revise.no ?? discard.no,
  };
}

/** The author's own draft, with what the supervisor wrote if it came back. Keys reach it where it stands alone, else only from its own field. */
export function DraftActs({ entry, isAlone = false }: { entry: Draft; isAlone?: boolean }) {
  const text = useTexts(journalScreenTexts);
  const { nameOf } = useColleagues();
  const { typed, setTyped, reason, setReason, save, send, discard, isBusy, no } = useDraft(entry);
  const noWords = useNoWords<string>(useTexts(entryTexts).refusals);
  const key = { keys: 'Ctrl+Enter', words: text.sign, does: () => void send(), inFields: true };
  useKeys(text.sign, isAlone ? [key] : []);
  return (
    <div className="note-form">
      {entry.returned ? (
        <Notice tone="warning">{text.returned(nameOf(entry.returned.by), entry.returned.comment)}</Notice>
      ) : null}
      <textarea
        aria-label={text.text}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          void send();
        }}
      />
      <div className="note-line">
        <Act weight="first" keys="Ctrl Enter" isBusy={isBusy} onPress={() => void send()}>
          {text.sign}
        </Act>
        <Act onPress={() => void save()}>{text.save}</Act>
        <input
          value={reason}
          aria-label={text.reason}
          placeholder={text.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Act weight="quiet" isOff={reason.trim().length < 3} onPress={() => void discard()}>
          {text.discard}
        </Act>
      </div>
      {no ? <Notice tone="stop">{noWords(no)}</Notice> : null}
    </div>
  );
}

function useCountersign(entry: AwaitingCountersign) {
  const [comment, setComment] = useState('');
  const sign = useDo<typeof countersignNote>('countersignNote');
  const back = useDo<typeof sendNoteBack>('sendNoteBack');
  return {
    ...{ comment, setComment, isBusy: sign.isBusy || back.isBusy, no: sign.no ?? back.no },
    countersign: (): void => void sign.run({ entry: entry.id }),
    sendBack(): void {
      if (comment.trim().length >= 3) void back.run({ entry: entry.id, comment });
      else document.getElementById(`back-${entry.id}`)?.focus();
    },
  };
}

/** The named supervisor stands for it, or says what must change. */
export function CountersignActs({ entry, isAlone = false }: { entry: AwaitingCountersign; isAlone?: boolean }) {
  const text = useTexts(journalScreenTexts);
  const { nameOf } = useColleagues();
  const { comment, setComment, countersign, sendBack, isBusy, no } = useCountersign(entry);
  const noWords = useNoWords<string>(useTexts(entryTexts).refusals);
  const isMine = entry.supervisor === useMe().person;
  const acts = [
    { keys: 'k', words: text.countersign, does: countersign },
    { keys: 'x', words: text.sendBack, does: sendBack },
  ];
  useKeys(text.countersign, isMine && isAlone ? acts : []);
  if (!isMine) return <p className="soft">{`${text.waitsFor} ${nameOf(entry.supervisor)}`}</p>;
  return (
    <div className="note-form">
      <div className="note-line">
        <Act weight="first" {...(isAlone ? { keys: 'K' } : {})} isBusy={isBusy} onPress={countersign}>
          {text.countersign}
        </Act>
        <input
          id={`back-${entry.id}`}
          value={comment}
          aria-label={text.comment}
          placeholder={text.comment}
          size={32}
          onChange={(event) => setComment(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') sendBack();
          }}
        />
        <Act {...(isAlone ? { keys: 'X' } : {})} isBusy={isBusy} onPress={sendBack}>
          {text.sendBack}
        </Act>
      </div>
      {no ? <Notice tone="stop">{noWords(no)}</Notice> : null}
    </div>
  );
}
