/** One act of a pupil: what was written, and the supervisor's keys; nothing is signed unseen. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { dutyName } from '#duties/web';
import type { PatientId } from '#patients';
import {
  Act,
  GoTo,
  type KeyAct,
  Notice,
  Panel,
  SlotPlace,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { pupilWorkSlot } from '#slots';
import { staffTexts } from '#staff';
import type { CountersignLines, countersignAct, sendBackAct, takeOverAct } from '#staff/web';
import { pupilTexts } from './pupils.texts.ts';

type Props = { readonly line: CountersignLines[number]; readonly isPupil?: boolean };

/** What the supervisor can do from here; a note is signed in the record itself, where it is read. */
function useActs({ line, isPupil = false }: Props, onSendBack: () => void) {
  const text = useTexts(pupilTexts);
  const go = useGo();
  const { act, isMine } = line;
  const sign = useDo<typeof countersignAct>('countersignAct');
  const over = useDo<typeof takeOverAct>('takeOverAct');
  const isOpen = !isPupil && act.state === 'awaiting';
  const isNote = act.subject.kind === 'journal entry';
  const acts: KeyAct[] = [];
  if (isOpen && isNote) acts.push({ keys: 'Enter', words: text.openNote, does: () => go('/unsigned') });
  else if (isOpen && isMine) {
    acts.push({ keys: 'm', words: text.countersign, does: () => void sign.run({ act: act.id }) });
    acts.push({ keys: 'r', words: text.sendBack, does: onSendBack });
  } else if (isOpen) acts.push({ keys: 'o', words: text.takeOver, does: () => void over.run({ act: act.id }) });
  useKeys(text.work, acts);
  return { acts, no: sign.no ?? over.no, isBusy: sign.isBusy || over.isBusy };
}

export function SupervisedPanel({ line, isPupil = false }: Props) {
  const text = useTexts(pupilTexts);
  const { language } = useLanguage();
  const { act } = line;
  const [isSending, setSending] = useState(false);
  const { acts, no, isBusy } = useActs({ line, isPupil }, () => setSending(true));
  const words = useNoWords<string>(useTexts(staffTexts).refusals)(no);
  const foot = acts.map(({ keys, words: name, does }, place) => (
    <Act
      key={keys}
      keys={keys.length === 1 ? keys.toUpperCase() : keys}
      weight={place === 0 ? 'first' : 'second'}
      isBusy={isBusy}
      onPress={does}
    >
      {name}
    </Act>
  ));
  return (
    <Panel
      title={act.subject.kind === 'journal entry' ? text.note : dutyName(act.duty)[language]}
      aside={act.version > 1 ? text.version(act.version) : line.pupilName}
      foot={foot.length > 0 ? foot : null}
    >
      <SlotPlace
        of={pupilWorkSlot}
        with={{ kind: act.subject.kind, subject: act.subject.id, patient: act.patient as PatientId | undefined }}
      />
      {act.patient ? (
        <p>
          <GoTo path={`/patient/${act.patient}`}>{text.openPatient}</GoTo>{' '}
          <span className="private">{line.patientName}</span>
        </p>
      ) : null}
      {act.state === 'sent back' && act.words ? <Notice tone="warning">{act.words}</Notice> : null}
      {isSending ? <SendBack act={act.id} onClose={() => setSending(false)} /> : null}
      {words ? <Notice tone="stop">{words}</Notice> : null}
      {isPupil ? null : <p className="soft">{text.law}</p>}
    </Panel>
  );
}

function SendBack({ act, onClose }: { act: CountersignLines[number]['act']['id']; onClose: () => void }) {
  const text = useTexts(pupilTexts);
  const back = useDo<typeof sendBackAct>('sendBackAct');
  const [words, setWords] = useState('');
  const no = useNoWords<string>(useTexts(staffTexts).refusals)(back.no);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await back.run({ act, words })).ok) onClose();
      }}
    >
      <TextField
        size="small"
        label={text.words}
        value={words}
        autoFocus
        onChange={(event) => setWords(event.target.value)}
      />
      <p>
        <Act sends weight="first" keys="Enter" isBusy={back.isBusy}>
          {text.send}
        </Act>{' '}
        <Act weight="quiet" onPress={onClose}>
          {text.close}
        </Act>
      </p>
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </form>
  );
}
