/** The card of pulse, temperature and breathing, and the card of saturation: a number each, judged while it is typed. */

import { useState } from 'react';
import { Notice, Panel, State, useLanguage, useTexts } from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { filingTexts } from './filing.texts.ts';
import { shortWords } from './filing-note.ts';
import { type AgeAtMeasuring, judgeSaturation, judgeSigns, type SignsFinding, type Taken } from './measuring.ts';
import { Before, MeasuringCard, type Step, Steps, Toggle } from './measuring-card.tsx';
import { news2Table } from './news2.table.ts';
import { news2Rule } from './news2.ts';
import { NumberField } from './number-field.tsx';
import type { CardProps } from './pressure-card.tsx';
import { feverRule, type TemperatureSite, temperatureSites } from './temperature.ts';
import { numberTyped } from './typed-reading.ts';
import { useCard } from './use-filing.tsx';
import { vitalSignsTexts } from './vital-signs.texts.ts';

type Kind = 'vital signs' | 'saturation';

function useTyped(kind: Kind, age: AgeAtMeasuring) {
  const [typed, setTyped] = useState({ pulse: '', celsius: '', respiration: '', saturation: '' });
  const [site, setSite] = useState<TemperatureSite>('ear');
  const [isPulseIrregular, setIrregular] = useState(false);
  const [isOnOxygen, setOxygen] = useState(false);
  const [isScale2, setScale2] = useState(false);
  const [pulsePerMinute, celsius] = [numberTyped(typed.pulse), numberTyped(typed.celsius)];
  const [respirationPerMinute, percent] = [numberTyped(typed.respiration), numberTyped(typed.saturation)];
  const pulse = pulsePerMinute === undefined ? {} : { pulsePerMinute };
  const signs = {
    ...{ isPulseIrregular, ...pulse },
    ...(celsius === undefined ? {} : { temperature: { celsius, site } }),
    ...(respirationPerMinute === undefined ? {} : { respirationPerMinute }),
  };
  const saturation = { ...pulse, percent: percent ?? 0, isOnOxygen, scale: isScale2 ? (2 as const) : (1 as const) };
  const judged = kind === 'vital signs' ? judgeSigns(signs, age) : judgeSaturation(saturation, age);
  const taken: Taken = kind === 'vital signs' ? { kind, ...signs } : { kind, ...saturation };
  return {
    ...{ typed, site, setSite, isPulseIrregular, isOnOxygen, isScale2 },
    type: (change: Partial<typeof typed>) => setTyped({ ...typed, ...change }),
    irregular: () => setIrregular(!isPulseIrregular),
    oxygen: () => setOxygen(!isOnOxygen),
    scale2: () => setScale2(!isScale2),
    taken: judged.ok ? taken : undefined,
    finding: judged.ok ? judged.value : undefined,
  };
}
type TypedState = ReturnType<typeof useTyped>;

export function SignsCard(props: CardProps & { kind: Kind; age: AgeAtMeasuring }) {
  const { kind, age, patient, seen, colour, doctorName, onFiled } = props;
  const text = useTexts(cardTexts);
  const words = useTexts(filingTexts);
  const typed = useTyped(kind, age);
  const isOxygen = kind === 'saturation';
  const card = useCard({
    ...{ kind, patient, seen, onFiled, taken: typed.taken },
    letters: isOxygen
      ? [{ keys: 'y', words: text.onOxygen, does: typed.oxygen }]
      : [{ keys: 'r', words: text.irregular, does: typed.irregular }],
  });
  const isDone = typed.taken !== undefined;
  const on = typed.finding?.isForDoctorAtOnce ? text.steps.onStop : text.steps.onHow;
  const steps: readonly Step[] = [
    { title: text.steps.right, how: text.steps.rightHow, isDone },
    { title: text.steps.measure, how: text.steps.measureSigns, isDone },
    { title: text.steps.file, how: text.steps.fileHow, isDone: false },
    { title: text.steps.on, how: on, isDone: false },
  ];
  return (
    <MeasuringCard
      {...{ card, colour, taken: typed.taken, finding: typed.finding }}
      doctorName={doctorName(card.order)}
      steps={<Steps title={words.kinds[kind]} steps={steps} />}
    >
      <Panel title={words.kinds[kind]}>
        {isOxygen ? <SaturationFields card={typed} /> : <SignFields card={typed} />}
        <SignsVerdict taken={typed.taken} finding={typed.finding} age={age} />
        <Before seen={seen} kind={kind} />
      </Panel>
    </MeasuringCard>
  );
}

