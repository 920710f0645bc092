/** Letters that came in: what software could not place or read, with what to do; and what has been dealt with lately. */

import { useState } from 'react';
import type { lettersIn } from '#exchange/web';
import { dayOf, type Moment, timeOf } from '#kernel/time';
import { type Column, Empty, Panel, Rows, State, type Tone, useAsk, useClock, useTexts } from '#platform/web';
import { incomingTexts } from './incoming.texts.ts';
import { type LetterLine, Receipt } from './letter-line.tsx';
import { LetterPanel } from './letter-panel.tsx';
import '../laboratory.css';

const letterFacts = ['LetterArrived', 'LetterChanged'] as const;
const tones: Readonly<Record<LetterLine['standing'], Tone>> = {
  unread: 'expected',
  filed: 'done',
  waits: 'waiting',
  broken: 'urgent',
  repeated: 'gone',
  receipt: 'gone',
  'seen to': 'gone',
};

export default function IncomingScreen() {
  const text = useTexts(incomingTexts);
  const letters = useAsk<typeof lettersIn>('lettersIn', {}, { hears: letterFacts });
  const open = letters.data?.open ?? [];
  const done = letters.data?.done ?? [];
  const [choice, setChoice] = useState<string>();
  const chosen = [...open, ...done].find(({ id }) => id === choice) ?? open[0];
  const list = (title: string, rows: readonly LetterLine[], empty: string) => (
    <Panel title={title} count={rows.length}>
      <Letters label={title} rows={rows} chosen={chosen?.id} onChoose={setChoice} empty={empty} />
    </Panel>
  );
  return (
    <div className="columns">
      <div className="lab-main">
        {list(text.open, open, text.nothing)}
        {list(text.done, done, text.nothingDone)}
      </div>
      <div className="lab-side">
        {chosen ? (
          <LetterPanel key={chosen.id} letter={chosen} />
        ) : (
          <Panel title={text.title}>
            <Empty>{open.length === 0 ? text.nothing : text.noneChosen}</Empty>
          </Panel>
        )}
      </div>
    </div>
  );
}

type Props = {
  readonly label: string;
  readonly rows: readonly LetterLine[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly empty: string;
};

function Letters({ label, rows, chosen, onChoose, empty }: Props) {
  const text = useTexts(incomingTexts);
  const columns: Column<LetterLine>[] = [
    { title: text.standing, show: ({ standing }) => <State tone={tones[standing]} words={text.standings[standing]} /> },
    {
      title: text.about,
      show: ({ shown }) => <span className="private">{shown?.patientName ?? text.unknownPatient}</span>,
    },
    { title: text.from, show: ({ shown, senderName }) => shown?.laboratory ?? senderName ?? '–' },
    { title: text.receipt, show: ({ receipt }) => <Receipt receipt={receipt} />, isExtra: true },
    { title: text.arrived, show: ({ arrivedAt }) => <Came at={arrivedAt} />, align: 'right', width: '76px' },
  ];
  return (
    <Rows
      label={label}
      rows={rows}
      columns={columns}
      idOf={({ id }) => id}
      chosen={chosen}
      onChoose={({ id }) => onChoose(id)}
      empty={empty}
    />
  );
}

function Came({ at }: { at: Moment }) {
  const today = dayOf(useClock(60_000));
  const day = dayOf(at);
  return <span>{day === today ? timeOf(at) : `${day.slice(8)}.${day.slice(5, 7)}`}</span>;
}
