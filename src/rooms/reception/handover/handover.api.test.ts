import { beforeAll, expect, test } from 'vitest';
import { writeNote } from '../../../commons/journal/journal.api.ts';
import { promise } from '../../../commons/loops/loop.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { giveHandover, handoverNow, takeHandover } from './handover.api.ts';

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse({ at: '2026-11-23T14:30:00.000Z' });
});

test('an empty day is given on without a word', async () => {
  expect((await clinic.yes('kari', handoverNow, {})).view.all).toBe(0);
  expect(await clinic.answer('kari', takeHandover, {})).toMatchObject({ why: 'nothing was given' });
});

test('what is promised and unsigned stands by owner, and what is due before opening needs a decision', async () => {
  const patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Moe',
      givenName: 'Anders',
      birthDate: '1995-01-15',
      numberKind: 'none',
    })
  ).id;
  const owner = { kind: 'person' as const, person: clinic.demo.as('eva').person };
  await clinic.yes('kari', promise, {
    kind: 'promised call',
    what: 'svar på prøve',
    patient,
    owner,
    expectedBy: '2026-11-23T15:00:00Z',
    haste: 1,
  });
  await clinic.yes('berge', writeNote, {
    kind: 'contact',
    happenedAt: '2026-11-23T14:00:00.000Z',
    text: 'Utkast',
    codes: [],
    patient,
    signs: false,
  });
  const { view } = await clinic.yes('kari', handoverNow, {});
  expect(view.counts).toMatchObject({ promised: 1, unsigned: 1 });
  expect(view.sections.map((section) => section.owner)).toEqual(
    expect.arrayContaining([owner, { kind: 'person', person: clinic.demo.as('berge').person }]),
  );
  expect(await clinic.answer('kari', giveHandover, {})).toMatchObject({ why: 'due before opening needs a decision' });
  await clinic.yes('kari', giveHandover, { because: 'Eva ringer kl. 16 fra kontoret' });
  expect(await clinic.answer('kari', takeHandover, {})).toMatchObject({ why: 'somebody else must take it' });
  await clinic.yes('eva', takeHandover, {});
  expect((await clinic.yes('kari', handoverNow, {})).last?.handover).toMatchObject({
    state: 'taken',
    because: 'Eva ringer kl. 16 fra kontoret',
  });
});
