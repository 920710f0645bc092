/** How the call ends: the outcomes with their letters, and what each still needs. */

import { Checkbox, Select, Textarea, TextField } from '@navikt/ds-react';
import { Act, useAsk, useTexts } from '#platform/web';
import type { colleagueNames } from '#staff/web';
import { callTexts } from './call.texts.ts';
import { elsewhere } from './call.ts';
import { type CallDraft, outcomeKeys } from './call-draft.ts';
import { callScreenTexts } from './call-screen.texts.ts';

type Props = { readonly draft: CallDraft; readonly change: (change: Partial<CallDraft>) => void };

export function CallOutcome({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  return (
    <fieldset className="form-part">
      <legend>{text.howEnded}</legend>
      <div className="faces">
        {outcomeKeys.map(([keys, outcome]) => (
          <Act
            key={outcome}
            keys={keys.toUpperCase()}
            weight={draft.outcome === outcome ? 'first' : 'second'}
            onPress={() => change({ outcome })}
          >
            {calls.outcomes[outcome]}
          </Act>
        ))}
      </div>
      <Needs draft={draft} change={change} />
      <Haste draft={draft} change={change} />
    </fieldset>
  );
}

function Needs({ draft, change }: Props) {
  switch (draft.outcome) {
    case 'call back':
      return <CallBack draft={draft} change={change} />;
    case 'advice':
      return <Advice draft={draft} change={change} />;
    case 'to doctor':
    case 'message':
      return <ToColleague draft={draft} change={change} />;
    case 'referred elsewhere':
      return <Elsewhere draft={draft} change={change} />;
    default:
      return null;
  }
}

function CallBack({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  return (
    <div className="form-part">
      <TextField
        size="small"
        label={text.within}
        inputMode="numeric"
        value={String(draft.withinMinutes)}
        onChange={(event) => change({ withinMinutes: Number(event.target.value.replace(/\D/g, '')) || 0 })}
      />
      <TextField
        size="small"
        label={text.callBackTo}
        inputMode="tel"
        value={draft.number}
        onChange={(event) => change({ number: event.target.value })}
      />
      <Pick
        label={text.whoRings}
        value={draft.ringsBack}
        options={Object.entries(text.stations)}
        onPick={(value) => change({ ringsBack: value as CallDraft['ringsBack'] })}
      />
    </div>
  );
}

function Advice({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  return (
    <div className="form-part">
      <div className="field-whole">
        <Textarea
          size="small"
          label={text.note}
          minRows={3}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <Checkbox
        size="small"
        checked={draft.hasSafetyNet}
        onChange={(event) => change({ hasSafetyNet: event.target.checked })}
      >
        {text.safetyNet}
      </Checkbox>
      <Checkbox
        size="small"
        checked={draft.isUnderstood}
        onChange={(event) => change({ isUnderstood: event.target.checked })}
      >
        {text.understood}
      </Checkbox>
    </div>
  );
}

function ToColleague({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  const people = useAsk<typeof colleagueNames>('colleagueNames', {});
  const fitting = (people.data ?? []).filter(({ isDoctor }) => draft.outcome === 'message' || isDoctor);
  return (
    <div className="form-part">
      <Pick
        label={text.to}
        value={draft.to ?? ''}
        options={[['', '–'], ...fitting.map(({ person, name }): [string, string] => [person, name])]}
        onPick={(value) => change({ to: (value || null) as CallDraft['to'] })}
      />
      {draft.outcome === 'message' ? (
        <TextField
          size="small"
          label={text.message}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      ) : null}
    </div>
  );
}

function Elsewhere({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  return (
    <Pick
      label={text.where}
      value={draft.where}
      options={elsewhere.map((one): [string, string] => [one, calls.elsewhere[one]])}
      onPick={(value) => change({ where: value as CallDraft['where'] })}
    />
  );
}

function Haste({ draft, change }: Props) {
  const text = useTexts(callScreenTexts);
  return (
    <Pick
      label={text.haste}
      value={String(draft.haste ?? '')}
      options={[['', '–'], ...([1, 2, 3] as const).map((one): [string, string] => [String(one), text.hastes[one]])]}
      onPick={(value) => change({ haste: (Number(value) || null) as CallDraft['haste'] })}
    />
  );
}

export function Pick({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onPick: (value: string) => void;
}) {
  return (
    <div className="field field-short-wide">
      <Select size="small" label={label} value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}
