import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import { endEmployment, recordAuthorisation, registerAbsence, withdrawAccess } from './access.ts';
import {
  absenceAt,
  authorisedAt,
  decidesHere,
  employmentAt,
  fullName,
  isAtWork,
  isResponsibleDoctor,
  mayEnter,
  type Person,
  readHprNumber,
  rolesAt,
  supervisorOf,
  workingRolesAt,
} from './person.ts';
import { professionCodes } from './profession.table.ts';
import { berge, eva, firstDay, hired, liv, newcomer, noon, now, per, tor } from './test-people.ts';

const day = (text: string) => text as IsoDate;

test('an HPR number has one to nine digits', () => {
  expect(readHprNumber('123456789')).toEqual({ ok: true, value: '123456789' });
  expect(readHprNumber(' 12 34 567 ')).toEqual({ ok: true, value: '1234567' });
  for (const text of ['1234567890', '0123', '12a', '', '-5']) {
    expect(readHprNumber(text)).toMatchObject({ why: 'not an HPR number' });
  }
});

test('the professions carry the national codes', () => {
  expect(professionCodes.value.helsesekretaer).toBe('HE');
  expect(professionCodes.value.doctor).toBe('LE');
});

test('a person may hold several roles at once', () => {
  const both = hired('Anne Sol', ['doctor', 'head']);
  expect(rolesAt(both, now)).toEqual(['doctor', 'head']);
  expect(fullName(both)).toBe('Anne Sol');
});

test('one who has not begun, or has left, holds no role', () => {
  expect(rolesAt(eva, '2025-12-31T10:00:00.000Z' as Moment)).toEqual([]);
  const left = must(endEmployment(eva, day('2026-04-30'), liv, now));
  expect(rolesAt(left, noon('2026-04-30'))).toEqual(['helsesekretaer']);
  expect(rolesAt(left, now)).toEqual([]);
  expect(mayEnter(left, now)).toMatchObject({ why: 'not employed', facts: { until: '2026-04-30' } });
});

test('one who was never employed is told so without a date', () => {
  expect(mayEnter(newcomer('Ukjent Person'), now)).toMatchObject({ why: 'not employed', facts: { until: null } });
});

test('a pupil’s access ends by itself with the placement, at midnight in Norway', () => {
  expect(mayEnter(per, '2026-06-19T21:59:00.000Z' as Moment).ok).toBe(true);
  expect(mayEnter(per, '2026-06-19T22:00:00.000Z' as Moment).ok).toBe(false);
});

test('a pupil’s placement names the supervisor; others have none', () => {
  expect(supervisorOf(per, now)).toBe('eva');
  expect(supervisorOf(eva, now)).toBeUndefined();
  expect(employmentAt(per, now)?.kind).toBe('placement');
});

test('an access that was taken away ended when it was taken', () => {
  const out = must(withdrawAccess(eva, 'helsesekretaer', liv, now));
  expect(mayEnter(out, '2026-05-04T07:59:00.000Z' as Moment).ok).toBe(true);
  expect(mayEnter(out, now)).toMatchObject({ why: 'access ended', facts: { until: '2026-05-04' } });
});

test('an access that runs out says when', () => {
  expect(mayEnter(eva, noon('2028-01-01'))).toMatchObject({ why: 'access ended', facts: { until: '2027-12-31' } });
});

test('an access that is to come says when it begins', () => {
  const early: Person = { ...eva, accesses: eva.accesses.map((one) => ({ ...one, from: day('2026-06-01') })) };
  expect(mayEnter(early, now)).toMatchObject({ why: 'access not begun', facts: { from: '2026-06-01' } });
  expect(mayEnter({ ...eva, accesses: [] }, now)).toMatchObject({ why: 'access ended', facts: { until: null } });
});

test('nobody enters before the declaration of confidentiality is signed', () => {
  const { secrecySignedOn, ...unsigned } = eva;
  expect(secrecySignedOn).toBe('2026-01-02');
  expect(mayEnter(unsigned, now)).toMatchObject({ why: 'secrecy not signed' });
  expect(mayEnter({ ...eva, secrecySignedOn: day('2026-05-05') }, now)).toMatchObject({ why: 'secrecy not signed' });
});

test('an authorised role is worth nothing without an authorisation', () => {
  const without = { ...eva, authorisations: [] };
  expect(authorisedAt(without, 'helsesekretaer', now)).toMatchObject({ why: 'authorisation missing' });
  expect(workingRolesAt(without, now)).toEqual([]);
  expect(workingRolesAt(eva, now)).toEqual(['helsesekretaer']);
});

test('an authorisation that has ended is told with its day', () => {
  const ended = must(
    recordAuthorisation(eva, {
      role: 'helsesekretaer',
      kind: 'authorisation',
      from: day('2026-01-01'),
      until: day('2026-05-03'),
      checkedOn: day('2026-05-03'),
    }),
  );
  expect(authorisedAt(ended, 'helsesekretaer', now)).toMatchObject({
    why: 'authorisation expired',
    facts: { until: '2026-05-03' },
  });
  expect(authorisedAt(ended, 'helsesekretaer', noon('2026-05-03')).ok).toBe(true);
});

test('pupils, heads and IT need no authorisation', () => {
  expect(authorisedAt(per, 'pupil', now)).toEqual({ ok: true, value: undefined });
  expect(workingRolesAt(tor, now)).toEqual(['it']);
});

test('a doctor answers for patients while employed, with access and an authorisation', () => {
  expect(isResponsibleDoctor(berge, now)).toBe(true);
  expect(isResponsibleDoctor(eva, now)).toBe(false);
  expect(isResponsibleDoctor({ ...berge, authorisations: [] }, now)).toBe(false);
  expect(isResponsibleDoctor(must(withdrawAccess(berge, 'doctor', liv, now)), now)).toBe(false);
});

test('a doctor with a licence works, but does not answer for others', () => {
  const licensed: Person = {
    ...berge,
    authorisations: berge.authorisations.map((one) => ({ ...one, kind: 'licence' })),
  };
  expect(workingRolesAt(licensed, now)).toEqual(['doctor']);
  expect(isResponsibleDoctor(licensed, now)).toBe(false);
  expect(decidesHere(licensed, now)).toBe(false);
});

test('an authorisation goes before a licence of the same time', () => {
  const [own] = berge.authorisations;
  if (!own) throw new Error('dr. Berge is authorised');
  const both: Person = { ...berge, authorisations: [{ ...own, kind: 'licence' }, own] };
  expect(isResponsibleDoctor(both, now)).toBe(true);
});

test('the head and responsible doctors decide; secretaries and pupils do not', () => {
  expect(decidesHere(liv, now)).toBe(true);
  expect(decidesHere(berge, now)).toBe(true);
  expect(decidesHere(eva, now)).toBe(false);
  expect(decidesHere(per, now)).toBe(false);
});

test('one who is away is not at work, but keeps her roles', () => {
  const away = must(
    registerAbsence(eva, { from: day('2026-05-04'), until: day('2026-05-05'), deputy: 'ida' as PersonId }, eva, now),
  );
  expect(absenceAt(away, now)?.deputy).toBe('ida');
  expect(isAtWork(away, now)).toBe(false);
  expect(isAtWork(away, noon('2026-05-06'))).toBe(true);
  expect(rolesAt(away, now)).toEqual(['helsesekretaer']);
  expect(isAtWork(eva, firstDay)).toBe(true);
});
