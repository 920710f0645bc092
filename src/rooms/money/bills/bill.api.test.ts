import { beforeAll, describe, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { recordFrikort } from '../../../commons/patients/patient.api.ts';
import { told } from '../../../main/testing/telling.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { takePayment } from '../payments/taking.api.ts';
import {
  adjustBill,
  closeBill,
  closeFreeBills,
  dropBill,
  invoiceBill,
  sayOfVisit,
  sayWhoseBill,
  writeContact,
} from './bill.api.ts';
import { byStaff, id, newPatient, openMoney } from './money.sample.ts';
import { billForPatient, seeBills, unpaidFigure } from './see-bills.api.ts';

let clinic: TestHouse;
let money: Awaited<ReturnType<typeof openMoney>>;
beforeAll(async () => {
  clinic = await testHouse();
  money = await openMoney(clinic);
});
const person = (name: string) => clinic.demo.as(name).person;
const billOf = async (patient: PatientId) => {
  const [first] = (await clinic.yes('kari', billForPatient, { patient })).bills;
  if (!first) throw new Error('no bill');
  return first;
};
const kr = async (patient: PatientId) => {
  const { sums } = await billOf(patient);
  return [sums.patient / 100, sums.helfo / 100];
};
const consultation = (patient: PatientId, doctor = 'lie') =>
  told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: person(doctor) });
const crp = (patient: PatientId, authority: 'order' | 'none' = 'order') =>
  told(clinic, 'eva', 'AnalysisDone', { ...byStaff(clinic, patient, authority), analysis: id(), analyte: 'CRP' });
const readEcg = async (patient: PatientId) => {
  const recording = id<never>();
  await told(clinic, 'eva', 'EcgTaken', { ...byStaff(clinic, patient), recording });
  await told(clinic, 'lie', 'EcgRead', { recording, patient, doctor: person('lie') });
};

describe('the proposal of what was told, to the last krone', () => {
  test('a: an adult at a specialist, consultation with CRP and ECG: patient 420, Helfo 287', async () => {
    const patient = await newPatient(clinic, '1974-05-03');
    await crp(patient);
    await readEcg(patient);
    await consultation(patient);
    expect(await kr(patient)).toEqual([420, 287]);
  });
  test('b: the same for a child of 12: patient 121 for the material, Helfo 586', async () => {
    const patient = await newPatient(clinic, '2014-03-01');
    await crp(patient);
    await readEcg(patient);
    await consultation(patient);
    expect(await kr(patient)).toEqual([121, 586]);
    expect((await billOf(patient)).bill.exemption).toBe('child');
  });
  test('c: an injection by a helsesekretær on delegation: 64 and the drug at cost, Helfo 18', async () => {
    const patient = await newPatient(clinic, '1974-05-04');
    const by = byStaff(clinic, patient, 'delegation');
    await told(clinic, 'eva', 'ProcedureDone', { ...by, done: id(), procedure: 'intramuscular injection' });
    await told(clinic, 'eva', 'ItemGiven', { ...by, given: id(), what: 'medicine', item: 'B12', costInOre: 4300 });
    expect(await kr(patient)).toEqual([107, 18]);
    expect((await billOf(patient)).bill.lines.map(({ code }) => code)).toEqual(['1ad', null]);
  });
  test('d: blood to two laboratories: patient 64, Helfo 34', async () => {
    const patient = await newPatient(clinic, '1974-05-05');
    const consignments = [
      { laboratory: 'Fürst', material: 'blood' },
      { laboratory: 'sykehuset', material: 'blood' },
    ] as const;
    const by = byStaff(clinic, patient);
    await told(clinic, 'eva', 'SampleTaken', { ...by, specimen: id(), method: 'venous', consignments });
    expect(await kr(patient)).toEqual([64, 34]);
  });
  test('e: a time not used at a specialist: 314, from a child too, and nothing counts to frikort', async () => {
    const patient = await newPatient(clinic, '2016-05-05');
    await told(clinic, 'kari', 'NoShowRecorded', { appointment: id(), patient, doctor: person('lie') });
    expect(await kr(patient)).toEqual([314, 0]);
    expect((await billOf(patient)).sums.egenandel).toBe(0);
  });
});

