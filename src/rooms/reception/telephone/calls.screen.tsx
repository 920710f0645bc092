/** The day's calls, and how soon the telephone is answered, hour by hour. */

import { useState } from 'react';
import { numberIn } from '#kernel/texts';
import { timeOf } from '#kernel/time';
import { Act, Chip, Panel, Rows, useAsk, useGo, useLanguage, useTexts } from '#platform/web';
import type { answering, callsOfDay } from './call.api.ts';
import { callTexts } from './call.texts.ts';
import { callScreenTexts } from './call-screen.texts.ts';

const hears = ['CallRang', 'CallChanged', 'CallEnded'];

export default function CallsScreen() {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  const go = useGo();
  const [chosen, setChosen] = useState<string>();
  const { data = [] } = useAsk<typeof callsOfDay>('callsOfDay', {}, { hears });
  return (
    <div className="columns">
      <Panel
        title={text.today}
        count={data.length}
        aside={
          <Act keys="T" weight="first" onPress={() => go('/call')}>
            {text.newCall}
          </Act>
        }
      >
        <Rows
          label={text.today}
          rows={data}
          idOf={({ call }) => call.id}
          chosen={chosen}
          onChoose={({ call }) => setChosen(call.id)}
          onOpen={({ call }) => call.state === 'ended' && call.patient && go(`/patient/${call.patient}`)}
          empty={text.noCalls}
          columns={[
            { title: text.time, width: '60px', show: ({ call }) => <strong>{timeOf(call.rangAt)}</strong> },
            {
              title: text.patient,
              show: ({ patientName, isProtected }) => (
                <span className="private">
                  {patientName ?? '–'} {isProtected ? <Chip tone="danger">{text.protectedAddress}</Chip> : null}
                </span>
              ),
            },
            {
              title: text.about,
              show: ({ call }) =>
                call.state === 'ended' ? <span className="private">{call.reason}</span> : calls.states[call.state],
            },
            {
              title: text.outcome,
              show: ({ call }) => (call.state === 'ended' ? calls.outcomes[call.outcome.kind] : ''),
            },
            { title: text.by, isExtra: true, show: ({ answeredByName }) => answeredByName ?? '' },
          ]}
        />
      </Panel>
      <AnsweringPanel />
    </div>
  );
}

function AnsweringPanel() {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  const { language } = useLanguage();
  const { data } = useAsk<typeof answering>('answering', {}, { hears });
  if (!data) return <div />;
  const words = ({ within, of, percent }: { within: number; of: number; percent: number | null }): string =>
    percent === null ? calls.answering.nobodyRang : text.share(numberIn(language, percent, 0), within, of);
  return (
    <Panel title={calls.answering.title}>
      <dl className="facts">
        <dt>{calls.answering.abandonedAsMissed}</dt>
        <dd>
          <strong>{words(data.abandonedAsMissed)}</strong>
        </dd>
        <dt>{calls.answering.abandonedLeftOut}</dt>
        <dd>{words(data.abandonedLeftOut)}</dd>
      </dl>
      <Rows
        label={calls.answering.title}
        rows={data.hours}
        idOf={({ hour }) => hour}
        empty={calls.answering.nobodyRang}
        columns={[
          { title: text.hour, show: ({ hour }) => hour },
          { title: text.answeredInTime, show: ({ abandonedAsMissed }) => words(abandonedAsMissed) },
          { title: '', show: ({ tooFew }) => <span className="late">{text.tooFew(tooFew)}</span> },
        ]}
      />
    </Panel>
  );
}
