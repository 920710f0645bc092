/** What a person may say of a proposal: exemption, lines added and taken off, and that it shall not be billed. */

import { useState } from 'react';
import type { IsoDate } from '#kernel/time';
import type { recordFrikort } from '#patients/web';
import { Act, Notice, useDo, useKeys, useLanguage, useNoWords, useTexts } from '#platform/web';
import { readAmount } from '../payments/typed-amount.ts';
import type { adjustBill, dropBill, sayOfVisit } from './bill.api.ts';
import { billRefusals, billScreenTexts } from './bill-screen.texts.ts';
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

const lists = ['ours', 'another clinic', 'outside the list system'] as const;
const tellings = ['unknown', 'yes', 'no'] as const;

/** Frikort as it is asked at the desk, exemption by another reason, and which list the patient is on. */
function Exemption({ seen, data, onClose }: Part & { data: PatientBills }) {
  const text = useTexts(billScreenTexts);
  const { language } = useLanguage();
  const say = useDo<typeof sayOfVisit>('sayOfVisit');
  const frikort = useDo<typeof recordFrikort>('recordFrikort');
  const words = useBillWords();
  const { circumstances: said, bill, about } = seen;
  const of = (what: Omit<Parameters<typeof say.run>[0], 'bill'>): void => void say.run({ bill: bill.id, ...what });
  useKeys(text.exemption, [{ keys: 'Escape', words: '×', does: onClose, inFields: true }]);
  const endOfYear = `${seen.day.slice(0, 4)}-12-31` as IsoDate;
  const { patient } = bill;
  return (
    <div className="bill-form">
      <Act onPress={() => void frikort.run({ patient, until: endOfYear })}>{text.askFrikort}</Act>
      <Act onPress={() => void frikort.run({ patient, until: null })}>{text.noFrikort}</Act>
      <label>
        {text.exemption}
        <select
          autoFocus
          value={said.stated ?? ''}
          onChange={(event) => of({ stated: (event.target.value || null) as typeof said.stated })}
        >
          <option value="">{text.noExemption}</option>
          {data.exemptions
            .filter(({ reason }) => reason !== 'frikort' && reason !== 'child')
            .map(({ reason, name }) => (
              <option key={reason} value={reason}>
                {name[language]}
              </option>
            ))}
        </select>
      </label>
      {said.stated ? (
        <label className="bill-tick">
          <input
            type="checkbox"
            checked={said.groundWritten}
            onChange={(event) => of({ groundWritten: event.target.checked })}
          />{' '}
          {text.groundWritten}
        </label>
      ) : null}
      <label>
        {text.list}
        <select
          value={said.list ?? ''}
          onChange={(event) => of({ list: (event.target.value || null) as typeof said.list })}
        >
          <option value="">{text.lists.auto}</option>
          {lists.map((one) => (
            <option key={one} value={one}>
              {text.lists[one]}
            </option>
          ))}
        </select>
      </label>
      {about === 'not attended' ? (
        <label>
          {text.toldBeforehand}
          <select
            value={said.toldBeforehand}
            onChange={(event) => of({ toldBeforehand: event.target.value as (typeof tellings)[number] })}
          >
            {tellings.map((one) => (
              <option key={one} value={one}>
                {text.told[one]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Act weight="quiet" keys="Esc" onPress={onClose}>
        OK
      </Act>
      {(words(say.no) ?? words(frikort.no)) ? <Notice tone="stop">{words(say.no) ?? words(frikort.no)}</Notice> : null}
    </div>
  );
}
