import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/ids';
import { ok, refuse } from '#kernel/result';
import { registerPatient } from '../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { type AnyCall, command, query } from './call.ts';
import { DatabaseAway } from './failure.ts';
import { type Doorkeeper, makeGate } from './gate.ts';
import { paper } from './paper.ts';
import { readSetting, saveSetting } from './setting.ts';

/** An act of this test: it writes a setting, and says no to what is told to be refused. */
const write = command({
  name: 'testWrite',
  who: { roles: ['helsesekretaer'] },
  takes: z.object({ text: z.string().min(1), refused: z.boolean().default(false), fault: z.string().default('') }),
  async does({ input, db, me, now, tell }) {
    await saveSetting(db, {
      name: `test ${input.text}`,
      from: '2026-11-23' as never,
      value: input.text,
      by: me.person,
      now,
    });
    tell({ name: 'TestWritten', facts: { text: input.text } });
    if (input.refused) return refuse('clinic says no', { because: 'Monday' });
    if (input.fault) throw new Error(input.fault);
    return ok({ text: input.text });
  },
});
const look = query({
  name: 'testLook',
  who: { roles: ['helsesekretaer'] },
  takes: z.object({}),
  async does({ db, shows }) {
    shows([someone]);
    return ok(await readSetting(db, 'test first', '2026-11-23' as never, 'nothing'));
  },
});
const someone = newId();

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(() => clinic.house.settle());
const lastLine = async () => {
  await clinic.house.settle();
  return (await clinic.rows('select * from access_line order by number desc limit 1'))[0];
};
const count = async (table: string) => Number((await clinic.rows(`select count(*) as n from ${table}`))[0]?.n);
const written = async (text: string) =>
  (await clinic.rows('select 1 from setting where value = to_jsonb($1::text)', [text])).length;

describe('the gate', () => {
  test('lets an act through, with its event and its line', async () => {
    expect(await clinic.yes('kari', write, { text: 'first' })).toEqual({ text: 'first' });
    expect(await written('first')).toBe(1);
    expect(await clinic.rows("select facts from event where name = 'TestWritten'")).toEqual([
      { facts: { text: 'first' } },
    ]);
    expect(await lastLine()).toMatchObject({
      kind: 'act',
      call: 'testWrite',
      allowed: true,
      ground: 'role',
      why: null,
    });
  });
  test('logs a look, and whom it showed', async () => {
    expect(await clinic.yes('kari', look, {})).toBe('first');
    expect(await lastLine()).toMatchObject({ kind: 'look', call: 'testLook', allowed: true, seen: [someone] });
  });
  test('denies whoever is not named, and logs that too', async () => {
    expect(await clinic.outcome('lie', write, { text: 'denied' })).toEqual({
      kind: 'not allowed',
      why: 'not for this role',
      facts: undefined,
    });
    expect(await written('denied')).toBe(0);
    expect(await lastLine()).toMatchObject({
      call: 'testWrite',
      allowed: false,
      why: 'not for this role',
      ground: null,
    });
  });
  test('denies by default: a duty nobody has ever heard of, and a person without roles', async () => {
    const odd = { ...write, name: 'testOdd', who: { duty: 'reception.nothing' } } as unknown as AnyCall;
    const said = await clinic.outcome('lie', odd, { text: 'x' }).catch((fault: Error) => fault);
    expect(said).not.toMatchObject({ kind: 'answer' });
    expect(await written('x')).toBe(0);
    const nobody = { ...clinic.demo.as('kari'), roles: [] };
    expect(await clinic.outcome(nobody, look, {})).toMatchObject({ kind: 'not allowed' });
  });
  test('says that one may not before it says what is wrong with the input', async () => {
    expect(await clinic.outcome('lie', write, {})).toMatchObject({ kind: 'not allowed' });
    expect(await clinic.outcome('kari', write, {})).toMatchObject({ kind: 'bad input', issues: [{ path: ['text'] }] });
    expect(await lastLine()).toMatchObject({ allowed: true, why: 'bad input' });
  });
  test('a refusal leaves nothing but its line', async () => {
    const before = [await count('event'), await count('setting')];
    expect(await clinic.answer('kari', write, { text: 'refused', refused: true })).toEqual({
      ok: false,
      why: 'clinic says no',
      facts: { because: 'Monday' },
    });
    expect([await count('event'), await count('setting')]).toEqual(before);
    expect(await lastLine()).toMatchObject({ allowed: true, why: 'clinic says no' });
  });
  test('a fault leaves nothing but its line, which does not tell what was in it', async () => {
    const before = [await count('event'), await count('setting')];
    await expect(clinic.outcome('kari', write, { text: 'broken', fault: 'Odd Hansen' })).rejects.toThrow('Odd Hansen');
    expect([await count('event'), await count('setting')]).toEqual(before);
    const line = await lastLine();
    expect(line).toMatchObject({ why: 'fault' });
    expect(JSON.stringify(line)).not.toContain('Odd');
  });
  test('the line of an act goes with the act: when it cannot be written, the act is not done', async () => {
    const me = { ...clinic.demo.as('kari'), person: 'not an id' as never };
    await expect(clinic.outcome(me, write, { text: 'without line' })).rejects.toThrow();
    expect(await written('without line')).toBe(0);
    await clinic.house.settle();
  });
  test('what something is about must be an id', async () => {
    const about = command({
      name: 'testAbout',
      who: 'signed in',
      takes: z.object({}),
      does: async (doing) => ok(await doing.about('Hansen')),
    });
    await expect(clinic.outcome('kari', about, {})).rejects.toThrow('not an id');
  });
});

