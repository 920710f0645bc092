/** The laboratory's work list: what is ordered and waits, and the results entered where the line stands. */

import { useState } from 'react';
import { dayOf, type Moment, minutesBetween, timeOf } from '#kernel/time';
import {
  Act,
  Chip,
  type Column,
  Empty,
  Panel,
  Rows,
  useAsk,
  useClock,
  useGo,
  useKeys,
  useLanguage,
  useTexts,
} from '#platform/web';
import { InstrumentsPanel } from '../quality-control/instruments-panel.tsx';
import type { laboratoryWork } from './analysis.api.ts';
import { EnterResults } from './enter-results.tsx';
import { workTexts } from './work.texts.ts';
import { Who, type WorkLine, type WorkOrderLine } from './work-line.tsx';
import { byOrder } from './work-list.ts';
import '../laboratory.css';

const orderFacts = ['OrderPlaced', 'OrderPerformed', 'OrderChanged', 'OrderHandedBack'] as const;

export default function LaboratoryScreen() {
  const text = useTexts(workTexts);
  const go = useGo();
  const work = useAsk<typeof laboratoryWork>('laboratoryWork', {}, { hears: orderFacts });
  const orders = byOrder(work.data ?? []);
  const [choice, setChoice] = useState<string>();
  const [opened, setOpened] = useState<WorkOrderLine>();
  const chosen = orders.find(({ id }) => id === choice) ?? orders[0];
  const open = (): void => {
    if (chosen) setOpened(chosen);
  };
  useKeys(text.title, [
    { keys: 'Enter', words: text.enter, does: open },
    { keys: 'p', words: text.openPatient, does: () => chosen && go(`/patient/${chosen.first.patient}`) },
  ]);
  return (
    <div className="columns">
      <Panel
        title={text.list}
        count={orders.length}
        aside={
          <Act keys="Enter" weight="first" onPress={open} isOff={!chosen}>
            {text.enter}
          </Act>
        }
      >
        <WorkRows orders={orders} chosen={chosen?.id} onChoose={({ id }) => setChoice(id)} onOpen={setOpened} />
      </Panel>
      <div className="lab-side">
        {opened ? (
          <EnterResults key={opened.id} order={opened} onClose={() => setOpened(undefined)} />
        ) : (
          <Panel title={text.enter}>
            <Empty>{text.noneChosen}</Empty>
          </Panel>
        )}
        <InstrumentsPanel />
      </div>
    </div>
  );
}

type RowsProps = {
  readonly orders: readonly WorkOrderLine[];
  readonly chosen: string | undefined;
  readonly onChoose: (order: WorkOrderLine) => void;
  readonly onOpen: (order: WorkOrderLine) => void;
};

function WorkRows({ orders, chosen, onChoose, onOpen }: RowsProps) {
  const text = useTexts(workTexts);
  const columns: Column<WorkOrderLine>[] = [
    { title: text.patient, show: ({ first }) => <Who line={first} /> },
    { title: text.analyses, show: ({ lines }) => <Asked lines={lines} /> },
    { title: text.by, show: ({ first }) => first.doctorName, isExtra: true },
    { title: text.since, show: ({ first }) => <Waited since={first.orderedAt} />, align: 'right', width: '84px' },
  ];
  return (
    <Rows
      label={text.list}
      rows={orders}
      columns={columns}
      idOf={({ id }) => id}
      chosen={chosen}
      onChoose={onChoose}
      onOpen={onOpen}
      empty={text.nothing}
    />
  );
}

function Asked({ lines }: { lines: readonly WorkLine[] }) {
  const text = useTexts(workTexts);
  const { language } = useLanguage();
  const isUrgent = lines.some(({ item }) => item.haste === 1);
  const isElsewhere = lines.every(({ kind }) => kind !== 'analysis');
  return (
    <>
      {lines.map(({ name }) => name[language]).join(', ')}
      {isUrgent ? <Chip tone="warning">{text.hasteOne}</Chip> : null}
      {isElsewhere ? <Chip>{text.elsewhere}</Chip> : null}
    </>
  );
}

function Waited({ since }: { since: Moment }) {
  const text = useTexts(workTexts);
  const now = useClock(30_000);
  const minutes = minutesBetween(since, now);
  if (minutes < 60) return <span>{text.waitMinutes(minutes)}</span>;
  const day = dayOf(since);
  if (day === dayOf(now)) return <span>{text.sinceTime(timeOf(since))}</span>;
  return <span className="soft">{`${day.slice(8)}.${day.slice(5, 7)}`}</span>;
}
