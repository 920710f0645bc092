/** The control of one instrument: its value, what went wrong where it was outside, and a new pack of reagent. */

import { Select, TextField } from '@navikt/ds-react';
import { type FormEvent, useState } from 'react';
import { numberIn } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Act, Notice, readTypedDate, useClock, useDo, useKeys, useLanguage, useNoWords, useTexts } from '#platform/web';
import { typedValue } from '../analyses/work-list.ts';
import type { explainControl, runControl, takeReagentLot } from './control.api.ts';
import { controlTexts } from './control.texts.ts';
import { type ControlRunId, failureCauses } from './control.ts';
import type { ControlMaterialId } from './control-material.ts';
import type { InstrumentToday } from './instruments-panel.tsx';

export function ControlEntry({ instrument }: { instrument: InstrumentToday }) {
  const { gate } = instrument;
  const failed = !gate.open && gate.why === 'failed control not explained' ? gate.run : undefined;
  return (
    <>
      {failed ? <Explain run={failed.id} /> : <RunControl instrument={instrument} />}
      <NewLot instrument={instrument} />
    </>
  );
}

function RunControl({ instrument }: { instrument: InstrumentToday }) {
  const text = useTexts(controlTexts);
  const { language } = useLanguage();
  const words = useNoWords<string>(text.refusals);
  const run = useDo<typeof runControl>('runControl');
  const [typed, setTyped] = useState('');
  const inTurn = instrument.materials.find(({ level }) => level === instrument.level);
  const [choice, setChoice] = useState<ControlMaterialId>();
  const material = instrument.materials.find(({ id }) => id === choice) ?? inTurn ?? instrument.materials[0];
  const value = typedValue(typed)?.value;
  const send = async (): Promise<void> => {
    if (value === undefined || !material) return;
    const input = {
      device: instrument.device.id,
      material: material.id,
      analyte: instrument.analyte,
      value,
      from: 'typed' as const,
    };
    if ((await run.run(input)).ok) setTyped('');
  };
  useKeys(text.runControl, [{ keys: 'Ctrl+Enter', words: text.runControl, does: () => void send(), inFields: true }]);
  if (!material) return <Notice tone="warning">{text.noMaterial}</Notice>;
  const target = material.target;
  const shown = (one: number) => numberIn(language, one);
  return (
    <form
      className="lab-form"
      aria-label={text.runControl}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Select
        size="small"
        label={text.material}
        value={material.id}
        onChange={(event) => setChoice(event.target.value as ControlMaterialId)}
      >
        {instrument.materials.map((one) => (
          <option key={one.id} value={one.id}>
            {`${one.name} · ${one.level} · ${one.lot} · ${text.usableUntil(dayWords(one.usableUntil))}`}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        label={text.value}
        description={target ? text.target(shown(target.mean), shown(target.low), shown(target.high)) : undefined}
        value={typed}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="soft">{text.firstStands}</p>
      {run.no ? <Notice tone="stop">{words(run.no)}</Notice> : null}
      <div>
        <Act sends weight="first" keys="Enter" isBusy={run.isBusy} isOff={value === undefined}>
          {text.runControl}
        </Act>
      </div>
    </form>
  );
}

function Explain({ run }: { run: ControlRunId }) {
  const text = useTexts(controlTexts);
  const words = useNoWords<string>(text.refusals);
  const explain = useDo<typeof explainControl>('explainControl');
  const [cause, setCause] = useState<(typeof failureCauses)[number]>(failureCauses[0]);
  const [action, setAction] = useState('');
  return (
    <form
      className="lab-form"
      aria-label={text.explain}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void explain.run({ run, cause, action });
      }}
    >
      <Select
        size="small"
        label={text.cause}
        value={cause}
        onChange={(event) => setCause(event.target.value as typeof cause)}
      >
        {failureCauses.map((one) => (
          <option key={one} value={one}>
            {text.causes[one]}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        label={text.action}
        value={action}
        autoComplete="off"
        autoFocus
        onChange={(event) => setAction(event.target.value)}
      />
      <p className="soft">{text.sendOut}</p>
      {explain.no ? <Notice tone="stop">{words(explain.no)}</Notice> : null}
      <div>
        <Act sends weight="first" keys="Enter" isBusy={explain.isBusy}>
          {text.explainSend}
        </Act>
      </div>
    </form>
  );
}

function NewLot({ instrument }: { instrument: InstrumentToday }) {
  const text = useTexts(controlTexts);
  const words = useNoWords<string>(text.refusals);
  const take = useDo<typeof takeReagentLot>('takeReagentLot');
  const now = useClock(60_000);
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const send = async (): Promise<void> => {
    const expiresOn = readTypedDate(expires, now) as IsoDate;
    const done = await take.run({ device: instrument.device.id, analyte: instrument.analyte, lot, expiresOn });
    if (!done.ok) return;
    setLot('');
    setExpires('');
  };
  return (
    <form
      className="lab-form"
      aria-label={text.newLot}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <strong>{text.newLot}</strong>
      <div className="lab-form-row">
        <TextField
          size="small"
          label={text.lot}
          value={lot}
          autoComplete="off"
          onChange={(event) => setLot(event.target.value)}
        />
        <TextField
          size="small"
          label={text.expires}
          value={expires}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setExpires(event.target.value)}
        />
        <Act sends isBusy={take.isBusy} isOff={lot === '' || expires === ''}>
          {text.takeLot}
        </Act>
      </div>
      {take.no ? <Notice tone="stop">{words(take.no)}</Notice> : null}
    </form>
  );
}
