/** What I have looked at myself, day by day. */

import { useState } from 'react';
import { GoTo, Notice, Panel, useAsk, useNoWords, useTexts } from '#platform/web';
import type { myLooks } from './access-question.api.ts';
import { AccessRows } from './access-rows.tsx';
import { confidentialityTexts } from './confidentiality.texts.ts';
import { type Period, PeriodFields, useUsualPeriod } from './period-fields.tsx';

export default function MyLooksScreen() {
  const text = useTexts(confidentialityTexts);
  const words = useNoWords(text.refusals);
  const usual = useUsualPeriod();
  const [chosen, setChosen] = useState<Period>();
  const period = chosen ?? usual;
  const seen = useAsk<typeof myLooks>('myLooks', period, { keeps: true });
  const names = new Map((seen.data?.names ?? []).map(({ patient, name }) => [patient, name]));
  return (
    <Panel
      title={text.myLooks}
      count={seen.data?.days.length ?? 0}
      aside={<PeriodFields period={period} onChange={setChosen} />}
    >
      {seen.error ? <Notice tone="stop">{words(seen.error.no as never)}</Notice> : null}
      <AccessRows
        label={text.myLooks}
        days={seen.data?.days ?? []}
        empty={text.noneSeen}
        about={{
          title: text.patient,
          show: ({ patient }) =>
            patient ? (
              <span className="private">
                <GoTo path={`/patient/${patient}`}>{names.get(patient) ?? text.nobody}</GoTo>
              </span>
            ) : (
              ''
            ),
        }}
      />
    </Panel>
  );
}
