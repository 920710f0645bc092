/** A patient is found by number and registered, at two desks. */

import { within } from './story/budget.ts';
import { expect, test } from './story/clinic.ts';

test('a patient is found by the letters and one key', async ({ at }) => {
  const desk = await at('kari');
  await within(2, 'find a patient', desk, async (by) => {
    await by.press('/');
    await by.write('hansen odd');
    await expect(desk.getByRole('option').first()).toContainText('Hansen, Odd');
    await by.press('Enter');
  });
  await expect(desk.getByRole('heading', { name: 'Hansen, Odd' })).toBeVisible();
});

test('a wrong number is told in words and nothing that was typed is lost', async ({ at }) => {
  const desk = await at('kari');
  await desk.goto(new URL('/new-patient', desk.url()).href);
  await desk.getByLabel('Fødselsnummer eller annet nummer').fill('12345678901');
  await desk.getByLabel('Etternavn').fill('Prøve');
  await desk.getByLabel('Fornavn').fill('Person');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('alert')).toContainText('Nummeret stemmer ikke');
  await expect(desk.getByLabel('Etternavn')).toHaveValue('Prøve');
});
