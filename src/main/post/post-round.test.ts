import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HerId } from '#exchange';
import { lettersIn } from '../../commons/exchange/letter.api.ts';
import { registerPatient } from '../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../testing/test-house.ts';
import { openFolderCarrier } from './folder-carrier.ts';
import { openMshCarrier } from './msh-carrier.ts';
import { type MshSimulator, openMshSimulator } from './msh-simulator.ts';
import { carrierOf, openPost } from './open-post.ts';
import { postRound } from './post-round.ts';

const samples = new URL('../../rooms/laboratory/results/samples/', import.meta.url);
const sample = (name: string): Promise<string> => readFile(new URL(`${name}.xml`, samples), 'utf8');
const fresh = async (name: string): Promise<string> =>
  (await sample(name)).replace('0b6c1a52-1f0e-4f5b-9a61-6d6a5d2f1001', crypto.randomUUID());
let clinic: TestHouse;
let folder: string;
let simulator: MshSimulator;
const ours = 8990201;

beforeAll(async () => {
  clinic = await testHouse();
  folder = await mkdtemp(join(tmpdir(), 'dagsverk-post-'));
  simulator = await openMshSimulator();
  const lykke = { familyName: 'Fjellrev', givenName: 'Lykke', birthDate: '1958-03-12', number: '12835831289' };
  await clinic.yes('kari', registerPatient, { ...lykke, sex: 'female' });
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});
const folders = (name: string) => ({ inbox: join(folder, name, 'in'), outbox: join(folder, name, 'out') });
const number = () => clinic.demo.clinic;
const standings = async () => (await clinic.yes('eva', lettersIn, {})).done.map(({ standing }) => standing);
const msh = () => openMshCarrier({ url: simulator.url, herIds: [String(ours) as HerId], clock: () => clinic.clock() });

test('a file in the inbox is kept and filed, moved to taken, and its receipt lies in the outbox', async () => {
  const where = folders('whole');
  const carrier = await openFolderCarrier(where);
  await writeFile(join(where.inbox, 'svar.xml'), await fresh('critical-potassium-1.3'));
  await writeFile(join(where.inbox, 'halv.xml.part'), '<Mess');
  expect(await postRound(clinic.house, number(), carrier)).toMatchObject({ kept: 1, failed: 0 });
  await clinic.house.settle();
  expect(await standings()).toEqual(['filed']);
  expect(await postRound(clinic.house, number(), carrier)).toMatchObject({ kept: 0, sent: 1 });
  const [receipt = ''] = await readdir(where.outbox);
  expect(await readFile(join(where.outbox, receipt), 'utf8')).toContain('<Status V="1"');
  expect(await readdir(where.inbox)).toEqual(['halv.xml.part', 'taken']);
  expect(await readdir(join(where.inbox, 'taken'))).toHaveLength(1);
});

test('what was kept but not confirmed before a stop comes again, and is one letter', async () => {
  const where = folders('stopped');
  const carrier = await openFolderCarrier(where);
  await writeFile(join(where.inbox, 'en.xml'), await fresh('critical-potassium-1.3'));
  const stopped = { ...carrier, confirm: async () => ({ ok: false, why: 'carrier is down' }) as const };
  expect(await postRound(clinic.house, number(), stopped)).toMatchObject({ kept: 1 });
  expect(await postRound(clinic.house, number(), carrier)).toMatchObject({ kept: 0 });
  expect(await readdir(where.inbox)).toEqual(['taken']);
});

test('through the message service: fetched, kept, marked as read, and answered with its own status', async () => {
  const accepted = simulator.lay(8990011, ours, await fresh('critical-potassium-1.3'));
  const broken = simulator.lay(8990011, ours, await sample('broken-schema-1.4'));
  expect(await postRound(clinic.house, number(), msh())).toMatchObject({ kept: 2 });
  await clinic.house.settle();
  await postRound(clinic.house, number(), msh());
  const kept = (id: string) => simulator.kept().find((one) => one.id === id);
  expect(kept(accepted)?.readBy.has(ours)).toBe(true);
  expect(kept(accepted)?.appRecs).toMatchObject([{ appRecStatus: 'Ok' }]);
  expect(kept(broken)?.appRecs).toMatchObject([{ appRecStatus: 'Rejected', appRecErrorList: [{ errorCode: 'T02' }] }]);
  expect(await postRound(clinic.house, number(), msh())).toMatchObject({ kept: 0, sent: 0 });
});

test('while the service is away nothing is lost, and the next round takes it up', async () => {
  simulator.fail(true);
  const id = simulator.lay(8990011, ours, await fresh('critical-potassium-1.3'));
  expect(await postRound(clinic.house, number(), msh())).toEqual({ kept: 0, sent: 0, failed: 0, overdue: 0 });
  simulator.fail(false);
  expect(await postRound(clinic.house, number(), msh())).toMatchObject({ kept: 1 });
  await clinic.house.settle();
  simulator.fail(true);
  expect(await postRound(clinic.house, number(), msh())).toMatchObject({ failed: 1 });
  simulator.fail(false);
  expect(await postRound(clinic.house, number(), msh())).toMatchObject({ sent: 1 });
  expect(simulator.kept().find((one) => one.id === id)?.appRecs).toHaveLength(1);
});

test('the simulator says no as the service does', async () => {
  const ask = (path: string, init?: RequestInit) => fetch(`${simulator.url}${path}`, init).then(({ status }) => status);
  expect(await ask('/Messages/none')).toBe(404);
  expect(await ask('/elsewhere')).toBe(404);
  expect(await ask('/Messages', { method: 'POST', body: '{}' })).toBe(400);
  const id = simulator.lay(1, 2, '<x/>');
  expect(await ask(`/Messages/${id}`)).toBe(200);
  expect(await ask(`/Messages/${id}/status`)).toBe(200);
  expect(await ask(`/Messages/${id}/apprec`)).toBe(200);
  expect(await ask(`/Messages/${id}/apprec/2`, { method: 'POST', body: '{}' })).toBe(400);
});

test('which carrier it is stands in the surroundings; without any the post is closed', async () => {
  expect(await carrierOf(clinic.house, {})).toBeUndefined();
  const where = folders('set');
  const set = { DAGSVERK_POST_INBOX: where.inbox, DAGSVERK_POST_OUTBOX: where.outbox };
  expect((await carrierOf(clinic.house, set))?.name).toBe('folder');
  const online = { DAGSVERK_MSH_URL: simulator.url, DAGSVERK_HER_IDS: '8990201,8990300' };
  expect((await carrierOf(clinic.house, online))?.name).toBe('msh');
  await writeFile(join(where.inbox, 'to.xml'), await fresh('critical-potassium-1.3'));
  const close = await openPost(clinic.house, set, () => {});
  await close();
  expect(await readdir(where.inbox)).toEqual(['taken']);
});
