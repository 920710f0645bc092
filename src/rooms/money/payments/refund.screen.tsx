/** What waits for a second person, and money that the patient is to have: refunds and credits. */

import { useState } from 'react';
import { inKroner } from '#kernel/amounts';
import { fullName } from '#patients';
import {
  Act,
  Empty,
  GoTo,
  Notice,
  openPaper,
  Panel,
  send,
  useAsk,
  useDo,
  useLanguage,
  useMe,
  useNoWords,
  useTexts,
} from '#platform/web';
import { billRefusals } from '../bills/bill-screen.texts.ts';
import type { decideOnCredit, seeRefunds } from '../bills/credit.api.ts';
import { ReasonField } from '../bills/reason-field.tsx';
import { MoneyField } from '../day-close/money-field.tsx';
import { paymentTexts } from './payment.texts.ts';
import type { approveRefund, payOutRefund, turnDownRefund } from './refund.api.ts';
import { refundScreenTexts } from './refund-screen.texts.ts';
import '../bills/bill.css';

const useRefunds = () =>
  useAsk<typeof seeRefunds>('seeRefunds', {}, { hears: ['RefundChanged', 'BillClosed', 'BillCredited'] });
type Seen = NonNullable<ReturnType<typeof useRefunds>['data']>;
type Waiting = Seen['refunds'][number];

export default function RefundScreen() {
  const text = useTexts(refundScreenTexts);
  const seen = useRefunds().data;
  if (!seen) return null;
  return (
    <>
      <div className="page-title">
        <h1>{text.title}</h1>
      </div>
      <div className="columns columns-even">
        <Panel title={text.refunds} count={seen.refunds.length}>
          {seen.refunds.length === 0 ? <Empty>{text.noRefunds}</Empty> : null}
          {seen.refunds.map((waiting) => (
            <OneRefund key={waiting.refund.id} waiting={waiting} seen={seen} />
          ))}
        </Panel>
        <Panel title={text.credits} count={seen.credits.length}>
          {seen.credits.length === 0 ? <Empty>{text.noCredits}</Empty> : null}
          {seen.credits.map((credit) => (
            <OneCredit key={credit.id} credit={credit} seen={seen} />
          ))}
        </Panel>
      </div>
    </>
  );
}

function Who({ seen, patient }: { seen: Seen; patient: string }) {
  const found = seen.patients.find(({ id }) => id === patient);
  return (
    <GoTo path={`/bill/${patient}`}>
      <span className="private">{found ? fullName(found) : ''}</span>
    </GoTo>
  );
}

function OneRefund({ waiting, seen }: { waiting: Waiting; seen: Seen }) {
  const text = useTexts(refundScreenTexts);
  const states = useTexts(paymentTexts).refundStates;
  const { refund, patient } = waiting;
  return (
    <section className="refund" aria-label={text.refunds}>
      <p>
        <Who seen={seen} patient={patient} /> <strong>{inKroner(refund.amount)}</strong> {refund.reason}
        <br />
        <span className="soft">
          {states[refund.state]}, {text.askedBy(seen.names[refund.askedBy] ?? '')}
        </span>
      </p>
      {refund.state === 'asked' ? <Approve waiting={waiting} /> : <PayOut waiting={waiting} />}
    </section>
  );
}

function Approve({ waiting: { refund } }: { waiting: Waiting }) {
  const text = useTexts(refundScreenTexts);
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const me = useMe();
  const approve = useDo<typeof approveRefund>('approveRefund');
  const turn = useDo<typeof turnDownRefund>('turnDownRefund');
  const [isTurning, setTurning] = useState(false);
  if (refund.askedBy === me.person) return <p className="soft">{text.ownAsk}</p>;
  if (isTurning) {
    return (
      <ReasonField
        label={text.why}
        act={text.turnDown}
        no={words(turn.no)}
        onSend={(because) => void turn.run({ refund: refund.id, because })}
        onClose={() => setTurning(false)}
      />
    );
  }
  return (
    <div className="bill-means">
      <Act weight="first" isBusy={approve.isBusy} onPress={() => void approve.run({ refund: refund.id })}>
        {text.approve}
      </Act>
      <Act onPress={() => setTurning(true)}>{text.turnDown}</Act>
      {approve.no ? <Notice tone="stop">{words(approve.no)}</Notice> : null}
    </div>
  );
}