describe('a command that is sent again', () => {
  test('is done once and answered each time, also when both come at the same moment', async () => {
    const id = newId();
    const said = await Promise.all([1, 2, 3, 4].map(() => clinic.outcome('kari', write, { text: 'twice' }, id)));
    for (const one of said) expect(one).toEqual({ kind: 'answer', answer: { ok: true, value: { text: 'twice' } } });
    expect(await written('twice')).toBe(1);
    expect(
      await clinic.rows("select 1 from access_line where call = 'testWrite' and allowed and why is null and at = $1", [
        clinic.clock(),
      ]),
    ).not.toEqual([]);
  });
  test('is answered with the first yes, also when it would be refused now', async () => {
    const id = newId();
    const input = { familyName: 'En', givenName: 'Gang', birthDate: '1990-01-01', numberKind: 'none' };
    const first = await clinic.outcome('kari', registerPatient, input, id);
    expect(await clinic.outcome('kari', registerPatient, input, id)).toEqual(first);
  });
  test('a no is not kept: the next try is a new one', async () => {
    const id = newId();
    expect(await clinic.outcome('kari', write, { text: 'later', refused: true }, id)).toMatchObject({
      answer: { ok: false },
    });
    expect(await clinic.outcome('kari', write, { text: 'later' }, id)).toMatchObject({ answer: { ok: true } });
  });
  test('by someone else with the same id does not get the first one’s answer', async () => {
    const id = newId();
    await clinic.outcome('kari', write, { text: 'mine' }, id);
    await expect(clinic.outcome('eva', write, { text: 'yours' }, id)).rejects.toThrow();
    expect(await written('yours')).toBe(0);
  });
  test('that answered with paper answers with the same paper', async () => {
    const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
    const print = command({
      name: 'testPrint',
      who: 'signed in',
      takes: z.object({}),
      does: async () => ok(paper('application/pdf', 'x.pdf', bytes)),
    });
    const id = newId();
    await clinic.outcome('kari', print, {}, id);
    const again = await clinic.outcome('kari', print, {}, id);
    expect(again).toMatchObject({ answer: { value: { paper: true, mime: 'application/pdf' } } });
    expect(new Uint8Array((again as never as { answer: { value: { bytes: Buffer } } }).answer.value.bytes)).toEqual(
      bytes,
    );
  });
});

