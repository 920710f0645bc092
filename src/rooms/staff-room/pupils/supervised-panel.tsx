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
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import { pupilWorkSlot } from '#slots';
import { staffTexts } from '#staff';
import type { CountersignLines, countersignAct, sendBackAct, takeOverAct } from '#staff/web';
import { pupilTexts } from './pupils.texts.ts';

export function SupervisedPanel({ line, isPupil = false }: { line: CountersignLines[number]; isPupil?: boolean }) {
  const text = useTexts(pupilTexts);
  const { language } = useLanguage();
  const { act } = line;
  const sign = useDo<typeof countersignAct>('countersignAct');
  const over = useDo<typeof takeOverAct>('takeOverAct');
  const [isSending, setSending] = useState(false);
  const words = useNoWords<string>(useTexts(staffTexts).refusals)(sign.no ?? over.no);
  const canSign = !isPupil && act.state === 'awaiting' && line.isMine;
  const canTake = !isPupil && act.state === 'awaiting' && !line.isMine;
  const press = { sign: () => void sign.run({ act: act.id }), take: () => void over.run({ act: act.id }) };
  const keys: KeyAct[] = [
    ...(canSign ? [{ keys: 'm', words: text.countersign, does: press.sign }] : []),
    ...(canSign ? [{ keys: 'r', words: text.sendBack, does: () => setSending(true) }] : []),
    ...(canTake ? [{ keys: 'o', words: text.takeOver, does: press.take }] : []),
  ];
  useKeys(text.work, keys);
  return (
    <Panel
      title={dutyName(act.duty)[language]}
      aside={act.version > 1 ? text.version(act.version) : line.pupilName}
      foot={
        keys.length === 0 ? null : canTake ? (
          <Act keys="O" isBusy={over.isBusy} onPress={press.take}>
            {text.takeOver}
          </Act>
        ) : (
          <>
            <Act keys="M" weight="first" isBusy={sign.isBusy} onPress={press.sign}>
              {text.countersign}
            </Act>
            <Act keys="R" onPress={() => setSending(true)}>
              {text.sendBack}
            </Act>
          </>
        )
      }
    >
      <SlotPlace
        of={pupilWorkSlot}
        with={{ kind: act.subject.kind, subject: act.subject.id, patient: act.patient as PatientId | undefined }}
      />
      {act.patient ? (
        <p>
          <GoTo path={`/patient/${act.patient}`}>{text.openPatient}</GoTo>
        </p>
      ) : null}
      {act.state === 'sent back' ? <Notice tone="warning">{act.words}</Notice> : null}
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
