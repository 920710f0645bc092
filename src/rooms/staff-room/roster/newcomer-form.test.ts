import { expect, test } from 'vitest';
import { newcomerForm, newcomerOf } from './newcomer-form.ts';

const name = { givenName: 'May', familyName: 'Olsen' };
const parse = (more: object = {}) => newcomerForm.safeParse({ ...name, ...more });

test('a name is enough to begin with', () => {
  const form = parse();
  expect(form.success && newcomerOf(form.data)).toMatchObject({
    ...name,
    authorisation: null,
    employment: null,
    role: null,
  });
});

test('an employment has its first day, and an authorisation its own', () => {
  expect(parse({ kind: 'employed' }).error?.issues[0]?.path).toEqual(['from']);
  expect(parse({ authorisedAs: 'nurse' }).error?.issues[0]?.path).toEqual(['authorisedFrom']);
});

test('what is typed is put together', () => {
  const form = parse({
    authorisedAs: 'helsesekretaer',
    authorisedFrom: '2020-01-01',
    kind: 'placement',
    from: '2026-11-23',
    until: '2026-12-18',
    school: 'Fjordvik vgs.',
    supervisor: 'eva',
    role: 'pupil',
  });
  expect(form.success && newcomerOf(form.data)).toMatchObject({
    authorisation: { role: 'helsesekretaer', from: '2020-01-01', until: null, kind: 'authorisation' },
    employment: { kind: 'placement', school: 'Fjordvik vgs.', supervisor: 'eva' },
    role: 'pupil',
  });
});
