/** A critical value is told to a named doctor, who says it back; or the next doctor is tried. */

import { Select, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import type { PersonId } from '#kernel/ids';
import { Act, Notice, useAsk, useDo, useKeys, useMe, useNoWords, useTexts } from '#platform/web';
import { answerTexts } from './answer.texts.ts';
import type { doctorsNow, recordNotReached, tellCritical } from './review.api.ts';
import { reviewTexts } from './review.texts.ts';
import type { ReviewId } from './review.ts';

type Props = { readonly review: ReviewId; readonly values: string; readonly onDone: () => void };

export function CriticalPanel({ review, values, onDone }: Props) {
  const text = useTexts(answerTexts);
  const says = useTexts(reviewTexts);
  const words = useNoWords<string>(says.refusals);
  const me = useMe();
  const doctors = (useAsk<typeof doctorsNow>('doctorsNow', {}).data ?? []).filter(({ id }) => id !== me.person);
  const telling = useDo<typeof tellCritical>('tellCritical');
  const trying = useDo<typeof recordNotReached>('recordNotReached');
  const [doctor, setDoctor] = useState('');
  const [readBack, setReadBack] = useState('');
  const [tried, setTried] = useState<readonly string[]>([]);
  const to = (doctor || doctors[0]?.id || '') as PersonId;
  const tell = async (): Promise<void> => {
    if ((await telling.run({ review, to, readBack })).ok) onDone();
  };
  const notReached = async (): Promise<void> => {
    if (!(await trying.run({ review, to })).ok) return;
    setTried([...tried, doctors.find(({ id }) => id === to)?.name ?? '']);
    setDoctor(doctors.find(({ id }) => id !== to)?.id ?? '');
  };
  useKeys(text.tellDoctor, [{ keys: 'Ctrl+Enter', words: text.told, does: () => void tell(), inFields: true }]);
  return (
    <div className="lab-form">
      <Notice tone="stop" title={text.tellDoctor}>
        {values}
      </Notice>
      <Select size="small" label={text.toWhom} value={to} onChange={(event) => setDoctor(event.target.value)}>
        {doctors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        label={says.readBack}
        description={text.readBackHint}
        value={readBack}
        autoComplete="off"
        autoFocus
        onChange={(event) => setReadBack(event.target.value)}
      />
      {tried.length > 0 ? <p className="soft">{text.tried(tried.join(', '))}</p> : null}
      {telling.no ? <Notice tone="warning">{words(telling.no)}</Notice> : null}
      {trying.no ? <Notice tone="warning">{words(trying.no)}</Notice> : null}
      <div className="lab-form-row">
        <Act weight="first" keys="Ctrl+Enter" onPress={() => void tell()} isBusy={telling.isBusy}>
          {text.told}
        </Act>
        <Act onPress={() => void notReached()} isBusy={trying.isBusy}>
          {text.notReached}
        </Act>
      </div>
    </div>
  );
}
