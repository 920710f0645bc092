/** One answer before the doctor: its values with intervals, and one key that signs it with what the patient may be told. */

import { Select, Textarea, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import type { PersonId } from '#kernel/ids';
import { timeOf } from '#kernel/time';
import { patientColour } from '#patients/web';
import { Act, GoTo, Notice, Panel, useAsk, useDo, useKeys, useMe, useNoWords, useTexts } from '#platform/web';
import { answerTexts } from './answer.texts.ts';
import type { AnswerLine } from './answer-line.tsx';
import { CriticalPanel } from './critical-panel.tsx';
import { ResultLines } from './result-lines.tsx';
import { valueWords } from './result-value.tsx';
import type { doctorsNow, forwardAnswer, reviewAnswer } from './review.api.ts';
import { reviewTexts } from './review.texts.ts';
import type { Telling } from './review.ts';

const tellings: readonly Telling[] = ['not needed', 'digital message', 'call', 'letter', 'next visit'];

export function AnswerPanel({ line, isDoctor }: { line: AnswerLine; isDoctor: boolean }) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const { review, results, standing } = line;
  const critical = results.filter(({ isCritical }) => isCritical);
  const isUntold = standing !== 'not critical' && standing !== 'told';
  const values = critical.map((row) => `${row.name} ${valueWords(row, 'nb')}`).join(', ');
  return (
    <Panel
      title={<span className="private">{`${line.familyName}, ${line.givenName}`}</span>}
      label={text.result}
      aside={<GoTo path={`/patient/${review.patient}`}>{text.openPatient}</GoTo>}
      patientColour={patientColour(review.patient)}
    >
      {isUntold ? (
        <Notice tone="stop" title={says.standing[standing]}>
          {line.tellBy ? ` ${says.tellBy(timeOf(line.tellBy))}` : ''}
        </Notice>
      ) : null}
      {review.state === 'critical notified' && review.notice.kind === 'told' ? (
        <Notice tone="info">{says.standing.told}</Notice>
      ) : null}
      <ResultLines rows={results} />
      {isDoctor ? (
        <Sign line={line} />
      ) : isUntold ? (
        <CriticalPanel review={review.id} values={values} onDone={() => {}} />
      ) : null}
    </Panel>
  );
}

function Sign({ line: { review } }: { line: AnswerLine }) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const noWords = useNoWords<string>(says.refusals);
  const sign = useDo<typeof reviewAnswer>('reviewAnswer');
  const [tell, setTell] = useState<Telling>('not needed');
  const [words, setWords] = useState('');
  const [followUp, setFollowUp] = useState('');
  const send = (): void => {
    const told = words.trim() ? { words } : {};
    const further = followUp.trim() ? { followUp } : {};
    void sign.run({ review: review.id, tell, ...told, ...further });
  };
  useKeys(text.sign, [
    { keys: 'Ctrl+Enter', words: text.next, does: send, inFields: true },
    { keys: 's', words: text.next, does: send },
  ]);
  return (
    <div className="lab-form">
      <Select
        size="small"
        label={text.decision}
        value={tell}
        onChange={(event) => setTell(event.target.value as Telling)}
      >
        {tellings.map((one) => (
          <option key={one} value={one}>
            {says.tell[one]}
          </option>
        ))}
      </Select>
      {tell === 'not needed' ? null : (
        <Textarea
          size="small"
          label={text.words}
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <TextField
        size="small"
        label={text.followUp}
        value={followUp}
        autoComplete="off"
        onChange={(event) => setFollowUp(event.target.value)}
      />
      {sign.no ? <Notice tone="stop">{noWords(sign.no)}</Notice> : null}
      <div className="lab-form-row">
        <Act weight="first" keys="S" onPress={send} isBusy={sign.isBusy}>
          {tell === 'not needed' ? text.signNormal : text.next}
        </Act>
      </div>
      <Forward review={review.id} />
    </div>
  );
}

function Forward({ review }: { review: AnswerLine['review']['id'] }) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const noWords = useNoWords<string>(says.refusals);
  const me = useMe();
  const forward = useDo<typeof forwardAnswer>('forwardAnswer');
  const doctors = (useAsk<typeof doctorsNow>('doctorsNow', {}).data ?? []).filter(({ id }) => id !== me.person);
  const [choice, setChoice] = useState<string>();
  const to = (choice ?? doctors[0]?.id) as PersonId | undefined;
  if (to === undefined) return null;
  return (
    <div className="lab-form-row">
      <Select size="small" label={text.forwardTo} value={to} onChange={(event) => setChoice(event.target.value)}>
        {doctors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Act onPress={() => void forward.run({ review, to })} isBusy={forward.isBusy}>
        {text.forward}
      </Act>
      {forward.no ? <Notice tone="stop">{noWords(forward.no)}</Notice> : null}
    </div>
  );
}
