/** Cash moved during the day while it is open, and remarks on it after it was locked. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { type IsoDate, timeOf } from '#kernel/time';
import { Act, Notice, useDo, useNoWords, useTexts } from '#platform/web';
import { readAmount } from '../payments/typed-amount.ts';
import type { moveCash, remarkOnDay } from './day-close.api.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import { MoneyField } from './money-field.tsx';
import type { Settlement } from './use-day-close.tsx';

type Props = {
  readonly settlement: Settlement;
  readonly names: Readonly<Record<string, string>>;
  readonly day: IsoDate;
};

export function DayRemarks({ settlement, names, day }: Props) {
  const text = useTexts(dayCloseScreenTexts);
  const { close } = settlement;
  if (!close) return null;
  return (
    <section aria-label={text.move}>
      <ul className="day-close-moves">
        {close.moves.map(({ direction, amount, at, by, reason }) => (
          <li key={at + reason}>
            {text[direction]} <strong>{inKroner(amount)}</strong> {reason}{' '}
            <span className="soft">
              {names[by]} {timeOf(at)}
            </span>
          </li>
        ))}
        {(close.state === 'locked' ? close.remarks : []).map(({ words, by, at }) => (
          <li key={at}>
            {text.remark}: {words}{' '}
            <span className="soft">
              {names[by]} {timeOf(at)}
            </span>
          </li>
        ))}
      </ul>
      {close.state === 'open' ? <Move settlement={settlement} day={day} /> : null}
      {close.state === 'locked' ? <Remark settlement={settlement} day={day} /> : null}
    </section>
  );
}

type Step = { readonly settlement: Settlement; readonly day: IsoDate };

function Move({ settlement, day }: Step) {
  const text = useTexts(dayCloseScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const move = useDo<typeof moveCash>('moveCash');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const amount = readAmount(typed);
  const send = async (direction: 'out' | 'in'): Promise<void> => {
    if (amount === null || !reason.trim()) return;
    const done = await move.run({ entity: settlement.entity.id, day, direction, amountInOre: amount, reason });
    if (!done.ok) return;
    setTyped('');
    setReason('');
  };
  const isOff = amount === null || !reason.trim();
  return (
    <div className="day-close-form day-close-quiet">
      <h3>{text.move}</h3>
      <MoneyField label={text.amount} value={typed} onChange={setTyped} />
      <MoneyField label={text.why} value={reason} isWide onChange={setReason} />
      <Act isOff={isOff} onPress={() => void send('out')}>
        {text.out}
      </Act>
      <Act isOff={isOff} onPress={() => void send('in')}>
        {text.in}
      </Act>
      {move.no ? <Notice tone="stop">{words(move.no)}</Notice> : null}
    </div>
  );
}

function Remark({ settlement, day }: Step) {
  const text = useTexts(dayCloseScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const remark = useDo<typeof remarkOnDay>('remarkOnDay');
  const [typed, setTyped] = useState('');
  const send = async (): Promise<void> => {
    const done = await remark.run({ entity: settlement.entity.id, day, words: typed });
    if (done.ok) setTyped('');
  };
  return (
    <div className="day-close-form day-close-quiet">
      <MoneyField label={text.remark} value={typed} isWide onChange={setTyped} />
      <Act isOff={!typed.trim()} onPress={() => void send()}>
        {text.addRemark}
      </Act>
      {remark.no ? <Notice tone="stop">{words(remark.no)}</Notice> : null}
    </div>
  );
}
