import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrderableCode } from '#orders';
import type { PatientId } from '#patients';
import { countersignNote, doneNotDocumented, journalOfPatient } from '../../../commons/journal/journal.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { acceptOrderItem, ordersOfPatient, placeOrder } from '../../../commons/orders/order.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { recordBloodPressure, recordSaturation, recordVitalSigns, vitalSignsOf } from './vital-signs.api.ts';

let clinic: TestHouse;
let patient: PatientId;
const newPatient = async (birthDate = '1943-04-12') =>
  (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Hansen',
      givenName: 'Odd',
      birthDate,
      numberKind: 'none',
    })
  ).id;
const read = (...pairs: readonly (readonly [number, number, number?])[]) =>
  pairs.map(([systolicMmHg, diastolicMmHg, pulsePerMinute]) => ({ systolicMmHg, diastolicMmHg, pulsePerMinute }));
const three = read([158, 96, 72], [152, 94, 70], [148, 92, 71]);
const how = { arm: 'right', cuff: 'standard', preparation: ['rested', 'seated'] } as const;
const pressure = (readings = three, more: object = {}) =>
  ({ patient, ...how, preparation: [...how.preparation], readings, ...more }) as never;
const order = async (code: OrderableCode, of = patient, more: object = {}) =>
  (await clinic.yes('berge', placeOrder, { patient: of, items: [{ code, haste: 1, ...more }] })).id;
const journal = async () => (await clinic.yes('berge', journalOfPatient, { patient })).lines.map(({ entry }) => entry);
const loops = async () => clinic.yes('kari', loopsOnBoard, { patient });
const person = (who: string) => clinic.demo.as(who).person;

beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(async () => {
  patient = await newPatient();
});

describe('three readings at the chair', () => {
  test('are filed as the mean of the last two, with a signed note that says who measured', async () => {
    await clinic.yes('eva', recordBloodPressure, pressure());
    const [entry] = await journal();
    expect(entry).toMatchObject({
      kind: 'measurement',
      signedBy: person('eva'),
      hands: { author: person('eva'), performer: person('eva') },
      basis: { kind: 'written procedure' },
    });
    expect(entry?.text).toBe(
      'Blodtrykk 150/93 mmHg, gjennomsnitt av de to siste av 3 målinger, høyre arm, normal mansjett. ' +
        'Målinger: 158/96, 152/94, 148/92. Puls 72, 70, 71. Hypertensjon grad 1 (ESH 2023). ' +
        'Målt hvilt i fem minutter, sittende med støtte i ryggen.',
    );
    expect(entry?.values).toHaveLength(9);
    const { filings } = await clinic.yes('berge', vitalSignsOf, { patient });
    expect(filings[0]?.finding).toMatchObject({
      mean: { systolicMmHg: 150, diastolicMmHg: 93 },
      class: { esh2023: { category: 'grade1' } },
      rules: [{ id: 'vitals.bpOfficeMean', year: 2023 }, { id: 'vitals.bpClass' }],
    });
  });
  test('stand as they were measured, and nothing waits to be documented', async () => {
    const { id } = await clinic.yes('eva', recordBloodPressure, pressure());
    await expect(clinic.rows("update vital_signs set taken = '{}' where id = $1", [id])).rejects.toThrow('stands');
    const open = await clinic.yes('eva', doneNotDocumented, {});
    expect(open.filter(({ act }) => act.patient === patient)).toEqual([]);
  });
  test('are refused when a number cannot be right, and leave nothing behind', async () => {
    expect(await clinic.answer('eva', recordBloodPressure, pressure(read([94, 152])))).toMatchObject({
      why: 'diastolic not below systolic',
    });
    expect(await clinic.answer('eva', recordBloodPressure, pressure(read([512, 94])))).toMatchObject({
      why: 'cannot be measured',
      facts: { sign: 'systolic', value: 512 },
    });
    expect(await clinic.rows('select 1 from vital_signs where patient = $1', [patient])).toEqual([]);
    expect(await journal()).toEqual([]);
  });
  test('are told to the bill: who did it, on whose order', async () => {
    const told: unknown[] = [];
    const stop = clinic.house.live.onEvent(
      ({ name, facts }) => name === 'VitalSignsFiled' && facts.patient === patient && told.push(facts),
    );
    const { id } = await clinic.yes('eva', recordBloodPressure, pressure());
    await expect.poll(() => told).toHaveLength(1);
    stop();
    expect(told[0]).toMatchObject({ filing: id, patient, performer: person('eva'), doctor: null, authority: 'own' });
  });
});

