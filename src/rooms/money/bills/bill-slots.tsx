/** Money on other screens: how many have not paid, and the patient's own bills. */

import { inKroner } from '#kernel/amounts';
import type { PatientId } from '#patients';
import { GoTo, useAsk, useGo, useTexts } from '#platform/web';
import { billScreenTexts } from './bill-screen.texts.ts';
import { PatientBillList } from './patient-bill-list.tsx';
import type { unpaidFigure } from './see-bills.api.ts';
import { billFacts, usePatientBills } from './use-bills.tsx';
import './bill.css';

export function UnpaidFigure() {
  const text = useTexts(billScreenTexts);
  const { data } = useAsk<typeof unpaidFigure>('unpaidFigure', {}, { hears: billFacts });
  if (!data || data.count === 0) return null;
  return (
    <span className="bill-figure">
      <b className="soon">{data.count}</b> <GoTo path="/money">{text.unpaid(data.count).replace(/^\d+ /, '')}</GoTo> ·{' '}
      {inKroner(data.owedInOre)}
    </span>
  );
}

export function PatientBillsPanel({ patient, colour }: { patient: PatientId; colour: string }) {
  const go = useGo();
  const { data } = usePatientBills(patient);
  if (!data) return null;
  return <PatientBillList bills={data.bills} colour={colour} onChoose={() => go(`/bill/${patient}`)} />;
}
