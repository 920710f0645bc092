import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { duties, dutiesIn, dutyIdSchema, dutyIds, dutyOf } from './catalogue.ts';
import { acts, dutyRooms, isDelegable, ruleFor } from './duty.ts';
import { laws } from './law.table.ts';
import { authorisedRoles, needsAuthorisation, roles } from './role.ts';
import { taskMatrix } from './task-group.table.ts';

const namesOf = (room: (typeof dutyRooms)[number]) => dutiesIn(room).map((duty) => duty.id.slice(room.length + 1));

test('the reception’s duties stand in the order of the job description', () => {
  expect(namesOf('reception')).toEqual([
    'it',
    'calling-and-receiving',
    'telephone',
    'digital-messages',
    'forms',
    'documentation',
    'patient-accounts',
    'payment-terminal',
    'bookkeeping',
    'post',
    'office-supplies',
    'archiving',
    'scanning',
    'follow-up',
    'patient-transport',
    'interpreter',
    'ambulance',
  ]);
});

test('the laboratory’s duties stand in the order of the job description', () => {
  expect(namesOf('laboratory')).toEqual([
    'blood-sampling',
    'centrifugation',
    'local-analyses',
    'urine-and-faeces',
    'equipment-maintenance',
    'shipment',
    'cleaning',
    'quality-assurance',
    'supplies',
  ]);
});

test('the treatment room’s duties stand in the order of the job description', () => {
  expect(namesOf('treatment')).toEqual([
    'first-aid',
    'injections',
    'wound-care',
    'ecg',
    'vital-signs',
    'ankle-arm-index',
    'orthostatic',
    'saturation',
    'cryotherapy',
    'audiometry',
    'spirometry',
    'eye-and-ear',
    'suture-removal',
    'minor-surgery',
    'restocking',
    'cleaning',
    'supplies',
  ]);
});

test('what holds everywhere comes last', () => {
  expect(namesOf('general')).toHaveLength(11);
  expect(duties.at(-1)?.id).toBe('general.ethics');
});

test('every duty has its own name in the catalogue and a line number within its part', () => {
  expect(new Set(dutyIds).size).toBe(54);
  for (const room of dutyRooms) {
    expect(dutiesIn(room).map((duty) => duty.lineInDescription)).toEqual(dutiesIn(room).map((_, place) => place + 1));
  }
});

test('a duty is found by name, and an unknown name is not a duty', () => {
  expect(dutyOf('treatment.ecg').name.nb).toBe('EKG');
  expect(dutyIdSchema.safeParse('treatment.brain-surgery').success).toBe(false);
  expect(() => dutyOf('treatment.brain-surgery' as never)).toThrow('no such duty');
});

test('every duty says in both languages what it is and how it is done, step for step', () => {
  for (const duty of duties) {
    for (const words of [duty.name, duty.description, ...(duty.limits ? [duty.limits] : [])]) {
      expect(words.nb.trim().length, duty.id).toBeGreaterThan(1);
      expect(words.en.trim().length, duty.id).toBeGreaterThan(1);
    }
    expect(duty.description.nb.length, duty.id).toBeGreaterThan(80);
    expect(duty.description.nb, duty.id).not.toBe(duty.description.en);
    expect(duty.routine.nb.length, duty.id).toBeGreaterThanOrEqual(3);
    expect(duty.routine.en.length, duty.id).toBe(duty.routine.nb.length);
  }
});

