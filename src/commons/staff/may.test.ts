import { expect, test } from 'vitest';
import { type AdaptationId, type AdaptationInput, adapt, adaptedDuty, type DutyId, duties, dutyOf } from '#duties';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { endEmployment, grantAccess, registerAbsence, withdrawAccess } from './access.ts';
import type { Competence, DeviceKind } from './competence.ts';
import { type Delegation, withdraw } from './delegation.ts';
import { type Ask, type Colleague, mayDo } from './may.ts';
import type { Person } from './person.ts';
import {
  berge,
  bo,
  dahl,
  delegated,
  doctors,
  eva,
  here,
  hired,
  ida,
  liv,
  noon,
  nora,
  now,
  per,
  signedOff,
  today,
  tor,
} from './test-people.ts';

const blood = 'laboratory.blood-sampling';
const cryo = 'treatment.cryotherapy';
const colleague = (person: Person, competences: Competence[] = [], delegations: Delegation[] = []): Colleague => ({
  person,
  competences,
  delegations,
});
const ask = (who: Colleague, duty: DutyId, more: Partial<Ask> = {}): Ask => ({
  ...who,
  duty: here(duty),
  doctors,
  now,
  ...more,
});
const skilled = (person: Person, duty: DutyId, delegations: Delegation[] = []) =>
  colleague(person, [signedOff(person, duty, 4)], delegations);

test('a secretary does the reception’s work by role', () => {
  expect(mayDo(ask(colleague(eva), 'reception.post'))).toEqual({ yes: true, ground: 'role', role: 'helsesekretaer' });
});

test('nobody who is not employed, or whose access has ended, may anything', () => {
  const left = must(endEmployment(eva, '2026-05-03' as IsoDate, liv, now));
  const out = must(withdrawAccess(eva, 'helsesekretaer', liv, now));
  for (const duty of duties) {
    expect(mayDo(ask(colleague(left), duty.id))).toMatchObject({ yes: false, why: 'not employed' });
    expect(mayDo(ask(colleague(out), duty.id))).toMatchObject({ yes: false, why: 'access ended' });
  }
});

test('nobody may anything before secrecy is signed', () => {
  const { secrecySignedOn, ...unsigned } = eva;
  expect(secrecySignedOn).toBeDefined();
  expect(mayDo(ask(colleague(unsigned), 'reception.post'))).toMatchObject({ why: 'secrecy not signed' });
});

test('a role without its authorisation may nothing', () => {
  expect(mayDo(ask(colleague({ ...eva, authorisations: [] }), 'reception.post'))).toMatchObject({
    why: 'authorisation missing',
    facts: { role: 'helsesekretaer' },
  });
});

test('IT looks after IT, and nothing of patients', () => {
  expect(mayDo(ask(colleague(tor), 'reception.it')).yes).toBe(true);
  expect(mayDo(ask(colleague(tor), 'reception.telephone'))).toMatchObject({ why: 'not for this role' });
  expect(mayDo(ask(colleague(tor), 'reception.telephone', { act: 'look' }))).toMatchObject({
    why: 'not for this role',
  });
});

test('a duty that the clinic has switched off is nobody’s, not even the doctor’s', () => {
  const change: AdaptationInput = { duty: cryo, on: false, from: today };
  const off = must(adapt(dutyOf(cryo), 'a' as AdaptationId, change, { id: liv.id, roles: ['head'] }, now));
  const duty = adaptedDuty(dutyOf(cryo), [off], today);
  expect(mayDo(ask(colleague(berge), cryo, { duty }))).toMatchObject({ why: 'duty is off here' });
});

test('blood is drawn alone by one who is signed off, on an order', () => {
  expect(mayDo(ask(skilled(eva, blood), blood, { order: 'order' }))).toMatchObject({ yes: true, ground: 'role' });
  expect(mayDo(ask(skilled(eva, blood), blood))).toMatchObject({ why: 'order missing', facts: { need: 'order' } });
  expect(mayDo(ask(skilled(eva, blood), blood, { order: 'written procedure' }))).toMatchObject({
    why: 'order missing',
  });
});

