import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import type { IsoDate } from '#kernel/time';
import {
  confirmIdentity,
  type Identity,
  isAlmostSame,
  likenesses,
  likenessOf,
  lookAlikes,
  mixUps,
} from './identity.ts';
import type { PatientId } from './patient.ts';
import { patientRightsTexts } from './patient-rights.texts.ts';

const someone = (
  givenName: string,
  familyName: string,
  birthDate: string | null,
  number: string | null = null,
): Identity => ({
  id: newId<PatientId>(),
  givenName,
  familyName,
  birthDate: birthDate as IsoDate | null,
  number,
});
const odd = someone('Odd', 'Hansen', '1943-04-12', '12044312345');

test.each([
  ['same name and birth date', someone('Odd', 'Hanssen', '1943-04-12')],
  ['same family name and birth date', someone('Even', 'Hansen', '1943-04-12')],
  ['same name', someone('Odd', 'Hansen', '1971-01-01')],
  ['same name', someone('Odd Arne', 'Hansen', null)],
  ['same birth date', someone('Liv', 'Moen', '1943-04-12')],
  ['same family name and initial', someone('Ola', 'Hansen', '1990-02-03')],
  ['almost the same number', someone('Liv', 'Moen', '1943-04-13', '12044312354')],
] as const)('%s', (likeness, other) => {
  expect(likenessOf(odd, other)).toBe(likeness);
  expect(likenessOf(other, odd)).toBe(likeness);
});

test('people who share nothing that is said at the desk are not alike', () => {
  expect(likenessOf(odd, someone('Liv', 'Moen', '1950-01-01'))).toBeUndefined();
  expect(likenessOf(odd, someone('Per', 'Hansen', '1950-01-01'))).toBeUndefined();
  expect(likenessOf(odd, odd)).toBeUndefined();
});

test('two without a birth date do not share one', () => {
  expect(likenessOf(someone('Liv', 'Moen', null), someone('Per', 'Lie', null))).toBeUndefined();
});

test('a name in another spelling is the same name', () => {
  const one = someone('Christian', 'Bjørnsen', '1960-01-01');
  expect(likenessOf(one, someone('Kristian', 'Bjoernsen', '1970-01-01'))).toBe('same name');
});

test('twins are seen: same family name and birth date', () => {
  const ida = someone('Ida', 'Lie', '2019-05-05');
  const eva = someone('Eva', 'Lie', '2019-05-05');
  expect(likenessOf(ida, eva)).toBe('same family name and birth date');
});

test('the most dangerous look-alike stands first', () => {
  const initial = someone('Ola', 'Hansen', '1990-02-03');
  const name = someone('Odd', 'Hansen', '1971-01-01');
  const both = someone('Odd', 'Hansen', '1943-04-12');
  expect(lookAlikes(odd, [initial, name, odd, both]).map(({ other }) => other.id)).toEqual([
    both.id,
    name.id,
    initial.id,
  ]);
});

test('today’s list shows who can be mixed up with whom', () => {
  const ola = someone('Ola', 'Hansen', '1990-02-03');
  const liv = someone('Liv', 'Moen', '1950-01-01');
  const found = mixUps([odd, ola, liv]);
  expect([...found.keys()]).toEqual([odd.id, ola.id]);
  expect(found.get(odd.id)).toEqual([{ other: ola, likeness: 'same family name and initial' }]);
});

test('one digit other or two neighbours swapped is what a hand does wrong', () => {
  expect(isAlmostSame('12044312345', '12044312346')).toBe(true);
  expect(isAlmostSame('12044312345', '12044312354')).toBe(true);
  expect(isAlmostSame('12044312345', '12044312345')).toBe(false);
  expect(isAlmostSame('12044312345', '12044312399')).toBe(false);
  expect(isAlmostSame('12044312345', '1204431234')).toBe(false);
  expect(isAlmostSame('1234', '3214')).toBe(false);
});

test('a swap or a slip is seen wherever it stands, and both ways', () => {
  const digits = fc.stringMatching(/^\d{11}$/);
  fc.assert(
    fc.property(digits, fc.nat(9), fc.nat(9), (number, place, digit) => {
      const swapped = [...number];
      [swapped[place], swapped[place + 1]] = [swapped[place + 1] as string, swapped[place] as string];
      const slipped = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`;
      for (const other of [swapped.join(''), slipped]) {
        expect(isAlmostSame(number, other)).toBe(number !== other);
        expect(isAlmostSame(other, number)).toBe(number !== other);
      }
    }),
  );
});

test('likeness is the same whichever of the two is looked at', () => {
  const name = fc.constantFrom('Odd', 'Ola', 'Liv', 'Anne Berit', 'Anne');
  const family = fc.constantFrom('Hansen', 'Hanssen', 'Moen', 'Lie-Moen');
  const born = fc.constantFrom('1943-04-12', '1950-01-01', null);
  const person = fc.tuple(name, family, born).map(([given, fam, day]) => someone(given, fam, day));
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(likenessOf(one, other)).toBe(likenessOf(other, one));
    }),
  );
});

test('the patient says name and birth date herself, and both must fit', () => {
  const said = { name: 'Odd Hansen', birthDate: '1943-04-12' as IsoDate };
  expect(confirmIdentity(odd, said)).toMatchObject({ ok: true });
  expect(confirmIdentity(odd, { ...said, name: 'hansen, odd' })).toMatchObject({ ok: true });
  expect(confirmIdentity(odd, { ...said, birthDate: '1943-04-21' as IsoDate })).toMatchObject({
    why: 'another birth date',
  });
  expect(confirmIdentity(odd, { ...said, name: 'Odd Jensen' })).toMatchObject({ why: 'another name' });
  expect(confirmIdentity(odd, { ...said, name: 'Hansen' })).toMatchObject({ why: 'another name' });
});

test('a forgotten middle name still fits', () => {
  const anne = someone('Anne Berit', 'Lie Moen', '1980-01-01');
  expect(confirmIdentity(anne, { name: 'Anne Moen', birthDate: '1980-01-01' as IsoDate })).toMatchObject({ ok: true });
});

test('without a registered birth date an identity paper is asked for', () => {
  const unknown = someone('Liv', 'Moen', null);
  expect(confirmIdentity(unknown, { name: 'Liv Moen', birthDate: '1980-01-01' as IsoDate })).toMatchObject({
    why: 'birth date not known',
  });
});

test('every likeness has its words', () => {
  for (const likeness of likenesses) {
    expect(patientRightsTexts.nb.likenesses[likeness]).not.toBe('');
    expect(patientRightsTexts.en.likenesses[likeness]).not.toBe('');
  }
});
