/** A call: who it is about, what it is about, how it ends; six keys, and 113 first. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { type findPatients, PatientBanner, PatientHit } from '#patients/web';
import {
  Act,
  Chip,
  Notice,
  Panel,
  type ScreenProps,
  useAsk,
  useClock,
  useDo,
  useGo,
  useKeys,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { callerFacts, recordCall } from './call.api.ts';
import { callTexts } from './call.texts.ts';
import { type CallDraft, emptyDraft, inputOf, outcomeKeys } from './call-draft.ts';
import { CallOutcome, Pick } from './call-outcome.tsx';
import { callScreenTexts } from './call-screen.texts.ts';

type Change = (change: Partial<CallDraft>) => void;

export default function CallScreen({ params }: ScreenProps) {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  const go = useGo();
  const now = useClock(5_000);
  const [draft, setDraft] = useState<CallDraft>({
    ...emptyDraft,
    patient: (params.patient ?? null) as CallDraft['patient'],
  });
  const [isRed, setRed] = useState(false);
  const record = useDo<typeof recordCall>('recordCall');
  const words = useNoWords({ ...calls.refusals, ...text.refusals });
  const change: Change = (next) => setDraft((before) => ({ ...before, ...next }));
  const input = inputOf(draft, now);
  const send = async (): Promise<void> => {
    if (!input) return;
    const answered = await record.run(input as never);
    if (answered.ok) go(draft.patient ? `/patient/${draft.patient}` : '/');
  };
  useKeys(text.newCall, [
    ...outcomeKeys.map(([keys, outcome]) => ({
      keys,
      words: calls.outcomes[outcome],
      does: () => change({ outcome }),
    })),
    ...(draft.patient ? [{ keys: 't', words: text.bookTime, does: () => go(`/next-free/${draft.patient}`) }] : []),
    { keys: 'F4', words: text.red, does: () => setRed(true) },
    { keys: 'Ctrl+Enter', words: text.recordCall, does: () => void send(), inFields: true },
  ]);
  return (
    <>
      {draft.patient ? <PatientBanner patient={draft.patient} /> : null}
      <div className="columns">
        <Panel
          title={text.newCall}
          aside={
            <Act weight="danger" keys="F4" onPress={() => setRed(true)}>
              {text.red}
            </Act>
          }
          foot={
            <Act weight="first" keys="Ctrl Enter" isBusy={record.isBusy} isOff={!input} onPress={() => void send()}>
              {text.recordCall}
            </Act>
          }
        >
          {isRed ? <RedCard onCalled={() => change({ outcome: '113' })} /> : null}
          <div className="form">
            {draft.patient ? null : <WhoField onChoose={(patient) => change(patient)} />}
            <ReasonField draft={draft} change={change} />
            <CallOutcome draft={draft} change={change} />
            {record.no ? <Notice tone="stop">{words(record.no as never)}</Notice> : null}
          </div>
        </Panel>
        {draft.patient ? <Earlier draft={draft} change={change} /> : <div />}
      </div>
    </>
  );
}

function RedCard({ onCalled }: { onCalled: () => void }) {
  const text = useTexts(callScreenTexts);
  return (
    <Notice tone="stop" title={text.redTitle}>
      <p>{text.redNote}</p>
      <Act weight="danger" onPress={onCalled}>
        {text.redCalled}
      </Act>
    </Notice>
  );
}

/** The letters, and Enter takes the first; without a hit Enter goes on without a patient. */
function WhoField({ onChoose }: { onChoose: (chosen: Pick<CallDraft, 'patient' | 'number'>) => void }) {
  const text = useTexts(callScreenTexts);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const asked = typed.trim();
  const found = useAsk<typeof findPatients>('findPatients', { text: asked }, { when: asked.length >= 2, keeps: true });
  const hits = asked.length >= 2 ? (found.data ?? []) : [];
  const choose = (at: number): void => {
    const hit = hits[at];
    if (hit) onChoose({ patient: hit.id, number: hit.phone ?? '' });
    else document.getElementById('call-reason')?.focus();
  };
  return (
    <div className="field field-whole field-global">
      <TextField
        size="small"
        label={text.who}
        autoFocus
        autoComplete="off"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="call-hits"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setPlace((at) => Math.min(at + 1, hits.length - 1));
          if (event.key === 'ArrowUp') setPlace((at) => Math.max(at - 1, 0));
          if (event.key === 'Enter') choose(place);
        }}
      />
      {hits.length > 0 ? (
        <ul id="call-hits" role="listbox" aria-label={text.who}>
          {hits.map((hit, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's own (combobox)
            <li key={hit.id} role="option" aria-selected={at === place} onClick={() => choose(at)}>
              <PatientHit patient={hit} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Enter leaves the field, so that the letters become outcomes. */
function ReasonField({ draft, change }: { draft: CallDraft; change: Change }) {
  const text = useTexts(callScreenTexts);
  return (
    <div className="field field-whole">
      <TextField
        key={draft.patient ?? 'nobody'}
        id="call-reason"
        size="small"
        label={text.reason}
        autoComplete="off"
        autoFocus={draft.patient !== null}
        value={draft.reason}
        onChange={(event) => change({ reason: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) event.currentTarget.blur();
        }}
      />
    </div>
  );
}

/** What the patient said last time, and what must be answered to it; who may be told. */
function Earlier({ draft, change }: { draft: CallDraft; change: Change }) {
  const text = useTexts(callScreenTexts);
  const calls = useTexts(callTexts);
  const facts = useAsk<typeof callerFacts>(
    'callerFacts',
    { patient: draft.patient as never, caller: draft.caller },
    { hears: ['CallEnded'] },
  );
  const repeated = facts.data?.repeated;
  const told = facts.data?.mayBeTold;
  const answers = [
    { repeat: { kind: 'raised' } as const, words: calls.repeat.raised },
    { repeat: { kind: 'another matter' } as const, words: calls.repeat['another matter'] },
  ];
  return (
    <Panel title={text.earlier}>
      <div className="form">
        <Pick
          label={text.caller}
          value={draft.caller}
          options={Object.entries(calls.callers)}
          onPick={(value) => change({ caller: value as CallDraft['caller'] })}
        />
      </div>
      {told?.kind === 'may not be told' ? <Notice tone="stop">{calls.mayNotBeTold[told.why]}</Notice> : null}
      {told?.kind === 'ask first' ? <Notice tone="warning">{calls.askFirst[told.what]}</Notice> : null}
      {told?.kind === 'may be told' ? <Notice tone="info">{calls.mayBeTold[told.because]}</Notice> : null}
      {repeated ? (
        <>
          <Notice tone="warning" title={calls.repeat.title(repeated.contacts, 72)} />
          <ul>
            {repeated.earlier.map((one) => (
              <li key={one.at}>
                {one.said} {one.haste ? <Chip tone="warning">{text.hastes[one.haste]}</Chip> : null}
              </li>
            ))}
          </ul>
          <p className="faces">
            {answers.map(({ repeat, words }) => (
              <Act
                key={words}
                weight={draft.repeat?.kind === repeat.kind ? 'first' : 'second'}
                onPress={() => change({ repeat, ...(repeat.kind === 'raised' ? { haste: 1 } : {}) })}
              >
                {words}
              </Act>
            ))}
          </p>
        </>
      ) : null}
    </Panel>
  );
}
