import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import {
  accessInput,
  dueForLookUp,
  employ,
  endAbsence,
  endEmployment,
  grantAccess,
  recordAuthorisation,
  registerAbsence,
  signSecrecy,
  withdrawAccess,
} from './access.ts';
import { type Employment, rolesAt } from './person.ts';
import { berge, eva, firstDay, ida, liv, newcomer, noon, now, per, tor } from './test-people.ts';

const day = (text: string) => text as IsoDate;
const permanent: Employment = { kind: 'employed', from: day('2026-05-04') };
const may = must(employ(newcomer('May Olsen'), permanent, liv, now));
const authorised = must(
  recordAuthorisation(may, {
    role: 'helsesekretaer',
    kind: 'authorisation',
    from: day('2020-01-01'),
    checkedOn: day('2026-05-04'),
  }),
);

test('access lasts as long as the clinic allows where no end is set', () => {
  const inside = must(grantAccess(authorised, { role: 'helsesekretaer', from: day('2026-05-04') }, berge, now));
  expect(inside.accesses).toEqual([
    { role: 'helsesekretaer', from: '2026-05-04', until: '2028-05-03', decidedBy: 'kari', decidedAt: now },
  ]);
});

test('access never outlasts the employment', () => {
  const locum = must(
    employ(newcomer('Vik Ar'), { kind: 'locum', from: day('2026-05-04'), until: day('2026-05-31') }, liv, now),
  );
  const inside = must(
    grantAccess(locum, { role: 'head', from: day('2026-05-04'), until: day('2026-12-31') }, liv, now),
  );
  expect(inside.accesses[0]?.until).toBe('2026-05-31');
});

test('only the head or a responsible doctor gives access', () => {
  const wish = { role: 'helsesekretaer', from: day('2026-05-04') } as const;
  expect(grantAccess(authorised, wish, ida, now)).toMatchObject({ why: 'not yours to decide' });
  expect(grantAccess(authorised, wish, per, now)).toMatchObject({ why: 'not yours to decide' });
});

test('no access outside an employment', () => {
  const wish = { role: 'helsesekretaer', from: day('2026-05-01') } as const;
  expect(grantAccess(authorised, wish, liv, now)).toMatchObject({ why: 'not employed then' });
});

test('no access in an authorised role before the register has been looked at', () => {
  const wish = { role: 'helsesekretaer', from: day('2026-05-04') } as const;
  expect(grantAccess(may, wish, liv, now)).toMatchObject({ why: 'authorisation missing' });
  const ended = must(
    recordAuthorisation(may, {
      role: 'helsesekretaer',
      kind: 'authorisation',
      from: day('2020-01-01'),
      until: day('2026-01-01'),
      checkedOn: day('2026-05-04'),
    }),
  );
  expect(grantAccess(ended, wish, liv, now)).toMatchObject({ why: 'authorisation expired' });
});

test('an access ends after it begins, and within the clinic’s limit', () => {
  const from = day('2026-05-04');
  expect(grantAccess(authorised, { role: 'helsesekretaer', from, until: day('2026-05-03') }, liv, now)).toMatchObject({
    why: 'ends before it begins',
  });
  expect(grantAccess(authorised, { role: 'helsesekretaer', from, until: day('2029-01-01') }, liv, now)).toMatchObject({
    why: 'longer than the clinic allows',
    facts: { longest: '2028-05-03' },
  });
});

test('pupils are on placement, and those on placement are pupils', () => {
  expect(grantAccess(authorised, { role: 'pupil', from: day('2026-05-04') }, liv, now)).toMatchObject({
    why: 'only pupils are on placement',
  });
  expect(grantAccess(per, { role: 'it', from: day('2026-05-04') }, liv, now)).toMatchObject({
    why: 'only pupils are on placement',
  });
});

test('the form reads a role and its days', () => {
  expect(accessInput.parse({ role: 'pupil', from: '2026-05-04' })).toEqual({ role: 'pupil', from: '2026-05-04' });
  expect(accessInput.safeParse({ role: 'boss', from: '2026-05-04' }).success).toBe(false);
  expect(accessInput.safeParse({ role: 'pupil', from: '4.5.2026' }).success).toBe(false);
});

test('an access is taken away at once and stays on record', () => {
  const out = must(withdrawAccess(eva, 'helsesekretaer', berge, now));
  expect(rolesAt(out, now)).toEqual([]);
  expect(out.accesses[0]).toMatchObject({ withdrawnAt: now, until: '2027-12-31' });
  expect(withdrawAccess(out, 'helsesekretaer', berge, now)).toMatchObject({ why: 'no such access' });
  expect(withdrawAccess(eva, 'doctor', berge, now)).toMatchObject({ why: 'no such access' });
  expect(withdrawAccess(eva, 'helsesekretaer', ida, now)).toMatchObject({ why: 'not yours to decide' });
});

