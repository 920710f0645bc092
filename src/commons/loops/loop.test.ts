import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { loopTexts } from './loop.texts.ts';
import {
  abandon,
  actingOwner,
  close,
  closingEvidence,
  type Evidence,
  evidenceKinds,
  giveTo,
  handOver,
  type Loop,
  type LoopId,
  type LoopKind,
  loopKinds,
  loopNext,
  type NewLoop,
  type Open,
  openLoop,
  postpone,
  sameOwner,
} from './loop.ts';

const kari = newId<PersonId>();
const anne = newId<PersonId>();
const morning = '2026-11-23T07:10:00.000Z' as Moment;
const noon = '2026-11-23T11:00:00.000Z' as Moment;
const friday = '2026-11-27T11:00:00.000Z' as Moment;

const wanted = (kind: LoopKind = 'specimen sent'): NewLoop => ({
  id: newId<LoopId>(),
  kind,
  subject: { thing: 'specimen', id: 'sp-1' },
  haste: 2,
  owner: { kind: 'person', person: kari },
  deputy: { kind: 'station', station: 'laboratory' },
  openedBy: kari,
  expectedBy: friday,
});
const open = (kind?: LoopKind): Open => must(openLoop(wanted(kind), morning));
const evidence = (what: Evidence['what'], at: Moment = noon): Evidence => ({
  what,
  subject: { thing: 'result', id: 'r-1' },
  at,
});

test('a specimen that was sent is settled by its result and by nothing less', () => {
  expect(close(open(), evidence('receipt received'), noon)).toEqual({
    ok: false,
    why: 'evidence does not settle this',
  });
  const closed = must(close(open(), evidence('result received'), noon));
  expect(closed).toMatchObject({ state: 'closed', closedAt: noon, evidence: { what: 'result received' } });
  expect(closed.closedBy).toBeUndefined();
});

test('the one who closes by hand is named', () => {
  expect(must(close(open(), evidence('result received'), noon, kari)).closedBy).toBe(kari);
});

test('evidence from before the matter was opened does not close it', () => {
  const early = '2026-11-20T11:00:00.000Z' as Moment;
  expect(close(open(), evidence('result received', early), noon)).toMatchObject({
    why: 'evidence older than the matter',
  });
});

test('every kind of matter can be settled by some evidence, and only known kinds are named', () => {
  for (const kind of loopKinds) {
    expect(closingEvidence[kind].length).toBeGreaterThan(0);
    for (const what of closingEvidence[kind]) expect(evidenceKinds).toContain(what);
  }
});

test('sending alone never settles anything', () => {
  expect(evidenceKinds.filter((what) => what.includes('sent'))).toEqual([]);
});

test('a matter must have a deputy who is someone else than the owner', () => {
  const alone = { ...wanted(), deputy: { kind: 'person', person: kari } as const };
  expect(openLoop(alone, morning)).toEqual({ ok: false, why: 'owner and deputy are the same' });
  const twoStations = {
    ...wanted(),
    owner: { kind: 'station', station: 'laboratory' } as const,
  };
  expect(openLoop(twoStations, morning)).toMatchObject({ why: 'owner and deputy are the same' });
});

test('nothing is expected in the past', () => {
  expect(openLoop({ ...wanted(), expectedBy: morning }, noon)).toMatchObject({ why: 'expected before it was opened' });
  expect(openLoop({ ...wanted(), expectedBy: noon }, noon)).toMatchObject({ ok: true });
});

test('work changes hands and keeps its clock', () => {
  const given = must(giveTo(open(), { kind: 'person', person: anne }));
  expect(given).toMatchObject({ owner: { person: anne }, expectedBy: friday, openedAt: morning, state: 'open' });
  expect(giveTo(open(), { kind: 'station', station: 'laboratory' })).toMatchObject({
    why: 'owner and deputy are the same',
  });
});

test('a later day needs a reason and lies ahead', () => {
  const later = '2026-12-04T11:00:00.000Z' as Moment;
  expect(must(postpone(open(), later, 'laboratoriet ringte, svar om en uke', noon)).expectedBy).toBe(later);
  expect(postpone(open(), later, '  ', noon)).toMatchObject({ why: 'reason missing' });
  expect(postpone(open(), morning, 'for sent', noon)).toMatchObject({ why: 'expected before it was opened' });
});

