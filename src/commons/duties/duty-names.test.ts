import { expect, test } from 'vitest';
import { duties } from './catalogue.ts';
import { dutyName, dutyNames, findDuties } from './duty-names.ts';

test('every duty has its name here, in the order of the description', () => {
  expect(dutyNames.map(({ id, room, name }) => ({ id, room, name }))).toEqual(
    duties.map(({ id, room, name }) => ({ id, room, name })),
  );
});

test('a duty is found by its Norwegian and by its English name, and by a part of it', () => {
  expect(findDuties('blodprøve')[0]?.id).toBe('laboratory.blood-sampling');
  expect(findDuties('blood samp')[0]?.id).toBe('laboratory.blood-sampling');
  expect(findDuties('taushet').map(({ id }) => id)).toEqual(['general.confidentiality']);
});

test('every duty is found by its whole name, in both languages', () => {
  for (const { id, name } of dutyNames)
    for (const words of [name.nb, name.en]) expect(findDuties(words).map((one) => one.id)).toContain(id);
});

test('a name that begins so comes first', () => {
  expect(findDuties('post')[0]?.id).not.toBe('general.training');
  expect(findDuties('sk').at(0)?.id).toBe('reception.scanning');
});

test('nothing typed finds nothing, and what is not a duty keeps its own word', () => {
  expect(findDuties('  ')).toEqual([]);
  expect(dutyName('no.such')).toEqual({ nb: 'no.such', en: 'no.such' });
});
