/** What a person may say of a proposal: exemption, lines added and taken off, and that it shall not be billed. */

import { useState } from 'react';
import { Act, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import { readAmount } from '../payments/typed-amount.ts';
import type { adjustBill, dropBill } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
import { Exemption } from './exemption-form.tsx';
import { ReasonField } from './reason-field.tsx';
import type { PatientBills, SeenBill } from './use-bills.tsx';

type Open = 'add' | 'remove' | 'drop' | 'exemption' | null;
type Props = { readonly seen: SeenBill; readonly data: PatientBills; readonly line: string | undefined };

export function BillActs(props: Props) {
  const { seen, line } = props;
  const text = useTexts(billScreenTexts);
  const [open, setOpen] = useState<Open>(null);
  const shut = (): void => setOpen(null);
  useKeys(text.bills, [
    { keys: 'f', words: text.exemption, does: () => setOpen('exemption') },
    { keys: 'l', words: text.add, does: () => setOpen('add') },
    ...(line ? [{ keys: 'Delete', words: text.remove, does: () => setOpen('remove') }] : []),
    { keys: 'x', words: text.drop, does: () => setOpen('drop') },
  ]);
  if (open === 'exemption') return <Exemption {...props} onClose={shut} />;
  if (open === 'add') return <AddLine seen={seen} onClose={shut} />;
  if (open === 'remove' && line) return <RemoveLine seen={seen} line={line} onClose={shut} />;
  if (open === 'drop') return <Drop seen={seen} onClose={shut} />;
  return (
    <>
      <Act keys="F" onPress={() => setOpen('exemption')}>
        {text.exemption}
      </Act>
      <Act keys="L" onPress={() => setOpen('add')}>
        {text.add}
      </Act>
      <Act keys="Del" isOff={!line} onPress={() => setOpen('remove')}>
        {text.remove}
      </Act>
      <Act weight="quiet" keys="X" onPress={() => setOpen('drop')}>
        {text.drop}
      </Act>
    </>
  );
}

type Part = { readonly seen: SeenBill; readonly onClose: () => void };

function useBillWords() {
  return useNoWords<string>(useTexts(billRefusals).refusals);
}

function RemoveLine({ seen, line, onClose }: Part & { line: string }) {
  const text = useTexts(billScreenTexts);
  const adjust = useDo<typeof adjustBill>('adjustBill');
  const send = async (reason: string): Promise<void> => {
    const done = await adjust.run({ bill: seen.bill.id, change: { kind: 'remove', line, reason } });
    if (done.ok) onClose();
  };
  return (
    <ReasonField
      label={text.removeWhy(line)}
      act={text.remove}
      no={useBillWords()(adjust.no)}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

function Drop({ seen, onClose }: Part) {
  const text = useTexts(billScreenTexts);
  const drop = useDo<typeof dropBill>('dropBill');
  const send = async (reason: string): Promise<void> => {
    const done = await drop.run({ bill: seen.bill.id, reason });
    if (done.ok) onClose();
  };
  return (
    <ReasonField
      label={text.dropWhy}
      act={text.drop}
      no={useBillWords()(drop.no)}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

/** A code with its count, or an item at what it cost; either with the reason. */
function AddLine({ seen, onClose }: Part) {
  const text = useTexts(billScreenTexts);
  const adjust = useDo<typeof adjustBill>('adjustBill');
  const [what, setWhat] = useState('');
  const [count, setCount] = useState('1');
  const [cost, setCost] = useState('');
  const costInOre = readAmount(cost);
  const send = async (reason: string): Promise<void> => {
    const change =
      costInOre === null
        ? ({ kind: 'add code', code: what.trim(), count: Number(count) || 1, reason } as const)
        : ({ kind: 'add item', name: what.trim(), costInOre, reason } as const);
    const done = await adjust.run({ bill: seen.bill.id, change });
    if (done.ok) onClose();
  };
  return (
    <div className="bill-form">
      <label>
        {text.addCode} / {text.addItem}
        <input autoFocus value={what} onChange={(event) => setWhat(event.target.value)} />
      </label>
      <label>
        {text.addCount}
        <input className="short" inputMode="numeric" value={count} onChange={(event) => setCount(event.target.value)} />
      </label>
      <label>
        {text.addCost}
        <input className="short" inputMode="decimal" value={cost} onChange={(event) => setCost(event.target.value)} />
      </label>
      <ReasonField
        label={text.addWhy}
        act={text.add}
        isSecond
        no={useBillWords()(adjust.no)}
        onSend={(reason) => void send(reason)}
        onClose={onClose}
      />
    </div>
  );
}
