/** A duty's own page: what it is, who may here and now, what was done today, and where the work is done. */

import { type ReactNode, useState } from 'react';
import type { DutyId } from '#duties';
import { timeOf } from '#kernel/time';
import {
  Act,
  Chip,
  Empty,
  Notice,
  Panel,
  type ScreenProps,
  SlotPlace,
  useAsk,
  useDo,
  useKeys,
  useLanguage,
  useMe,
  useTexts,
} from '#platform/web';
import { dutyPlaceSlot } from '#slots';
import { dayInWords } from '#staff';
import type { DutyPage, dutyPage, sayNotCompetent } from '#staff/web';
import { AdaptPanel } from './adapt-panel.tsx';
import { jobDescriptionTexts } from './job-description.texts.ts';
import { WhoPanel } from './who-panel.tsx';
import '../staff-room.css';
import './job-description.css';

export default function DutyScreen({ params }: ScreenProps) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  const duty = params.duty as DutyId;
  const seen = useAsk<typeof dutyPage>(
    'dutyPage',
    { duty, language },
    {
      hears: ['DutyAdapted', 'CompetenceChanged', 'DelegationChanged', 'PersonChanged', 'SupervisorNamed'],
      keeps: true,
    },
  );
  if (!seen.data) return <Panel title={text.duty}>{seen.error ? <Empty>{text.noHits}</Empty> : <p>…</p>}</Panel>;
  return <Page page={seen.data} duty={duty} />;
}

function Page({ page, duty }: { page: DutyPage; duty: DutyId }) {
  const text = useTexts(jobDescriptionTexts);
  const me = useMe();
  const [isAdapting, setAdapting] = useState(false);
  const mayAdapt = me.roles.includes('head') || me.roles.includes('doctor');
  const say = useDo<typeof sayNotCompetent>('sayNotCompetent');
  const [isSaid, setSaid] = useState(false);
  const notCompetent = async (): Promise<void> => setSaid((await say.run({ duty })).ok);
  useKeys(page.line.name, [
    { keys: 'u', words: text.notCompetent, does: () => void notCompetent() },
    ...(mayAdapt ? [{ keys: 'e', words: text.adapt, does: () => setAdapting(true) }] : []),
  ]);
  return (
    <>
      <PageHead page={page}>
        <Act keys="U" weight="quiet" isBusy={say.isBusy} onPress={() => void notCompetent()}>
          {text.notCompetent}
        </Act>
        {mayAdapt ? (
          <Act keys="E" onPress={() => setAdapting(true)}>
            {text.adapt}
          </Act>
        ) : null}
      </PageHead>
      {isSaid ? <Notice tone="done">{text.notCompetentSaid}</Notice> : null}
      <div className="columns">
        <div className="staff-right">
          {isAdapting ? <AdaptPanel duty={duty} page={page} onClose={() => setAdapting(false)} /> : null}
          <WhatPanel page={page} />
          <LawPanel page={page} />
        </div>
        <div className="staff-right">
          <WherePanel duty={duty} />
          <WhoPanel duty={duty} page={page} />
          <TodayPanel page={page} />
        </div>
      </div>
    </>
  );
}

function PageHead({ page: { line, room }, children }: { page: DutyPage; children: ReactNode }) {
  const text = useTexts(jobDescriptionTexts);
  return (
    <div className="duty-head">
      <h1>{line.name}</h1>
      <span className="soft">
        {room} {line.number} · {line.rhythm}
      </span>
      {line.on ? null : <Chip tone="warning">{text.off}</Chip>}
      {line.decided && line.on ? <Chip tone="info">{text.chipAdapted}</Chip> : null}
      <div className="act-row">{children}</div>
    </div>
  );
}

function WhatPanel({ page: { line } }: { page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  return (
    <Panel title={text.what}>
      {line.localText ? (
        <p className="duty-local">
          <strong>{text.here}:</strong> {line.localText}
        </p>
      ) : null}
      <p className="duty-text">{line.description}</p>
      <dl className="facts">
        {line.limits ? <Fact label={text.limits} words={line.limits} /> : null}
        {line.needs.length > 0 ? <Fact label={text.needs} words={line.needs.join(', ')} /> : null}
        {line.owner ? <Fact label={text.owner} words={[line.owner, line.deputy].filter(Boolean).join(', ')} /> : null}
        {line.decided ? (
          <Fact label={text.decided} words={text.decidedBy(line.decided.by, dayInWords(language, line.decided.from))} />
        ) : null}
      </dl>
      <h3 className="panel-head">{text.how}</h3>
      <ol className="duty-steps">
        {line.routine.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Panel>
  );
}

function Fact({ label, words }: { label: string; words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </>
  );
}

function LawPanel({ page }: { page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const { language } = useLanguage();
  return (
    <Panel title={text.laws} aside={page.isFixedByLaw ? text.fixed : null}>
      <dl className="duty-laws">
        {page.laws.map((law) => (
          <div key={law.id}>
            <dt>{law.cite}</dt>
            <dd>
              {law.demands}{' '}
              <span className="soft">
                {law.source}, {text.asOf(dayInWords(language, law.asOf))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function WherePanel({ duty }: { duty: DutyId }) {
  const text = useTexts(jobDescriptionTexts);
  return (
    <Panel title={text.where}>
      {dutyPlaceSlot.fillings.length > 0 ? (
        <SlotPlace of={dutyPlaceSlot} with={{ duty }} />
      ) : (
        <Empty>{text.noScreen}</Empty>
      )}
    </Panel>
  );
}

function TodayPanel({ page }: { page: DutyPage }) {
  const text = useTexts(jobDescriptionTexts);
  const total = page.doneToday.reduce((sum, { times }) => sum + times, 0);
  return (
    <Panel title={text.today} count={total}>
      {page.doneToday.length === 0 ? (
        <Empty>{text.nobodyToday}</Empty>
      ) : (
        <ul className="who-lines">
          {page.doneToday.map(({ person, name, times, lastAt }) => (
            <li key={person}>
              <span>{name}</span>
              <span>{text.times(times, timeOf(lastAt))}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
