/** Reading in the list of a doctor's patients that HELFO sends (pasientliste). */

import { z } from 'zod';
import { fact } from '#events';
import { largestFileInBytes, openLetter, type XmlElement } from '#exchange';
import { newId, type PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { command, type Db, type Doing, isTaken } from '#platform/server';
import { fullName, rolesAt } from '#staff';
import { allPersons } from '#staff/server';
import { type Listed, readListed, type Unreadable } from './listed-patient.ts';
import { nameFits } from './name-search.ts';
import type { PatientId } from './patient.ts';
import { type ListedPatient, type PatientList, readPatientList } from './patient-list.message.ts';
import * as store from './patient-list.store.ts';
import { decideList, type ListDecision, type ToLookAt } from './patient-list-import.ts';

/** What came of a list: ids, counts and places in it; names and numbers stay in the file and the register. */
export type ReadList = {
  readonly list: store.PatientListId;
  readonly doctor: PersonId;
  readonly from: IsoDate;
  readonly entries: number;
  readonly statedEntries: number | null;
  readonly registered: readonly PatientId[];
  readonly changed: readonly PatientId[];
  readonly left: readonly PatientId[];
  readonly unchanged: number;
  readonly neverHere: number;
  readonly unreadable: readonly Omit<Unreadable, 'number'>[];
  readonly lookAt: readonly ToLookAt[];
};

export const importPatientList = command({
  name: 'importPatientList',
  who: { duty: 'reception.documentation' },
  takes: z.object({
    /** The whole message as it came, in base64. */
    message: z.base64().max(Math.ceil(largestFileInBytes / 3) * 4),
    /** Whose list it is, where the program cannot tell; it remembers. */
    doctor: idInput<PersonId>().nullable().default(null),
  }),
  async does({ input, db, me, now, shows, tell }) {
    const opened = openLetter(Buffer.from(input.message, 'base64'));
    const reading = readPatientList(opened);
    if (reading.outcome === 'rejected') {
      const [{ code, remark }] = reading.faults;
      return refuse('list turned away', { code, fault: remark.kind, name: remark.name, line: remark.line });
    }
    const list = reading.content;
    if (list.is === 'subscription') return refuse('only the subscription');
    const head = await headOf(db, list, input.doctor, now);
    if (!head.ok) return head;
    const { listed, unreadable } = readLines(list, linesOf(opened.recognised?.payload), me.setting, dayOf(now));
    try {
      const answer = await readIn({ db, me, now, tell }, head.value, list, listed, unreadable);
      shows([...answer.registered, ...answer.changed, ...answer.left]);
      return ok(answer);
    } catch (fault) {
      if (isTaken(fault, 'patient_number')) return refuse('registered meanwhile');
      throw fault;
    }
  },
});

type Head = store.ListRow & { readonly isKnown: boolean };
type WhyNotRead =
  | 'list without doctor'
  | 'first day missing'
  | 'newer list read'
  | 'doctor not known'
  | 'not a doctor here';

/** Whose list it is and that no newer one has been read; the same message again is the same list. */
async function headOf(
  db: Db,
  list: PatientList,
  doctor: PersonId | null,
  now: Moment,
): Promise<Result<Head, WhyNotRead>> {
  if (!list.doctorNumber || list.listType?.code === 'LU') return refuse('list without doctor');
  if (!list.from?.day) return refuse('first day missing');
  const key = { doctorNumber: list.doctorNumber, municipality: list.municipality?.code ?? '' };
  const newest = await store.newestList(db, key);
  if (newest && newest.validFrom > list.from.day) return refuse('newer list read', { from: newest.validFrom });
  const messageId = list.head.id ?? '';
  const same = await store.listOfMessage(db, messageId);
  const whose = await doctorOf(db, list, doctor ?? same?.doctor ?? newest?.doctor ?? null, now);
  if (!whose.ok) return whose;
  return ok({
    ...key,
    id: same?.id ?? newId<store.PatientListId>(),
    isKnown: same !== undefined,
    doctor: whose.value,
    doctorName: list.doctorName,
    validFrom: list.from.day,
    validUntil: list.until?.day ?? null,
    messageId,
    statedCount: list.statedCount === null ? null : Number(list.statedCount),
    entryCount: list.patients.length,
  });
}

/** The list names its doctor by national number, which the clinic does not hold of its people; so by name, once. */
async function doctorOf(
  db: Db,
  { doctorName }: PatientList,
  known: PersonId | null,
  now: Moment,
): Promise<Result<PersonId, 'doctor not known' | 'not a doctor here'>> {
  const doctors = (await allPersons(db)).filter((person) => rolesAt(person, now).includes('doctor'));
  if (known) return doctors.some(({ id }) => id === known) ? ok(known) : refuse('not a doctor here');
  const [one, ...others] = doctors.filter((person) => doctorName && nameFits(doctorName, fullName(person)));
  return one && others.length === 0 ? ok(one.id) : refuse('doctor not known', { name: doctorName });
}

/** The line in the file of each entry; the reader counts no further than 65 535. */
function linesOf(payload: XmlElement | null | undefined): readonly number[] {
  const inside = (parent: XmlElement | undefined, name: string): XmlElement[] =>
    (parent?.children ?? []).filter((child) => typeof child !== 'string').filter((child) => child.name === name);
  return inside(inside(payload ?? undefined, 'Pasienter')[0], 'Pasient').map(({ line }) => line);
}

const lastCountedLine = 65_535;

function readLines(
  { patients }: PatientList,
  lines: readonly number[],
  setting: 'production' | 'practice',
  today: IsoDate,
): { readonly listed: readonly Listed[]; readonly unreadable: readonly (Unreadable & { entry: ListedPatient })[] } {
  const listed: Listed[] = [];
  const unreadable: (Unreadable & { entry: ListedPatient })[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of patients.entries()) {
    const line = lines[index] ?? lastCountedLine;
    const at = { place: index + 1, line: line < lastCountedLine ? line : null };
    const read = readListed(entry, at, setting, today);
    if (!read.ok) unreadable.push({ ...at, why: read.why, number: entry.number, entry });
    else if (seen.has(read.value.registration.number))
      unreadable.push({ ...at, why: 'twice in the list', number: entry.number, entry });
    else {
      seen.add(read.value.registration.number);
      listed.push(read.value);
    }
  }
  return { listed, unreadable };
}

async function readIn(
  { db, me, now, tell }: Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'tell'>,
  head: Head,
  { statedCount, patients }: PatientList,
  listed: readonly Listed[],
  unreadable: readonly (Unreadable & { entry: ListedPatient })[],
): Promise<ReadList> {
  const known = await store.registeredByNumber(
    db,
    listed.map(({ registration }) => registration.number),
  );
  const isWhole = head.statedCount !== null && head.statedCount === patients.length;
  const atHand = { from: head.validFrom, doctor: head.doctor, listed, unreadable, isWhole };
  const decision = decideList(atHand, known, await store.openMembers(db, head));
  const fresh = decision.register.map((one) => ({ id: newId<PatientId>(), listed: one }));
  const alike = await alikeWithoutNumber(db, decision.register);
  if (!head.isKnown) await store.addList(db, head, unreadable, me.person, now);
  await store.registerListed(db, fresh, head.doctor, now);
  await store.changeListed(db, decision.update);
  const here = listed.flatMap((one) => {
    const id = known.get(one.registration.number)?.id;
    return id ? [{ patient: id, listed: one }] : [];
  });
  await store.saveMembers(db, head, [...here, ...fresh.map(({ id, listed: one }) => ({ patient: id, listed: one }))]);
  const left = decision.left.map(({ member, until }) => ({ patient: member.patient, until }));
  await store.endMembers(db, head, left);

  const registered = fresh.map(({ id }) => id);
  const changed = decision.update.map(({ patient }) => patient);
  for (const patient of registered) tell(fact('PatientRegistered', { patient }));
  for (const patient of new Set([...changed, ...left.map((one) => one.patient)]))
    tell(fact('PatientChanged', { patient }));
  tell(fact('PatientListRead', { list: head.id, doctor: head.doctor }));
  return {
    ...summary(decision, head),
    registered,
    changed,
    unreadable: unreadable.map(({ place, line, why }) => ({ place, line, why })),
    lookAt: [...decision.lookAt, ...alike],
    entries: patients.length,
    statedEntries: statedCount === null ? null : Number(statedCount),
  };
}

const summary = ({ left, unchanged, neverHere }: ListDecision, { id, doctor, validFrom }: Head) => ({
  list: id,
  doctor,
  from: validFrom,
  left: left.map(({ member }) => member.patient),
  unchanged,
  neverHere,
});

/** Someone of the same family name and birth date who stands here without a number may be the same person. */
async function alikeWithoutNumber(db: Db, register: readonly Listed[]): Promise<ToLookAt[]> {
  const days = [...new Set(register.flatMap(({ registration: { birthDate } }) => birthDate ?? []))];
  if (days.length === 0) return [];
  const found = await store.bornWithoutNumber(db, days);
  return found.flatMap(({ id, familyName, birthDate }) => {
    const same = register.find(
      ({ registration }) => registration.birthDate === birthDate && nameFits(familyName, registration.familyName),
    );
    return same ? [{ patient: id, place: same.place, what: 'someone alike has no number' as const }] : [];
  });
}
