/** The blood pressure card: three rows that fill themselves, the mean under them, one key to file. */

import { useState } from 'react';
import type { PatientId } from '#patients';
import { Act, Panel, useTexts } from '#platform/web';
import { cardTexts } from './card.texts.ts';
import { filingTexts } from './filing.texts.ts';
import {
  type AlarmingSymptom,
  type Arm,
  alarmingSymptoms,
  type Cuff,
  cuffs,
  judgePressure,
  type Preparation,
  type PressureTaken,
  preparations,
} from './measuring.ts';
import { Before, MeasuringCard, type Step, Steps, Toggle } from './measuring-card.tsx';
import { NumberField } from './number-field.tsx';
import { PressureVerdict } from './pressure-verdict.tsx';
import { noReading, readingSigns, readRows, type TypedReading } from './typed-reading.ts';
import { type FiledAnswer, type OpenOrder, type SeenSigns, useCard } from './use-filing.tsx';

export type CardProps = {
  readonly patient: PatientId;
  readonly seen: SeenSigns;
  readonly colour: string;
  readonly doctorName: (order: OpenOrder | undefined) => string;
  readonly onFiled: (filed: FiledAnswer) => void;
};

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** All that is typed and pressed on the card. */
function usePressure(seen: SeenSigns) {
  const last = seen.filings.find(({ taken }) => taken.kind === 'blood pressure')?.taken;
  const [rows, setRows] = useState<readonly TypedReading[]>([noReading, noReading, noReading]);
  // The arm and the cuff of last time are the ones to compare with.
  const [arm, setArm] = useState<Arm>(last?.kind === 'blood pressure' ? last.arm : 'right');
  const [cuff, setCuff] = useState<Cuff>(last?.kind === 'blood pressure' ? last.cuff : 'standard');
  const [preparation, setPreparation] = useState<readonly Preparation[]>([]);
  const [symptoms, setSymptoms] = useState<readonly AlarmingSymptom[]>([]);
  const [isPulseIrregular, setIrregular] = useState(false);
  const { readings, halfRow } = readRows(rows);
  const taken: PressureTaken | undefined =
    readings.length > 0
      ? { arm, cuff, isPulseIrregular, readings: [...readings], preparation: [...preparation], symptoms: [...symptoms] }
      : undefined;
  const judged = taken && judgePressure(taken);
  const type = (place: number, change: Partial<TypedReading>): void =>
    setRows((before) => before.map((row, at) => (at === place ? { ...row, ...change } : row)));
  return {
    ...{ rows, type, arm, cuff, preparation, symptoms, isPulseIrregular, halfRow, taken },
    finding: judged?.ok ? judged.value : undefined,
    otherArm: () => setArm(arm === 'right' ? 'left' : 'right'),
    otherCuff: () => setCuff(cuffs[(cuffs.indexOf(cuff) + 1) % cuffs.length] ?? 'standard'),
    ready: (one?: Preparation) =>
      setPreparation(one ? toggled(preparation, one) : preparation.length === preparations.length ? [] : preparations),
    symptom: (one: AlarmingSymptom) => setSymptoms(toggled(symptoms, one)),
    irregular: () => setIrregular(!isPulseIrregular),
  };
}
type PressureState = ReturnType<typeof usePressure>;

export function PressureCard({ patient, seen, colour, doctorName, onFiled }: CardProps) {
  const text = useTexts(cardTexts);
  const pressure = usePressure(seen);
  const taken = pressure.taken && ({ kind: 'blood pressure', ...pressure.taken } as const);
  const isWhole = pressure.finding !== undefined && pressure.halfRow === undefined;
  const card = useCard({
    ...{ kind: 'blood pressure', patient, seen, onFiled },
    taken: isWhole ? taken : undefined,
    letters: [
      { keys: 'k', words: text.allReady, does: () => pressure.ready() },
      { keys: 'h', words: text.otherArm, does: pressure.otherArm },
      { keys: 'm', words: text.otherCuff, does: pressure.otherCuff },
      { keys: 'r', words: text.irregular, does: pressure.irregular },
    ],
  });
  return (
    <MeasuringCard
      {...{ card, taken, colour, finding: pressure.finding }}
      isOff={!isWhole}
      doctorName={doctorName(card.order)}
      steps={<Steps title={text.title} steps={stepsOf(pressure, text)} />}
    >
      <Measure card={pressure} seen={seen} />
    </MeasuringCard>
  );
}

