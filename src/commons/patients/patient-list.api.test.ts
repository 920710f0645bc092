import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { syntheticNumber } from '../../main/demo/demo-patients.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { confirmContact, findPatients, registerPatient, seePatient } from './patient.api.ts';
import type { PatientId } from './patient.ts';
import { importPatientList, type ReadList } from './patient-list.api.ts';

let clinic: TestHouse;
let lie: PersonId;
beforeAll(async () => {
  clinic = await testHouse();
  lie = clinic.demo.as('lie').person;
});

type Entry = {
  number?: string;
  family?: string;
  given?: string;
  from?: string;
  until?: string;
  born?: string;
  street?: string;
};
/** Far enough apart that the check digits do not make two of them one. */
const numberOf = (which: number): string => syntheticNumber('1970-01-02', which * 20);
let messages = 0;

/** A message as HELFO sends it, one entry a line from line 2 on. */
function listMessage(
  month: string,
  entries: readonly Entry[],
  more: { stated?: number; doctorNumber?: string; name?: string; id?: string; type?: string } = {},
): string {
  const { stated = entries.length, name = 'Ingrid Lie', id = `list-${++messages}`, type = 'LE' } = more;
  const patients = entries.map(
    ({ number, family = 'Bregne', given = 'Toralf', from = '2020-01-01', until, born, street }) =>
      `<Pasient><PasientFOMDato>${from}</PasientFOMDato>${until ? `<PasientTOMDato>${until}</PasientTOMDato>` : ''}<NAVkontor>9999</NAVkontor><Person>
<f:FamilyName>${family}</f:FamilyName>${given ? `<f:GivenName>${given}</f:GivenName>` : ''}${born ? `<f:DateOfBirth>${born}</f:DateOfBirth>` : ''}${number ? `<f:Ident><f:Id>${number}</f:Id><f:TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116"/></f:Ident>` : ''}${street ? `<f:Address><f:Type V="H"/><f:StreetAdr>${street}</f:StreetAdr><f:PostalCode>9999</f:PostalCode><f:City>Fjordvik</f:City></f:Address>` : ''}</Person></Pasient>`,
  );
  const organisation = `<Organisation><OrganisationName>X</OrganisationName><Ident><Id>1</Id><TypeId V="HER" S="2.16.578.1.12.4.1.1.9051"/></Ident></Organisation>`;
  return `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="Pasientliste"/><MIGversion>v1.2 2006-05-24</MIGversion><GenDate>${month}-01T02:00:00</GenDate><MsgId>${id}</MsgId><Sender>${organisation}</Sender><Receiver>${organisation}</Receiver></MsgInfo><Document><RefDoc><MsgType V="XML"/><Content><Pasientliste xmlns="http://www.kith.no/xmlstds/nav/pasientliste/2010-02-01" xmlns:f="http://www.kith.no/xmlstds/felleskomponent1"><ListeType V="${type}"/><GjelderManed>${Number(month.slice(5))}</GjelderManed><ListeFOMDato>${month}-01</ListeFOMDato><ListeTOMDato>${month}-28</ListeTOMDato><FnrLege>${more.doctorNumber ?? '05827812345'}</FnrLege><LegeNavn>${name}</LegeNavn><Kommune V="9999"/><Antall>${stated}</Antall><Format V="PI"/><Pasienter>
${patients.join('\n')}
</Pasienter></Pasientliste></Content></RefDoc></Document></MsgHead>`;
}
const packed = (message: string): string => Buffer.from(message).toString('base64');
const readIn = (message: string, doctor: PersonId | null = null): Promise<ReadList> =>
  clinic.yes('kari', importPatientList, { message: packed(message), doctor });
const refusal = (message: string, doctor: PersonId | null = null) =>
  clinic.answer('kari', importPatientList, { message: packed(message), doctor });
const patientOf = async (number: string) => {
  const [found] = await clinic.yes('kari', findPatients, { text: number });
  return found && (await clinic.yes('kari', seePatient, { patient: found.id })).patient;
};
const namesOf = (ids: readonly PatientId[]) =>
  clinic.rows('select number from patient where id = any($1::uuid[]) order by number', [ids]);

