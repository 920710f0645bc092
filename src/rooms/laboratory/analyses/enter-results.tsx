/** Results of one order: a value for each analysis, typed twice, judged while one types, signed in one act. */

import { TextField } from '@navikt/ds-react';
import { type FormEvent, useState } from 'react';
import { dayWords, patientColour } from '#patients/web';
import { Act, GoTo, Notice, Panel, useAsk, useDo, useKeys, useLanguage, useNoWords, useTexts } from '#platform/web';
import type { Asked as AskedOf } from '../asked.tsx';
import type { controlsToday } from '../quality-control/control.api.ts';
import { controlFacts } from '../quality-control/instruments-panel.tsx';
import { CriticalPanel } from '../results/critical-panel.tsx';
import { FlagMark } from '../results/result-value.tsx';
import type { enterResults, previewResult } from './analysis.api.ts';
import { analysisTexts, shownLimits, shownUnit } from './analysis.texts.ts';
import { type Analyte, analytes } from './analyte.table.ts';
import { workTexts } from './work.texts.ts';
import type { WorkLine, WorkOrderLine } from './work-line.tsx';
import { instrumentsFor, typedValue } from './work-list.ts';

type Instruments = AskedOf<typeof controlsToday>;
type Typed = { readonly first: string; readonly second: string };
type Asked = { readonly key: string; readonly number: number; readonly analyte: Analyte; readonly line: WorkLine };

/** What is measured here of the order; the second analyte of a device that gives two is optional. */
function askedOf(order: WorkOrderLine): Asked[] {
  return order.lines
    .filter(({ kind }) => kind === 'analysis')
    .flatMap((line) =>
      line.analytes
        .filter((analyte): analyte is Analyte => analyte in analytes)
        .map((analyte) => ({ key: `${line.item.number} ${analyte}`, number: line.item.number, analyte, line })),
    );
}

type Props = { readonly order: WorkOrderLine; readonly onClose: () => void };