describe('one contact is one bill, made again whenever something is told', () => {
  test('the same analysis told twice stands once', async () => {
    const patient = await newPatient(clinic, '1980-01-01');
    const analysis = id<never>();
    const once = { ...byStaff(clinic, patient), analysis, analyte: 'CRP' };
    await told(clinic, 'eva', 'AnalysisDone', once);
    await told(clinic, 'eva', 'AnalysisDone', once);
    const { bills } = await clinic.yes('kari', billForPatient, { patient });
    expect(bills).toHaveLength(1);
    expect(bills[0]?.bill.lines.map(({ code, count }) => [code, count])).toEqual([
      ['701a', 1],
      ['705k', 1],
    ]);
  });
  test('work that was withdrawn is off the bill, and the bill with nothing on it is dropped', async () => {
    const patient = await newPatient(clinic, '1980-01-02');
    const analysis = id<never>();
    await told(clinic, 'eva', 'AnalysisDone', { ...byStaff(clinic, patient), analysis, analyte: 'CRP' });
    await told(clinic, 'eva', 'WorkWithdrawn', { patient, what: analysis });
    expect((await billOf(patient)).bill.state).toBe('dropped');
  });
  test('work by a helsesekretær without order or delegation is stopped by name', async () => {
    const patient = await newPatient(clinic, '1980-01-03');
    await crp(patient, 'none');
    const { bill } = await billOf(patient);
    expect(bill.lines).toEqual([]);
    expect(bill.state === 'proposed' && bill.blocked).toContainEqual(
      expect.objectContaining({ code: '705k', why: 'no order or delegation' }),
    );
  });
  test('two doctors on one day are two bills, each with its own books', async () => {
    const patient = await newPatient(clinic, '1980-01-04');
    await consultation(patient, 'lie');
    await consultation(patient, 'berge');
    const { bills } = await clinic.yes('kari', billForPatient, { patient });
    expect(new Set(bills.map(({ bill }) => bill.entity))).toEqual(new Set([money.lie.entity, money.berge.entity]));
  });
  test('a call near the consultation is on its own bill and is stopped there', async () => {
    const patient = await newPatient(clinic, '1980-01-05');
    await consultation(patient);
    const by = byStaff(clinic, patient, 'delegation');
    await told(clinic, 'kari', 'AdviceGiven', { ...by, contact: id(), way: 'telephone', matter: 'advice' });
    const { bills } = await clinic.yes('kari', billForPatient, { patient });
    const remote = bills.find(({ about }) => about === 'remote contact')?.bill;
    expect(remote?.state === 'proposed' && remote.blocked).toContainEqual(
      expect.objectContaining({ code: '1bd', why: 'near a consultation' }),
    );
  });
  test('a patient who has seen the laboratory only has no consultation proposed', async () => {
    const patient = await newPatient(clinic, '1980-01-06');
    await crp(patient);
    await told(clinic, 'kari', 'ContactClosed', { appointment: id(), patient, doctor: person('eva') });
    expect((await billOf(patient)).bill.lines.map(({ code }) => code)).toEqual(['701a', '705k']);
  });
  test('work told after the bill was closed comes on a new proposal', async () => {
    const patient = await newPatient(clinic, '1980-01-07');
    await consultation(patient);
    const { bill } = await billOf(patient);
    await clinic.yes('kari', closeBill, { bill: bill.id });
    await crp(patient);
    const states = (await clinic.yes('kari', billForPatient, { patient })).bills.map((one) => one.bill.state);
    expect(states.sort()).toEqual(['closed', 'proposed']);
  });
  test('frikort that is recorded while the patient waits changes the proposal at once', async () => {
    const patient = await newPatient(clinic, '1980-01-08');
    await crp(patient);
    await consultation(patient);
    expect((await kr(patient))[0]).toBe(299);
    await clinic.yes('kari', recordFrikort, { patient, until: '2026-12-31' });
    await clinic.house.settle();
    expect((await kr(patient))[0]).toBe(0);
  });
});

