/** Commands and queries of the register of patients. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { readTelephone } from '#kernel/telephone';
import { dayOf } from '#kernel/time';
import { command, type Db, isTaken, query } from '#platform/server';
import { nameWords, readSearch, type SearchIntent } from './name-search.ts';
import * as store from './patient.store.ts';
import type { PatientId, PatientLine } from './patient.ts';
import { caveEntry, contactFields, judgeRegistration, registration } from './registration.ts';

const patientId = idInput<PatientId>();

export const registerPatient = command({
  name: 'registerPatient',
  who: { duty: 'reception.documentation' },
  takes: registration,
  async does({ input, db, me, now, tell, about }) {
    const judged = judgeRegistration(input, me.setting, dayOf(now));
    if (!judged.ok) return judged;
    const id = newId<PatientId>();
    try {
      const { familyName, givenName } = judged.value;
      await store.addPatient(
        db,
        { ...judged.value, id, contactConfirmedAt: now, registeredAt: now },
        nameWords(givenName, familyName),
      );
    } catch (fault) {
      if (isTaken(fault, 'patient_number')) return refuse('already registered');
      throw fault;
    }
    await about(id);
    tell(fact('PatientRegistered', { patient: id }));
    return ok({ id });
  },
});

/** Search as you type: number, phone, birth date and name parts in one field; at most 20, the likeliest first. */
export const findPatients = query({
  name: 'findPatients',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ text: z.string().max(120) }),
  async does({ input, db, now, shows }) {
    const found = await search(db, readSearch(input.text, dayOf(now)));
    shows(found.map(({ id }) => id));
    return ok(found);
  },
});

async function search(db: Db, intent: SearchIntent): Promise<PatientLine[]> {
  if (intent.number) return store.patientsByNumber(db, intent.number);
  if (intent.words.length > 0) return store.patientsByName(db, intent.words, intent.born ?? undefined);
  const found: PatientLine[] = [];
  for (const born of [intent.born, intent.alsoBorn])
    if (born) found.push(...(await store.patientsBornBetween(db, born.from, born.until)));
  if (intent.phoneStart) found.push(...(await store.patientsByPhoneStart(db, intent.phoneStart)));
  if (intent.digits && intent.digits.length >= 4 && found.length === 0)
    found.push(...(await store.patientsByNumberStart(db, intent.digits)));
  return found.slice(0, 20);
}

export const seePatient = query({
  name: 'seePatient',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ patient: patientId }),
  patient: ({ patient }) => patient,
  async does({ input, db }) {
    const patient = await store.patientById(db, input.patient);
    if (!patient) return refuse('not found');
    return ok({ patient, sameBirthDate: await store.patientsBornOn(db, patient) });
  },
});

export const confirmContact = command({
  name: 'confirmContact',
  who: { duty: 'reception.documentation' },
  takes: contactFields.extend({ patient: patientId }),
  patient: ({ patient }) => patient,
  async does({ input, db, now, tell }) {
    const phone = input.phone ? readTelephone(input.phone) : ok(null);
    if (!phone.ok) return refuse('phone number is wrong', { reason: phone.why });
    if ((await store.saveContact(db, input.patient, { ...input, phone: phone.value }, now)) === 0)
      return refuse('not found');
    tell(fact('PatientChanged', { patient: input.patient }));
    return ok();
  },
});

/** What must be known before anything is given; a doctor or nurse decides, the desk writes it down. */
export const recordCave = command({
  name: 'recordCave',
  who: { duty: 'reception.documentation' },
  takes: z.object({
    patient: patientId,
    cave: z.array(caveEntry).max(40),
    infection: z.string().trim().max(200).nullable().default(null),
  }),
  patient: ({ patient }) => patient,
  async does({ input, db, tell }) {
    if ((await store.saveCave(db, input.patient, input.cave, input.infection)) === 0) return refuse('not found');
    tell(fact('PatientChanged', { patient: input.patient }));
    return ok();
  },
});

/** The answer of Helfo, or of the card that was shown: until when, or none. */
export const recordFrikort = command({
  name: 'recordFrikort',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ patient: patientId, until: dayInput.nullable() }),
  patient: ({ patient }) => patient,
  async does({ input, db, now, tell }) {
    if ((await store.saveFrikort(db, input.patient, input.until, now)) === 0) return refuse('not found');
    tell(fact('PatientChanged', { patient: input.patient }));
    return ok();
  },
});