describe('the sample list', () => {
  const sample = readFileSync(new URL('./samples/patient-list.xml', import.meta.url), 'utf8');
  test('asks once whose it is, and remembers', async () => {
    expect(await refusal(sample)).toMatchObject({ why: 'doctor not known', facts: { name: 'Åse Myrdun' } });
    expect(await refusal(sample, clinic.demo.as('kari').person)).toMatchObject({ why: 'not a doctor here' });
    expect(await readIn(sample, clinic.demo.as('moen').person)).toMatchObject({ unreadable: [], neverHere: 1 });
    expect((await readIn(sample)).registered).toEqual([]);
  });
  test('the same message again changes nothing and is one list', async () => {
    const events = 'select count(*)::int as count from event where name like $1';
    const before = await clinic.rows(events, ['Patient%ed']);
    expect(await readIn(sample)).toMatchObject({ registered: [], changed: [], left: [], unchanged: 2 });
    expect(await clinic.rows(events, ['Patient%ed'])).toEqual(before);
    expect(await clinic.rows("select 1 from patient_list where doctor_name = 'Åse Myrdun'")).toHaveLength(1);
  });
  test('names, address and doctor stand in the register, and the search finds them', async () => {
    const lykke = await patientOf('12835831289');
    expect(lykke).toMatchObject({
      familyName: 'Fjellrev',
      birthDate: '1958-03-12',
      address: 'Myrvegen 4',
      fastlege: clinic.demo.as('moen').person,
      contactConfirmedAt: null,
    });
    const found = await clinic.yes('kari', findPatients, { text: 'sjøgang aksel bris' });
    expect(found).toMatchObject([{ phone: '+4740000002' }]);
  });
});

describe('month after month', () => {
  const [stays, leaves, disappears, moves, fresh, protectedOne] = [1, 2, 3, 4, 5, 6].map((serial) =>
    numberOf(serial),
  ) as [string, string, string, string, string, string];
  const october = listMessage('2026-10', [
    { number: stays },
    { number: leaves },
    { number: disappears },
    { number: moves, street: 'Gamlevegen 1' },
    { number: protectedOne },
  ]);
  beforeAll(async () => {
    await clinic.yes('kari', registerPatient, {
      familyName: 'Bregne',
      givenName: 'Toralf',
      number: protectedOne,
      addressBlock: 6,
    });
    expect((await readIn(october)).registered).toHaveLength(4);
  });

  test('the doctor is known by name when only one is called so', async () => {
    expect(await patientOf(stays)).toMatchObject({ fastlege: lie });
  });
  test('who is new, who has changed, and who has left', async () => {
    const november = await readIn(
      listMessage('2026-11', [
        { number: stays },
        { number: leaves, until: '2026-10-20' },
        { number: moves, family: 'Bregne Vik', street: 'Nyvegen 2' },
        { number: fresh, from: '2026-11-01' },
        { number: protectedOne, street: 'Hemmelig 3' },
      ]),
    );
    expect(await namesOf(november.registered)).toEqual([{ number: fresh }]);
    expect(await namesOf(november.left)).toEqual([leaves, disappears].toSorted().map((number) => ({ number })));
    expect(await patientOf(moves)).toMatchObject({ familyName: 'Bregne Vik', address: 'Nyvegen 2' });
    expect(await patientOf(leaves)).toMatchObject({ fastlege: null, state: 'active' });
    expect(await patientOf(disappears)).toMatchObject({ fastlege: null, state: 'active' });
    expect(await patientOf(protectedOne)).toMatchObject({ address: null, fastlege: lie });
    expect(await clinic.yes('kari', findPatients, { text: 'bregne vik' })).toHaveLength(1);
  });
  test('everyone’s time on the list stands with its days', async () => {
    const days = await clinic.rows(
      `select p.number, m.from_day::text as from, m.until_day::text as until from list_member m join patient p on p.id = m.patient
       where p.number = any($1) order by array_position($1, p.number)`,
      [[leaves, disappears, fresh]],
    );
    expect(days).toEqual([
      { number: leaves, from: '2020-01-01', until: '2026-10-20' },
      { number: disappears, from: '2020-01-01', until: '2026-10-31' },
      { number: fresh, from: '2026-11-01', until: null },
    ]);
  });
  test('an older list does not undo a newer one', async () => {
    expect(await refusal(october)).toMatchObject({ why: 'newer list read', facts: { from: '2026-11-01' } });
    expect(await patientOf(moves)).toMatchObject({ familyName: 'Bregne Vik' });
  });
  test('someone who comes back has a new time on the list', async () => {
    await readIn(
      listMessage('2026-12', [
        { number: stays },
        { number: leaves, from: '2026-12-01' },
        { number: moves, family: 'Bregne Vik', street: 'Nyvegen 2' },
        { number: fresh, from: '2026-11-01' },
        { number: protectedOne },
      ]),
    );
    expect(await patientOf(leaves)).toMatchObject({ fastlege: lie });
    const times = await clinic.rows(
      'select 1 from list_member m join patient p on p.id = m.patient where p.number = $1',
      [leaves],
    );
    expect(times).toHaveLength(2);
  });
});

