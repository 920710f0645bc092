/** The sum stands on the terminal: it is asked until it answers, and the slip counts where the line is down. */

import { useEffect, useRef, useState } from 'react';
import { inKroner, type Ore } from '#kernel/amounts';
import { Act, Notice, Panel, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { MoneyField } from '../day-close/money-field.tsx';
import type { askTerminal, giveUpPayment, typeSlip } from '../payments/card-payment.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import type { SeenBill } from './use-bills.tsx';

const askEveryMs = 1_500;
type PaymentId = SeenBill['payments'][number]['id'];
type Props = { readonly payment: PaymentId; readonly amountInOre: Ore; readonly colour: string };

export function WaitingForTerminal({ payment, amountInOre, colour }: Props) {
  const text = useTexts(billScreenTexts);
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const ask = useDo<typeof askTerminal>('askTerminal');
  const slip = useDo<typeof typeSlip>('typeSlip');
  const giveUp = useDo<typeof giveUpPayment>('giveUpPayment');
  const [typed, setTyped] = useState('');
  const [isLineDown, setLineDown] = useState(false);
  const again = useRef(ask.run);
  again.current = ask.run;
  useEffect(() => {
    let isAsking = false;
    const timer = setInterval(() => {
      if (isAsking) return;
      isAsking = true;
      void again.current({ payment }).then((answered) => {
        isAsking = false;
        setLineDown(answered.ok && answered.value.state === 'no answer');
      });
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [payment]);
  const hasLooked = giveUp.no?.kind === 'refused' && giveUp.no.why === 'look at the terminal';
  const stop = (): void => void giveUp.run({ payment, hasLooked });
  useKeys(text.pay, [{ keys: 'Escape', words: text.giveUp, does: stop }]);
  const no = words(giveUp.no) ?? words(slip.no) ?? (ask.no?.kind === 'refused' ? words(ask.no) : undefined);
  return (
    <Panel title={text.toPay} patientColour={colour}>
      <p className="big-number bill-sum">{inKroner(amountInOre)}</p>
      <Notice tone={isLineDown ? 'warning' : 'info'}>{isLineDown ? text.lineDown : text.waitsForTerminal}</Notice>
      <div className="bill-means">
        <Act keys="Esc" isBusy={giveUp.isBusy} onPress={stop}>
          {text.giveUp}
        </Act>
      </div>
      {isLineDown || hasLooked ? (
        <div className="bill-form">
          <MoneyField label={text.slip} value={typed} isWide onChange={setTyped} />
          <Act isOff={!typed.trim()} onPress={() => void slip.run({ payment, slip: typed })}>
            {text.typeSlip}
          </Act>
        </div>
      ) : null}
      {no ? <Notice tone="stop">{no}</Notice> : null}
    </Panel>
  );
}
