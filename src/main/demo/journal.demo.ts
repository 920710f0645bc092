/** The demo's record and orders: notes of the morning, what Dr. Berge has ordered, a pupil's measurement, something handed back. */

import { dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { writeNote } from '../../commons/journal/journal.api.ts';
import { handBackOrderItem, placeOrder, prepareOrder } from '../../commons/orders/order.api.ts';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { recordBloodPressure, recordVitalSigns } from '../../rooms/treatment-room/vital-signs/vital-signs.api.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';
import { earlier } from './earlier.ts';

type Clock = (time: string) => Moment;
type Pressing = { readonly house: House; readonly demo: Demo; readonly at: Clock };

async function called({ house, demo }: Pressing, words: string): Promise<PatientId> {
  const [found] = await press(house, demo.as('kari'), findPatients, { text: words });
  if (!found) throw new Error('the demo record names someone who is not registered');
  return found.id;
}

const readings = (...pairs: readonly (readonly [number, number, number])[]) =>
  pairs.map(([systolicMmHg, diastolicMmHg, pulsePerMinute]) => ({ systolicMmHg, diastolicMmHg, pulsePerMinute }));
const seated = {
  arm: 'right',
  cuff: 'standard',
  preparation: ['rested', 'seated', 'arm supported', 'silent'],
} as const;

async function notes(pressing: Pressing): Promise<void> {
  const { house, demo, at } = pressing;
  const icpc = (code: string) => ({ system: 'ICPC-2' as const, code });
  const contact = { kind: 'contact' as const, signs: true };
  await press(house, demo.as('lie'), writeNote, {
    ...contact,
    patient: await called(pressing, 'Berg Astrid'),
    text: 'Årskontroll diabetes. Føler seg vel. Føtter uten sår. Fortsetter uendret behandling, ny kontroll om et år.',
    codes: [icpc('T90')],
    happenedAt: at('08:40'),
  });
  await press(house, demo.as('kari'), writeNote, {
    ...{ kind: 'advice', signs: true, codes: [icpc('R05')], happenedAt: at('08:25') },
    patient: await called(pressing, 'Haugen Berit'),
    text: 'Ringer om hoste i to uker uten feber. Rådet til å bestille time ved forverring eller hvis hosten varer over tre uker.',
  });
  await press(house, demo.as('eva'), writeNote, {
    ...{ kind: 'note', signs: false, codes: [], happenedAt: at('09:05') },
    patient: await called(pressing, 'Hansen Odd'),
    text: 'Sårskift venstre legg. Lett væsking, ikke rødme rundt.',
  });
}

async function orders(pressing: Pressing): Promise<void> {
  const { house, demo } = pressing;
  const [berge, lie] = [demo.as('berge'), demo.as('lie')];
  await press(house, berge, placeOrder, {
    patient: await called(pressing, 'Olsen Kjetil'),
    question: 'Brystsmerter siste uke. EKG først.',
    items: [
      { code: 'ecg', haste: 1 },
      { code: 'crp', haste: 1 },
      { code: 'hemoglobin', haste: 1 },
      { code: 'blood-pressure', haste: 1 },
    ],
  });
  await press(house, lie, placeOrder, {
    patient: await called(pressing, 'Lund Per Arne'),
    items: [{ code: 'blood-pressure', haste: 1, instruction: 'Tre målinger, begge armer første gang' }],
  });
  await press(house, berge, placeOrder, {
    patient: await called(pressing, 'Ali Fadumo'),
    items: [
      { code: 'urine-strip', haste: 1 },
      { code: 'blood-pressure', haste: 1 },
    ],
  });
  await press(house, lie, placeOrder, {
    patient: await called(pressing, 'Strand Magnus'),
    items: [{ code: 'suture-removal', haste: 1, instruction: 'Seks sting, venstre legg' }],
  });
}

/** What the doctors find on their own list: handed back, and made ready by the desk. */
async function forDoctors(pressing: Pressing): Promise<void> {
  const { house, demo } = pressing;
  const spirometry = await press(house, demo.as('berge'), placeOrder, {
    patient: await called(pressing, 'Amundsen Rolf'),
    items: [{ code: 'spirometry-reversibility', haste: 2 }],
  });
  await press(house, demo.as('kari'), handBackOrderItem, {
    ...{ order: spirometry.id, number: 1, ground: 'unclear order' },
    comment: 'Skal han ta pusten sin før prøven?',
  });
  await press(house, demo.as('kari'), prepareOrder, {
    patient: await called(pressing, 'Johansen Liv'),
    question: 'INR-kontroll som avtalt',
    items: [{ code: 'inr', haste: 1 }],
    forDoctor: demo.as('lie').person,
  });
}

async function measurements(pressing: Pressing): Promise<void> {
  const { house, demo } = pressing;
  await press(house, demo.as('eva'), recordBloodPressure, {
    patient: await called(pressing, 'Hansen Odd'),
    ...{ ...seated, preparation: [...seated.preparation] },
    readings: readings([158, 84, 76], [152, 82, 74], [150, 80, 74]),
  });
  await press(house, demo.as('elev'), recordVitalSigns, {
    patient: await called(pressing, 'Solberg Tuva'),
    pulsePerMinute: 96,
    temperature: { celsius: 38.2, site: 'ear' },
  });
}

/** After `makeDemoDay`; what lies ahead of the clock has not been done. */
export async function makeDemoJournal(house: House, demo: Demo): Promise<void> {
  const today = dayOf(house.clock());
  const now = house.clock();
  const at: Clock = (time) => {
    const moment = momentAt(today, time as TimeOfDay);
    return moment < now ? moment : now;
  };
  const hour = earlier(house);
  const pressing: Pressing = { house: hour.house, demo, at };
  hour.set(at('09:30'));
  await notes(pressing);
  await orders(pressing);
  await forDoctors(pressing);
  await measurements(pressing);
  await hour.close();
}