type CardWords = typeof cardTexts.nb | typeof cardTexts.en;
function stepsOf(card: PressureState, text: CardWords): readonly Step[] {
  const count = card.taken?.readings.length ?? 0;
  const isReady = card.preparation.length === preparations.length;
  return [
    { title: text.steps.right, how: text.steps.rightHow, isDone: isReady || count > 0 },
    {
      title: text.steps.ready,
      isDone: isReady,
      isPassed: count > 0,
      how: (
        <>
          <Toggle isOn={isReady} keys="K" onPress={() => card.ready()}>
            {text.allReady}
          </Toggle>
          {preparations.map((one) => (
            <Toggle key={one} isOn={card.preparation.includes(one)} onPress={() => card.ready(one)}>
              {text.preparation[one]}
            </Toggle>
          ))}
        </>
      ),
    },
    { title: text.steps.measure, how: text.steps.measurePressure, isDone: count >= 3 },
    { title: text.steps.file, how: text.steps.fileHow, isDone: false },
    {
      title: text.steps.on,
      how: card.finding?.isForDoctorAtOnce ? text.steps.onStop : text.steps.onHow,
      isDone: false,
    },
  ];
}

function Measure({ card, seen }: { card: PressureState; seen: SeenSigns }) {
  const text = useTexts(cardTexts);
  const words = useTexts(filingTexts);
  return (
    <Panel title={words.kinds['blood pressure']} count="mmHg">
      <div className="card-choices">
        <Act keys="H" onPress={card.otherArm}>
          {words.arms[card.arm]}
        </Act>
        <Act keys="M" onPress={card.otherCuff}>
          {words.cuffs[card.cuff]}
        </Act>
        <Toggle isOn={card.isPulseIrregular} keys="R" onPress={card.irregular}>
          {text.irregular}
        </Toggle>
      </div>
      <ReadingRows card={card} />
      {card.halfRow === undefined ? null : <p className="soon">{text.halfRow(card.halfRow + 1)}</p>}
      {card.taken && card.finding ? (
        <PressureVerdict taken={card.taken} finding={card.finding} />
      ) : (
        <p className="soft">{text.meanWaits}</p>
      )}
      <fieldset className="form-part card-choices">
        <legend>{text.symptoms}</legend>
        {alarmingSymptoms.map((one) => (
          <Toggle key={one} isOn={card.symptoms.includes(one)} onPress={() => card.symptom(one)}>
            {words.symptoms[one]}
          </Toggle>
        ))}
      </fieldset>
      <Before seen={seen} kind="blood pressure" />
    </Panel>
  );
}

function ReadingRows({ card }: { card: PressureState }) {
  const text = useTexts(cardTexts);
  const titles = { systolic: text.systolic, diastolic: text.diastolic, pulse: text.pulse };
  return (
    <div className="readings">
      <span />
      {readingSigns.map((sign) => (
        <span key={sign} className="head" aria-hidden="true">
          {titles[sign]}
        </span>
      ))}
      {card.rows.map((row, place) => {
        const name = text.reading(place + 1);
        return [
          <span key={name}>{name}</span>,
          ...readingSigns.map((sign) => (
            <NumberField
              key={`${name} ${sign}`}
              sign={sign}
              label={`${name}: ${titles[sign]}`}
              unit={sign === 'pulse' ? text.perMinute : ''}
              typed={row[sign]}
              onType={(typed) => card.type(place, { [sign]: typed })}
              isFirst={place === 0 && sign === 'systolic'}
            />
          )),
        ];
      })}
    </div>
  );
}
