/** The roster: who works here, as what, until when, and who is here today. */

import { useState } from 'react';
import { dutyTexts } from '#duties/web';
import { Act, type Column, Panel, Rows, State, useAsk, useKeys, useLanguage, useMe, useTexts } from '#platform/web';
import { mayTexts } from '#staff';
import type { RosterLine, roster } from '#staff/web';
import { shortDay } from '../short-day.ts';
import { NewcomerPanel } from './newcomer-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { rosterTexts } from './roster.texts.ts';
import '../staff-room.css';
import './roster.css';

export default function RosterScreen() {
  const text = useTexts(rosterTexts);
  const me = useMe();
  const seen = useAsk<typeof roster>('roster', {}, { hears: ['PersonChanged'], keeps: true });
  const lines = seen.data ?? [];
  const [chosen, setChosen] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const line = lines.find(({ id }) => id === chosen) ?? lines.find(({ id }) => id === me.person) ?? lines[0];
  const keeps = me.roles.some((role) => role === 'head' || role === 'doctor' || role === 'it');
  useKeys(text.title, keeps ? [{ keys: 'n', words: text.newPerson, does: () => setAdding(true) }] : []);
  return (
    <div className="columns">
      <Panel
        title={text.title}
        count={lines.length}
        aside={
          keeps ? (
            <Act keys="N" weight="first" onPress={() => setAdding(true)}>
              {text.newPerson}
            </Act>
          ) : null
        }
      >
        <RosterRows lines={lines} chosen={line?.id} onChoose={setChosen} />
      </Panel>
      <div className="staff-right">
        {isAdding ? <NewcomerPanel people={lines} onClose={() => setAdding(false)} /> : null}
        {line && !isAdding ? <PersonPanel key={line.id} line={line} people={lines} /> : null}
      </div>
    </div>
  );
}

function RosterRows({
  lines,
  chosen,
  onChoose,
}: {
  lines: readonly RosterLine[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const text = useTexts(rosterTexts);
  const { roles } = useTexts(dutyTexts);
  const columns: readonly Column<RosterLine>[] = [
    {
      title: text.name,
      show: (line) => (
        <strong>
          {line.familyName}, {line.givenName}
        </strong>
      ),
    },
    { title: text.role, show: (line) => line.roles.map((role) => roles[role]).join(', ') || text.none },
    { title: text.hpr, show: (line) => line.hpr ?? text.none, width: '10%', isExtra: true },
    { title: text.authorisation, show: (line) => <Authorised line={line} />, width: '19%' },
    {
      title: text.access,
      show: (line) => {
        const last = line.accesses.filter(({ withdrawnAt }) => !withdrawnAt).map(({ until }) => until);
        const until = last.toSorted().at(-1);
        return until ? shortDay(until) : text.none;
      },
      width: '16%',
      isExtra: true,
    },
    { title: text.today, show: (line) => <Here line={line} />, width: '15%' },
  ];
  return (
    <Rows
      label={text.title}
      rows={lines}
      columns={columns}
      idOf={({ id }) => id}
      chosen={chosen}
      onChoose={({ id }) => onChoose(id)}
      toneOf={({ employment }) => (employment ? undefined : 'faded')}
      empty={text.empty}
    />
  );
}

function Authorised({ line }: { line: RosterLine }) {
  const text = useTexts(rosterTexts);
  const [bad] = line.unauthorised;
  if (bad) return <State tone="urgent" words={bad.why === 'authorisation expired' ? text.expired : text.missing} />;
  if (line.dueForLookUp.length > 0) return <State tone="waiting" words={text.dueForLookUp} />;
  const checked = line.authorisations
    .map(({ checkedOn }) => checkedOn)
    .toSorted()
    .at(-1);
  return <span className="soft">{checked ? text.looked(shortDay(checked)) : text.none}</span>;
}

function Here({ line }: { line: RosterLine }) {
  const text = useTexts(rosterTexts);
  const { language } = useLanguage();
  if (line.notIn) return <State tone="gone" words={mayTexts[language].brief[line.notIn.why]} />;
  if (!line.absence) return <State tone="done" words={text.atWork} />;
  const { until } = line.absence;
  return <State tone="gone" words={until ? text.awayUntil(shortDay(until)) : text.away} />;
}
