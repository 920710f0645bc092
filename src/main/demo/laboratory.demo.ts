/** The demo's laboratory: instruments with this morning's controls, results of the day, and letters from outside. */

import type { DeviceId } from '#equipment';
import { addDays, dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { addDevice } from '../../commons/equipment/device.api.ts';
import { receiveMessage } from '../../commons/exchange/letter.api.ts';
import { placeOrder } from '../../commons/orders/order.api.ts';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { enterResults } from '../../rooms/laboratory/analyses/analysis.api.ts';
import { addControlMaterial, runControl, takeReagentLot } from '../../rooms/laboratory/quality-control/control.api.ts';
import type { ControlMaterialId } from '../../rooms/laboratory/quality-control/control-material.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';
import { demoPatients } from './demo-patients.ts';
import { type Earlier, earlier } from './earlier.ts';
import { type DemoResult, laboratoryLetter } from './laboratory-letter.ts';

type Pressing = { readonly house: House; readonly demo: Demo; readonly today: IsoDate; readonly now: Moment };
const time = (text: string): TimeOfDay => text as TimeOfDay;

/** Device, analyte, unit, target with its SD, the last days' values, and today's with the hour it was run. */
const plan = [
  ['HemoCue Hb 801', 'hemoglobin', 'g/dL', 12.1, 0.2, [12.0, 12.2, 12.1, 12.3], ['08:04', 12.2]],
  ['QuikRead go', 'crp', 'mg/L', 42, 2, [41, 43, 42.5, 44], ['08:02', 42.8]],
  ['DCA Vantage', 'hba1c', 'mmol/mol', 35, 1, [35, 34, 36, 35], ['08:06', 35]],
  ['Contour glukose', 'glucose', 'mmol/L', 6.8, 0.2, [6.7, 6.9, 6.8, 6.6], ['08:08', 6.9]],
  ['CoaguChek Pro', 'inr', '', 2.6, 0.15, [2.6, 2.7, 2.5, 2.6], ['08:10', 3.4]],
] as const satisfies readonly (readonly [
  string,
  string,
  string,
  number,
  number,
  readonly number[],
  readonly [string, number],
])[];
type Line = (typeof plan)[number];
type Instrument = { readonly device: DeviceId; readonly material: ControlMaterialId; readonly line: Line };

async function addInstrument({ house, demo, today }: Pressing, line: Line, place: number): Promise<Instrument> {
  const [name, analyte, unit, mean, sd] = line;
  const eva = demo.as('eva');
  const { id: device } = await press(house, eva, addDevice, {
    name,
    kind: 'analyser',
    maker: name.split(' ')[0] ?? name,
    model: name,
    serial: `LAB-${place + 1}`,
    place: 'Laboratorium',
    analytes: [analyte],
    duties: ['laboratory.local-analyses'],
    responsible: eva.person,
    deputy: demo.as('kari').person,
    inUseFrom: addDays(today, -5),
  });
  const { id: material } = await press(house, eva, addControlMaterial, {
    name: `${name} kontroll`,
    level: 'normal',
    lot: `K26${place}41`,
    expiresOn: addDays(today, 200),
    devices: [device],
    source: 'pakningsvedlegg',
    targets: [{ analyte, unit, mean, sd, low: round(mean - 3 * sd), high: round(mean + 3 * sd) }],
  });
  const lot = { device, analyte, lot: `R26${place}07`, expiresOn: addDays(today, 120) };
  await press(house, eva, takeReagentLot, lot);
  return { device, material, line };
}
const round = (value: number): number => Math.round(value * 100) / 100;

/** The controls of the last days, each at its own hour, and this morning's as far as the clock has come. */
async function runControls(
  { house, demo, today, now }: Pressing,
  at: Earlier,
  instruments: readonly Instrument[],
): Promise<void> {
  const runs = instruments.flatMap(({ device, material, line: [, analyte, , , , before, [hour, value]] }) => [
    ...before.map((one, place) => ({
      device,
      material,
      analyte,
      value: one,
      at: momentAt(addDays(today, place - before.length), time('08:05')),
    })),
    { device, material, analyte, value, at: momentAt(today, time(hour)) },
  ]);
  for (const { at: when, ...run } of runs.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (when > now) continue;
    at.set(when);
    await press(at.house, demo.as('eva'), runControl, { ...run, from: 'instrument' });
  }
  at.set(house.clock());
}

const patientOf = async ({ house, demo }: Pressing, name: string): Promise<PatientId> => {
  const [found] = await press(house, demo.as('kari'), findPatients, { text: name });
  if (!found) throw new Error(`no patient is called ${name}`);
  return found.id;
};

type Code = 'crp' | 'hemoglobin' | 'hba1c' | 'glucose';
type Wanted = readonly [who: string, doctor: string, codes: readonly Code[], values: Partial<Record<Code, number>>];
/** What has been measured lately, and what waits now (no values). */
const ordered: readonly Wanted[] = [
  ['Berg Astrid', 'lie', ['hba1c', 'crp'], { hba1c: 52, crp: 3 }],
  ['Solberg Tuva', 'moen', ['crp'], { crp: 64 }],
  ['Ali Fadumo', 'berge', ['hemoglobin', 'glucose'], {}],
  ['Olsen Kjetil', 'berge', ['hemoglobin', 'crp'], {}],
  ['Haugen Berit', 'lie', ['glucose', 'hba1c'], {}],
];

async function measure(doing: Pressing, at: Earlier, instruments: readonly Instrument[]): Promise<void> {
  for (const [who, doctor, codes, values] of ordered) {
    const patient = await patientOf(doing, who);
    const when = momentAt(doing.today, time('08:35'));
    at.set(when < doing.now ? when : doing.now);
    const items = codes.map((code) => ({ code, haste: 2 as const }));
    const { id: order } = await press(at.house, doing.demo.as(doctor), placeOrder, { patient, items });
    const readings = codes.flatMap((analyte, place) => {
      const value = values[analyte];
      const instrument = instruments.find(({ line }) => line[1] === analyte);
      return value === undefined || !instrument
        ? []
        : [{ number: place + 1, analyte, value, from: 'instrument' as const, device: instrument.device }];
    });
    if (readings.length === 0) continue;
    await at.house.gate.perform(enterResults, { order, patient, readings }, doing.demo.as('eva'));
  }
  at.set(doing.house.clock());
}

/** Answers from outside: one with a critical potassium, one ordinary, one that fits nobody, and one cut off on the way. */
async function receiveLetters({ house, demo, today, now }: Pressing, at: Earlier): Promise<void> {
  const numberOf = (name: string): string => demoPatients.find(({ familyName }) => familyName === name)?.number ?? '';
  const doctors = { berge: { name: 'Tor Berge', hpr: '9200002' }, lie: { name: 'Ingrid Lie', hpr: '9200001' } };
  const written = (hour: string) => ({
    at: momentAt(today, time(hour)),
    sampledAt: momentAt(addDays(today, -3), time('09:10')),
  });
  const amundsen = laboratoryLetter({
    ...written('09:28'),
    number: 'FB-26-30117',
    messageId: 'd0000000-0000-4000-8000-000000000001',
    patient: { number: numberOf('Amundsen'), name: 'Amundsen, Rolf' },
    doctor: doctors.berge,
    results: [potassium('6.4'), sodium('138'), creatinine('131')],
  });
  const johansen = laboratoryLetter({
    ...written('08:50'),
    number: 'FB-26-30098',
    messageId: 'd0000000-0000-4000-8000-000000000002',
    patient: { number: numberOf('Johansen'), name: 'Johansen, Liv' },
    doctor: doctors.lie,
    results: [potassium('4.1'), sodium('140'), { ...creatinine('71'), interval: '45 - 90' }],
  });
  const unknown = johansen
    .replace('000000000002', '000000000003')
    .replace('FB-26-30098', 'FB-26-30099')
    .replace('Johansen, Liv', 'Jonasen, Live');
  const broken = amundsen.replace('000000000001', '000000000004').slice(0, 1500);
  for (const [hour, letter] of [
    ['08:52', johansen],
    ['08:55', unknown],
    ['09:05', broken],
    ['09:31', amundsen],
  ] as const) {
    const when = momentAt(today, time(hour));
    if (when > now) continue;
    at.set(when);
    await press(at.house, demo.as('eva'), receiveMessage, { bytes: Buffer.from(letter).toString('base64') });
  }
  at.set(house.clock());
  await house.jobs.settle();
}
const marked = (value: string, low: number, high: number): Pick<DemoResult, 'mark'> =>
  Number(value) > high ? { mark: '1' } : Number(value) < low ? { mark: '2' } : {};
const potassium = (value: string): DemoResult => ({
  code: 'NPU03230',
  name: 'P-Kalium',
  value,
  unit: 'mmol/L',
  interval: '3,5 - 5,0',
  ...marked(value, 3.5, 5),
});
const sodium = (value: string): DemoResult => ({
  code: 'NPU03429',
  name: 'P-Natrium',
  value,
  unit: 'mmol/L',
  interval: '137 - 145',
  ...marked(value, 137, 145),
});
const creatinine = (value: string): DemoResult => ({
  code: 'NPU18016',
  name: 'P-Kreatinin',
  value,
  unit: 'umol/L',
  interval: '60 - 105',
  ...marked(value, 60, 105),
});

export async function makeDemoLaboratory(house: House, demo: Demo): Promise<void> {
  const now = house.clock();
  const doing: Pressing = { house, demo, today: dayOf(now), now };
  const at = earlier(house);
  at.set(momentAt(addDays(doing.today, -5), time('08:00')));
  const instruments: Instrument[] = [];
  for (const [place, line] of plan.entries())
    instruments.push(await addInstrument({ ...doing, house: at.house }, line, place));
  await runControls(doing, at, instruments);
  await measure(doing, at, instruments);
  await receiveLetters(doing, at);
  await at.close();
}
