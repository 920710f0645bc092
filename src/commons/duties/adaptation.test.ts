import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import {
  type Adaptation,
  type AdaptationId,
  type AdaptationInput,
  adapt,
  adaptationInput,
  adaptationOn,
  adaptedDuty,
} from './adaptation.ts';
import { duties, dutyOf } from './catalogue.ts';
import { dutyTexts } from './duty.texts.ts';
import { standings } from './duty.ts';
import { type Role, roles } from './role.ts';

const now = '2026-11-23T08:00:00.000Z' as Moment;
const today = '2026-11-23' as IsoDate;
const berge = { id: 'berge' as PersonId, roles: ['doctor'] as Role[] };
const id = 'a1' as AdaptationId;
const cryo = dutyOf('treatment.cryotherapy');
const telephone = dutyOf('reception.telephone');
const injections = dutyOf('treatment.injections');

function change(duty: AdaptationInput['duty'], more: Partial<AdaptationInput> = {}): AdaptationInput {
  return { duty, on: true, from: today, ...more };
}

test('without a local decision the duty is as the job description says, and done here', () => {
  expect(adaptedDuty(cryo, [], today)).toEqual({ ...cryo, on: true });
});

test('the clinic can decide that warts are not frozen here', () => {
  const off = must(adapt(cryo, id, change(cryo.id, { on: false }), berge, now));
  expect(off).toMatchObject({ decidedBy: 'berge', decidedAt: now, from: today });
  expect(adaptedDuty(cryo, [off], today)).toMatchObject({ on: false, local: off });
});

test('a decision does not reach back before its day', () => {
  const off = must(adapt(cryo, id, change(cryo.id, { on: false, from: '2026-12-01' as IsoDate }), berge, now));
  expect(adaptedDuty(cryo, [off], '2026-11-30' as IsoDate).on).toBe(true);
  expect(adaptedDuty(cryo, [off], '2026-12-01' as IsoDate).on).toBe(false);
});

test('the latest decision holds, and of two from the same day the one decided last', () => {
  const first: Adaptation = { ...change(cryo.id, { on: false }), id, decidedBy: berge.id, decidedAt: now };
  const later = { ...first, on: true, decidedAt: '2026-11-23T09:00:00.000Z' as Moment };
  const older = { ...first, from: '2026-01-01' as IsoDate, decidedAt: '2026-11-23T10:00:00.000Z' as Moment };
  expect(adaptationOn([later, older, first], cryo.id, today)).toBe(later);
  expect(adaptationOn([later], 'treatment.ecg', today)).toBeUndefined();
});

test('the clinic may narrow: close a duty to nurses, let pupils only watch, ask for more competence', () => {
  const narrowed = must(
    adapt(telephone, id, change(telephone.id, { who: { nurse: null, pupil: 'watches' }, levelAlone: 4 }), berge, now),
  );
  const here = adaptedDuty(telephone, [narrowed], today);
  expect(here.who).not.toHaveProperty('nurse');
  expect(here.who.pupil).toBe('watches');
  expect(here.needs.levelAlone).toBe(4);
  expect(here.who.helsesekretaer).toBe('by role');
});

test('the clinic may make a duty one that must be delegated', () => {
  const stricter = must(
    adapt(injections, id, change(injections.id, { who: { helsesekretaer: 'by delegation' } }), berge, now),
  );
  expect(adaptedDuty(injections, [stricter], today).who.helsesekretaer).toBe('by delegation');
});

test('owner, deputy and local words follow the duty', () => {
  const local = must(
    adapt(
      cryo,
      id,
      change(cryo.id, { owner: 'eva' as PersonId, deputy: 'ida' as PersonId, text: 'Bare tirsdager.' }),
      berge,
      now,
    ),
  );
  expect(adaptedDuty(cryo, [local], today).local).toMatchObject({
    owner: 'eva',
    deputy: 'ida',
    text: 'Bare tirsdager.',
  });
});

test('secretaries and IT do not decide over the job description', () => {
  for (const role of ['helsesekretaer', 'nurse', 'it', 'pupil'] as const) {
    expect(adapt(cryo, id, change(cryo.id), { id: 'x' as PersonId, roles: [role] }, now)).toMatchObject({
      why: 'not yours to decide',
    });
  }
  expect(adapt(cryo, id, change(cryo.id), { id: 'x' as PersonId, roles: ['head'] }, now).ok).toBe(true);
});

