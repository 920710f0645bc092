import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { dutyBearers, signedBy } from './documentation.table.ts';
import {
  type CareAct,
  declareNotHealthCare,
  documentedBy,
  dutyBearer,
  keepsDayOpen,
  subjectKey,
  undocumented,
  unsigned,
} from './documentation.ts';
import type { Basis, Draft, Entry, EntryId } from './entry.ts';
import { begin, discard, sign } from './signing.ts';

const kari = { person: newId<PersonId>(), isPupil: false };
const elev = { person: newId<PersonId>(), isPupil: true };
const doctor = newId<PersonId>();
const patient = newId<PatientId>();
const morning = '2026-11-23T08:00:00.000Z' as Moment;
const evening = '2026-11-23T14:30:00.000Z' as Moment;
const afterClosing = '2026-11-23T14:31:00.000Z' as Moment;
const nextDay = '2026-11-24T07:00:00.000Z' as Moment;

const act = (change: Partial<CareAct> = {}): CareAct => ({
  subject: { thing: 'call', id: '1' },
  patient,
  doneAt: morning,
  performer: kari.person,
  basis: 'own initiative',
  ...change,
});
const entryFor = (its: CareAct, author = kari): Draft =>
  begin(
    {
      id: newId<EntryId>(),
      patient,
      content: { kind: 'advice', happenedAt: its.doneAt, text: 'råd', codes: [], values: [], documents: [its.subject] },
      hands: { author: author.person },
      basis: { kind: 'own initiative' },
      provenance: { kind: 'typed' },
    },
    its.doneAt,
  );
const signed = (entry: Draft): Entry => must(sign(entry, kari, morning));

test('an advice call without a note is found, with the one who must write it', () => {
  expect(undocumented([act()], [], evening)).toEqual([
    { act: act(), stands: 'not begun', waitsFor: kari.person, isLate: false },
  ]);
});

test('a signed note settles it, a draft does not', () => {
  const draft = entryFor(act());
  expect(undocumented([act()], [draft], evening)).toMatchObject([{ stands: 'draft', entry: draft.id }]);
  expect(undocumented([act()], [signed(draft)], evening)).toEqual([]);
});

test('a pupil’s note waits for the supervisor', () => {
  const waiting = must(sign(entryFor(act(), elev), elev, morning, kari.person));
  expect(undocumented([act()], [waiting], evening)).toMatchObject([
    { stands: 'awaiting countersign', waitsFor: kari.person },
  ]);
});

test('a note in another patient’s record documents nothing', () => {
  const elsewhere = signed({ ...entryFor(act()), patient: newId<PatientId>() });
  expect(undocumented([act()], [elsewhere], evening)).toHaveLength(1);
});

test('a discarded draft documents nothing', () => {
  const away = must(discard(entryFor(act()), kari.person, 'dobbelt', morning));
  expect(undocumented([act()], [away], evening)).toMatchObject([{ stands: 'not begun' }]);
});

test('it is late after 15:30 on the day', () => {
  expect(documentedBy('2026-11-23' as IsoDate)).toBe(evening);
  expect(undocumented([act()], [], afterClosing)[0]?.isLate).toBe(true);
});

test('a day before the clinic set its hour ends at midnight', () => {
  expect(documentedBy('2020-06-01' as IsoDate)).toBe('2020-06-01T21:59:00.000Z');
});

test('help under a doctor’s order is the doctor’s to document, independent and delegated help one’s own', () => {
  const bases: readonly [Basis['kind'], PersonId][] = [
    ['own initiative', kari.person],
    ['written procedure', kari.person],
    ['delegation', kari.person],
    ['emergency', kari.person],
    ['order', doctor],
  ];
  for (const [basis, bearer] of bases) expect(dutyBearer(act({ basis, decider: doctor }))).toBe(bearer);
  expect(dutyBearer(act({ basis: 'order' }))).toBe(kari.person);
});

test('before the rule was set, the performer documents', () => {
  expect(dutyBearer(act({ basis: 'order', decider: doctor, doneAt: '2020-01-02T08:00:00.000Z' as Moment }))).toBe(
    kari.person,
  );
});

test('what was no health care stands without a note when the performer says why', () => {
  const moved = must(declareNotHealthCare(act(), 'flyttet time', kari.person));
  expect(undocumented([moved], [], evening)).toEqual([]);
  expect(declareNotHealthCare(act(), 'x', kari.person)).toMatchObject({ why: 'reason missing' });
  expect(declareNotHealthCare(act(), 'flyttet time', doctor)).toMatchObject({ why: 'not the performer' });
});

test('what a doctor decided is health care', () => {
  expect(declareNotHealthCare(act({ decider: doctor }), 'bare litt', kari.person)).toMatchObject({
    why: 'a decided act is health care',
  });
});

test('the oldest act stands first', () => {
  const later = act({ subject: { thing: 'injection', id: '2' }, doneAt: '2026-11-23T09:00:00.000Z' as Moment });
  expect(undocumented([later, act()], [], evening).map(({ act: { doneAt } }) => doneAt)).toEqual([
    morning,
    later.doneAt,
  ]);
});

test('the list at closing time names whom each unsigned entry waits for', () => {
  const draft = entryFor(act());
  const waiting = must(sign(entryFor(act(), elev), elev, morning, kari.person));
  expect(unsigned([draft, waiting, signed(entryFor(act()))], nextDay)).toEqual([
    { entry: draft.id, waitsFor: kari.person, isLate: true },
    { entry: waiting.id, waitsFor: kari.person, isLate: true },
  ]);
  expect(unsigned([draft], evening)[0]?.isLate).toBe(false);
});

test('the day closes when everything is signed or explained', () => {
  const injection = act({ subject: { thing: 'injection', id: '2' } });
  const draft = entryFor(act());
  expect(keepsDayOpen([act(), injection], [draft], new Set(), evening)).toEqual([injection.subject, draft.id]);
  const explained = new Set([subjectKey(injection.subject), draft.id]);
  expect(keepsDayOpen([act(), injection], [draft], explained, evening)).toEqual([]);
  expect(keepsDayOpen([act()], [signed(draft)], new Set(), evening)).toEqual([]);
});

test('the rules are dated and say where they come from', () => {
  for (const period of [...signedBy, ...dutyBearers]) expect(period.source.length).toBeGreaterThan(20);
});
