/** Taking payment: the sum, the means with their keys, and the receipt when it is done. */

import { useState } from 'react';
import { inKroner, type Ore } from '#kernel/amounts';
import {
  Act,
  Notice,
  openPaper,
  Panel,
  send,
  useDo,
  useGo,
  useKeys,
  useLanguage,
  useNoWords,
  useTexts,
} from '#platform/web';
import type { startCardPayment } from '../payments/card-payment.api.ts';
import type { printReceipt } from '../payments/receipt.api.ts';
import type { takePayment } from '../payments/taking.api.ts';
import { readAmount } from '../payments/typed-amount.ts';
import type { closeBill, invoiceBill } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import type { SeenBill } from './use-bills.tsx';
import { WaitingForTerminal } from './waiting-for-terminal.tsx';

const lastTerminal = 'dagsverk.terminal';

/** The terminal of this desk where it is one of the doctor's; the only one; or none until somebody chooses. */
function useTerminal({ terminals }: SeenBill) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(lastTerminal) ?? '');
  const terminal = terminals.find(({ id }) => id === chosen) ?? (terminals.length === 1 ? terminals[0] : undefined);
  const choose = (id: string): void => {
    localStorage.setItem(lastTerminal, id);
    setChosen(id);
  };
  return { terminal, choose };
}

type Done = { readonly receipt: string; readonly number: number; readonly changeInOre: number };
type Props = { readonly seen: SeenBill; readonly colour: string; readonly isDayLocked: boolean };

export function PayPanel(props: Props) {
  const [done, setDone] = useState<Done>();
  const { seen } = props;
  const last = seen.receipts.at(-1);
  const given = done ?? (last ? { receipt: last.receipt, number: last.number, changeInOre: 0 } : undefined);
  if (seen.bill.state === 'dropped' || seen.bill.state === 'credited') return null;
  const asked = seen.payments.find(({ state }) => state === 'requested');
  if (asked) return <WaitingForTerminal {...props} payment={asked.id} amountInOre={asked.amount} />;
  if (given && seen.owed === 0) return <Paid {...props} done={given} />;
  return seen.owed === 0 ? <NothingToPay {...props} /> : <ToPay {...props} onDone={setDone} />;
}

function Sum({ seen }: { seen: SeenBill }) {
  const text = useTexts(billScreenTexts);
  const { egenandel, ownPayment, helfo } = seen.sums;
  return (
    <dl className="facts">
      <dt>{text.countsToFrikort}</dt>
      <dd className="number">{inKroner(egenandel)}</dd>
      <dt>{text.countsNot}</dt>
      <dd className="number">{inKroner(ownPayment)}</dd>
      <dt>{text.helfo}</dt>
      <dd className="number">{inKroner(helfo)}</dd>
    </dl>
  );
}

function ToPay({ seen, colour, isDayLocked, onDone }: Props & { onDone: (done: Done) => void }) {
  const text = useTexts(billScreenTexts);
  const { refusals } = useTexts(billRefusals);
  const { terminal, choose } = useTerminal(seen);
  const { take, isBusy, no } = usePay(seen, terminal, onDone);
  const invoice = useDo<typeof invoiceBill>('invoiceBill');
  const invoiceNo = useNoWords<string>(refusals)(invoice.no);
  const [isCash, setCash] = useState(false);
  const sendInvoice = (): void => void invoice.run({ bill: seen.bill.id });
  const isInvoiced = seen.bill.state === 'invoiced';
  useKeys(text.pay, [
    { keys: 'k', words: text.card, does: () => take('card') },
    { keys: 'c', words: text.cash, does: () => setCash(true) },
    { keys: 'm', words: text.vipps, does: () => take('vipps') },
    ...(isInvoiced ? [] : [{ keys: 'i', words: text.invoice, does: sendInvoice }]),
  ]);
  return (
    <Panel title={text.toPay} patientColour={colour}>
      <p className="big-number bill-sum">{inKroner(seen.owed)}</p>
      {isDayLocked ? <Notice tone="stop">{refusals['the day is locked']}</Notice> : null}
      <MeansActs
        isBusy={isBusy}
        onTake={take}
        onCash={() => setCash(true)}
        {...(isInvoiced ? {} : { onInvoice: sendInvoice })}
      />
      {isCash ? (
        <Cash owed={seen.owed} onTake={(handed) => take('cash', handed)} onClose={() => setCash(false)} />
      ) : null}
      {no || invoiceNo ? <Notice tone="stop">{no ?? invoiceNo}</Notice> : null}
      <TerminalChoice seen={seen} chosen={terminal?.id} onChoose={choose} />
      <Sum seen={seen} />
    </Panel>
  );
}

type Terminal = SeenBill['terminals'][number];

/** Typed on the terminal by hand, or told to it over the line; either way the sum that stands on the screen. */
function usePay(seen: SeenBill, terminal: Terminal | undefined, onDone: (done: Done) => void) {
  const words = useNoWords<string>(useTexts(billRefusals).refusals);
  const pay = useDo<typeof takePayment>('takePayment');
  const start = useDo<typeof startCardPayment>('startCardPayment');
  const isBusy = pay.isBusy || start.isBusy;
  const sum = { bill: seen.bill.id, amountInOre: seen.owed };
  const paid = async (input: Parameters<typeof pay.run>[0]): Promise<void> => {
    const done = await pay.run(input);
    if (!done.ok) return;
    const { receipt, changeInOre } = done.value;
    onDone({ receipt: receipt.id, number: receipt.number, changeInOre });
  };
  const take = (means: 'card' | 'cash' | 'vipps', handedOverInOre?: number): void => {
    if (isBusy) return;
    const isOnLine = means === 'card' && terminal?.mode === 'integrated';
    if (isOnLine) return void start.run({ ...sum, terminal: terminal.id });
    const where = means === 'card' && terminal ? { terminal: terminal.id } : {};
    void paid({ ...sum, means, ...where, ...(handedOverInOre === undefined ? {} : { handedOverInOre }) });
  };
  return { take, isBusy, no: words(start.no) ?? words(pay.no) };
}