test('a decision about one duty does not change another', () => {
  expect(adapt(cryo, id, change('treatment.ecg'), berge, now)).toMatchObject({ why: 'another duty' });
});

test('a decision cannot begin yesterday', () => {
  const past = change(cryo.id, { from: '2026-11-22' as IsoDate });
  expect(adapt(cryo, id, past, berge, now)).toMatchObject({ why: 'from a day that has passed' });
});

test('what the law asks for cannot be switched off', () => {
  for (const duty of duties.filter((one) => one.fixedByLaw)) {
    expect(adapt(duty, id, change(duty.id, { on: false }), berge, now)).toMatchObject({ why: 'law keeps it on' });
  }
  const forced: Adaptation = {
    ...change('general.confidentiality', { on: false }),
    id,
    decidedBy: berge.id,
    decidedAt: now,
  };
  expect(adaptedDuty(dutyOf('general.confidentiality'), [forced], today).on).toBe(true);
});

test('a pupil is never given a duty outside training', () => {
  for (const standing of ['by profession', 'by role', 'by delegation'] as const) {
    expect(adapt(injections, id, change(injections.id, { who: { pupil: standing } }), berge, now)).toMatchObject({
      why: 'pupils only in training',
    });
  }
});

test('a task that must be delegated in person is not opened for a whole group', () => {
  expect(adapt(cryo, id, change(cryo.id, { who: { helsesekretaer: 'by role' } }), berge, now)).toMatchObject({
    why: 'delegation is personal',
    facts: { role: 'helsesekretaer' },
  });
});

test('competence is not waived for a whole group', () => {
  expect(
    adapt(injections, id, change(injections.id, { who: { helsesekretaer: 'by profession' } }), berge, now),
  ).toMatchObject({
    why: 'competence is personal',
  });
});

test('IT and a head without a health profession are not let into clinical work, but may look on', () => {
  expect(adapt(injections, id, change(injections.id, { who: { it: 'by role' } }), berge, now)).toMatchObject({
    why: 'not health personnel',
  });
  expect(adapt(injections, id, change(injections.id, { who: { head: 'watches' } }), berge, now).ok).toBe(true);
  expect(adapt(telephone, id, change(telephone.id, { who: { head: 'by role' } }), berge, now).ok).toBe(true);
});

test('one who needs direct observation cannot be said to act alone', () => {
  expect(adapt(injections, id, change(injections.id, { levelAlone: 1 }), berge, now)).toMatchObject({
    why: 'alone needs at least help near',
  });
});

test('the deputy is another than the owner', () => {
  const same = change(cryo.id, { owner: 'eva' as PersonId, deputy: 'eva' as PersonId });
  expect(adapt(cryo, id, same, berge, now)).toMatchObject({ why: 'deputy is the owner' });
});

test('keeping a standing as it is, is always allowed', () => {
  const same = change('treatment.first-aid', { who: { pupil: 'by role', it: 'by role' } });
  expect(adapt(dutyOf('treatment.first-aid'), id, same, berge, now).ok).toBe(true);
});

test('the form reads what a screen sends, and nothing else', () => {
  expect(adaptationInput.parse({ duty: cryo.id, on: true, who: { pupil: null }, from: today })).toEqual({
    duty: cryo.id,
    on: true,
    who: { pupil: null },
    from: today,
  });
  expect(adaptationInput.safeParse({ duty: cryo.id, on: true, from: '2026-02-30' }).success).toBe(false);
  expect(adaptationInput.safeParse({ duty: cryo.id, on: true, from: today, levelAlone: 5 }).success).toBe(false);
});

test('whatever the clinic decides, pupils stay in training, delegation stays personal and clinical work stays with health personnel', () => {
  const who = fc.dictionary(fc.constantFrom(...roles), fc.constantFrom(...standings, null), {
    maxKeys: 4,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...duties), who, (duty, changed) => {
      const decided = adapt(duty, id, change(duty.id, { who: changed }), berge, now);
      if (!decided.ok) return dutyTexts.nb.refusals[decided.why] !== undefined;
      const here = adaptedDuty(duty, [decided.value], today);
      for (const role of roles) {
        const standing = here.who[role];
        if (standing === duty.who[role] || standing === undefined) continue;
        expect(standing).not.toBe('by profession');
        if (role === 'pupil') expect(['supervised', 'observed', 'drafts', 'watches']).toContain(standing);
        if (duty.who[role] === 'by delegation') expect(standing).not.toBe('by role');
      }
      return true;
    }),
  );
});
