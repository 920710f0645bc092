/** The staff room of the demo: what the clinic has made its own, what is delegated, and what someone would like to learn. */

import { addDays, dayOf } from '#kernel/time';
import { adaptDuty } from '../../commons/duties/adaptation.api.ts';
import { writeNote } from '../../commons/journal/journal.api.ts';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { sayNotCompetent } from '../../commons/staff/competence.api.ts';
import { handTask, openDelegatedTask } from '../../commons/staff/delegated-task.api.ts';
import { acceptDelegation, offerDelegation } from '../../commons/staff/delegation.api.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';

/** What the staff room shows on an ordinary day: a line of the description made the clinic's own, offers, a task, a wish to learn. */
export async function makeDemoStaff(house: House, demo: Demo): Promise<void> {
  const today = dayOf(house.clock());
  const [lie, eva, kari] = [demo.as('lie'), demo.as('eva'), demo.as('kari')];
  await press(house, lie, adaptDuty, {
    duty: 'reception.telephone',
    on: true,
    text: 'Telefonen er åpen 08.00–15.00. Luke 1 svarer først; Skiftestuen tar over når det er mer enn tre i kø.',
    owner: kari.person,
    deputy: eva.person,
    from: today,
  });
  await press(house, lie, adaptDuty, {
    duty: 'treatment.audiometry',
    on: true,
    text: 'I stille rom, bare formiddag.',
    levelAlone: 3,
    from: today,
  });
  await delegateInDemo(house, demo);
  await press(house, kari, sayNotCompetent, {
    duty: 'treatment.spirometry',
    words: 'Vil se reversibilitetstesten en gang til',
  });
  await press(house, demo.as('elev'), sayNotCompetent, { duty: 'treatment.spirometry' });
  await writeAsPupil(house, demo);
}

/** One delegation in its last weeks, one that waits for Kari's answer, and a task in Eva's hands. */
async function delegateInDemo(house: House, demo: Demo): Promise<void> {
  const today = dayOf(house.clock());
  const [lie, eva, nora, kari] = [demo.as('lie'), demo.as('eva'), demo.as('nora'), demo.as('kari')];
  const rinse = {
    duty: 'treatment.eye-and-ear',
    task: 'Skylle øre for voks',
    patients: 'Voksne med hel trommehinne, sett av lege siste år',
    stopRules: ['Smerte eller blødning', 'Svimmelhet', 'Operert øre'],
    from: today,
  } as const;
  const held = await press(house, lie, offerDelegation, {
    ...rinse,
    stopRules: [...rinse.stopRules],
    delegate: nora.person,
    until: addDays(today, 21),
  });
  await press(house, nora, acceptDelegation, { delegation: held.id });
  await press(house, demo.as('berge'), offerDelegation, {
    ...rinse,
    stopRules: [...rinse.stopRules],
    delegate: kari.person,
  });
  const task = await press(house, lie, openDelegatedTask, { duty: 'treatment.cryotherapy' });
  await press(house, lie, handTask, { task: task.id, to: eva.person });
}

/** Two notes of the pupil that wait for Eva. */
async function writeAsPupil(house: House, demo: Demo): Promise<void> {
  const elev = demo.as('elev');
  const notes = [
    ['Strand', 'Blodtrykk 138/84 sittende, høyre arm, tre målinger. Puls 72.'],
    ['Bakke', 'Veid og målt før kontroll: 61,5 kg, 158 cm.'],
  ] as const;
  for (const [family, text] of notes) {
    const [patient] = await press(house, elev, findPatients, { text: family });
    if (!patient) continue;
    await press(house, elev, writeNote, {
      patient: patient.id,
      kind: 'contact',
      happenedAt: house.clock(),
      text,
      codes: [],
    });
  }
}
