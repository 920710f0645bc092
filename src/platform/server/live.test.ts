import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#kernel/result';
import { foundClinic } from '../../main/clinics.ts';
import type { House } from '../../main/house.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../main/testing/test-server.ts';
import { command } from './call.ts';
import { everythingChanged, type Heard } from './live.ts';
import { announce } from './outbox.ts';

const say = command({
  name: 'testSay',
  who: 'signed in',
  takes: z.object({ word: z.string(), holdMs: z.number().default(0), refused: z.boolean().default(false) }),
  async does({ input, db, tell }) {
    await db.row({ name: 'test: begin to write', text: 'select pg_current_xact_id()', order: [] }, {});
    await pause(input.holdMs);
    tell({ name: 'TestSaid', facts: { word: input.word } });
    return input.refused ? refuse('not said') : ok();
  },
});
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

let clinic: TestHouse;
let other: House;
let keeper: pg.Client;
beforeAll(async () => {
  clinic = await testHouse();
  other = await clinic.another();
  keeper = new pg.Client({ ...clinic.place, database: 'postgres' });
  await keeper.connect();
});
afterAll(() => keeper.end());

function hear(house: House): { words: () => unknown[]; all: Heard[]; stop: () => void } {
  const all: Heard[] = [];
  const stop = house.live.onEvent((heard) => all.push(heard));
  return { all, stop, words: () => all.filter(({ name }) => name === 'TestSaid').map(({ facts }) => facts.word) };
}
/** The line of every listening server is cut, and none can call again until it is let. */
async function cutLines(): Promise<{ mend: () => Promise<void> }> {
  await keeper.query(`alter database ${clinic.place.database} allow_connections false`);
  await keeper.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'dagsverk live'",
    [clinic.place.database],
  );
  await expect.poll(() => clinic.house.live.isConnected()).toBe(false);
  return {
    async mend() {
      await keeper.query(`alter database ${clinic.place.database} allow_connections true`);
      await expect
        .poll(() => clinic.house.live.isConnected() && other.live.isConnected(), { timeout: 5_000 })
        .toBe(true);
    },
  };
}

describe('two servers on one database', () => {
  test('hear what is done at the other, and at once', async () => {
    const [here, there] = [hear(clinic.house), hear(other)];
    const before = Date.now();
    await clinic.yes('kari', say, { word: 'hello' });
    await other.gate.perform(say, { word: 'there' }, clinic.demo.as('eva'));
    await expect
      .poll(() => [here.words(), there.words()], { interval: 5 })
      .toEqual([
        ['hello', 'there'],
        ['hello', 'there'],
      ]);
    expect(Date.now() - before).toBeLessThan(500);
    here.stop();
    there.stop();
  });
  test('hear nothing of what was refused or rolled back', async () => {
    const there = hear(other);
    await clinic.outcome('kari', say, { word: 'refused', refused: true });
    await clinic.yes('kari', say, { word: 'said' });
    await expect.poll(there.words).toEqual(['said']);
    there.stop();
  });
  test('hear facts that are too long for a notification as a whole', async () => {
    const there = hear(other);
    const word = 'long '.repeat(3_000);
    await clinic.yes('kari', say, { word });
    await expect.poll(there.words).toEqual([word]);
    there.stop();
  });
});

describe('a line that was cut', () => {
  test('is taken up again, and what was missed is told', async () => {
    const [here, there] = [hear(clinic.house), hear(other)];
    const changes: boolean[] = [];
    other.live.onConnection((isConnected) => changes.push(isConnected));
    await clinic.yes('kari', say, { word: 'before' });
    await expect.poll(there.words).toContain('before');
    const { mend } = await cutLines();
    await clinic.yes('kari', say, { word: 'missed' });
    await other.gate.perform(say, { word: 'missed too' }, clinic.demo.as('eva'));
    await pause(50);
    expect(there.words()).not.toContain('missed');
    await mend();
    for (const heard of [here, there])
      await expect.poll(heard.words).toEqual(expect.arrayContaining(['missed', 'missed too']));
    await clinic.yes('kari', say, { word: 'after' });
    await expect.poll(there.words).toContain('after');
    expect(changes).toEqual([false, true]);
    here.stop();
    there.stop();
  });
  test('an act that began long before and ended meanwhile is told too', async () => {
    const there = hear(other);
    const slow = clinic.yes('kari', say, { word: 'slow', holdMs: 700 });
    await pause(50);
    for (let n = 0; n < 5; n++) await clinic.yes('eva', say, { word: `quick ${n}` });
    await expect.poll(there.words).toContain('quick 4');
    const { mend } = await cutLines();
    await slow;
    await mend();
    await expect.poll(there.words).toContain('slow');
    there.stop();
  });
  test('a server that has heard nothing yet misses nothing either', async () => {
    const fresh = await clinic.another();
    const there = hear(fresh);
    const { mend } = await cutLines();
    await clinic.yes('kari', say, { word: 'first of all' });
    await mend();
    await expect.poll(there.words).toContain('first of all');
    there.stop();
  });
  test('when too much was missed to tell one by one, everything is asked anew', async () => {
    const there = hear(other);
    const { mend } = await cutLines();
    await clinic.house.database.write(clinic.demo.clinic, async (db) => {
      for (let n = 0; n < 2_001; n++) await announce(db, clinic.clock(), 'TestMany', {});
    });
    await mend();
    await expect.poll(() => there.all.map(({ name }) => name)).toContain(everythingChanged);
    there.stop();
  });
});

