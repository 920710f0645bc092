/** Counting: what lies in the drawer, what Vipps says, and the numbered report of every terminal. */

import { useState } from 'react';
import { inKroner, type Ore } from '#kernel/amounts';
import type { IsoDate } from '#kernel/time';
import { Act, Notice, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { readAmount } from '../payments/typed-amount.ts';
import type { countDay } from './day-close.api.ts';
import { dayCloseTexts } from './day-close.texts.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import { MoneyField } from './money-field.tsx';
import type { Settlement } from './use-day-close.tsx';

type Typed = { readonly number: string; readonly sales: string; readonly refunds: string };
const empty: Typed = { number: '', sales: '', refunds: '0' };

type Props = { readonly settlement: Settlement; readonly day: IsoDate; readonly onDone: () => void };

export function CountForm({ settlement, day, onDone }: Props) {
  const text = useTexts(dayCloseScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const count = useDo<typeof countDay>('countDay');
  const [cash, setCash] = useState('');
  const [vipps, setVipps] = useState('0');
  const [reports, setReports] = useState<Readonly<Record<string, Typed>>>({});
  const { entity, terminals } = settlement;
  const typed = terminals.map(({ id }) => reportOf(id, reports[id] ?? empty));
  const [inDrawer, inVipps] = [readAmount(cash), readAmount(vipps)];
  const whole = typed.filter((one) => one !== null);
  const isReady = inDrawer !== null && inVipps !== null && whole.length === typed.length;
  const send = async (): Promise<void> => {
    if (!isReady) return;
    const counted = { cashInOre: inDrawer, vippsInOre: inVipps, reports: whole };
    const done = await count.run({ entity: entity.id, day, ...counted });
    if (done.ok) onDone();
  };
  useKeys(text.countDay, [{ keys: 'Ctrl+Enter', words: text.countDay, does: () => void send(), inFields: true }]);
  return (
    <div className="day-close-form">
      <h3>{text.steps.count}</h3>
      <MoneyField label={text.cashCounted} value={cash} onChange={setCash} />
      <MoneyField label={text.vipps} value={vipps} onChange={setVipps} />
      {terminals.map(({ id, name, lastNumber }) => (
        <Report
          key={id}
          name={name}
          last={lastNumber}
          typed={reports[id] ?? empty}
          onType={(next) => setReports({ ...reports, [id]: next })}
        />
      ))}
      <Act weight="first" keys="Ctrl Enter" isBusy={count.isBusy} isOff={!isReady} onPress={() => void send()}>
        {text.countDay}
      </Act>
      {count.no ? <Notice tone="stop">{words(count.no)}</Notice> : null}
      <Expected settlement={settlement} />
    </div>
  );
}

function reportOf(terminal: string, { number, sales, refunds }: Typed) {
  const [sold, back] = [readAmount(sales), readAmount(refunds || '0')];
  if (!/^\d+$/.test(number.trim()) || sold === null || back === null) return null;
  return { terminal, number: Number(number), sales: sold, refunds: back, byCard: [] };
}

type ReportProps = {
  readonly name: string;
  readonly last: number | null;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
};
function Report({ name, last, typed, onType }: ReportProps) {
  const text = useTexts(dayCloseScreenTexts);
  return (
    <fieldset>
      <legend>{name}</legend>
      <MoneyField
        label={text.reportNumber}
        value={typed.number}
        {...(last === null ? {} : { hint: text.lastNumber(last) })}
        onChange={(number) => onType({ ...typed, number })}
      />
      <MoneyField label={text.reportSales} value={typed.sales} onChange={(sales) => onType({ ...typed, sales })} />
      <MoneyField
        label={text.reportRefunds}
        value={typed.refunds}
        onChange={(refunds) => onType({ ...typed, refunds })}
      />
    </fieldset>
  );
}

/** What the sales say, for whoever counts a second time. */
function Expected({ settlement }: { settlement: Settlement }) {
  const text = useTexts(dayCloseScreenTexts);
  const terms = useTexts(dayCloseTexts);
  const { sales, expectedInDrawer, net, close } = settlement;
  const moved = (direction: 'in' | 'out'): Ore =>
    (close?.moves ?? []).reduce((sum, move) => sum + (move.direction === direction ? move.amount : 0), 0) as Ore;
  return (
    <dl className="facts">
      <dt>{terms.float}</dt>
      <dd>{inKroner((close?.float ?? 0) as Ore)}</dd>
      <dt>{terms.cashSales}</dt>
      <dd>{inKroner(sales.cashSales)}</dd>
      {sales.cashRefunds > 0 ? (
        <>
          <dt>{terms.cashRefunds}</dt>
          <dd>{inKroner(sales.cashRefunds)}</dd>
        </>
      ) : null}
      {moved('out') > 0 ? (
        <>
          <dt>{terms.takenOut}</dt>
          <dd>{inKroner(moved('out'))}</dd>
        </>
      ) : null}
      {moved('in') > 0 ? (
        <>
          <dt>{terms.putIn}</dt>
          <dd>{inKroner(moved('in'))}</dd>
        </>
      ) : null}
      <dt>{terms.expected}</dt>
      <dd>
        <strong>{inKroner((expectedInDrawer ?? 0) as Ore)}</strong>
      </dd>
      <dt>{text.net}</dt>
      <dd>{inKroner(net)}</dd>
    </dl>
  );
}
