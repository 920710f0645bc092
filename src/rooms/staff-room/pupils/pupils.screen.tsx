/** What pupils did and supervisors must see: one's own first, signed or sent back by one key. */

import { useState } from 'react';
import { dutyName } from '#duties/web';
import { type Moment, minutesBetween, timeOf } from '#kernel/time';
import {
  type Column,
  Panel,
  Rows,
  State,
  type Tone,
  useAsk,
  useClock,
  useLanguage,
  useMe,
  useTexts,
} from '#platform/web';
import type { CountersignLines, countersignQueue, myPupilActs } from '#staff/web';
import { pupilTexts } from './pupils.texts.ts';
import { SupervisedPanel } from './supervised-panel.tsx';

type Line = CountersignLines[number];
const hears = ['CountersignNeeded', 'Countersigned', 'SentBack', 'PersonChanged'];

export default function PupilsScreen() {
  const me = useMe();
  return me.roles.includes('pupil') ? <OwnActs /> : <Queue />;
}

function Queue() {
  const text = useTexts(pupilTexts);
  const seen = useAsk<typeof countersignQueue>('countersignQueue', {}, { hears, keeps: true });
  const lines = seen.data ?? [];
  const [chosen, setChosen] = useState<string>();
  const line = lines.find(({ act }) => act.id === chosen) ?? lines[0];
  return (
    <div className="columns">
      <Panel title={text.title} count={lines.filter(({ isMine }) => isMine).length}>
        <ActRows lines={lines} chosen={line?.act.id} onChoose={setChosen} empty={text.empty} />
      </Panel>
      {line ? <SupervisedPanel key={line.act.id} line={line} /> : null}
    </div>
  );
}

function OwnActs() {
  const text = useTexts(pupilTexts);
  const seen = useAsk<typeof myPupilActs>('myPupilActs', {}, { hears, keeps: true });
  const lines = seen.data ?? [];
  const [chosen, setChosen] = useState<string>();
  const line = lines.find(({ act }) => act.id === chosen) ?? lines[0];
  return (
    <div className="columns">
      <Panel title={text.mine} count={lines.length}>
        <ActRows lines={lines} chosen={line?.act.id} onChoose={setChosen} empty={text.emptyMine} />
      </Panel>
      {line ? <SupervisedPanel key={line.act.id} line={line} isPupil /> : null}
    </div>
  );
}

function ActRows({
  lines,
  chosen,
  onChoose,
  empty,
}: {
  lines: readonly Line[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  empty: string;
}) {
  const text = useTexts(pupilTexts);
  const { language } = useLanguage();
  const columns: readonly Column<Line>[] = [
    { title: text.when, show: ({ act }) => <Done at={act.doneAt} />, width: '16%' },
    {
      title: text.what,
      show: ({ act, patientName }) => (
        <>
          <strong>{act.subject.kind === 'journal entry' ? text.note : dutyName(act.duty)[language]}</strong>{' '}
          <span className="soft private">{patientName}</span>
        </>
      ),
    },
    { title: text.pupil, show: (line) => line.pupilName, width: '18%' },
    { title: text.supervisor, show: (line) => line.supervisorName, width: '18%', isExtra: true },
    { title: text.state, show: (line) => <ActMark line={line} />, width: '18%' },
  ];
  return (
    <Rows
      label={text.title}
      rows={lines}
      columns={columns}
      idOf={({ act }) => act.id}
      chosen={chosen}
      onChoose={({ act }) => onChoose(act.id)}
      toneOf={({ act }) => (act.state === 'countersigned' ? 'faded' : undefined)}
      empty={empty}
    />
  );
}

function Done({ at }: { at: Moment }) {
  const text = useTexts(pupilTexts);
  const now = useClock(60_000);
  return (
    <>
      {timeOf(at)} <span className="soft">{text.age(minutesBetween(at, now))}</span>
    </>
  );
}

function ActMark({ line: { act, isMine } }: { line: Line }) {
  const text = useTexts(pupilTexts);
  const marks: Readonly<Record<Line['act']['state'], readonly [Tone, string]>> = {
    awaiting: isMine ? ['urgent', text.awaitingYou] : ['waiting', text.awaiting],
    'sent back': ['elsewhere', text.withPupil],
    countersigned: ['done', text.countersigned],
  };
  const [tone, words] = marks[act.state];
  return <State tone={tone} words={words} />;
}