type MeansProps = {
  readonly isBusy: boolean;
  readonly onTake: (means: 'card' | 'vipps') => void;
  readonly onCash: () => void;
  readonly onInvoice?: () => void;
};

function MeansActs({ isBusy, onTake, onCash, onInvoice }: MeansProps) {
  const text = useTexts(billScreenTexts);
  return (
    <div className="bill-means">
      <Act weight="first" size="medium" keys="K" isBusy={isBusy} onPress={() => onTake('card')}>
        {text.card}
      </Act>
      <Act size="medium" keys="C" onPress={onCash}>
        {text.cash}
      </Act>
      <Act size="medium" keys="M" onPress={() => onTake('vipps')}>
        {text.vipps}
      </Act>
      {onInvoice ? (
        <Act size="medium" weight="quiet" keys="I" onPress={onInvoice}>
          {text.invoice}
        </Act>
      ) : null}
    </div>
  );
}

function TerminalChoice({
  seen,
  chosen,
  onChoose,
}: {
  seen: SeenBill;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const text = useTexts(billScreenTexts);
  if (seen.terminals.length < 2) return <p className="soft">{text.typeOnTerminal(inKroner(seen.owed))}</p>;
  return (
    <fieldset className="bill-terminals">
      <legend>{text.terminal}</legend>
      {seen.terminals.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="terminal" checked={id === chosen} onChange={() => onChoose(id)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}

function Cash({ owed, onTake, onClose }: { owed: Ore; onTake: (handed?: number) => void; onClose: () => void }) {
  const text = useTexts(billScreenTexts);
  const [typed, setTyped] = useState('');
  const handed = readAmount(typed);
  const take = (): void => onTake(handed ?? undefined);
  useKeys(text.cash, [
    { keys: 'Enter', words: text.takeCash, does: take, inFields: true },
    { keys: 'Escape', words: '×', does: onClose, inFields: true },
  ]);
  return (
    <div className="bill-cash">
      <label>
        {text.handedOver}
        <input autoFocus inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {handed !== null && handed > owed ? <strong>{text.change(inKroner((handed - owed) as Ore))}</strong> : null}
      <Act weight="first" keys="Enter" onPress={take}>
        {text.takeCash}
      </Act>
    </div>
  );
}

function Paid({ seen, colour, done }: Props & { done: Done }) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const go = useGo();
  const print = async (isSpecified: boolean): Promise<void> => {
    const printed = await send<Blob>('printReceipt' satisfies (typeof printReceipt)['name'], {
      ...{ receipt: done.receipt, language, isSpecified },
    });
    if (printed.ok) openPaper(printed.value);
  };
  useKeys(text.pay, [
    { keys: 'p', words: text.print, does: () => void print(false) },
    { keys: 's', words: text.printSpecified, does: () => void print(true) },
    { keys: 'Escape', words: text.back, does: () => go('/') },
  ]);
  return (
    <Panel title={text.paid} patientColour={colour}>
      <Notice tone="done" title={`${text.paid} ${inKroner(seen.sums.patient)}`}>
        {text.receipt(done.number)}
      </Notice>
      {done.changeInOre > 0 ? (
        <p className="big-number bill-sum">{text.change(inKroner(done.changeInOre as Ore))}</p>
      ) : null}
      <div className="bill-means">
        <Act weight="first" keys="P" onPress={() => void print(false)}>
          {text.print}
        </Act>
        <Act keys="S" onPress={() => void print(true)}>
          {text.printSpecified}
        </Act>
        <Act weight="quiet" keys="Esc" onPress={() => go('/')}>
          {text.back}
        </Act>
      </div>
      <Sum seen={seen} />
    </Panel>
  );
}

/** Exempt, or a contact that costs the patient nothing: Helfo is billed all the same. */
function NothingToPay({ seen, colour }: Props) {
  const text = useTexts(billScreenTexts);
  const { refusals } = useTexts(billRefusals);
  const words = useNoWords<string>(refusals);
  const close = useDo<typeof closeBill>('closeBill');
  const isOpen = seen.bill.state === 'proposed' && seen.bill.lines.length > 0;
  const run = (): void => void (isOpen && close.run({ bill: seen.bill.id }));
  useKeys(text.pay, isOpen ? [{ keys: 'k', words: text.closeNothing, does: run }] : []);
  return (
    <Panel title={text.toPay} patientColour={colour}>
      <p className="big-number bill-sum">0,00</p>
      <p>{text.nothingToPay}</p>
      {isOpen ? (
        <div className="bill-means">
          <Act weight="first" size="medium" keys="K" isBusy={close.isBusy} onPress={run}>
            {text.closeNothing}
          </Act>
        </div>
      ) : null}
      {close.no ? <Notice tone="stop">{words(close.no)}</Notice> : null}
      <Sum seen={seen} />
    </Panel>
  );
}