test('an injection rests on an order or on a written procedure', () => {
  const who = skilled(eva, 'treatment.injections');
  expect(mayDo(ask(who, 'treatment.injections', { order: 'order' })).yes).toBe(true);
  expect(mayDo(ask(who, 'treatment.injections', { order: 'written procedure' })).yes).toBe(true);
  expect(mayDo(ask(who, 'treatment.injections'))).toMatchObject({ why: 'order missing' });
});

test('a doctor needs neither order nor sign-off', () => {
  expect(mayDo(ask(colleague(berge), blood))).toEqual({ yes: true, ground: 'role', role: 'doctor' });
});

test('a bioengineer draws blood on her own authorisation, and still on an order', () => {
  expect(mayDo(ask(colleague(bo), blood, { order: 'order' })).yes).toBe(true);
  expect(mayDo(ask(colleague(bo), blood))).toMatchObject({ why: 'order missing' });
});

test('without a competence record the answer is no; with an ended one the day is told', () => {
  expect(mayDo(ask(colleague(eva), blood, { order: 'order' }))).toMatchObject({ why: 'no competence record' });
  expect(mayDo(ask(colleague(eva, [signedOff(ida, blood, 4)]), blood, { order: 'order' }))).toMatchObject({
    why: 'no competence record',
  });
  const [own] = skilled(eva, blood).competences;
  if (!own) throw new Error('Eva is signed off');
  const ended = { ...own, until: '2026-05-03' as IsoDate };
  expect(mayDo(ask(colleague(eva, [ended]), blood, { order: 'order' }))).toMatchObject({
    why: 'competence expired',
    facts: { until: '2026-05-03' },
  });
});

test('the lower the level, the nearer the supervisor; at level 0 one watches', () => {
  const at = (level: 0 | 1 | 2 | 3) =>
    mayDo(
      ask(colleague(eva, [signedOff(eva, blood, level)]), blood, { order: 'order', supervisor: skilled(ida, blood) }),
    );
  expect(at(0)).toMatchObject({ yes: false, why: 'still watching' });
  expect(at(1)).toMatchObject({ ground: 'supervised', closeness: 'beside', supervisor: 'ida', countersign: false });
  expect(at(2)).toMatchObject({ ground: 'supervised', closeness: 'near' });
  expect(at(3)).toMatchObject({ ground: 'supervised', closeness: 'in the house' });
});

test('the duty says from which level one acts alone', () => {
  const at3 = (duty: DutyId) => colleague(eva, [signedOff(eva, duty, 3)]);
  expect(mayDo(ask(at3('treatment.vital-signs'), 'treatment.vital-signs', { order: 'order' }))).toMatchObject({
    ground: 'role',
  });
  expect(mayDo(ask(at3(blood), blood, { order: 'order' }))).toMatchObject({
    why: 'supervisor needed',
    facts: { closeness: 'in the house' },
  });
});

test('a device asks for training on it, of everyone, doctors too', () => {
  const device = 'spirometer-a' as DeviceKind;
  const given = { order: 'order', device } as const;
  const spirometry = 'treatment.spirometry';
  expect(mayDo(ask(skilled(eva, spirometry), spirometry, given))).toMatchObject({ why: 'device not learned' });
  const trained = colleague(eva, [signedOff(eva, spirometry, 4, device)]);
  expect(mayDo(ask(trained, spirometry, given)).yes).toBe(true);
  expect(mayDo(ask(trained, spirometry, { ...given, device: 'spirometer-b' as DeviceKind })).yes).toBe(false);
  expect(mayDo(ask(colleague(berge), spirometry, given))).toMatchObject({ why: 'device not learned' });
});

