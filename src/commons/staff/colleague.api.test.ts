import { expect, test } from 'vitest';
import { testHouse } from '../../main/testing/test-house.ts';
import { colleagueNames } from './colleague.api.ts';

test('everyone who is signed in can read who a line names, and which of them are doctors', async () => {
  const clinic = await testHouse();
  const names = await clinic.yes('elev', colleagueNames, {});
  expect(names.find(({ person }) => person === clinic.demo.as('berge').person)).toMatchObject({
    name: 'Tor Berge',
    isDoctor: true,
  });
  expect(names.filter(({ isDoctor }) => isDoctor)).toHaveLength(3);
});
