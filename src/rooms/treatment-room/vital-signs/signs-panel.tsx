/** On the patient's screen: what was measured last, and one key to measure again. */

import { dayOf, timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords } from '#patients/web';
import { Act, Empty, Panel, State, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { filingTexts } from './filing.texts.ts';
import { shortWords } from './filing-note.ts';
import { useSigns } from './use-filing.tsx';
import { vitalSignsTexts } from './vital-signs.texts.ts';

export function SignsPanel({ patient, colour }: { patient: PatientId; colour: string }) {
  const text = useTexts(cardTexts);
  const words = useTexts(filingTexts);
  const vital = useTexts(vitalSignsTexts);
  const { language } = useLanguage();
  const go = useGo();
  const seen = useSigns(patient);
  const measure = (): void => go(`/vital-signs/${patient}`);
  useKeys(text.title, [{ keys: 'm', words: text.steps.measure, does: measure }]);
  const filings = (seen.data?.filings ?? []).slice(0, 5);
  return (
    <Panel
      title={text.title}
      patientColour={colour}
      foot={
        <Act keys="M" onPress={measure}>
          {text.steps.measure}
        </Act>
      }
    >
      {filings.length === 0 ? <Empty>{text.noPrevious}</Empty> : null}
      <dl className="facts">
        {filings.map(({ id, taken, finding, measuredAt }) => [
          <dt key={`${id} when`}>
            {dayWords(dayOf(measuredAt))} {timeOf(measuredAt)}
          </dt>,
          <dd key={id}>
            {words.kinds[taken.kind]} <strong>{shortWords(taken, finding, language)}</strong>{' '}
            {finding.isForDoctorAtOnce ? <State tone="urgent" words={vital.doctorAtOnce} /> : null}
          </dd>,
        ])}
      </dl>
    </Panel>
  );
}
