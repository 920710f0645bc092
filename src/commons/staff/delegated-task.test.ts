import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { endEmployment, registerAbsence, withdrawAccess } from './access.ts';
import {
  type DelegatedTask,
  type DelegatedTaskId,
  delegatedTaskNext,
  finish,
  handBack,
  lostBecause,
  openTask,
  type Register,
  reassign,
  returnByClock,
  whoMayTakeOver,
} from './delegated-task.ts';
import { withdraw } from './delegation.ts';
import type { LearningNeedId } from './learning-need.ts';
import { berge, dahl, delegated, doctors, eva, ida, liv, noon, nora, now, per } from './test-people.ts';

const cryo = { duty: 'treatment.cryotherapy', act: 'perform' } as const;
const evas = delegated(berge, eva, cryo.duty);
const idas = delegated(dahl, ida, cryo.duty);
const register: Register = { delegations: [evas, idas], doctors };
const task = must(openTask('t1' as DelegatedTaskId, cryo, berge, now));
const withEva = must(reassign(task, eva, berge, register, now));
const need = { id: 'n1' as LearningNeedId };

test('a delegated task begins in a doctor’s hands', () => {
  expect(task).toMatchObject({ state: 'with the doctor', holder: 'kari', delegator: 'kari' });
  expect(task.chain).toHaveLength(1);
  expect(openTask('t2' as DelegatedTaskId, cryo, eva, now)).toMatchObject({ why: 'only a doctor gives out' });
});

test('the doctor gives it to someone with an own delegation, and the chain says under which', () => {
  expect(withEva).toMatchObject({ state: 'held', holder: 'eva', under: evas.id });
  expect(withEva.chain.at(-1)).toEqual({ to: 'eva', by: 'kari', at: now, under: evas.id });
});

test('it is not given to someone without an own delegation', () => {
  expect(reassign(task, nora, berge, register, now)).toMatchObject({ why: 'no delegation' });
  expect(reassign(task, per, berge, register, now)).toMatchObject({ why: 'no delegation' });
});

test('«can you take it, I have to go»: only to one whom a doctor has given it to', () => {
  expect(reassign(withEva, nora, eva, register, now)).toMatchObject({ why: 'no delegation' });
  expect(must(reassign(withEva, ida, eva, register, now))).toMatchObject({ holder: 'ida', under: idas.id });
});

test('nobody takes a task out of another’s hands', () => {
  expect(reassign(withEva, ida, ida, register, now)).toMatchObject({ why: 'not yours to hand over' });
  expect(reassign(withEva, ida, liv, register, now)).toMatchObject({ why: 'not yours to hand over' });
  expect(must(reassign(withEva, ida, berge, register, now)).holder).toBe('ida');
});

test('back to the doctor is always open', () => {
  const back = must(reassign(withEva, berge, eva, { delegations: [], doctors: [] }, now));
  expect(back).toMatchObject({ state: 'with the doctor', holder: 'kari' });
  expect(back.chain.at(-1)?.under).toBe('back to the doctor');
});

test('a task is not given to one who has it, is away, or has left', () => {
  expect(reassign(withEva, eva, berge, register, now)).toMatchObject({ why: 'holds it already' });
  const away = must(registerAbsence(ida, { from: '2026-05-04' as IsoDate }, ida, now));
  expect(reassign(withEva, away, eva, register, now)).toMatchObject({ why: 'not at work' });
  const left = must(endEmployment(ida, '2026-05-03' as IsoDate, liv, now));
  expect(reassign(withEva, left, eva, register, now)).toMatchObject({ why: 'not at work' });
});

test('the list behind the button holds only those who may', () => {
  const everyone = [berge, dahl, eva, ida, nora, per, liv];
  expect(whoMayTakeOver(withEva, everyone, register, now).map((person) => person.id)).toEqual(['kari', 'ida']);
  expect(whoMayTakeOver(must(finish(withEva, eva, register, now)), everyone, register, now)).toEqual([]);
});

test('«I am not competent for this» gives the task back and notes what to learn; nothing is asked', () => {
  const { task: back, need: noted } = must(handBack(withEva, eva.id, { ...need, words: 'aldri gjort på barn' }, now));
  expect(back).toMatchObject({ state: 'with the doctor', holder: 'kari' });
  expect(back).not.toHaveProperty('under');
  expect(noted).toMatchObject({ person: 'eva', duty: cryo.duty, state: 'open', words: 'aldri gjort på barn' });
});

test('only the holder hands back, and only while it is hers', () => {
  expect(handBack(withEva, ida.id, need, now)).toMatchObject({ why: 'not yours to hand over' });
  expect(handBack(task, berge.id, need, now)).toMatchObject({ why: 'not yours to hand over' });
  expect(handBack(must(finish(withEva, eva, register, now)), eva.id, need, now)).toMatchObject({ why: 'done already' });
});

test('it is done by the one whose hands it is in, while her own delegation holds', () => {
  expect(must(finish(withEva, eva, register, now))).toMatchObject({ state: 'done', doneBy: 'eva', doneAt: now });
  expect(finish(withEva, ida, register, now)).toMatchObject({ why: 'not in your hands' });
  const gone: Register = { ...register, delegations: [must(withdraw(evas, berge, now)), idas] };
  expect(finish(withEva, eva, gone, now)).toMatchObject({ why: 'delegation withdrawn' });
  expect(finish(withEva, eva, register, noon('2027-05-04'))).toMatchObject({ why: 'delegation expired' });
});

test('the doctor does it herself, as long as she is a doctor here', () => {
  expect(must(finish(task, berge, register, now)).doneBy).toBe('kari');
  const out = must(withdrawAccess(berge, 'doctor', liv, now));
  expect(finish(task, out, register, now)).toMatchObject({ why: 'only a doctor gives out' });
});

test('what is done is not moved or done again', () => {
  const done = must(finish(withEva, eva, register, now));
  expect(reassign(done, ida, eva, register, now)).toMatchObject({ why: 'done already' });
  expect(finish(done, eva, register, now)).toMatchObject({ why: 'done already' });
});

test('a task whose delegation is gone, or whose holder is away, goes back by itself', () => {
  expect(lostBecause(withEva, eva, register, now)).toBeUndefined();
  expect(lostBecause(task, berge, register, now)).toBeUndefined();
  expect(lostBecause(withEva, eva, { ...register, delegations: [] }, now)).toMatchObject({ why: 'no delegation' });
  const away = must(registerAbsence(eva, { from: '2026-05-04' as IsoDate }, eva, now));
  expect(lostBecause(withEva, away, register, now)).toMatchObject({ why: 'not at work' });
  if (withEva.state !== 'held') throw new Error('Eva holds it');
  expect(returnByClock(withEva, now).chain.at(-1)).toEqual({
    to: 'kari',
    by: 'clock',
    at: now,
    under: 'back to the doctor',
  });
});

test('every decision follows the table of what may follow what', () => {
  const steps: [DelegatedTask, DelegatedTask][] = [
    [task, withEva],
    [withEva, must(reassign(withEva, ida, eva, register, now))],
    [withEva, must(reassign(withEva, berge, eva, register, now))],
    [withEva, must(finish(withEva, eva, register, now))],
    [task, must(finish(task, berge, register, now))],
  ];
  for (const [before, after] of steps) expect(delegatedTaskNext[before.state]).toContain(after.state);
  expect(delegatedTaskNext.done).toEqual([]);
});
