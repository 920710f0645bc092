/** One patient's bill: what was done and why it costs what it costs, and the keys to pay. */

import { useState } from 'react';
import { timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords, PatientBanner, patientColour } from '#patients/web';
import { Chip, Empty, Panel, type ScreenProps, useTexts } from '#platform/web';
import { billTexts } from './bill.texts.ts';
import { BillActs } from './bill-acts.tsx';
import { BillLines } from './bill-lines.tsx';
import { billScreenTexts } from './bill-screen.texts.ts';
import { BillState } from './bill-state.tsx';
import { CorrectionActs } from './correction-acts.tsx';
import { PatientBillList } from './patient-bill-list.tsx';
import { PayPanel } from './pay-panel.tsx';
import { type PatientBills, type SeenBill, usePatientBills } from './use-bills.tsx';
import { WriteContact } from './write-contact.tsx';
import './bill.css';

export default function BillScreen({ params }: ScreenProps) {
  const patient = params.patient as PatientId;
  const seen = usePatientBills(patient);
  return (
    <>
      <PatientBanner patient={patient} />
      {seen.data ? <Bills key={patient} patient={patient} data={seen.data} /> : null}
    </>
  );
}

function Bills({ patient, data }: { patient: PatientId; data: PatientBills }) {
  const text = useTexts(billScreenTexts);
  const colour = patientColour(patient);
  const [choice, setChoice] = useState<string | undefined>(() => data.bills[0]?.bill.id);
  const chosen = data.bills.find(({ bill }) => bill.id === choice) ?? data.bills[0];
  if (!chosen) {
    return (
      <Panel
        title={text.otherBills}
        patientColour={colour}
        foot={<WriteContact patient={patient} doctors={data.doctors} />}
      >
        <Empty>{text.noBills}</Empty>
      </Panel>
    );
  }
  return (
    <div className="columns">
      <OneBill key={chosen.bill.id} seen={chosen} data={data} colour={colour} />
      <div className="bill-side">
        <PayPanel
          key={chosen.bill.id}
          seen={chosen}
          colour={colour}
          isDayLocked={data.closedDays.includes(chosen.bill.entity)}
        />
        <PatientBillList
          bills={data.bills}
          chosen={chosen.bill.id}
          colour={colour}
          onChoose={setChoice}
          foot={<WriteContact patient={patient} doctors={data.doctors} />}
        />
      </div>
    </div>
  );
}

function OneBill({ seen, data, colour }: { seen: SeenBill; data: PatientBills; colour: string }) {
  const text = useTexts(billTexts);
  const screen = useTexts(billScreenTexts);
  const [line, setLine] = useState<string>();
  const { bill, day, about, owed } = seen;
  const title = 'number' in bill ? text.number(bill.number) : text.states[bill.state];
  return (
    <Panel
      title={`${title} · ${seen.doctorName}`}
      count={`${dayWords(day)} ${timeOf(bill.treatedAt)}`}
      patientColour={colour}
      aside={
        <>
          {screen.about[about] ? <Chip>{screen.about[about]}</Chip> : null}
          {seen.reportBy && bill.state !== 'credited' ? <span>{screen.reportBy(dayWords(seen.reportBy))}</span> : null}
          <BillState state={bill.state} owed={owed} lines={bill.lines.length} />
        </>
      }
      foot={<Foot seen={seen} data={data} line={line} />}
    >
      <BillLines seen={seen} chosen={line} onChoose={setLine} />
      <Changes seen={seen} />
    </Panel>
  );
}

function Foot({ seen, data, line }: { seen: SeenBill; data: PatientBills; line: string | undefined }) {
  const { state } = seen.bill;
  if (state === 'proposed') return <BillActs seen={seen} data={data} line={line} />;
  return state === 'dropped' || state === 'credited' ? null : <CorrectionActs seen={seen} />;
}

function Changes({ seen }: { seen: SeenBill }) {
  const text = useTexts(billScreenTexts);
  if (seen.bill.changes.length === 0) return null;
  return (
    <section className="bill-stops" aria-label={text.changes}>
      <h3>{text.changes}</h3>
      <ul>
        {seen.bill.changes.map(({ kind, code, reason, at }, place) => (
          <li key={code + at}>
            <strong>{code}</strong> {kind === 'added' ? text.added : text.removed}: {reason}{' '}
            <span className="soft">
              {seen.changedBy[place]} {timeOf(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