/** The card it came from, the drawer, Vipps; or a bank account where the patient has gone. */
function PayOut({ waiting: { refund, means } }: { waiting: Waiting }) {
  const text = useTexts(refundScreenTexts);
  const { language } = useLanguage();
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const payOut = useDo<typeof payOutRefund>('payOutRefund');
  const [byBank, setByBank] = useState(false);
  const [telephone, setTelephone] = useState('');
  const [reference, setReference] = useState('');
  const [hasSigned, setSigned] = useState(false);
  const own = ({ card: 'same card', cash: 'cash', vipps: 'vipps', invoice: 'bank account' } as const)[means];
  const isBank = byBank || own === 'bank account';
  const run = async (): Promise<void> => {
    const proof = isBank
      ? ({ kind: 'bank transfer', reference } as const)
      : ({ kind: 'signed', hasSigned, telephone } as const);
    const paid = await payOut.run({ refund: refund.id, way: isBank ? 'bank account' : own, proof });
    if (!paid.ok) return;
    const printed = await send<Blob>('printReceipt', { receipt: paid.value.receipt.id, language });
    if (printed.ok) openPaper(printed.value);
  };
  return (
    <div className="bill-form">
      <label className="bill-tick">
        <input type="checkbox" checked={isBank} onChange={(event) => setByBank(event.target.checked)} /> {text.byBank}
      </label>
      {isBank ? (
        <MoneyField label={text.reference} value={reference} isWide onChange={setReference} />
      ) : (
        <>
          <MoneyField label={text.telephone} value={telephone} onChange={setTelephone} />
          <label className="bill-tick">
            <input type="checkbox" checked={hasSigned} onChange={(event) => setSigned(event.target.checked)} />{' '}
            {text.signed}
          </label>
        </>
      )}
      <Act weight="first" isBusy={payOut.isBusy} onPress={() => void run()}>
        {text.payOut}
      </Act>
      {payOut.no ? <Notice tone="stop">{words(payOut.no)}</Notice> : null}
    </div>
  );
}

function OneCredit({ credit, seen }: { credit: Seen['credits'][number]; seen: Seen }) {
  const text = useTexts(refundScreenTexts);
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const me = useMe();
  const decide = useDo<typeof decideOnCredit>('decideOnCredit');
  const [isKeeping, setKeeping] = useState(false);
  const { bill } = credit;
  return (
    <section className="refund" aria-label={text.credits}>
      <p>
        <Who seen={seen} patient={credit.patient} /> {credit.reason} · {credit.billAnew ? text.anew : text.notAnew}
        <br />
        <span className="soft">{text.askedBy(seen.names[credit.askedBy] ?? '')}</span>
      </p>
      {credit.askedBy === me.person ? <p className="soft">{text.ownAsk}</p> : null}
      {isKeeping ? (
        <ReasonField
          label={text.why}
          act={text.keep}
          no={words(decide.no)}
          onSend={(because) => void decide.run({ bill, isCredited: false, because })}
          onClose={() => setKeeping(false)}
        />
      ) : null}
      {credit.askedBy !== me.person && !isKeeping ? (
        <div className="bill-means">
          <Act weight="first" isBusy={decide.isBusy} onPress={() => void decide.run({ bill, isCredited: true })}>
            {text.credit}
          </Act>
          <Act onPress={() => setKeeping(true)}>{text.keep}</Act>
          {decide.no ? <Notice tone="stop">{words(decide.no)}</Notice> : null}
        </div>
      ) : null}
    </section>
  );
}
