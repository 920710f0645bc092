/** Who has seen a patient's record: for the patient who asks, and for the head who looks after it. */

import { Checkbox, TextField } from '@navikt/ds-react';
import { useDeferredValue, useState } from 'react';
import { dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { type findPatients, PatientBanner, PatientHit } from '#patients/web';
import { Act, Empty, Notice, Panel, Rows, State, useAsk, useClock, useNoWords, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import { shortDay } from '../short-day.ts';
import type { checkAccessLog, refusedAccess, whoHasSeen } from './access-question.api.ts';
import { usualPeriod } from './access-question.ts';
import { AccessRows } from './access-rows.tsx';
import { confidentialityTexts } from './confidentiality.texts.ts';
import { type Period, PeriodFields, useUsualPeriod } from './period-fields.tsx';
import '../staff-room.css';

export default function PatientAccessScreen() {
  const [patient, setPatient] = useState<PatientId>();
  return (
    <div className="columns">
      <div className="staff-right">
        {patient ? <PatientBanner patient={patient} /> : null}
        <SeenBy patient={patient} />
      </div>
      <div className="staff-right">
        <FindPatient onFind={setPatient} />
        <Chain />
        <Refused />
      </div>
    </div>
  );
}

function FindPatient({ onFind }: { onFind: (patient: PatientId) => void }) {
  const text = useTexts(confidentialityTexts);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const isAsking = asked.length >= 2;
  const found = useAsk<typeof findPatients>('findPatients', { text: asked }, { when: isAsking, keeps: true });
  return (
    <Panel title={text.patient}>
      <TextField
        size="small"
        label={text.findPatient}
        value={typed}
        autoFocus
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="staff-lines padless">
        {(isAsking ? (found.data ?? []) : []).slice(0, 8).map((one) => (
          <li key={one.id}>
            <button type="button" className="plain-button" onClick={() => onFind(one.id)}>
              <PatientHit patient={one} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function SeenBy({ patient }: { patient: PatientId | undefined }) {
  const text = useTexts(confidentialityTexts);
  const words = useNoWords(text.refusals);
  const { nameOf } = useColleagues();
  const usual = useUsualPeriod();
  const [chosen, setChosen] = useState<Period>();
  const [lists, setLists] = useState(false);
  const period = chosen ?? usual;
  const seen = useAsk<typeof whoHasSeen>(
    'whoHasSeen',
    { patient: patient ?? '', ...period, lists },
    { when: patient !== undefined, keeps: true },
  );
  return (
    <Panel
      title={text.whoHasSeen}
      count={seen.data?.length ?? 0}
      aside={<PeriodFields period={period} onChange={setChosen} />}
    >
      <Checkbox size="small" checked={lists} onChange={({ target }) => setLists(target.checked)}>
        {text.lists}
      </Checkbox>
      {seen.error ? <Notice tone="stop">{words(seen.error.no as never)}</Notice> : null}
      {patient ? (
        <AccessRows
          label={text.whoHasSeen}
          days={seen.data ?? []}
          empty={text.noneSaw}
          about={{ title: text.person, show: ({ person }) => nameOf(person) || text.nobody }}
        />
      ) : (
        <Empty>{text.askFirst}</Empty>
      )}
    </Panel>
  );
}

function Chain() {
  const text = useTexts(confidentialityTexts);
  const [isAsked, setAsked] = useState(false);
  const checked = useAsk<typeof checkAccessLog>('checkAccessLog', {}, { when: isAsked });
  const verdict = checked.data;
  return (
    <Panel
      title={text.holds}
      foot={
        <Act onPress={() => (isAsked ? void checked.refetch() : setAsked(true))} isBusy={checked.isFetching}>
          {text.check}
        </Act>
      }
    >
      {verdict?.whole ? <Notice tone="done">{text.whole(verdict.sealed, verdict.waiting)}</Notice> : null}
      {verdict && !verdict.whole ? <Notice tone="stop">{text.broken(verdict.place, verdict.line)}</Notice> : null}
    </Panel>
  );
}

function Refused() {
  const text = useTexts(confidentialityTexts);
  const { nameOf } = useColleagues();
  const today = dayOf(useClock(60_000));
  const { until } = usualPeriod(today);
  const from = dayOf(Date.parse(`${today}T12:00:00Z`) - 7 * 86_400_000);
  const seen = useAsk<typeof refusedAccess>('refusedAccess', { from, until });
  return (
    <Panel title={text.refusedTitle} count={seen.data?.length ?? 0}>
      <Rows
        label={text.refusedTitle}
        rows={seen.data ?? []}
        idOf={({ number }) => String(number)}
        columns={[
          { title: text.day, show: ({ at }) => shortDay(dayOf(at)), width: '7em' },
          { title: text.person, show: ({ person }) => nameOf(person) || text.nobody },
          { title: text.what, show: ({ call, why }) => <State tone="gone" words={`${call}: ${why ?? ''}`} /> },
        ]}
        empty={text.noneRefused}
      />
    </Panel>
  );
}