/** A browser's stream: what it has heard, and the id of the last. */
function stream(server: TestServer, browser: Browser, last?: string) {
  const cutting = new AbortController();
  const lines: string[] = [];
  let isOver = false;
  const status = fetch(`${server.address}/live`, {
    headers: { cookie: browser.cookieHeader(), ...(last ? { 'last-event-id': last } : {}) },
    signal: cutting.signal,
  }).then((said) => {
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of said.body ?? []) lines.push(...decoder.decode(chunk, { stream: true }).split('\n'));
    })()
      .catch(() => {})
      .finally(() => {
        isOver = true;
      });
    return said.status;
  });
  return {
    status,
    words: () =>
      lines
        .filter((line) => line.startsWith('data: {"name"'))
        .map((line) => JSON.parse(line.slice(6)))
        .filter(({ name }) => name === 'TestSaid')
        .map(({ facts }) => facts.word),
    names: () => lines.filter((line) => line.startsWith('data: {"name"')).map((line) => JSON.parse(line.slice(6)).name),
    lastId: () => lines.findLast((line) => line.startsWith('id: '))?.slice(4),
    isReady: () => lines.includes('event: hello'),
    isOver: () => isOver,
    cut: () => cutting.abort(),
  };
}

describe('a desk', () => {
  let server: TestServer;
  let second: TestServer;
  let kari: Browser;
  beforeAll(async () => {
    server = await testServer(clinic.house);
    second = await testServer(other);
    kari = server.browser();
    await kari.signIn('kari');
  });
  const opened = async (at: TestServer, last?: string) => {
    const desk = stream(at, kari, last);
    await expect.poll(desk.isReady).toBe(true);
    return desk;
  };

  test('sees what another desk does, also through the other server', async () => {
    const [here, there] = [await opened(server), await opened(second)];
    const before = performance.now();
    await other.gate.perform(say, { word: 'done' }, clinic.demo.as('eva'));
    await expect.poll(() => [here.words(), there.words()], { interval: 2 }).toEqual([['done'], ['done']]);
    expect(performance.now() - before).toBeLessThan(150);
    here.cut();
    there.cut();
  });
  test('that was away hears what it missed, from whichever server it comes back to', async () => {
    const first = await opened(server);
    await clinic.yes('eva', say, { word: 'seen' });
    await expect.poll(first.words).toContain('seen');
    const last = first.lastId();
    first.cut();
    await clinic.yes('eva', say, { word: 'while away' });
    const back = await opened(second, last);
    expect(back.words()).toContain('while away');
    await clinic.yes('eva', say, { word: 'and on' });
    await expect.poll(back.words).toContain('and on');
    back.cut();
  });
  test('that has missed nothing hears nothing that was never said', async () => {
    const first = await opened(server);
    const last = first.lastId();
    first.cut();
    const back = await opened(server, last);
    expect(['done', 'seen', 'while away', 'and on']).toEqual(expect.arrayContaining(back.words()));
    back.cut();
  });
  test('that was away very long asks everything anew', async () => {
    const back = await opened(server, '3');
    expect(back.names()).toEqual([everythingChanged]);
    back.cut();
  });
  test('hears nothing of another clinic', async () => {
    const desk = await opened(server);
    const neighbour = await foundClinic(
      clinic.house.database,
      { code: 'nabo', name: 'Nabo', isDemo: true },
      clinic.clock(),
    );
    await clinic.house.database.write(neighbour, (db) =>
      announce(db, clinic.clock(), 'TestSaid', { word: 'next door' }),
    );
    await clinic.yes('eva', say, { word: 'at home' });
    await expect.poll(desk.words).toEqual(['at home']);
    desk.cut();
  });
  test('is not listened to after signing out', async () => {
    const desk = await opened(second);
    await kari.post('/sign-in/out');
    await expect.poll(desk.isOver, { timeout: 2_000 }).toBe(true);
    expect(await stream(server, kari).status).toBe(401);
  });
});
