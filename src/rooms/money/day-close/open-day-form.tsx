/** The float of the morning, proposed as what was left the evening before. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { dayOf, type IsoDate } from '#kernel/time';
import { Act, Notice, useClock, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { readAmount } from '../payments/typed-amount.ts';
import type { openDay } from './day-close.api.ts';
import { dayCloseScreenTexts } from './day-close-screen.texts.ts';
import { MoneyField } from './money-field.tsx';
import type { Settlement } from './use-day-close.tsx';

export function OpenDayForm({ settlement, day }: { settlement: Settlement; day: IsoDate }) {
  const text = useTexts(dayCloseScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const open = useDo<typeof openDay>('openDay');
  const today = dayOf(useClock(60_000));
  const { leftBefore, entity } = settlement;
  const [typed, setTyped] = useState(leftBefore === null ? '' : String(leftBefore / 100).replace('.', ','));
  const [reason, setReason] = useState('');
  const amount = readAmount(typed);
  const differs = leftBefore !== null && amount !== null && amount !== leftBefore;
  const send = (): void => {
    if (amount === null) return;
    void open.run({ entity: entity.id, day, floatInOre: amount, floatReason: reason || null });
  };
  useKeys(text.openDay, [{ keys: 'Enter', words: text.openDay, does: send, inFields: true }]);
  return (
    <div className="day-close-form">
      <h3>{text.steps.float}</h3>
      {day < today ? <Notice tone="warning">{text.unsettled}</Notice> : null}
      <MoneyField
        label={text.openWith}
        value={typed}
        isFirst
        {...(leftBefore === null ? {} : { hint: text.left(inKroner(leftBefore)) })}
        onChange={setTyped}
      />
      {differs ? <MoneyField label={text.whyOther} value={reason} isWide onChange={setReason} /> : null}
      <Act weight="first" keys="Enter" isBusy={open.isBusy} isOff={amount === null} onPress={send}>
        {text.openDay}
      </Act>
      {open.no ? <Notice tone="stop">{words(open.no)}</Notice> : null}
    </div>
  );
}