describe('what a person says of the bill', () => {
  test('an exemption with its reason moves the egenandel to Helfo', async () => {
    const patient = await newPatient(clinic, '1981-01-01');
    await consultation(patient);
    const { bill } = await billOf(patient);
    await clinic.yes('kari', sayOfVisit, { bill: bill.id, stated: 'pregnancy' });
    expect(await kr(patient)).toEqual([0, 314]);
  });
  test('an exemption whose ground must stand in the journal cannot be closed before it is said to be there', async () => {
    const patient = await newPatient(clinic, '1981-01-02');
    await consultation(patient);
    const { bill } = await billOf(patient);
    await clinic.yes('kari', sayOfVisit, { bill: bill.id, stated: 'hiv' });
    expect(await clinic.answer('kari', closeBill, { bill: bill.id })).toMatchObject({ why: 'ground missing' });
    await clinic.yes('kari', sayOfVisit, { bill: bill.id, groundWritten: true });
    expect(await clinic.answer('kari', closeBill, { bill: bill.id })).toMatchObject({ ok: true });
  });
  test('frikort is never stated against the register', async () => {
    const patient = await newPatient(clinic, '1981-01-03');
    await consultation(patient);
    const { bill } = await billOf(patient);
    expect(await clinic.answer('kari', sayOfVisit, { bill: bill.id, stated: 'frikort' })).toMatchObject({
      why: 'frikort not confirmed',
    });
  });
  test('a line that was taken off stays off when more is told, and the reason stands', async () => {
    const patient = await newPatient(clinic, '1981-01-04');
    await crp(patient);
    await consultation(patient);
    const { bill } = await billOf(patient);
    const change = { kind: 'remove', line: '705k', reason: 'Prøven ble ødelagt' } as const;
    await clinic.yes('kari', adjustBill, { bill: bill.id, change });
    await readEcg(patient);
    const after = await billOf(patient);
    expect(after.bill.lines.map(({ code }) => code)).not.toContain('705k');
    expect(after.bill.changes).toMatchObject([{ kind: 'removed', code: '705k', reason: 'Prøven ble ødelagt' }]);
    expect(after.findings).toContainEqual(expect.objectContaining({ kind: 'missed income', code: '705k' }));
  });
  test('a code that the rules stop cannot be added', async () => {
    const patient = await newPatient(clinic, '1981-01-05');
    await crp(patient, 'none');
    const { bill } = await billOf(patient);
    const change = { kind: 'add code', code: '705k', count: 1, reason: 'Ble gjort' } as const;
    expect(await clinic.answer('kari', adjustBill, { bill: bill.id, change })).toMatchObject({ why: 'hard stop' });
  });
  test('an item at cost is added with the reason', async () => {
    const patient = await newPatient(clinic, '1981-01-06');
    await consultation(patient);
    const { bill } = await billOf(patient);
    const change = { kind: 'add item', name: 'Krykker', costInOre: 20_000, reason: 'Kjøpt her' } as const;
    await clinic.yes('kari', adjustBill, { bill: bill.id, change });
    expect((await kr(patient))[0]).toBe(435);
  });
  test('a proposal that is dropped needs a reason and is gone from what is unpaid', async () => {
    const patient = await newPatient(clinic, '1981-01-07');
    await consultation(patient);
    const { bill } = await billOf(patient);
    const before = await clinic.yes('kari', unpaidFigure, {});
    await clinic.yes('kari', dropBill, { bill: bill.id, reason: 'Legen ber om det' });
    const after = await clinic.yes('kari', unpaidFigure, {});
    expect(after.owedInOre).toBe(before.owedInOre - 23_500);
  });
  test('an invoice carries no fee that the patient did not wish for', async () => {
    const patient = await newPatient(clinic, '1981-01-08');
    await consultation(patient);
    const { bill } = await billOf(patient);
    const wanted = { bill: bill.id, feeInOre: 4500, wishedByPatient: false };
    expect(await clinic.answer('kari', invoiceBill, wanted)).toMatchObject({
      why: 'fee only when the patient wishes it',
    });
    expect(await clinic.yes('kari', invoiceBill, { bill: bill.id })).toEqual({ dueOn: '2026-12-07' });
    expect((await billOf(patient)).bill.state).toBe('invoiced');
  });
});

