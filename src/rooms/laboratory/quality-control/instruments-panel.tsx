/** Instruments and controls of the day: what is open, what is locked and why, and the way to the control. */

import { timeOf } from '#kernel/time';
import { Act, Empty, Panel, State, useAsk, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import { analytes, isAnalyte } from '../analyses/analyte.table.ts';
import { workTexts } from '../analyses/work.texts.ts';
import type { Asked } from '../asked.tsx';
import type { controlsToday } from './control.api.ts';
import { controlTexts } from './control.texts.ts';
import '../laboratory.css';

export type InstrumentToday = Asked<typeof controlsToday>[number];
export const controlFacts = ['ControlRun', 'ControlsChanged', 'DeviceChanged'] as const;

/** Beside the board of the day and in the laboratory. */
export function InstrumentsPanel() {
  const text = useTexts(controlTexts);
  const go = useGo();
  const today = useAsk<typeof controlsToday>('controlsToday', {}, { hears: controlFacts });
  const instruments = [...(today.data ?? [])].sort((a, b) => Number(a.gate.open) - Number(b.gate.open));
  useKeys(text.equipment, [{ keys: 'k', words: text.title, does: () => go('/controls') }]);
  return (
    <Panel
      title={text.equipment}
      aside={
        <Act keys="K" weight="quiet" onPress={() => go('/controls')}>
          {text.doNow}
        </Act>
      }
    >
      {today.data && instruments.length === 0 ? <Empty>{text.noInstruments}</Empty> : null}
      <div className="lab-instruments padless">
        {instruments.map((one) => (
          <InstrumentState key={`${one.device.id} ${one.analyte}`} instrument={one} />
        ))}
      </div>
    </Panel>
  );
}

/** `CRP 08:02`, or why it is shut. */
export function InstrumentState({ instrument: { analyte, gate } }: { instrument: InstrumentToday }) {
  const text = useTexts(controlTexts);
  const why = useTexts(workTexts);
  const { language } = useLanguage();
  const name = isAnalyte(analyte) ? analytes[analyte].name[language] : analyte;
  if (gate.open) return <State tone="done" words={`${name} ${timeOf(gate.passed.runAt)}`} />;
  const isOutside = gate.why === 'failed control not explained' || gate.why === 'control failed';
  const words = isOutside ? text.outsideLocked(name) : gate.why === 'control missing' ? text.remains(name) : name;
  return (
    <span title={why.lockedWhy[gate.why]}>
      <State tone={gate.why === 'control missing' ? 'waiting' : 'urgent'} words={words} />
      {isOutside || gate.why === 'control missing' ? null : <small className="soft"> {why.lockedWhy[gate.why]}</small>}
    </span>
  );
}
