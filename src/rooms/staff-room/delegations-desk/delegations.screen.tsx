/** The delegations desk: what waits for an answer, what runs and ends soon, and what was withdrawn; by keys. */

import { useState } from 'react';
import { dutyName } from '#duties/web';
import {
  Act,
  type Column,
  Panel,
  Rows,
  State,
  type Tone,
  useAsk,
  useClock,
  useKeys,
  useLanguage,
  useMe,
  useTexts,
} from '#platform/web';
import { dayInWords, staffTexts } from '#staff';
import type { DelegationLines, delegations } from '#staff/web';
import { shortDay } from '../short-day.ts';
import { DelegationPanel } from './delegation-panel.tsx';
import { deskTexts } from './delegations-desk.texts.ts';
import { inDeskOrder, type Standing, standingOf } from './desk-order.ts';
import { OfferPanel } from './offer-panel.tsx';
import { TaskPanel } from './task-panel.tsx';
import '../staff-room.css';
import './delegations-desk.css';

type DeskLine = DelegationLines[number];

export default function DelegationsScreen() {
  const text = useTexts(deskTexts);
  const now = useClock(60_000);
  const me = useMe();
  const seen = useAsk<typeof delegations>(
    'delegations',
    {},
    { hears: ['DelegationChanged', 'PersonChanged'], keeps: true },
  );
  const lines = inDeskOrder(seen.data ?? [], now);
  const [chosen, setChosen] = useState<string>();
  const [isOffering, setOffering] = useState(false);
  const line = lines.find(({ delegation }) => delegation.id === chosen) ?? lines[0];
  const isDoctor = me.roles.includes('doctor');
  useKeys(text.title, isDoctor ? [{ keys: 'n', words: text.offer, does: () => setOffering(true) }] : []);
  return (
    <div className="columns">
      <Panel
        title={text.title}
        count={lines.filter(({ delegation }) => delegation.state !== 'ended').length}
        aside={
          isDoctor ? (
            <Act keys="N" weight="first" onPress={() => setOffering(true)}>
              {text.offer}
            </Act>
          ) : null
        }
      >
        <DeskRows lines={lines} chosen={line?.delegation.id} onChoose={setChosen} />
      </Panel>
      <div className="staff-right">
        {isOffering ? <OfferPanel onClose={() => setOffering(false)} /> : null}
        {line && !isOffering ? <DelegationPanel line={line} /> : null}
        <TaskPanel />
      </div>
    </div>
  );
}

function DeskRows({
  lines,
  chosen,
  onChoose,
}: {
  lines: readonly DeskLine[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const text = useTexts(deskTexts);
  const { language } = useLanguage();
  const columns: readonly Column<DeskLine>[] = [
    {
      title: text.duty,
      show: ({ delegation }) => (
        <>
          <strong>{dutyName(delegation.duty)[language]}</strong> <span className="soft">{delegation.task}</span>
        </>
      ),
    },
    { title: text.to, show: (line) => line.delegateName, width: '14%' },
    { title: text.from, show: (line) => line.delegatorName, width: '14%', isExtra: true },
    { title: text.until, show: ({ delegation }) => shortDay(delegation.until), width: '13%' },
    { title: text.state, show: (line) => <StandingMark line={line} />, width: '19%' },
  ];
  return (
    <Rows
      label={text.title}
      rows={lines}
      columns={columns}
      idOf={({ delegation }) => delegation.id}
      chosen={chosen}
      onChoose={({ delegation }) => onChoose(delegation.id)}
      toneOf={({ delegation }) => (delegation.state === 'ended' ? 'faded' : undefined)}
      empty={text.empty}
    />
  );
}

const tones: Readonly<Record<Standing, Tone>> = {
  'awaits me': 'urgent',
  awaits: 'waiting',
  'ending soon': 'waiting',
  running: 'done',
  'not held': 'urgent',
  over: 'gone',
};

function StandingMark({ line }: { line: DeskLine }) {
  const text = useTexts(deskTexts);
  const staff = useTexts(staffTexts);
  const { language } = useLanguage();
  const now = useClock(60_000);
  const { delegation } = line;
  const standing = standingOf(line, now);
  const words: Readonly<Record<Standing, string>> = {
    'awaits me': text.awaitingYou,
    awaits: text.awaiting,
    'ending soon': text.endingSoon(dayInWords(language, delegation.until, now.slice(0, 10))),
    running: text.running,
    'not held': text.notHeld,
    over: delegation.state === 'ended' ? staff.endings[delegation.how] : '',
  };
  return <State tone={tones[standing]} words={words[standing]} />;
}