describe('nothing is lost', () => {
  const doctorNumber = '04917920465';
  const good = numberOf(7);
  const twice = numberOf(8);
  let read: ReadList;
  beforeEach(async () => {
    read = await readIn(
      listMessage(
        '2026-11',
        [
          { number: good },
          { family: 'Uten Nummer' },
          { number: `${good.slice(0, 9)}00`, family: 'Feil Siffer' },
          { number: numberOf(9), given: '' },
          { number: twice },
          { number: twice },
        ],
        { doctorNumber },
      ),
      lie,
    );
  });

  test('a line that cannot be read is told with its place and line, and the others are read', () => {
    expect(read.unreadable).toEqual([
      { place: 2, line: 4, why: 'number missing' },
      { place: 3, line: 6, why: 'number is wrong' },
      { place: 4, line: 8, why: 'name missing' },
      { place: 6, line: 12, why: 'twice in the list' },
    ]);
    expect(read.entries).toBe(6);
  });
  test('and stands as it came with the list, for someone to look at', async () => {
    const [list] = await clinic.rows('select unreadable from patient_list where doctor_number = $1', [doctorNumber]);
    const names = ((list?.unreadable ?? []) as { entry: { person: { familyName: string } } }[]).map(
      ({ entry }) => entry.person.familyName,
    );
    expect(names).toEqual(['Uten Nummer', 'Feil Siffer', 'Bregne', 'Bregne']);
  });
  test('nobody leaves by a list that is shorter than it says, or that hides numbers', async () => {
    const short = await readIn(listMessage('2026-12', [], { doctorNumber, stated: 2 }));
    expect(short).toMatchObject({ left: [], statedEntries: 2, entries: 0 });
    expect(short.lookAt.map(({ what }) => what)).toEqual(['not in the list any more', 'not in the list any more']);
    expect(await patientOf(good)).toMatchObject({ fastlege: lie });
    await clinic.rows('delete from list_member where doctor_number = $1', [doctorNumber]);
    await clinic.rows('delete from patient_list where doctor_number = $1', [doctorNumber]);
  });
});

describe('what the desk knows is kept', () => {
  const doctorNumber = '30814511851';
  test('an address that the patient confirmed stays, and someone looks at it', async () => {
    const number = numberOf(10);
    const known = { familyName: 'Bregne', givenName: 'Toralf', number };
    const { id } = await clinic.yes('kari', registerPatient, known);
    await clinic.yes('kari', confirmContact, { patient: id, phone: '913 34 567', address: 'Fjordveien 2' });
    const read = await readIn(listMessage('2026-11', [{ number, street: 'Nyvegen 2' }], { doctorNumber }), lie);
    expect(read.lookAt).toEqual([{ patient: id, place: 1, what: 'address was confirmed by the patient' }]);
    expect(await patientOf(number)).toMatchObject({ address: 'Fjordveien 2', phone: '+4791334567' });
  });
  test('someone registered without a number who may be the same is pointed out', async () => {
    const nameless = { familyName: 'Sjøgang', givenName: 'Ny', birthDate: '1970-01-02', numberKind: 'none' } as const;
    const { id } = await clinic.yes('kari', registerPatient, nameless);
    const message = listMessage('2026-11', [{ number: numberOf(11), family: 'Sjøgang' }], { doctorNumber });
    const { lookAt, registered } = await readIn(message);
    expect(registered).toHaveLength(1);
    expect(lookAt).toContainEqual({ patient: id, place: 1, what: 'someone alike has no number' });
  });
});

describe('a list is turned away', () => {
  test.each<[string, string, object]>([
    ['that is no message', 'hei', { why: 'list turned away', facts: { code: 'T01' } }],
    [
      'that breaks its standard, with the line',
      listMessage('2026-11', [{ number: numberOf(12) }]).replace('<NAVkontor>9999</NAVkontor>', ''),
      { why: 'list turned away', facts: { code: 'T02', line: 2 } },
    ],
    ['of no doctor', listMessage('2026-11', [], { type: 'LU' }), { why: 'list without doctor' }],
  ])('%s', async (_, message, answer) => {
    expect(await refusal(message, lie)).toMatchObject({ ok: false, ...answer });
  });
  test('and then nobody is registered', async () => {
    expect(await patientOf(numberOf(12))).toBeUndefined();
  });
  test('from someone who may not', async () => {
    const outcome = await clinic.outcome('drift', importPatientList, { message: packed('x') });
    expect(outcome.kind).toBe('not allowed');
  });
});

test('two thousand patients are read in one act, told to the other desks, and stand in the access log', async () => {
  const entries = Array.from({ length: 2_000 }, (_, index) => {
    const born = `19${String(50 + (index % 50))}-0${1 + (index % 9)}-1${index % 10}`;
    return { number: syntheticNumber(born, 10 + (index % 450)), family: `Stor${index}`, street: `Vegen ${index}` };
  });
  const unique = [...new Map(entries.map((entry) => [entry.number, entry])).values()];
  const began = performance.now();
  const read = await readIn(listMessage('2026-11', unique, { doctorNumber: '12835831289' }), lie);
  expect(read.registered).toHaveLength(unique.length);
  expect(performance.now() - began).toBeLessThan(10_000);
  await clinic.house.settle();
  const [line] = await clinic.rows(
    "select cardinality(seen) as seen from access_line where call = 'importPatientList' and allowed and why is null order by number desc limit 1",
  );
  expect(line).toEqual({ seen: unique.length });
}, 30_000);
