/** A patient's bills as a short list: on the bill's own screen, and on the patient's. */

import type { ReactNode } from 'react';
import { inKroner } from '#kernel/amounts';
import { dayWords } from '#patients/web';
import { type Column, Panel, Rows, useTexts } from '#platform/web';
import { billScreenTexts } from './bill-screen.texts.ts';
import { BillState } from './bill-state.tsx';
import type { SeenBill } from './use-bills.tsx';

type Props = {
  readonly bills: readonly SeenBill[];
  readonly chosen?: string;
  readonly colour: string;
  readonly onChoose?: (bill: string) => void;
  readonly foot?: ReactNode;
};

export function PatientBillList({ bills, chosen, colour, onChoose, foot }: Props) {
  const text = useTexts(billScreenTexts);
  const columns: readonly Column<SeenBill>[] = [
    { title: text.time, show: (one) => <Day seen={one} chosen={chosen} onChoose={onChoose} />, width: '108px' },
    { title: text.with, show: ({ doctorName }) => doctorName },
    {
      title: text.state,
      show: ({ bill, owed }) => <BillState state={bill.state} owed={owed} lines={bill.lines.length} />,
    },
    { title: text.pays, show: ({ sums }) => inKroner(sums.patient), align: 'right', width: '80px' },
  ];
  return (
    <Panel title={text.otherBills} count={bills.length} patientColour={colour} foot={foot}>
      <Rows
        label={text.otherBills}
        rows={bills}
        columns={columns}
        idOf={({ bill }) => bill.id}
        empty={text.noBills}
        toneOf={({ bill }) => (bill.state === 'dropped' || bill.state === 'credited' ? 'faded' : undefined)}
      />
    </Panel>
  );
}

/** The day is the way in: the arrow keys of the screen belong to the lines of the bill. */
function Day({ seen, chosen, onChoose }: { seen: SeenBill } & Pick<Props, 'chosen' | 'onChoose'>) {
  const words = dayWords(seen.day);
  if (!onChoose) return words;
  const isChosen = seen.bill.id === chosen;
  return (
    <button type="button" className="plain-button" aria-pressed={isChosen} onClick={() => onChoose(seen.bill.id)}>
      {isChosen ? <strong>{words}</strong> : <u>{words}</u>}
    </button>
  );
}