export function EnterResults({ order, onClose }: Props) {
  const text = useTexts(workTexts);
  const words = useNoWords<string>(text.refusals);
  const entering = useEntering(order);
  const { patient, familyName, givenName } = order.first;
  useKeys(text.enter, [
    { keys: 'Ctrl+Enter', words: text.send, does: () => void entering.send(), inFields: true },
    { keys: 'Escape', words: text.cancel, does: onClose, inFields: true },
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void entering.send();
  };
  if (entering.done)
    return (
      <Panel
        title={<span className="private">{`${familyName}, ${givenName}`}</span>}
        label={text.enter}
        patientColour={patientColour(patient)}
      >
        <Done done={entering.done} onClose={onClose} />
      </Panel>
    );
  return (
    <form onSubmit={submit} noValidate aria-label={text.enter}>
      <Panel
        title={<span className="private">{`${familyName}, ${givenName}`}</span>}
        label={text.enter}
        patientColour={patientColour(patient)}
        foot={
          <>
            <Act sends weight="first" keys="Ctrl+Enter" isBusy={entering.isBusy} isOff={!entering.isReady}>
              {text.send}
            </Act>
            <Act keys="Esc" weight="quiet" onPress={onClose}>
              {text.cancel}
            </Act>
          </>
        }
      >
        {order.first.question ? <p className="soft">{`${text.question}: ${order.first.question}`}</p> : null}
        {entering.asked.length === 0 ? <Notice tone="info">{text.notMeasuredHere}</Notice> : null}
        <div className="lab-readings padless">
          {entering.asked.map((asked, place) => (
            <ReadingLine
              key={asked.key}
              asked={asked}
              patient={patient}
              instruments={entering.instruments}
              typed={entering.typedOf(asked.key)}
              onType={(typed) => entering.type(asked.key, typed)}
              isFirst={place === 0}
            />
          ))}
        </div>
        {entering.no ? <Notice tone="stop">{words(entering.no)}</Notice> : null}
      </Panel>
    </form>
  );
}

function useEntering(order: WorkOrderLine) {
  const asked = askedOf(order);
  const controls = useAsk<typeof controlsToday>('controlsToday', {}, { hears: controlFacts });
  const instruments = controls.data ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [done, setDone] = useState<AskedOf<typeof enterResults>>();
  const enter = useDo<typeof enterResults>('enterResults');
  const typedOf = (key: string): Typed => typed[key] ?? { first: '', second: '' };
  const readings = asked.flatMap((one) => {
    const value = typedValue(typedOf(one.key).first);
    const [instrument] = instrumentsFor(instruments, one.analyte);
    if (!value || !instrument?.gate.open) return [];
    const again = typedValue(typedOf(one.key).second)?.value;
    const { number, analyte } = one;
    return [
      {
        number,
        analyte,
        ...value,
        again,
        from: 'typed' as const,
        device: instrument.device.id,
        conditionsConfirmed: true,
      },
    ];
  });
  return {
    asked,
    instruments,
    typedOf,
    type: (key: string, value: Typed) => setTyped({ ...typed, [key]: value }),
    isReady: readings.length > 0 && readings.every(({ value, again }) => value === again),
    isBusy: enter.isBusy,
    no: enter.no,
    done,
    async send() {
      if (readings.length === 0) return;
      const { patient } = order.first;
      const answered = await enter.run({ order: order.first.order, patient, readings });
      if (answered.ok) setDone(answered.value);
    },
  };
}

type LineProps = {
  readonly asked: Asked;
  readonly patient: WorkLine['patient'];
  readonly instruments: Instruments;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly isFirst: boolean;
};

function ReadingLine({ asked, patient, instruments, typed, onType, isFirst }: LineProps) {
  const text = useTexts(workTexts);
  const { language } = useLanguage();
  const { name, unit } = analytes[asked.analyte];
  const [instrument] = instrumentsFor(instruments, asked.analyte);
  const first = typedValue(typed.first);
  const second = typedValue(typed.second);
  const isDifferent = first !== undefined && second !== undefined && first.value !== second.value;
  const isShut = !instrument?.gate.open;
  const field = (label: string, value: string, change: (typed: string) => void, more: object = {}) => (
    <TextField
      size="small"
      label={`${label}${unit ? ` (${shownUnit(language, unit)})` : ''}`}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      disabled={isShut}
      onChange={(event) => change(event.target.value)}
      {...more}
    />
  );
  return (
    <section className="lab-reading" aria-label={name[language]}>
      <h3>
        {name[language]} <small>{instrument?.device.name ?? text.noDevice}</small>
      </h3>
      {field(text.value, typed.first, (value) => onType({ ...typed, first: value }), { autoFocus: isFirst })}
      {field(text.again, typed.second, (value) => onType({ ...typed, second: value }), {
        error: isDifferent ? text.differ : undefined,
      })}
      <div className="lab-says" aria-live="polite">
        {instrument && first && !isShut ? (
          <Preview ask={{ ...first, analyte: asked.analyte, patient, device: instrument.device.id, from: 'typed' }} />
        ) : null}
      </div>
      {instrument && !instrument.gate.open ? (
        <div className="lab-wide">
          <Notice tone="stop" title={`${text.locked}.`}>
            {text.lockedWhy[instrument.gate.why]} <GoTo path="/controls">{text.toControls}</GoTo>
          </Notice>
        </div>
      ) : null}
      {asked.line.item.instruction ? (
        <p className="lab-wide soft">{`${text.instruction}: ${asked.line.item.instruction}`}</p>
      ) : null}
    </section>
  );
}

type Ask = Parameters<typeof useAsk<typeof previewResult>>[1];
function Preview({ ask }: { ask: Ask }) {
  const text = useTexts(workTexts);
  const flags = useTexts(analysisTexts);
  const { language } = useLanguage();
  const seen = useAsk<typeof previewResult>('previewResult', ask, { keeps: true }).data;
  if (!seen) return null;
  const { finding, interval, previous, noInterval } = seen;
  const limits = interval ? shownLimits(language, interval) : '';
  return (
    <>
      <FlagMark flag={finding.flag} isCritical={finding.critical !== undefined} />{' '}
      <span className="soft">
        {interval ? text.limits(limits, interval.source) : noInterval ? flags.refusals[noInterval] : ''} ·{' '}
        {previous
          ? text.previous(
              String(previous.value).replace('.', language === 'nb' ? ',' : '.'),
              dayWords(previous.sampledOn),
            )
          : text.noPrevious}
      </span>
      {finding.delta?.exceeds ? (
        <div className="soon">
          {flags.changedMoreThanExpected(
            finding.delta.changePercent.toFixed(0),
            finding.delta.allowedPercent.toFixed(0),
          )}
        </div>
      ) : null}
      {finding.critical ? <div className="late">{text.willPhone(String(finding.critical.limit))}</div> : null}
    </>
  );
}

function Done({ done, onClose }: { done: AskedOf<typeof enterResults>; onClose: () => void }) {
  const text = useTexts(workTexts);
  const { language } = useLanguage();
  const words = done.results
    .map(
      ({ analyte, value, comparator }) =>
        `${analytes[analyte].name[language]} ${comparator ?? ''}${String(value).replace('.', language === 'nb' ? ',' : '.')}`,
    )
    .join(', ');
  return (
    <>
      <Notice tone="done">{text.done(words)}</Notice>
      {done.isCritical ? <CriticalPanel review={done.review} values={words} onDone={onClose} /> : null}
      <p>
        <Act keys="Esc" onPress={onClose} weight={done.isCritical ? 'quiet' : 'first'}>
          {text.cancel}
        </Act>
      </p>
    </>
  );
}