test('one is as good as the lower of duty and device', () => {
  const device = 'spirometer-a' as DeviceKind;
  const spirometry = 'treatment.spirometry';
  const records = [signedOff(eva, spirometry, 4), signedOff(eva, spirometry, 2, device)];
  expect(mayDo(ask(colleague(eva, records), spirometry, { order: 'order', device }))).toMatchObject({
    why: 'supervisor needed',
    facts: { closeness: 'near' },
  });
});

test('a device does not matter to a duty that asks for none', () => {
  expect(mayDo(ask(colleague(eva), 'reception.post', { device: 'franking' as DeviceKind })).yes).toBe(true);
});

test('a delegated act takes an own delegation, and the answer carries it', () => {
  const own = delegated(berge, eva, cryo);
  expect(mayDo(ask(skilled(eva, cryo, [own]), cryo, { order: 'order' }))).toEqual({
    yes: true,
    ground: 'delegation',
    role: 'helsesekretaer',
    delegation: own.id,
  });
  expect(mayDo(ask(skilled(eva, cryo), cryo, { order: 'order' }))).toMatchObject({ why: 'no delegation' });
  const idas = delegated(berge, ida, cryo);
  expect(mayDo(ask(skilled(eva, cryo, [idas]), cryo, { order: 'order' }))).toMatchObject({ why: 'no delegation' });
});

test('a delegation alone is not enough: the competence must be there too', () => {
  const own = delegated(berge, eva, cryo);
  expect(mayDo(ask(colleague(eva, [], [own]), cryo, { order: 'order' }))).toMatchObject({
    why: 'no competence record',
  });
});

test('a delegation that is withdrawn, run out or whose doctor has gone no longer holds', () => {
  const own = delegated(berge, eva, cryo);
  const out = must(withdraw(own, dahl, now));
  expect(mayDo(ask(skilled(eva, cryo, [out]), cryo, { order: 'order' }))).toMatchObject({
    why: 'delegation withdrawn',
  });
  expect(mayDo(ask(skilled(eva, cryo, [own]), cryo, { order: 'order', now: noon('2027-05-04') }))).toMatchObject({
    why: 'delegation expired',
  });
  expect(mayDo(ask(skilled(eva, cryo, [own]), cryo, { order: 'order', doctors: [dahl] }))).toMatchObject({
    why: 'delegator gone',
  });
});

test('a task given under one delegation is not done under another', () => {
  const [first, second] = [delegated(berge, eva, cryo), delegated(dahl, eva, cryo)];
  const out = must(withdraw(first, berge, now));
  const who = skilled(eva, cryo, [out, second]);
  expect(mayDo(ask(who, cryo, { order: 'order' })).yes).toBe(true);
  expect(mayDo(ask(who, cryo, { order: 'order', under: first.id }))).toMatchObject({ why: 'delegation withdrawn' });
});

test('advice on the phone takes a delegation; the call itself does not', () => {
  const who = colleague(eva, [signedOff(eva, 'reception.telephone', 3)]);
  expect(mayDo(ask(who, 'reception.telephone'))).toMatchObject({ ground: 'role' });
  expect(mayDo(ask(who, 'reception.telephone', { act: 'advice' }))).toMatchObject({ why: 'no delegation' });
  const own = delegated(berge, eva, 'reception.telephone', { act: 'advice' });
  expect(mayDo(ask({ ...who, delegations: [own] }, 'reception.telephone', { act: 'advice' }))).toMatchObject({
    ground: 'delegation',
  });
});

test('an act that the duty does not know is nobody’s', () => {
  expect(mayDo(ask(colleague(berge), 'reception.post', { act: 'day-close' }))).toMatchObject({
    why: 'not for this role',
  });
});