function SignFields({ card }: { card: TypedState }) {
  const text = useTexts(cardTexts);
  const words = useTexts(vitalSignsTexts);
  return (
    <div className="readings readings-two">
      <NumberField
        sign="pulse"
        label={text.pulse}
        unit={text.perMinute}
        typed={card.typed.pulse}
        onType={(pulse) => card.type({ pulse })}
        isFirst
        isLabelShown
      />
      <Toggle isOn={card.isPulseIrregular} keys="R" onPress={card.irregular}>
        {text.irregular}
      </Toggle>
      <NumberField
        sign="celsius"
        label={text.temperature}
        unit="°C"
        typed={card.typed.celsius}
        onType={(celsius) => card.type({ celsius })}
        isLabelShown
      />
      <span className="card-choices">
        {temperatureSites.map((site) => (
          <Toggle key={site} isOn={card.site === site} onPress={() => card.setSite(site)}>
            {words.sites[site]}
          </Toggle>
        ))}
      </span>
      <NumberField
        sign="respiration"
        label={text.respiration}
        unit={text.perMinute}
        typed={card.typed.respiration}
        onType={(respiration) => card.type({ respiration })}
        isLabelShown
      />
      <span />
    </div>
  );
}

function SaturationFields({ card }: { card: TypedState }) {
  const text = useTexts(cardTexts);
  return (
    <div className="readings readings-two">
      <NumberField
        sign="saturation"
        label={text.saturation}
        unit="%"
        typed={card.typed.saturation}
        onType={(saturation) => card.type({ saturation })}
        isFirst
        isLabelShown
      />
      <span className="card-choices">
        <Toggle isOn={card.isOnOxygen} keys="Y" onPress={card.oxygen}>
          {text.onOxygen}
        </Toggle>
        <Toggle isOn={card.isScale2} onPress={card.scale2}>
          {text.scale2}
        </Toggle>
      </span>
      <NumberField
        sign="pulse"
        label={text.pulse}
        unit={text.perMinute}
        typed={card.typed.pulse}
        onType={(pulse) => card.type({ pulse })}
        isLabelShown
      />
      <span />
    </div>
  );
}

type VerdictProps = {
  readonly taken: Taken | undefined;
  readonly finding: SignsFinding | undefined;
  readonly age: AgeAtMeasuring;
};
function SignsVerdict({ taken, finding, age }: VerdictProps) {
  const text = useTexts(cardTexts);
  const words = useTexts(vitalSignsTexts);
  const { language } = useLanguage();
  if (!taken || !finding) return <p className="soft">{text.signsWait}</p>;
  const heat = finding.temperature;
  const isChild = age.years !== undefined && age.years < news2Table.value.fromAgeYears;
  const state = finding.isForDoctorAtOnce
    ? words.doctorAtOnce
    : heat?.isFever
      ? words.fever
      : heat?.isHypothermia
        ? words.hypothermia
        : text.asExpected;
  const rule = heat ? feverRule : news2Rule;
  return (
    <>
      <div className="verdict" role="status">
        <div className="verdict-line">
          <span className="verdict-number">{shortWords(taken, finding, language)}</span>
          <State
            tone={finding.isForDoctorAtOnce ? 'urgent' : heat?.isFever || heat?.isHypothermia ? 'waiting' : 'done'}
            words={state}
          />
          {heat?.mayBeHigherRectally ? <span className="soft">{words.mayBeHigherRectally}</span> : null}
        </div>
        <p className="rule-line">{text.rule(rule.formula[language], rule.source, rule.year)}</p>
      </div>
      {finding.isForDoctorAtOnce ? (
        <Notice tone="stop" title={text.stopTitle}>
          {heat?.isInfantUrgent ? text.stopInfant : text.stopSigns}
        </Notice>
      ) : null}
      {isChild ? <Notice tone="info">{text.underAge}</Notice> : null}
    </>
  );
}