describe('work on no bill', () => {
  test('waits with the reason until somebody says whose it is', async () => {
    const patient = await newPatient(clinic, '1982-01-01');
    const by = { ...byStaff(clinic, patient), doctor: null };
    await told(clinic, 'eva', 'AnalysisDone', { ...by, analysis: id(), analyte: 'CRP' });
    const { waiting } = await clinic.yes('kari', seeBills, {});
    const [mine] = waiting.filter((one) => one.patient === patient);
    expect(mine).toMatchObject({ why: 'no doctor' });
    if (!mine) return;
    await clinic.yes('kari', sayWhoseBill, { fact: mine.id, doctor: person('berge') });
    expect((await billOf(patient)).doctorName).toBe('Tor Berge');
  });
  test('of a doctor who does not bill here waits with that reason', async () => {
    const patient = await newPatient(clinic, '1982-01-02');
    await consultation(patient, 'moen');
    const { waiting } = await clinic.yes('kari', seeBills, {});
    expect(waiting.find((one) => one.patient === patient)).toMatchObject({
      why: 'no entity',
      doctorName: 'Amina Moen',
    });
  });
  test('a contact written by hand after a paper day is billed as any other', async () => {
    const patient = await newPatient(clinic, '1982-01-03');
    const contact = { patient, doctor: person('lie'), kind: 'in person', minutes: 31 } as const;
    await clinic.yes('kari', writeContact, contact);
    expect((await billOf(patient)).bill.lines.map(({ code, count }) => [code, count])).toContainEqual(['2cd', 3]);
  });
});

test('a bill names the patient to the access log, and the list tells whom it showed', async () => {
  const patient = await newPatient(clinic, '1983-01-01');
  await consultation(patient);
  await clinic.yes('eva', seeBills, {});
  await clinic.yes('eva', billForPatient, { patient });
  await clinic.house.settle();
  const lines = await clinic.rows(
    "select call from access_line where call in ('seeBills', 'billForPatient') and (patient = $1 or $1 = any(seen))",
    [patient],
  );
  expect(new Set(lines.map(({ call }) => call))).toEqual(new Set(['seeBills', 'billForPatient']));
});

describe('what the end of the day tidies', () => {
  test('proposals that cost the patient nothing are closed together, the others stay', async () => {
    const child = await newPatient(clinic, '2020-02-02');
    const adult = await newPatient(clinic, '1984-02-02');
    await consultation(child);
    await consultation(adult);
    expect((await clinic.yes('kari', closeFreeBills, {})).closed).toBeGreaterThan(0);
    expect((await billOf(child)).bill.state).toBe('closed');
    expect((await billOf(adult)).bill.state).toBe('proposed');
  });
  test('an absence that was taken back is on no bill', async () => {
    const patient = await newPatient(clinic, '1984-02-03');
    const appointment = id<never>();
    await told(clinic, 'kari', 'NoShowRecorded', { appointment, patient, doctor: person('lie') });
    await told(clinic, 'kari', 'PatientArrived', { appointment, patient });
    expect((await billOf(patient)).bill.state).toBe('dropped');
  });
  test('a late cancellation is billed as a time not used', async () => {
    const patient = await newPatient(clinic, '1984-02-04');
    const cancelled = { appointment: id<never>(), patient, isLate: true, doctor: person('lie') };
    await told(clinic, 'kari', 'AppointmentCancelled', cancelled);
    expect((await kr(patient))[0]).toBe(314);
  });
  test('advice on the telephone without a delegation is stopped, and nothing is to be paid', async () => {
    const patient = await newPatient(clinic, '1984-02-05');
    await clinic.yes('kari', writeContact, { patient, doctor: person('lie'), kind: 'in person' });
    const call = { call: id<never>(), patient, performer: person('eva') };
    await told(clinic, 'eva', 'CallAdviceGiven', call);
    const { bills } = await clinic.yes('kari', billForPatient, { patient });
    const remote = bills.find(({ about }) => about === 'remote contact');
    expect(remote?.bill.lines ?? []).toEqual([]);
  });
  test('when one of two bills is paid the board is told of the other', async () => {
    const patient = await newPatient(clinic, '1984-02-06');
    await consultation(patient, 'lie');
    await consultation(patient, 'berge');
    const seen = await billOf(patient);
    await clinic.yes('kari', takePayment, { bill: seen.bill.id, amountInOre: seen.owed, means: 'card' });
    await clinic.house.settle();
    const last = await clinic.rows(
      "select name from event where facts ->> 'patient' = $1 and name like 'Bill%' order by number desc limit 1",
      [patient],
    );
    expect(last).toEqual([{ name: 'BillProposed' }]);
  });
});