test('a duty closed to a role is closed for its special acts too', () => {
  const change: AdaptationInput = { duty: 'reception.telephone', on: true, who: { nurse: null }, from: today };
  const narrowed = must(
    adapt(dutyOf('reception.telephone'), 'a' as AdaptationId, change, { id: liv.id, roles: ['head'] }, now),
  );
  const duty = adaptedDuty(dutyOf('reception.telephone'), [narrowed], today);
  expect(mayDo(ask(colleague(nora), 'reception.telephone', { duty, act: 'advice' }))).toMatchObject({
    why: 'not for this role',
  });
});

test('the secretary prepares what the doctor decides', () => {
  expect(mayDo(ask(colleague(eva), 'reception.forms', { act: 'medical-decision' }))).toMatchObject({
    why: 'only prepares',
  });
  expect(mayDo(ask(colleague(eva), 'reception.forms', { act: 'prepare' })).yes).toBe(true);
  expect(mayDo(ask(colleague(berge), 'reception.forms', { act: 'medical-decision' })).yes).toBe(true);
  expect(mayDo(ask(colleague(per), 'reception.forms', { act: 'medical-decision' }))).toMatchObject({
    why: 'not for this role',
  });
});

test('whoever has a place at a duty may look at it, without order or sign-off', () => {
  expect(mayDo(ask(colleague(eva), blood, { act: 'look' })).yes).toBe(true);
  expect(mayDo(ask(colleague(per), cryo, { act: 'look' })).yes).toBe(true);
});

test('a pupil looks on at what pupils do not do, drafts what they may draft, and closes no call', () => {
  expect(mayDo(ask(colleague(per), cryo, { order: 'order' }))).toMatchObject({ why: 'only watches' });
  expect(mayDo(ask(colleague(per), cryo, { act: 'prepare' }))).toMatchObject({ why: 'only watches' });
  expect(mayDo(ask(colleague(per), 'reception.telephone', { act: 'prepare' })).yes).toBe(true);
  expect(mayDo(ask(colleague(per), 'reception.telephone'))).toMatchObject({ why: 'only prepares' });
});

test('a pupil always has a named supervisor, and the act waits for her name', () => {
  const pupil = colleague(per, [signedOff(per, blood, 4)]);
  expect(mayDo(ask(pupil, blood, { order: 'order' }))).toMatchObject({ why: 'supervisor needed' });
  expect(mayDo(ask(pupil, blood, { order: 'order', supervisor: skilled(eva, blood) }))).toEqual({
    yes: true,
    ground: 'supervised',
    role: 'pupil',
    supervisor: 'eva',
    closeness: 'in the house',
    countersign: true,
  });
  expect(mayDo(ask(colleague(per), 'reception.post', { supervisor: colleague(eva) }))).toMatchObject({
    ground: 'supervised',
  });
});

test('a pupil gives an injection only with the supervisor beside, at any level', () => {
  const pupil = colleague(per, [signedOff(per, 'treatment.injections', 4)]);
  const supervisor = skilled(eva, 'treatment.injections');
  expect(mayDo(ask(pupil, 'treatment.injections', { order: 'order', supervisor }))).toMatchObject({
    closeness: 'beside',
  });
});

test('a pupil’s act that is delegated takes the pupil’s own delegation; the supervisor’s does not reach that far', () => {
  const ear = 'treatment.eye-and-ear';
  const supervisor = skilled(eva, ear, [delegated(berge, eva, ear)]);
  const bare = colleague(per, [signedOff(per, ear, 1)]);
  expect(mayDo(ask(bare, ear, { order: 'order', supervisor }))).toMatchObject({ why: 'no delegation' });
  const own = delegated(berge, per, ear);
  expect(mayDo(ask({ ...bare, delegations: [own] }, ear, { order: 'order', supervisor }))).toMatchObject({
    ground: 'supervised',
    delegation: own.id,
    countersign: true,
  });
});