describe('a very high pressure', () => {
  test('stops the work: the doctors have it on the board, due in ten minutes', async () => {
    const filed = await clinic.yes('eva', recordBloodPressure, pressure(read([192, 112], [188, 110])));
    expect(filed.isForDoctorAtOnce).toBe(true);
    const [line] = await loops();
    expect(line).toMatchObject({
      what: 'Blodtrykk 190/111: lege nå',
      loop: { owner: { station: 'doctors' }, haste: 1, expectedBy: '2026-11-23T07:10:00.000Z' },
    });
    expect((await journal())[0]?.text).toContain('gitt videre til legene som hastesak');
  });
  test.each([
    [179, 109, [], false],
    [180, 80, [], true],
    [150, 110, [], true],
    [179, 109, ['chest pain'], false],
  ] as const)('%i/%i with %j asks for the doctor now: %s', async (systolic, diastolic, symptoms, isForDoctor) => {
    const filed = await clinic.yes('eva', recordBloodPressure, pressure(read([systolic, diastolic]), { symptoms }));
    expect(filed.isForDoctorAtOnce).toBe(isForDoctor);
    expect(await loops()).toHaveLength(isForDoctor ? 1 : 0);
  });
  test('in one reading, with chest pain, is enough though the mean is lower', async () => {
    const readings = read([196, 104], [170, 98], [166, 96]);
    expect(await clinic.yes('eva', recordBloodPressure, pressure(readings))).toMatchObject({
      isForDoctorAtOnce: false,
    });
    expect(
      await clinic.yes('eva', recordBloodPressure, pressure(readings, { symptoms: ['chest pain'] })),
    ).toMatchObject({ isForDoctorAtOnce: true });
  });
});

describe('an ordered measurement', () => {
  test('performs the order, names the doctor who decided, and closes the loop', async () => {
    const id = await order('blood-pressure');
    expect(await loops()).toHaveLength(1);
    expect((await clinic.yes('eva', vitalSignsOf, { patient })).open).toMatchObject([
      { order: id, item: { number: 1 } },
    ]);
    await clinic.yes('eva', recordBloodPressure, pressure(three, { order: id, number: 1 }));
    expect((await journal())[0]).toMatchObject({
      hands: { performer: person('eva'), decider: person('berge') },
      basis: { kind: 'order', order: id },
    });
    expect((await clinic.yes('kari', ordersOfPatient, { patient }))[0]?.items[0]).toMatchObject({
      state: 'performed',
      performedBy: person('eva'),
    });
    expect(await loops()).toEqual([]);
    expect(await clinic.answer('eva', recordBloodPressure, pressure(three, { order: id }))).toMatchObject({
      why: 'already done',
    });
  });
  test('of another patient is refused, and nothing is filed', async () => {
    const others = await order('blood-pressure', await newPatient());
    expect(await clinic.answer('eva', recordBloodPressure, pressure(three, { order: others }))).toMatchObject({
      why: 'order of another patient',
    });
    expect(await journal()).toEqual([]);
  });
  test('of something else is not answered by a blood pressure', async () => {
    expect(
      await clinic.answer('eva', recordBloodPressure, pressure(three, { order: await order('saturation') })),
    ).toMatchObject({ why: 'not what was ordered' });
  });
  test('that a colleague has begun is left to her, and a condition is confirmed first', async () => {
    const id = await order('blood-pressure', patient, { conditions: ['før morgendosen'] });
    expect(await clinic.answer('eva', recordBloodPressure, pressure(three, { order: id }))).toMatchObject({
      why: 'conditions not confirmed',
    });
    await clinic.yes('kari', acceptOrderItem, { order: id, number: 1 });
    const confirmed = { order: id, conditionsConfirmed: true };
    expect(await clinic.answer('eva', recordBloodPressure, pressure(three, confirmed))).toMatchObject({
      why: 'taken by another',
    });
    expect((await clinic.yes('eva', vitalSignsOf, { patient })).open).toEqual([]);
    await clinic.yes('kari', recordBloodPressure, pressure(three, confirmed));
  });
});

