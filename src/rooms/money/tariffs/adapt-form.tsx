/** The head's decision over one code: amounts by a newer table, less own payment, or not used here. */

import { useState } from 'react';
import type { Ore } from '#kernel/amounts';
import { dayOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Act, Notice, readTypedDate, useClock, useDo, useNoWords, useTexts } from '#platform/web';
import { MoneyField } from '../day-close/money-field.tsx';
import { readAmount } from '../payments/typed-amount.ts';
import type { adaptTakst } from './tariff.api.ts';
import type { AdaptationChange } from './tariff-adaptation.ts';
import { tariffScreenTexts } from './tariff-screen.texts.ts';

const kinds = ['corrected amounts', 'patient pays less', 'not used'] as const;

type Kind = (typeof kinds)[number];

function changeOf(kind: Kind, honorarInOre: Ore | null, patientInOre: Ore | null): AdaptationChange | null {
  if (kind === 'not used') return { kind };
  if (patientInOre === null) return null;
  if (kind === 'patient pays less') return { kind, patientInOre };
  return honorarInOre === null ? null : { kind, honorarInOre, patientInOre };
}

export function AdaptForm({ code }: { code: string }) {
  const text = useTexts(tariffScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const adapt = useDo<typeof adaptTakst>('adaptTakst');
  const today = dayOf(useClock(60_000));
  const [kind, setKind] = useState<(typeof kinds)[number]>('corrected amounts');
  const [typed, setTyped] = useState({ honorar: '', patient: '', from: '', reason: '', source: '' });
  const type = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value });
  const [honorarInOre, patientInOre] = [readAmount(typed.honorar), readAmount(typed.patient)];
  const change = changeOf(kind, honorarInOre, patientInOre);
  const { reason, source } = typed;
  const isReady = change !== null && reason.trim().length > 2 && source.trim().length > 2;
  const send = (): void => {
    const from = readTypedDate(typed.from, today) || today;
    if (change && isReady) void adapt.run({ code, from, change, reason, source });
  };
  return (
    <details className="tariff-adapt">
      <summary>{text.adapt}</summary>
      <p className="soft">{text.adaptHint}</p>
      <div className="bill-form">
        <KindChoice kind={kind} onChoose={setKind} />
        {kind === 'corrected amounts' ? (
          <MoneyField label={text.newHonorar} value={typed.honorar} onChange={type('honorar')} />
        ) : null}
        {kind === 'not used' ? null : (
          <MoneyField label={text.newPatient} value={typed.patient} onChange={type('patient')} />
        )}
        <MoneyField label={text.from} value={typed.from} hint={dayWords(today)} onChange={type('from')} />
        <MoneyField label={text.reason} value={reason} isWide onChange={type('reason')} />
        <MoneyField label={text.source} value={source} isWide onChange={type('source')} />
        <Act weight="first" isOff={!isReady} isBusy={adapt.isBusy} onPress={send}>
          {text.save}
        </Act>
        {adapt.no ? <Notice tone="stop">{words(adapt.no)}</Notice> : null}
      </div>
    </details>
  );
}

function KindChoice({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  const text = useTexts(tariffScreenTexts);
  return (
    <label>
      {text.kind}
      <select value={kind} onChange={(event) => onChoose(event.target.value as Kind)}>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {text.kinds[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