test('a supervisor is another, at work, authorised, and may do it alone', () => {
  const pupil = colleague(per, [signedOff(per, blood, 2)]);
  const under = (supervisor: Colleague) => mayDo(ask(pupil, blood, { order: 'order', supervisor }));
  expect(under(pupil)).toMatchObject({ why: 'supervises oneself' });
  expect(under(colleague(ida))).toMatchObject({
    why: 'supervisor may not',
    facts: { supervisor: 'Ida Moe', because: 'no competence record' },
  });
  const away = must(registerAbsence(ida, { from: today }, ida, now));
  expect(under({ ...skilled(ida, blood), person: away })).toMatchObject({ facts: { because: 'away' } });
  const helped = colleague(ida, [signedOff(ida, blood, 3)]);
  expect(under(helped)).toMatchObject({ facts: { because: 'supervisor needed' } });
  expect(under(colleague(berge))).toMatchObject({ ground: 'supervised', supervisor: 'kari' });
});

test('a head without a health profession does not supervise pupils', () => {
  expect(mayDo(ask(colleague(per), 'reception.post', { supervisor: colleague(liv) }))).toMatchObject({
    why: 'supervisor may not',
    facts: { because: 'not for this role' },
  });
});

test('with several roles the best one counts, alone before supervised', () => {
  const both = hired('Anne Sol', ['helsesekretaer', 'head']);
  expect(mayDo(ask(colleague(both), 'reception.it', { act: 'access-decision' }))).toMatchObject({ role: 'head' });
  const doctorToo = hired('Anne Sol', ['helsesekretaer', 'doctor']);
  const supervisor = skilled(ida, blood);
  const learning = colleague(doctorToo, [signedOff(doctorToo, blood, 1)]);
  expect(mayDo(ask(learning, blood, { order: 'order', supervisor }))).toMatchObject({ ground: 'role', role: 'doctor' });
});

test('with several roles the refusal nearest to a yes is told', () => {
  const both = hired('Anne Sol', ['it', 'helsesekretaer', 'head']);
  expect(mayDo(ask(colleague(both), blood, { order: 'order' }))).toMatchObject({ why: 'no competence record' });
  expect(mayDo(ask(colleague(both), 'reception.forms', { act: 'medical-decision' }))).toMatchObject({
    why: 'only prepares',
  });
});

test('a role whose access has ended counts no more than if it never was', () => {
  const both = must(
    grantAccess(hired('Anne Sol', ['helsesekretaer']), { role: 'it', from: today, until: today }, liv, now),
  );
  expect(mayDo(ask(colleague(both), 'treatment.first-aid', { now: noon('2026-05-05') }))).toMatchObject({
    role: 'helsesekretaer',
  });
  const lost = must(withdrawAccess(both, 'helsesekretaer', liv, now));
  expect(mayDo(ask(colleague(lost), 'reception.post'))).toMatchObject({ why: 'not for this role' });
});

test('in an emergency every stop is passed, and the answer says which', () => {
  expect(mayDo(ask(colleague(eva), 'treatment.injections', { isEmergency: true }))).toEqual({
    yes: true,
    ground: 'emergency',
    passed: 'order missing',
    facts: { need: 'order or written procedure' },
  });
  const left = must(endEmployment(eva, '2026-05-03' as IsoDate, liv, now));
  expect(mayDo(ask(colleague(left), 'treatment.first-aid', { isEmergency: true }))).toMatchObject({
    ground: 'emergency',
    passed: 'not employed',
  });
});

test('an emergency does not hide that one may anyway', () => {
  expect(mayDo(ask(colleague(eva), 'treatment.first-aid', { isEmergency: true }))).toMatchObject({ ground: 'role' });
});

test('everyone helps at once and calls 113, pupils and IT too', () => {
  for (const person of [berge, eva, nora, bo, per, tor, liv]) {
    expect(mayDo(ask(colleague(person), 'reception.ambulance')).yes).toBe(true);
    expect(mayDo(ask(colleague(person), 'treatment.first-aid')).yes).toBe(true);
  }
  expect(mayDo(ask(colleague(eva), 'reception.ambulance', { act: 'planned-ambulance' }))).toMatchObject({
    why: 'only prepares',
  });
});
