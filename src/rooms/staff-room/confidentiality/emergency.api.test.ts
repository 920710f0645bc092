import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#kernel/result';
import { query } from '#platform/server';
import { recordCave, registerPatient, seePatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../../main/testing/test-server.ts';
import { emergenciesToReview, myEmergencies } from './emergency.api.ts';

let clinic: TestHouse;
let server: TestServer;
let kari: Browser;
let patient: string;
beforeAll(async () => {
  clinic = await testHouse();
  server = await testServer(clinic.house, { calls: [doctors] });
  const odd = { familyName: 'Hansen', givenName: 'Odd', birthDate: '1943-04-12', numberKind: 'none' } as const;
  patient = (await clinic.yes('kari', registerPatient, odd)).id;
});
beforeEach(async () => {
  await clinic.rows('delete from emergency');
  at('07:00');
  kari = server.browser();
  await kari.signIn('kari');
});
function at(time: string): void {
  clinic.clock.set(`2026-11-23T${time}:00.000Z`);
  clinic.house.sessions.forget(clinic.demo.clinic);
}
const me = async (browser: Browser) =>
  (await browser.get('/sign-in/me')).body.value as { isEmergency: boolean; emergencyUntil: string | null };
/** What the house asks of nobody but doctors; it stands for every stop. */
const doctors = query({ name: 'testDoctors', who: { roles: ['doctor'] }, takes: z.object({}), does: async () => ok() });
const doctorsOnly = (browser: Browser) => browser.call(doctors.name, {});
const cave = (browser: Browser) => browser.call(recordCave.name, { patient, cave: [], infection: 'MRSA' });
const mine = () => clinic.yes('kari', myEmergencies, {});
const settled = async () => {
  await clinic.house.settle();
  await pause(20);
};
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

describe('emergency mode', () => {
  test('is on with one press, without a question, for this session and no other', async () => {
    const eva = server.browser('Luke 2');
    await eva.signIn('eva');
    expect(await kari.call('startEmergency', {})).toMatchObject({ status: 200 });
    expect(await me(kari)).toMatchObject({ isEmergency: true, emergencyUntil: '2026-11-23T08:00:00.000Z' });
    expect(await me(eva)).toMatchObject({ isEmergency: false });
    expect(await doctorsOnly(eva)).toMatchObject({ status: 403 });
    expect(await doctorsOnly(kari)).toMatchObject({ status: 200 });
  });
  test('every act in it stands under its own ground, and is listed for whoever looks through it', async () => {
    await kari.call('startEmergency', { patient });
    expect(await cave(kari)).toMatchObject({ status: 200 });
    await kari.call('endEmergency', {});
    await settled();
    const [last] = await mine();
    expect(last).toMatchObject({ patient, emergency: { state: 'ended' } });
    expect(last?.acts).toMatchObject([{ call: 'recordCave', patient, duty: 'reception.documentation' }]);
    const events = await clinic.rows("select facts from event where name = 'EmergencyModeUsed'");
    expect(events.map(({ facts }) => (facts as { call: string }).call)).toContain('recordCave');
  });
  test('is over at the next press, and the stops stand again', async () => {
    await kari.call('startEmergency', {});
    expect(await kari.call('endEmergency', {})).toMatchObject({ status: 200 });
    expect(await me(kari)).toMatchObject({ isEmergency: false });
    expect(await doctorsOnly(kari)).toMatchObject({ status: 403 });
    expect(await kari.call('endEmergency', {})).toMatchObject({ status: 409, body: { why: 'over' } });
  });
  test('runs out by itself after an hour, and one press gives as long again', async () => {
    await kari.call('startEmergency', {});
    at('07:50');
    await kari.call('startEmergency', {});
    at('08:30');
    expect(await me(kari)).toMatchObject({ isEmergency: true });
    at('08:51');
    expect(await doctorsOnly(kari)).not.toMatchObject({ status: 200 });
    expect(await clinic.rows('select 1 from emergency where ended_at is null')).toHaveLength(1);
  });
  test('does not lock the screen while it is on', async () => {
    await kari.call('startEmergency', {});
    at('07:40');
    expect(await kari.call(seePatient.name, { patient })).toMatchObject({ status: 200 });
  });
  test('makes nobody head of the clinic: accounts stay with those who give them', async () => {
    await kari.call('startEmergency', {});
    expect(await kari.call('accounts', {})).toMatchObject({ status: 403 });
    expect(
      await kari.call('resetPassword', { person: clinic.demo.as('lie').person, oneTime: 'aaaa-bbbb-cccc-dddd' }),
    ).toMatchObject({ status: 403 });
  });
});

describe('afterwards', () => {
  const words = { verdict: 'was right', words: 'Bevisstløs i venterommet' };
  async function ended(): Promise<string> {
    await kari.call('startEmergency', { patient });
    await cave(kari);
    await cave(kari);
    await kari.call('endEmergency', {});
    await settled();
    const files = await mine();
    return (
      files.find(
        ({ emergency, acts }) =>
          emergency.state === 'ended' && acts.length > 0 && emergency.startedAt === clinic.clock(),
      )?.emergency.id ?? ''
    );
  }
  let lie: Browser;
  beforeEach(async () => {
    lie = server.browser('Kontor 1');
    await lie.signIn('lie');
  });

  test('the one who was there says what happened', async () => {
    const emergency = await ended();
    expect(await kari.call('explainEmergency', { emergency, words: 'Falt om i døra', patient })).toMatchObject({
      status: 200,
    });
    const [file] = await clinic.yes('lie', emergenciesToReview, {});
    expect(file).toMatchObject({ words: 'Falt om i døra', patient });
    const eva = server.browser();
    await eva.signIn('eva');
    expect(await eva.call('explainEmergency', { emergency, words: 'x' })).toMatchObject({
      body: { why: 'not yours to explain' },
    });
  });
  test('a doctor answers each act, and then it is done with', async () => {
    const emergency = await ended();
    expect(await lie.call('reviewEmergency', { emergency, answers: [words] })).toMatchObject({
      body: { why: 'a stop is unanswered' },
    });
    expect(
      await lie.call('reviewEmergency', { emergency, answers: [words, { ...words, verdict: 'learning' }] }),
    ).toMatchObject({ status: 200 });
    expect(await clinic.yes('lie', emergenciesToReview, {})).toEqual([]);
    expect((await mine())[0]?.emergency).toMatchObject({
      state: 'reviewed',
      answers: [words, { verdict: 'learning' }],
    });
    expect(await lie.call('reviewEmergency', { emergency, answers: [words, words] })).toMatchObject({
      body: { why: 'already reviewed' },
    });
    expect(await kari.call('explainEmergency', { emergency, words: 'later' })).toMatchObject({
      body: { why: 'not yours to explain' },
    });
  });
  test('nobody looks through their own, and not while it goes on', async () => {
    await lie.call('startEmergency', {});
    const [own] = await clinic.yes('lie', emergenciesToReview, {});
    expect(await lie.call('reviewEmergency', { emergency: own?.emergency.id, answers: [] })).toMatchObject({
      body: { why: 'own act' },
    });
    const moen = server.browser();
    await moen.signIn('moen');
    expect(await moen.call('reviewEmergency', { emergency: own?.emergency.id, answers: [] })).toMatchObject({
      body: { why: 'still running' },
    });
    await lie.call('endEmergency', {});
    expect(await moen.call('reviewEmergency', { emergency: own?.emergency.id, answers: [] })).toMatchObject({
      status: 200,
    });
  });
  test('one who is no doctor does not look through', async () => {
    const emergency = await ended();
    expect(await kari.call('reviewEmergency', { emergency, answers: [words, words] })).toMatchObject({ status: 403 });
  });
});