test('every duty rests on law that tells where and when it was read', () => {
  for (const duty of duties) expect(duty.laws.length, duty.id).toBeGreaterThan(0);
  for (const law of Object.values(laws)) {
    expect(law.source).toMatch(/\d{4}/);
    expect(law.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test('no law stands in the catalogue that no duty rests on', () => {
  const used = new Set(duties.flatMap((duty) => duty.laws));
  expect(Object.keys(laws).filter((law) => !used.has(law as keyof typeof laws))).toEqual([]);
});

test('secrecy is cited as it has read since 1 July 2026', () => {
  expect(laws['hpl-21'].since).toBe('2026-07-01');
  expect(JSON.stringify(laws)).not.toContain('21 a');
});

test('the matrix is dated and tells its source', () => {
  expect(taskMatrix.from).toBe('2026-01-01');
  expect(taskMatrix.source).toContain('FOR-2008-04-03-320');
});

test('a pupil never acts on her own, save where everyone must help or keep secrecy', () => {
  const free = ['by profession', 'by role', 'by delegation'];
  const own = duties.filter((duty) => duty.who.pupil && free.includes(duty.who.pupil));
  expect(own.filter((duty) => duty.room !== 'general').map((duty) => duty.id)).toEqual([
    'reception.ambulance',
    'treatment.first-aid',
  ]);
});

test('only a doctor decides what is medical; the secretary prepares', () => {
  for (const duty of duties) {
    const rule = duty.acts['medical-decision'] ?? duty.acts.attest;
    if (!rule) continue;
    expect(rule.who.doctor).toBe('by profession');
    expect(rule.who.helsesekretaer).toBe('drafts');
    expect(rule.who.pupil).toBeUndefined();
  }
});

test('attesting the need for transport cannot be delegated', () => {
  expect(isDelegable(dutyOf('reception.patient-transport'), 'attest')).toBe(false);
});

test('freezing, rinsing, advice and tasks outside one’s own field take a delegation', () => {
  expect(isDelegable(dutyOf('treatment.cryotherapy'), 'perform')).toBe(true);
  expect(isDelegable(dutyOf('treatment.eye-and-ear'), 'perform')).toBe(true);
  expect(isDelegable(dutyOf('reception.telephone'), 'advice')).toBe(true);
  expect(isDelegable(dutyOf('general.delegated-tasks'), 'perform')).toBe(true);
  expect(isDelegable(dutyOf('reception.telephone'), 'perform')).toBe(false);
});

test('looking, preparing and performing follow the duty; a special act follows its own rule, or is nobody’s', () => {
  const telephone = dutyOf('reception.telephone');
  expect(ruleFor(telephone, 'look')).toBe(telephone);
  expect(ruleFor(telephone, 'prepare')).toBe(telephone);
  expect(ruleFor(telephone, 'perform')).toBe(telephone);
  expect(ruleFor(telephone, 'advice')?.who.helsesekretaer).toBe('by delegation');
  expect(ruleFor(telephone, 'day-close')).toBeUndefined();
  expect(isDelegable(telephone, 'day-close')).toBe(false);
});

test('every kind of special act belongs to at least one duty', () => {
  const special = acts.filter((act) => !['look', 'prepare', 'perform'].includes(act));
  const used = new Set(duties.flatMap((duty) => Object.keys(duty.acts)));
  expect(special.filter((act) => !used.has(act))).toEqual([]);
});

test('the table’s own exceptions go before the group, and an exception may close a duty to a role', () => {
  expect(dutyOf('reception.it').who.it).toBe('by role');
  expect(dutyOf('treatment.audiometry').who.pupil).toBe('watches');
  expect(dutyOf('general.documentation-duty').who).not.toHaveProperty('it');
  expect(dutyOf('laboratory.centrifugation').needs).toMatchObject({ order: 'none', device: true });
});

test('blood is drawn on a doctor’s order by someone signed off to do it alone', () => {
  expect(dutyOf('laboratory.blood-sampling').needs).toMatchObject({ order: 'order', levelAlone: 4 });
});

test('four roles are worth nothing without an authorisation', () => {
  expect(roles.filter(needsAuthorisation)).toEqual([...authorisedRoles]);
  expect(needsAuthorisation('pupil')).toBe(false);
});

const description = '../shared/domain/stillingsbeskrivelse.txt';
describe.skipIf(!existsSync(description))('against the published job description', () => {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace('scanning', 'skanning')
      .replace(/[^a-zæøå0-9]/g, '');
  test('every listed line is a duty, under the same name and in the same order', () => {
    const lines = readFileSync(existsSync(description) ? description : '/dev/null', 'utf8')
      .split('\n')
      .filter((line) => /^\s*-/.test(line))
      .map(plain);
    const ours = duties.filter((duty) => duty.room !== 'general').map((duty) => plain(duty.name.nb));
    expect(ours).toEqual(lines);
  });
});