test('what a pupil measures waits for the supervisor’s countersign', async () => {
  const id = await order('blood-pressure');
  await clinic.yes('elev', recordBloodPressure, pressure(three, { order: id }));
  expect(await journal()).toEqual([]);
  const { unsigned } = await clinic.yes('eva', journalOfPatient, { patient });
  expect(unsigned).toMatchObject([{ state: 'awaiting countersign', supervisor: person('eva') }]);
  await clinic.yes('eva', countersignNote, { entry: unsigned[0]?.id as never });
  expect((await journal())[0]).toMatchObject({
    signedBy: person('elev'),
    hands: { performer: person('elev'), decider: person('berge') },
    countersigned: { by: person('eva') },
  });
});

test('the desk’s IT person does not measure', async () => {
  expect(await clinic.outcome('drift', recordBloodPressure, pressure())).toMatchObject({ kind: 'not allowed' });
});

describe('pulse, temperature and breathing', () => {
  test('are one filing and one note, and answer their order', async () => {
    const id = await order('vital-signs');
    const taken = {
      pulsePerMinute: 88,
      temperature: { celsius: 38.4, site: 'ear' as const },
      respirationPerMinute: 18,
    };
    expect(await clinic.yes('eva', recordVitalSigns, { patient, order: id, ...taken })).toMatchObject({
      isForDoctorAtOnce: false,
    });
    expect((await journal())[0]?.text).toBe('Puls 88. Temperatur 38,4 °C (øre). Feber. Respirasjon 18 per minutt.');
    expect(await loops()).toEqual([]);
  });
  test('in a two month old with fever call for the doctor now', async () => {
    patient = await newPatient('2026-09-20');
    const taken = { temperature: { celsius: 38, site: 'rectal' as const } };
    expect(await clinic.yes('eva', recordVitalSigns, { patient, ...taken })).toMatchObject({ isForDoctorAtOnce: true });
    expect(await loops()).toHaveLength(1);
  });
  test.each([
    [130, false],
    [131, true],
    [41, false],
    [40, true],
  ])('a pulse of %i calls for the doctor now: %s', async (pulsePerMinute, isForDoctorAtOnce) => {
    expect(await clinic.yes('eva', recordVitalSigns, { patient, pulsePerMinute })).toMatchObject({ isForDoctorAtOnce });
  });
  test('of nothing at all are refused', async () => {
    expect(await clinic.answer('eva', recordVitalSigns, { patient })).toMatchObject({ why: 'no readings' });
  });
});

describe('oxygen saturation', () => {
  test.each([
    [92, 1, false],
    [91, 1, true],
    [88, 2, false],
    [83, 2, true],
  ] as const)('of %i %% on scale %i calls for the doctor now: %s', async (percent, scale, isForDoctorAtOnce) => {
    expect(await clinic.yes('eva', recordSaturation, { patient, percent, scale })).toMatchObject({ isForDoctorAtOnce });
  });
  test('is told as a procedure, and stands among what was measured before, newest first', async () => {
    const told: unknown[] = [];
    const stop = clinic.house.live.onEvent(
      ({ name, facts }) => name === 'ProcedureDone' && facts.patient === patient && told.push(facts),
    );
    await clinic.yes('eva', recordSaturation, { patient, percent: 97 });
    clinic.clock.set('2026-11-23T07:05:00.000Z');
    await clinic.yes('eva', recordSaturation, { patient, percent: 98, pulsePerMinute: 70 });
    await expect.poll(() => told).toHaveLength(2);
    stop();
    clinic.clock.set('2026-11-23T07:00:00.000Z');
    const { filings, names } = await clinic.yes('eva', vitalSignsOf, { patient });
    expect(filings.map(({ taken }) => taken)).toMatchObject([{ percent: 98 }, { percent: 97 }]);
    expect(names[person('eva')]).toBe('Eva Nes');
    expect(told[0]).toMatchObject({ procedure: 'saturation', patient });
  });
});
