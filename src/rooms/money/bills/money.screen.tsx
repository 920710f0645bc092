/** The day's bills: who has not paid stands first, and work that stands on no bill beside. */

import { useState } from 'react';
import { inKroner, type Ore, sumOre } from '#kernel/amounts';
import { dayOf, timeOf } from '#kernel/time';
import { fullName } from '#patients';
import { ageWords } from '#patients/web';
import {
  Act,
  type Column,
  GoTo,
  Key,
  Notice,
  Panel,
  Rows,
  useClock,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useTexts,
} from '#platform/web';
import type { closeFreeBills } from './bill.api.ts';
import { billScreenTexts } from './bill-screen.texts.ts';
import { BillState } from './bill-state.tsx';
import { type DayBills, useDayBills } from './use-bills.tsx';
import { WaitingWork } from './waiting-work.tsx';
import './bill.css';

type Line = DayBills['bills'][number];
const isUnpaid = ({ state, owed }: Line): boolean => (state === 'proposed' || state === 'closed') && owed > 0;

export default function MoneyScreen() {
  const text = useTexts(billScreenTexts);
  const asked = useDayBills();
  const data = asked.data;
  const unpaid = (data?.bills ?? []).filter(isUnpaid);
  return (
    <>
      <div className="page-title">
        <h1>{text.today}</h1>
        <span className="bill-figure">
          <b className={unpaid.length > 0 ? 'soon' : ''}>{unpaid.length}</b>{' '}
          {text.unpaid(unpaid.length).replace(/^\d+ /, '')}
        </span>
        <span className="bill-figure">
          <b>{inKroner(sumOre(unpaid.map(({ owed }) => owed as Ore)))}</b> {text.unpaidSum}
        </span>
      </div>
      {data ? <Reminders data={data} /> : null}
      <div className="columns">
        <BillList bills={data?.bills ?? []} />
        {data ? <WaitingWork data={data} /> : null}
      </div>
    </>
  );
}

/** What the desk should have done before money comes, and what waits for a second person. */
function Reminders({ data }: { data: DayBills }) {
  const text = useTexts(billScreenTexts);
  const missing = data.entities.filter(({ id }) => !data.openDays.some(({ entity }) => entity === id));
  return (
    <>
      {missing.length > 0 ? (
        <Notice tone="warning">
          {text.noDrawer(missing.map(({ name }) => name).join(', '))} <GoTo path="/day-close">{text.openDrawer}</GoTo>
        </Notice>
      ) : null}
      {data.refundsWaiting > 0 ? (
        <Notice tone="info">
          {text.refunds(data.refundsWaiting)} <GoTo path="/refunds">{text.open}</GoTo>
        </Notice>
      ) : null}
    </>
  );
}

function BillList({ bills }: { bills: readonly Line[] }) {
  const text = useTexts(billScreenTexts);
  const go = useGo();
  const [choice, setChoice] = useState<string>();
  const chosen = bills.find(({ id }) => id === choice) ?? bills[0];
  const open = (): void => {
    if (chosen) go(`/bill/${chosen.patient}`);
  };
  const free = bills.filter(({ state, owed, lines }) => state === 'proposed' && owed === 0 && lines > 0);
  useKeys(text.today, [
    { keys: 'b', words: text.pay, does: open },
    { keys: 'Enter', words: text.open, does: open },
  ]);
  return (
    <Panel
      title={text.bills}
      count={bills.length}
      aside={
        <button type="button" className="plain-button" onClick={open}>
          {text.pay} <Key>B</Key>
        </button>
      }
      foot={<CloseFree count={free.length} />}
    >
      <Rows
        label={text.today}
        rows={bills}
        columns={useColumns()}
        idOf={({ id }) => id}
        chosen={chosen?.id}
        onChoose={({ id }) => setChoice(id)}
        onOpen={({ patient }) => go(`/bill/${patient}`)}
        toneOf={(line) => (isUnpaid(line) ? undefined : 'faded')}
        empty={text.noBillsToday}
      />
    </Panel>
  );
}

/** Children, frikort, e-mails: nothing for the patient to pay, and yet each needs its number. */
function CloseFree({ count }: { count: number }) {
  const text = useTexts(billScreenTexts);
  const close = useDo<typeof closeFreeBills>('closeFreeBills');
  const [closed, setClosed] = useState(0);
  const run = async (): Promise<void> => {
    const done = await close.run({});
    if (done.ok) setClosed(done.value.closed);
  };
  useKeys(text.closeFree, count > 0 ? [{ keys: 'h', words: text.closeFree, does: () => void run() }] : []);
  if (count === 0) return <span className="soft">{closed > 0 ? text.closedFree(closed) : text.noFree}</span>;
  return (
    <Act keys="H" isBusy={close.isBusy} onPress={() => void run()}>
      {text.closeFree}
    </Act>
  );
}

function useColumns(): readonly Column<Line>[] {
  const text = useTexts(billScreenTexts);
  const today = dayOf(useClock(60_000));
  const age = ({ day }: Line): string => {
    const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
    return days === 0 ? '' : text.days(days);
  };
  return [
    { title: text.time, show: ({ treatedAt }) => <strong>{timeOf(treatedAt)}</strong>, width: '56px' },
    { title: text.who, show: ({ who }) => <Who who={who} /> },
    { title: text.with, show: ({ doctorName }) => doctorName, isExtra: true, width: '120px' },
    { title: text.state, show: (line) => <BillState {...line} />, width: '160px' },
    { title: text.age, show: (line) => <span className="soon">{age(line)}</span>, width: '72px', isExtra: true },
    { title: text.toPay, show: ({ patientPart }) => inKroner(patientPart), align: 'right', width: '90px' },
  ];
}

function Who({ who }: Pick<Line, 'who'>) {
  const { language } = useLanguage();
  const today = dayOf(useClock(60_000));
  if (!who) return null;
  return (
    <span className="private">
      <strong>{fullName(who)}</strong> <span className="soft">{ageWords(who.birthDate, today, language)}</span>
    </span>
  );
}
