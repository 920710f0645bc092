/** Controls: every instrument and its state, the value of today's control, and the chart that tells where it is going. */

import { useState } from 'react';
import { numberIn } from '#kernel/texts';
import { timeOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Empty, Notice, Panel, Rows, useAsk, useLanguage, useTexts } from '#platform/web';
import { analytes, isAnalyte } from '../analyses/analyte.table.ts';
import { workTexts } from '../analyses/work.texts.ts';
import type { controlSeries, controlsToday } from './control.api.ts';
import { controlTexts } from './control.texts.ts';
import { ControlEntry } from './control-entry.tsx';
import { controlFacts, InstrumentState, type InstrumentToday } from './instruments-panel.tsx';
import { LeveyJenningsPlot } from './levey-jennings-plot.tsx';
import '../laboratory.css';

const keyOf = (one: InstrumentToday): string => `${one.device.id} ${one.analyte}`;

export default function ControlsScreen() {
  const text = useTexts(controlTexts);
  const today = useAsk<typeof controlsToday>('controlsToday', {}, { hears: controlFacts });
  const instruments = today.data ?? [];
  const [choice, setChoice] = useState<string>();
  const chosen =
    instruments.find((one) => keyOf(one) === choice) ?? instruments.find(({ gate }) => !gate.open) ?? instruments[0];
  return (
    <div className="columns">
      <div className="lab-main">
        <Panel title={text.equipment} count={instruments.length}>
          <Rows
            label={text.equipment}
            rows={instruments}
            columns={[
              { title: text.standing, show: (one) => <InstrumentState instrument={one} />, width: '34%' },
              { title: text.instrument, show: ({ device }) => device.name },
              {
                title: text.lot,
                show: ({ reagent }) => (reagent ? `${reagent.lot} · ${dayWords(reagent.expiresOn)}` : '–'),
                isExtra: true,
              },
              { title: text.justRun, show: (one) => <NextControl one={one} /> },
            ]}
            idOf={keyOf}
            chosen={chosen && keyOf(chosen)}
            onChoose={(one) => setChoice(keyOf(one))}
            empty={text.noInstruments}
          />
        </Panel>
        {chosen ? <Chart key={keyOf(chosen)} instrument={chosen} /> : null}
      </div>
      <div className="lab-side">
        {chosen ? (
          <Chosen key={keyOf(chosen)} instrument={chosen} />
        ) : (
          <Panel title={text.runControl}>
            <Empty>{text.choose}</Empty>
          </Panel>
        )}
      </div>
    </div>
  );
}

function NextControl({ one: { gate, level } }: { one: InstrumentToday }) {
  const text = useTexts(controlTexts);
  if (gate.open) return <span className="soft">{text.nextOn(dayWords(gate.nextControlOn))}</span>;
  return <span>{level ? text.levelInTurn(level) : '–'}</span>;
}

function Chart({ instrument: { device, analyte } }: { instrument: InstrumentToday }) {
  const text = useTexts(controlTexts);
  const { language } = useLanguage();
  const series = useAsk<typeof controlSeries>('controlSeries', { device: device.id, analyte }, { hears: controlFacts });
  const name = isAnalyte(analyte) ? analytes[analyte].name[language] : analyte;
  const shown = (value: number) => numberIn(language, value, 2);
  const runs = series.data?.runs ?? [];
  return (
    <Panel title={text.chart(name)}>
      {runs.length === 0 ? <Empty>{text.chartEmpty}</Empty> : <LeveyJenningsPlot runs={runs} name={name} />}
      {(series.data?.statistics ?? []).map(({ level, own }) =>
        own ? (
          <p key={level} className="soft">
            {text.statistics(
              level,
              String(own.n),
              shown(own.mean),
              shown(own.sd),
              own.cvPercent === undefined ? '–' : shown(own.cvPercent),
            )}
          </p>
        ) : null,
      )}
    </Panel>
  );
}

function Chosen({ instrument }: { instrument: InstrumentToday }) {
  const text = useTexts(controlTexts);
  const why = useTexts(workTexts);
  const { language } = useLanguage();
  const { device, analyte, gate } = instrument;
  const name = isAnalyte(analyte) ? analytes[analyte].name[language] : analyte;
  return (
    <Panel title={`${name} · ${device.name}`}>
      {gate.open ? (
        <Notice tone="done" title={`${text.open}.`}>{` ${text.lastPassed(timeOf(gate.passed.runAt))}`}</Notice>
      ) : (
        <Notice tone="stop" title={`${text.locked}.`}>{` ${why.lockedWhy[gate.why]}`}</Notice>
      )}
      <ControlEntry instrument={instrument} />
    </Panel>
  );
}
