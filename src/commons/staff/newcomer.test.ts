import { describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { signSecrecy } from './access.ts';
import { firstHead, newcomerInput, register, seenInRegister } from './newcomer.ts';
import { decidesHere, rolesAt, workingRolesAt } from './person.ts';
import { berge, liv, newcomer, now, tor } from './test-people.ts';

const id = 'may' as PersonId;
const input = (more: object = {}) => newcomerInput.parse({ givenName: 'May', familyName: 'Olsen', ...more });
const employment = { kind: 'employed', from: '2026-05-04' };
const authorisation = { role: 'nurse', from: '2020-01-01' };

describe('a new colleague', () => {
  test('is a name to begin with, and may nothing', () => {
    const may = must(register(id, input(), tor, now));
    expect(may).toMatchObject({ givenName: 'May', employments: [], accesses: [] });
    expect(rolesAt(may, now)).toEqual([]);
  });
  test('with authorisation, employment and role is let in until the access ends by itself', () => {
    const may = must(
      register(id, input({ hprNumber: '94 00 001', authorisation, employment, role: 'nurse' }), berge, now),
    );
    expect(may.hpr).toBe('9400001');
    expect(may.accesses).toMatchObject([{ role: 'nurse', until: '2028-05-03', decidedBy: berge.id }]);
    expect(workingRolesAt(must(signSecrecy(may, now)), now)).toEqual(['nurse']);
  });
  test('is not let in by whoever only keeps the list', () => {
    expect(register(id, input({ employment }), tor, now)).toMatchObject({ why: 'not yours to decide' });
  });
  test.each([
    [{ hprNumber: '0123' }, 'not an HPR number'],
    [{ authorisation }, 'HPR number missing'],
    [{ role: 'nurse' }, 'employment missing'],
    [{ employment, role: 'nurse' }, 'authorisation missing'],
    [{ employment, role: 'pupil' }, 'only pupils are on placement'],
    [{ employment: { kind: 'placement', from: '2026-05-04' } }, 'placement needs an end'],
    [
      { employment: { kind: 'placement', from: '2026-05-04', until: '2026-06-01' } },
      'placement needs a school and a supervisor',
    ],
    [{ employment: { ...employment, until: '2026-01-01' } }, 'ends before it begins'],
  ])('%j is refused', (more, why) => {
    expect(register(id, input(more), liv, now)).toMatchObject({ why });
  });
});

test('what the register said is dated the day it was looked up', () => {
  const seen = must(
    seenInRegister(newcomer('Ola Vik'), { ...authorisation, kind: 'licence', until: null } as never, now),
  );
  expect(seen.authorisations).toEqual([
    { role: 'nurse', kind: 'licence', from: '2020-01-01', checkedOn: '2026-05-04' },
  ]);
});

test('the first of a new clinic is its head, once she has signed for secrecy', () => {
  const first = firstHead(id, { givenName: 'May', familyName: 'Olsen' }, now);
  expect(decidesHere(first, now)).toBe(false);
  expect(decidesHere(must(signSecrecy(first, now)), now)).toBe(true);
  expect(first.accesses).toMatchObject([{ role: 'head', until: '2028-05-03', decidedBy: id }]);
});