test('a matter handed out of the clinic names the receiver and who there said yes', () => {
  expect(handOver(open('referral sent'), 'Sykehuset', ' ', kari, noon)).toMatchObject({ why: 'receiver missing' });
  expect(handOver(open('referral sent'), '', 'B. Lie', kari, noon)).toMatchObject({ why: 'receiver missing' });
  expect(must(handOver(open('referral sent'), ' Sykehuset ', 'B. Lie', kari, noon))).toMatchObject({
    state: 'handed over',
    to: 'Sykehuset',
    acceptedBy: 'B. Lie',
    handedOverBy: kari,
  });
});

test('giving up needs a reason, and an answered test is never given up', () => {
  expect(abandon(open('recall'), 'x', kari, noon)).toMatchObject({ why: 'reason missing' });
  expect(must(abandon(open('recall'), ' flyttet til utlandet ', kari, noon))).toMatchObject({
    state: 'abandoned',
    reason: 'flyttet til utlandet',
  });
  expect(abandon(open('result to review'), 'ikke viktig', kari, noon)).toEqual({
    ok: false,
    why: 'a result is never abandoned',
  });
});

test('what is settled stays settled', () => {
  const settled: readonly Loop[] = [
    must(close(open(), evidence('result received'), noon)),
    must(handOver(open(), 'Sykehuset', 'B. Lie', kari, noon)),
    must(abandon(open(), 'feil prøve', kari, noon)),
  ];
  for (const loop of settled) {
    expect(loopNext[loop.state]).toEqual([]);
    expect(close(loop, evidence('result received'), noon)).toMatchObject({ why: 'already settled' });
    expect(giveTo(loop, { kind: 'person', person: anne })).toMatchObject({ why: 'already settled' });
    expect(postpone(loop, friday, 'en grunn', noon)).toMatchObject({ why: 'already settled' });
    expect(handOver(loop, 'A', 'B', kari, noon)).toMatchObject({ why: 'already settled' });
    expect(abandon(loop, 'en grunn', kari, noon)).toMatchObject({ why: 'already settled' });
  }
});

test('every decision leads to a state that the table of states allows', () => {
  const after = [
    giveTo(open(), { kind: 'person', person: anne }),
    close(open(), evidence('result received'), noon),
    handOver(open(), 'A', 'B', kari, noon),
    abandon(open(), 'en grunn', kari, noon),
  ];
  for (const result of after) expect(loopNext.open).toContain(must<Loop>(result).state);
});

test('the deputy acts while the owner is away, and the station when both are', () => {
  const loop = { ...open(), deputy: { kind: 'person', person: anne } as const };
  expect(actingOwner(loop, new Set(), 'reception')).toEqual({ kind: 'person', person: kari });
  expect(actingOwner(loop, new Set([kari]), 'reception')).toEqual({ kind: 'person', person: anne });
  expect(actingOwner(loop, new Set([kari, anne]), 'reception')).toEqual({ kind: 'station', station: 'reception' });
});

test('a station is never absent', () => {
  const loop = { ...open(), owner: { kind: 'station', station: 'laboratory' } as const };
  expect(actingOwner(loop, new Set([kari]), 'reception')).toEqual({ kind: 'station', station: 'laboratory' });
  expect(sameOwner(loop.owner, { kind: 'person', person: kari })).toBe(false);
});

test('no sequence of steps leaves an open matter without owner, deputy and time', () => {
  const step = fc.constantFrom('give', 'postpone', 'close', 'hand over', 'abandon');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom(...loopKinds), (steps, kind) => {
      let loop: Loop = open(kind);
      for (const what of steps) {
        const result: { ok: true; value: Loop } | { ok: false } =
          what === 'give'
            ? giveTo(loop, { kind: 'person', person: anne })
            : what === 'postpone'
              ? postpone(loop, friday, 'avtalt', noon)
              : what === 'close'
                ? close(loop, evidence('result received'), noon)
                : what === 'hand over'
                  ? handOver(loop, 'A', 'B', kari, noon)
                  : abandon(loop, 'en grunn', kari, noon);
        if (result.ok) loop = result.value;
      }
      expect(sameOwner(loop.owner, loop.deputy)).toBe(false);
      expect(loop.expectedBy >= loop.openedAt).toBe(true);
    }),
  );
});

test('every kind, evidence and refusal has its sentence in both languages', () => {
  for (const language of ['nb', 'en'] as const) {
    for (const kind of loopKinds) expect(loopTexts[language].kinds[kind]).not.toBe('');
    for (const what of evidenceKinds) expect(loopTexts[language].evidence[what]).not.toBe('');
  }
  expect(loopTexts.nb.count(1)).toBe('1 sak venter');
  expect(loopTexts.en.count(3)).toBe('3 matters are waiting');
});
