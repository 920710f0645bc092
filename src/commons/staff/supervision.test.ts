import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { registerAbsence } from './access.ts';
import { nameSupervisor, type Supervision, type SupervisionId, supervisorFor } from './supervision.ts';
import { eva, ida, newName, nora, now, today } from './test-people.ts';

const named = (person = eva, duty: Supervision['duty'] = undefined, at = now): Supervision =>
  must(nameSupervisor(newName<SupervisionId>(), ida.id, person, duty, at));

test('a learner names who is with her today', () => {
  expect(named()).toMatchObject({ learner: 'ida', supervisor: 'eva', day: today });
  expect(supervisorFor([named()], ida.id, 'treatment.ecg', now)).toBe('eva');
});

test('nobody is her own supervisor, and one who is away is with nobody', () => {
  const id = newName<SupervisionId>();
  expect(nameSupervisor(id, eva.id, eva, undefined, now)).toMatchObject({ why: 'supervises oneself' });
  const away = must(registerAbsence(eva, { from: today }, eva, now));
  expect(nameSupervisor(id, ida.id, away, undefined, now)).toMatchObject({ why: 'not at work' });
});

test('the one named for the duty goes before the one for the day, and the last before the first', () => {
  const later = '2026-05-04T09:00:00.000Z' as Moment;
  const both = [named(eva), named(nora, 'treatment.ecg')];
  expect(supervisorFor(both, ida.id, 'treatment.ecg', later)).toBe('nora');
  expect(supervisorFor(both, ida.id, 'treatment.spirometry', later)).toBe('eva');
  expect(supervisorFor([...both, named(eva, 'treatment.ecg', later)], ida.id, 'treatment.ecg', later)).toBe('eva');
});

test('it ends with the day, and is the learner’s own', () => {
  expect(supervisorFor([named()], ida.id, 'treatment.ecg', '2026-05-05T08:00:00.000Z' as Moment)).toBeUndefined();
  expect(supervisorFor([named()], nora.id, 'treatment.ecg', now)).toBeUndefined();
});
