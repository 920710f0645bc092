/** What can be put right on a bill that is closed: money back, another means, or the whole bill taken back. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { Act, Notice, useDo, useNoWords, useTexts } from '#platform/web';
import { MoneyField } from '../day-close/money-field.tsx';
import { paymentTexts } from '../payments/payment.texts.ts';
import { refundable } from '../payments/payment.ts';
import type { askRefund, correctMeans } from '../payments/refund.api.ts';
import { refundScreenTexts } from '../payments/refund-screen.texts.ts';
import { readAmount } from '../payments/typed-amount.ts';
import { billRefusals } from './bill-screen.texts.ts';
import type { askCredit } from './credit.api.ts';
import { ReasonField } from './reason-field.tsx';
import type { SeenBill } from './use-bills.tsx';

type Open = 'refund' | 'means' | 'credit' | null;

export function CorrectionActs({ seen }: { seen: SeenBill }) {
  const text = useTexts(refundScreenTexts);
  const [open, setOpen] = useState<Open>(null);
  const [isSent, setSent] = useState(false);
  const shut = (): void => setOpen(null);
  const done = (): void => {
    setOpen(null);
    setSent(true);
  };
  const payment = seen.payments.find((one) => refundable(one) > 0);
  if (open === 'refund' && payment) return <AskRefund payment={payment} onDone={done} onClose={shut} />;
  if (open === 'means' && payment) return <RightMeans payment={payment} onClose={shut} />;
  if (open === 'credit') return <AskCredit seen={seen} onDone={done} onClose={shut} />;
  return (
    <>
      {payment ? <Act onPress={() => setOpen('refund')}>{text.ask}</Act> : null}
      {payment ? <Act onPress={() => setOpen('means')}>{text.wrongMeans}</Act> : null}
      <Act weight="quiet" onPress={() => setOpen('credit')}>
        {text.askCredit}
      </Act>
      {isSent ? <Notice tone="info">{text.sent}</Notice> : null}
    </>
  );
}

type Payment = SeenBill['payments'][number];
type Part = { readonly payment: Payment; readonly onClose: () => void };
const useWords = () => useNoWords<string>(useTexts(billRefusals).refusals);

function AskRefund({ payment, onDone, onClose }: Part & { onDone: () => void }) {
  const text = useTexts(refundScreenTexts);
  const ask = useDo<typeof askRefund>('askRefund');
  const [typed, setTyped] = useState(inKroner(refundable(payment)));
  const words = useWords();
  const send = async (reason: string): Promise<void> => {
    const amountInOre = readAmount(typed);
    if (amountInOre === null) return;
    const asked = await ask.run({ payment: payment.id, amountInOre, reason });
    if (asked.ok) onDone();
  };
  return (
    <div className="bill-form">
      <MoneyField label={text.askAmount} value={typed} isFirst onChange={setTyped} />
      <ReasonField
        label={text.askWhy}
        act={text.ask}
        isSecond
        no={words(ask.no)}
        onSend={(why) => void send(why)}
        onClose={onClose}
      />
    </div>
  );
}

function RightMeans({ payment, onClose }: Part) {
  const text = useTexts(refundScreenTexts);
  const means = useTexts(paymentTexts).means;
  const correct = useDo<typeof correctMeans>('correctMeans');
  const others = (['card', 'cash', 'vipps'] as const).filter((one) => one !== payment.means.kind);
  const [chosen, setChosen] = useState<(typeof others)[number]>(others[0] ?? 'cash');
  const words = useWords();
  const send = async (reason: string): Promise<void> => {
    const corrected = await correct.run({ payment: payment.id, means: chosen, reason });
    if (corrected.ok) onClose();
  };
  return (
    <div className="bill-form">
      <label>
        {text.rightMeans}
        <select value={chosen} onChange={(event) => setChosen(event.target.value as typeof chosen)}>
          {others.map((one) => (
            <option key={one} value={one}>
              {means[one]}
            </option>
          ))}
        </select>
      </label>
      <ReasonField
        label={text.askWhy}
        act={text.wrongMeans}
        isSecond
        no={words(correct.no)}
        onSend={(why) => void send(why)}
        onClose={onClose}
      />
    </div>
  );
}

function AskCredit({ seen, onDone, onClose }: { seen: SeenBill; onDone: () => void; onClose: () => void }) {
  const text = useTexts(refundScreenTexts);
  const ask = useDo<typeof askCredit>('askCredit');
  const words = useWords();
  const [billAnew, setAnew] = useState(true);
  const send = async (reason: string): Promise<void> => {
    const asked = await ask.run({ bill: seen.bill.id, reason, billAnew });
    if (asked.ok) onDone();
  };
  return (
    <div className="bill-form">
      <label className="bill-tick">
        <input type="checkbox" checked={billAnew} onChange={(event) => setAnew(event.target.checked)} /> {text.anew}
      </label>
      <ReasonField
        label={text.creditWhy}
        act={text.askCredit}
        isSecond
        no={words(ask.no)}
        onSend={(why) => void send(why)}
        onClose={onClose}
      />
    </div>
  );
}