describe('in emergency mode', () => {
  const urgent = () => ({ ...clinic.demo.as('lie'), isEmergency: true });

  test('a stop is passed, the line says which, and a question is opened', async () => {
    expect(await clinic.outcome(urgent(), write, { text: 'help' })).toMatchObject({ answer: { ok: true } });
    expect(await lastLine()).toMatchObject({ ground: 'emergency', allowed: true, why: 'passed: not for this role' });
    const [event] = await clinic.rows("select facts from event where name = 'EmergencyModeUsed'");
    expect(event?.facts).toMatchObject({
      call: 'testWrite',
      person: clinic.demo.as('lie').person,
      passed: 'not for this role',
    });
  });
  test('an act that needed no pass is asked about too; a look is not', async () => {
    const kari = { ...clinic.demo.as('kari'), isEmergency: true };
    await clinic.outcome(kari, write, { text: 'anyway' });
    expect(await lastLine()).toMatchObject({ ground: 'emergency', why: null });
    await clinic.outcome(kari, look, {});
    expect(await lastLine()).toMatchObject({ ground: 'role' });
    expect(await clinic.rows("select 1 from event where name = 'EmergencyModeUsed'")).toHaveLength(2);
  });
  test('nobody becomes the head of the clinic', async () => {
    const headOnly = { ...write, name: 'testHead', who: { roles: ['head'] } } as unknown as AnyCall;
    const kari = { ...clinic.demo.as('kari'), isEmergency: true };
    expect(await clinic.outcome(kari, headOnly, { text: 'power' })).toMatchObject({ kind: 'not allowed' });
  });
});

describe('two who wait for each other', () => {
  test('are both served: the database undoes one, and the gate tries it again', async () => {
    const [one, two] = [newId(), newId()];
    const rows = [one, two];
    await clinic.house.database.write(clinic.demo.clinic, async (db) => {
      for (const name of rows)
        await saveSetting(db, { name, from: '2026-11-23' as never, value: 0, by: newId(), now: clinic.clock() });
    });
    const { statement } = await import('./statement.ts');
    const touch = statement<{ name: string }>(
      'test: touch',
      'update setting set reason = :name where clinic = :clinic and name = :name',
    );
    const both = command({
      name: 'testBoth',
      who: 'signed in',
      takes: z.object({ order: z.array(z.string()) }),
      async does({ input, db, tell }) {
        tell({ name: 'TestTouched', facts: {} });
        for (const name of input.order) {
          await db.run(touch, { name });
          await new Promise((done) => setTimeout(done, 150));
        }
        return ok();
      },
    });
    const said = await Promise.all([
      clinic.outcome('kari', both, { order: rows }),
      clinic.outcome('eva', both, { order: rows.toReversed() }),
    ]);
    expect(said).toMatchObject([{ answer: { ok: true } }, { answer: { ok: true } }]);
    expect(await clinic.rows("select 1 from event where name = 'TestTouched'")).toHaveLength(2);
  });
});

describe('a database that is away', () => {
  test('is said as such, and no line is kept of what nobody saw', async () => {
    const lines: unknown[] = [];
    const away = () => Promise.reject(new DatabaseAway('gone'));
    const gate = makeGate({
      database: { ...clinic.house.database, read: away, write: away },
      clock: clinic.clock,
      looks: { add: (_, line) => lines.push(line), flush: async () => {}, close: async () => {} },
      doorkeeper: {} as Doorkeeper,
      reactionsOn: () => [],
    });
    await expect(gate.perform(look, {}, clinic.demo.as('kari'))).rejects.toThrow(DatabaseAway);
    await expect(gate.perform(write, { text: 'x' }, clinic.demo.as('kari'))).rejects.toThrow(DatabaseAway);
    expect(lines).toEqual([]);
  });
});
