import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { criticalDeadlines, informDeadlines } from './critical-notice.table.ts';
import {
  arrive,
  type Decision,
  type Finding,
  inform,
  notifyCritical,
  notReached,
  type Received,
  type ReviewId,
  review,
} from './review.ts';
import { criticalStanding, informBy, tellBy } from './review-deadline.ts';
import { actingDoctor, criticalToTell, unreviewed, unreviewedFor, untold, urgencyOf } from './review-list.ts';

const doctor = { person: newId<PersonId>(), isDoctor: true };
const colleague = newId<PersonId>();
const locum = newId<PersonId>();
const kari = newId<PersonId>();
const start = '2026-11-23T09:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(start, minutes);

const critical: Finding = {
  analyte: 'potassium',
  flag: 'high',
  critical: { crossed: 'above', limit: 6.2, source: 'klinikkens liste' },
};
const high: Finding = { analyte: 'crp', flag: 'high' };
const normal: Finding = { analyte: 'crp', flag: 'normal' };
const answer = (finding: Finding, minutes = 0, change: Partial<Received> = {}): Received => ({
  ...arrive(
    {
      id: newId<ReviewId>(),
      patient: newId<PatientId>(),
      about: { thing: 'result', id: 'r' },
      from: 'outside laboratory',
      isPreliminary: false,
      doctor: doctor.person,
      findings: [finding],
    },
    at(minutes),
  ),
  ...change,
});
const told = { to: doctor, by: kari, readBack: 'kalium 6,4' };
const decided = (one: Received, decision: Decision = { tell: 'letter', words: 'Fint' }, minutes = 60) =>
  must(review(one, doctor, decision, at(minutes)));

test('untold critical values stand first, then told ones, then deviating, ordinary and preliminary', () => {
  const preliminary = answer(normal, 0, { isPreliminary: true });
  const ordinary = answer(normal, 1);
  const deviating = answer(high, 2);
  const notified = must(notifyCritical(answer(critical, 3), told, at(5)));
  const urgent = answer(critical, 4);
  const list = unreviewed([preliminary, ordinary, deviating, notified, urgent]);
  expect(list.map(urgencyOf)).toEqual(['tell a doctor', 'critical', 'deviating', 'ordinary', 'preliminary']);
});

test('among equals the one that has waited longest stands first', () => {
  const late = answer(high, 30);
  const early = answer(high, 10);
  expect(unreviewed([late, early]).map(({ id }) => id)).toEqual([early.id, late.id]);
});

test('a preliminary answer outside the interval is not put last', () => {
  expect(urgencyOf(answer(high, 0, { isPreliminary: true }))).toBe('deviating');
});

test('what is reviewed leaves the list', () => {
  expect(unreviewed([decided(answer(high))])).toEqual([]);
});

test('an absent doctor’s results are on the deputy’s list, and not lost with a second absence', () => {
  const one = answer(high);
  const deputies = new Map([[doctor.person, colleague]]);
  expect(unreviewedFor(colleague, [one], deputies)).toEqual([one]);
  expect(unreviewedFor(doctor.person, [one], deputies)).toEqual([]);
  const both = new Map([...deputies, [colleague, locum]]);
  expect(unreviewedFor(locum, [one], both)).toEqual([one]);
});

test('two who stand in for each other do not send results round for ever', () => {
  const circle = new Map([
    [doctor.person, colleague],
    [colleague, doctor.person],
  ]);
  expect([doctor.person, colleague]).toContain(actingDoctor(doctor.person, circle));
  expect(actingDoctor(locum, circle)).toBe(locum);
});

test('a critical value is told within thirty minutes', () => {
  const urgent = answer(critical);
  expect(tellBy(urgent)).toBe(at(30));
  expect(criticalStanding(urgent, at(29))).toBe('tell now');
  expect(criticalStanding(urgent, at(30))).toBe('late');
  expect(criticalStanding(answer(high), at(99))).toBe('not critical');
});

test('ten minutes without an answer, and the next doctor is called', () => {
  const tried = must(notReached(answer(critical), doctor.person, kari, at(2)));
  expect(criticalStanding(tried, at(11))).toBe('tell now');
  expect(criticalStanding(tried, at(12))).toBe('try the next doctor');
});

test('once told or seen it stands as told', () => {
  expect(criticalStanding(must(notifyCritical(answer(critical), told, at(3))), at(99))).toBe('told');
  expect(criticalStanding(decided(answer(critical)), at(99))).toBe('told');
});

test('a day without deadlines is late at once rather than never', () => {
  const old = answer(critical, 0, { arrivedAt: '2020-01-02T09:00:00.000Z' as Moment });
  expect(criticalStanding(old, '2020-01-02T09:00:00.000Z' as Moment)).toBe('late');
});

test('the laboratory sees what no doctor knows of, the nearest deadline first', () => {
  const second = answer(critical, 20);
  const first = answer(critical, 5);
  const list = criticalToTell([second, first, answer(high), decided(answer(critical))], at(36));
  expect(list.map(({ answer: { id }, isLate }) => [id, isLate])).toEqual([
    [first.id, true],
    [second.id, false],
  ]);
});

test('the patient is told the same day when it is critical, in three days when it deviates, else in fourteen', () => {
  expect(informBy(decided(answer(critical)))).toBe('2026-11-23');
  expect(informBy(decided(answer(high)))).toBe('2026-11-26');
  expect(informBy(decided(answer(normal)))).toBe('2026-12-07');
  expect(informBy(decided(answer(normal), { tell: 'not needed' }))).toBeUndefined();
});

test('before the clinic set its deadlines the patient is told the same day', () => {
  const before = '2025-06-02T09:00:00.000Z' as Moment;
  const one = must(review(answer(normal), doctor, { tell: 'call', words: 'Fint' }, before));
  expect(informBy(one)).toBe('2025-06-02');
});

test('untold patients stand by the last day for telling', () => {
  const ordinary = decided(answer(normal));
  const deviating = decided(answer(high));
  const notNeeded = decided(answer(normal), { tell: 'not needed' });
  const known = must(inform(decided(answer(high)), { by: kari, how: 'call', told: 'patient' }, at(90)));
  expect(untold([ordinary, deviating, notNeeded, known, answer(high)]).map(({ id }) => id)).toEqual([
    deviating.id,
    ordinary.id,
  ]);
});

test('the lists neither lose nor double an answer', () => {
  const kind = fc.tuple(fc.constantFrom(critical, high, normal), fc.integer({ min: 0, max: 500 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 12 }), (drawn) => {
      const all = drawn.map(([finding, minutes, isDone]) => {
        const one = answer(finding, minutes);
        return isDone ? decided(one, { tell: 'letter', words: 'Fint' }, 600) : one;
      });
      const listed = [...unreviewed(all), ...untold(all)].map(({ id }) => id);
      expect(listed).toHaveLength(all.length);
      expect(new Set(listed)).toEqual(new Set(all.map(({ id }) => id)));
    }),
  );
});

test('the deadlines are dated and say where they come from', () => {
  for (const { source } of [...criticalDeadlines, ...informDeadlines]) expect(source.length).toBeGreaterThan(20);
});