test('nobody is hired twice for the same time, nor for a time that ends before it begins', () => {
  expect(employ(may, { kind: 'employed', from: day('2027-01-01') }, liv, now)).toMatchObject({
    why: 'employed already',
  });
  const backwards: Employment = { kind: 'locum', from: day('2026-05-04'), until: day('2026-05-01') };
  expect(employ(newcomer('X Y'), backwards, liv, now)).toMatchObject({ why: 'ends before it begins' });
  expect(employ(newcomer('X Y'), permanent, ida, now)).toMatchObject({ why: 'not yours to decide' });
});

test('one who left may come back later', () => {
  const left = must(endEmployment(may, day('2026-06-30'), liv, now));
  const back = must(employ(left, { kind: 'locum', from: day('2026-08-01') }, liv, now));
  expect(back.employments.map((one) => [one.from, one.until])).toEqual([
    ['2026-05-04', '2026-06-30'],
    ['2026-08-01', undefined],
  ]);
});

test('the last day ends every access with it', () => {
  const left = must(endEmployment(eva, day('2026-05-31'), liv, now));
  expect(left.accesses[0]?.until).toBe('2026-05-31');
  expect(rolesAt(left, noon('2026-05-31'))).toEqual(['helsesekretaer']);
  expect(rolesAt(left, noon('2026-06-01'))).toEqual([]);
  expect(endEmployment(eva, day('2025-05-31'), liv, now)).toMatchObject({ why: 'not employed then' });
  expect(endEmployment(eva, day('2026-05-31'), eva, now)).toMatchObject({ why: 'not yours to decide' });
});

test('an authorisation is recorded on an HPR number, and a new look-up takes the place of the old', () => {
  const { hpr, ...without } = newcomer('X Y');
  expect(hpr).toBe('1234567');
  const seen = { role: 'nurse', kind: 'authorisation', from: day('2020-01-01'), checkedOn: day('2026-05-04') } as const;
  expect(recordAuthorisation(without, seen)).toMatchObject({ why: 'HPR number missing' });
  const twice = must(
    recordAuthorisation(must(recordAuthorisation(may, seen)), { ...seen, checkedOn: day('2026-06-01') }),
  );
  expect(twice.authorisations).toHaveLength(1);
  expect(twice.authorisations[0]?.checkedOn).toBe('2026-06-01');
});

test('an authorisation is looked up again within a year', () => {
  expect(dueForLookUp(eva, firstDay)).toEqual([]);
  expect(dueForLookUp(eva, noon('2026-12-31'))).toEqual([]);
  expect(dueForLookUp(eva, noon('2027-01-01'))).toHaveLength(1);
});

test('the declaration of confidentiality is signed once', () => {
  expect(must(signSecrecy(may, now)).secrecySignedOn).toBe('2026-05-04');
  expect(signSecrecy(eva, now)).toMatchObject({ why: 'signed already' });
});

test('an absence ends after it begins, and the deputy is another', () => {
  const from = day('2026-05-04');
  expect(must(registerAbsence(eva, { from, deputy: ida.id }, eva, now)).absences).toEqual([{ from, deputy: 'ida' }]);
  expect(registerAbsence(eva, { from, until: day('2026-05-01') }, ida, now)).toMatchObject({
    why: 'ends before it begins',
  });
  expect(registerAbsence(eva, { from, deputy: 'eva' as PersonId }, liv, now)).toMatchObject({
    why: 'deputy is oneself',
  });
});

test('an absence is noted by oneself, by whoever decides, or by the desk that takes the call', () => {
  const from = day('2026-05-04');
  expect(registerAbsence(berge, { from }, ida, now).ok).toBe(true);
  expect(registerAbsence(berge, { from }, tor, now)).toMatchObject({ why: 'not yours to decide' });
});

test('back at work, what had begun ends the day before and what had not is taken away', () => {
  const away = must(registerAbsence(eva, { from: day('2026-05-04') }, eva, now));
  const later = must(registerAbsence(away, { from: day('2026-06-01'), until: day('2026-06-02') }, eva, now));
  expect(must(endAbsence(later, day('2026-05-06'), eva, now)).absences).toEqual([
    { from: '2026-05-04', until: '2026-05-05' },
  ]);
  expect(endAbsence(eva, day('2026-05-06'), eva, now)).toMatchObject({ why: 'not away' });
  expect(endAbsence(away, day('2026-05-06'), tor, now)).toMatchObject({ why: 'not yours to decide' });
});
