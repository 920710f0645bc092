/** What the readings show: the mean, its class on two scales, the named rule, and the stop. */

import { Notice, State, type Tone, useLanguage, useTexts } from '#platform/web';
import { isForDoctorAtOnce, officeMeanRule, pressureClassRule } from './blood-pressure.ts';
import { type EshCategory, eshClasses } from './blood-pressure-class.table.ts';
import { cardTexts } from './card.texts.ts';
import { pressureWords } from './filing-note.ts';
import type { PressureFinding, PressureTaken } from './measuring.ts';
import { vitalSignsTexts } from './vital-signs.texts.ts';

const tones: Readonly<Record<EshCategory, Tone>> = {
  optimal: 'done',
  normal: 'done',
  high_normal: 'waiting',
  grade1: 'waiting',
  grade2: 'urgent',
  grade3: 'urgent',
};
const colours: Readonly<Record<EshCategory, string>> = {
  optimal: 'color-mix(in srgb, var(--done) 35%, var(--sheet))',
  normal: 'color-mix(in srgb, var(--done) 55%, var(--sheet))',
  high_normal: 'color-mix(in srgb, var(--soon) 35%, var(--sheet))',
  grade1: 'color-mix(in srgb, var(--soon) 75%, var(--sheet))',
  grade2: 'color-mix(in srgb, var(--late) 65%, var(--sheet))',
  grade3: 'var(--late)',
};

type Bar = { readonly title: string; readonly value: number; readonly from: number; readonly until: number };

/** The bands of the class table on a line, with the mean as a mark. */
function ScaleBar({ bar, limitOf }: { bar: Bar; limitOf: 'systolicFrom' | 'diastolicFrom' }) {
  const at = (value: number): number => Math.min(100, Math.max(0, ((value - bar.from) / (bar.until - bar.from)) * 100));
  const rows = eshClasses.value.toReversed();
  return (
    <div className="scale">
      <span>{bar.title}</span>
      <div className="scale-bar" aria-hidden="true">
        {rows.map((row, place) => {
          const start = at(row[limitOf]);
          const end = at(rows[place + 1]?.[limitOf] ?? bar.until);
          return (
            <i
              key={row.category}
              style={{ left: `${start}%`, width: `${end - start}%`, background: colours[row.category] }}
            />
          );
        })}
        {rows.slice(1).map((row) => (
          <span key={row.category} style={{ left: `${at(row[limitOf])}%` }}>
            {row[limitOf]}
          </span>
        ))}
        <b style={{ left: `${at(bar.value)}%` }} />
      </div>
    </div>
  );
}

export function PressureVerdict({ taken, finding }: { taken: PressureTaken; finding: PressureFinding }) {
  const text = useTexts(cardTexts);
  const words = useTexts(vitalSignsTexts);
  const { language } = useLanguage();
  const { mean } = finding;
  const { category, isolatedSystolic, isolatedDiastolic } = finding.class.esh2023;
  const isolated = isolatedSystolic ? words.isolatedSystolic : isolatedDiastolic ? words.isolatedDiastolic : '';
  return (
    <>
      <div className="verdict" role="status">
        <div className="verdict-line">
          <span className="verdict-number">{pressureWords(mean)}</span>
          <State tone={tones[category]} words={words.esh[category]} />
          <span className="soft">
            {[finding.basedOn === 1 ? words.meanOfOne : words.meanOfLastTwo, isolated].filter(Boolean).join(' · ')}
          </span>
        </div>
        <ScaleBar
          bar={{ title: text.systolic, value: mean.systolicMmHg, from: 90, until: 200 }}
          limitOf="systolicFrom"
        />
        <ScaleBar
          bar={{ title: text.diastolic, value: mean.diastolicMmHg, from: 55, until: 125 }}
          limitOf="diastolicFrom"
        />
        <p className="rule-line">
          {text.rule(officeMeanRule.formula[language], officeMeanRule.source, officeMeanRule.year)}
          <br />
          {pressureClassRule.source} ({pressureClassRule.year})
        </p>
      </div>
      <Stops taken={taken} finding={finding} />
    </>
  );
}

function Stops({ taken, finding }: { taken: PressureTaken; finding: PressureFinding }) {
  const text = useTexts(cardTexts);
  const words = useTexts(vitalSignsTexts);
  if (finding.isForDoctorAtOnce)
    return (
      <Notice tone="stop" title={text.stopTitle}>
        {taken.symptoms.length > 0 ? text.stopEmergency : text.stopPressure}
      </Notice>
    );
  return (
    <>
      {taken.readings.some(isForDoctorAtOnce) ? <Notice tone="warning">{text.highReading}</Notice> : null}
      {finding.takeMore.map((why) => (
        <Notice key={why} tone="warning">
          {words.takeMore[why]}
        </Notice>
      ))}
    </>
  );
}
