/** A patient who waits for an answer: the doctor's words, and how the patient was told. */

import { Select } from '@navikt/ds-react';
import { useState } from 'react';
import { patientColour } from '#patients/web';
import { Act, GoTo, Notice, Panel, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { answerTexts } from './answer.texts.ts';
import type { TellLine } from './answer-line.tsx';
import { ResultLines } from './result-lines.tsx';
import type { informPatient } from './review.api.ts';
import { reviewTexts } from './review.texts.ts';

const ways = ['call', 'letter', 'digital message', 'next visit'] as const;
type Way = (typeof ways)[number];

export function TellPanel({ line: { review, results, familyName, givenName } }: { line: TellLine }) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const noWords = useNoWords<string>(says.refusals);
  const inform = useDo<typeof informPatient>('informPatient');
  const decided = review.state === 'reviewed' ? review.decision : undefined;
  const [how, setHow] = useState<Way>(decided && decided.tell !== 'not needed' ? decided.tell : 'call');
  const [told, setTold] = useState<'patient' | 'representative'>('patient');
  const send = (): void => void inform.run({ review: review.id, how, told });
  useKeys(text.informed, [{ keys: 'Ctrl+Enter', words: text.informed, does: send, inFields: true }]);
  return (
    <Panel
      title={<span className="private">{`${familyName}, ${givenName}`}</span>}
      label={text.toTell}
      aside={<GoTo path={`/patient/${review.patient}`}>{text.openPatient}</GoTo>}
      patientColour={patientColour(review.patient)}
    >
      <Notice tone="info" title={`${text.words}:`}>{` ${decided?.words ?? ''}`}</Notice>
      <ResultLines rows={results} />
      <div className="lab-form">
        <div className="lab-form-row">
          <Select size="small" label={text.how} value={how} onChange={(event) => setHow(event.target.value as Way)}>
            {ways.map((one) => (
              <option key={one} value={one}>
                {says.tell[one]}
              </option>
            ))}
          </Select>
          <Select
            size="small"
            label={text.toWhomTold}
            value={told}
            onChange={(event) => setTold(event.target.value as typeof told)}
          >
            <option value="patient">{text.patientSelf}</option>
            <option value="representative">{text.representative}</option>
          </Select>
        </div>
        {inform.no ? <Notice tone="stop">{noWords(inform.no)}</Notice> : null}
        <div>
          <Act weight="first" keys="Ctrl+Enter" onPress={send} isBusy={inform.isBusy}>
            {text.informed}
          </Act>
        </div>
      </div>
    </Panel>
  );
}
