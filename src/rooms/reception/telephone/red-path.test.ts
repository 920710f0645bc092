import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { isbar, isbarParts } from './isbar.ts';
import { redFlags } from './red-flag.table.ts';
import { called113, firstShown, notNeeded, type RedPath, redCard, redPathNext } from './red-path.ts';

const shownAt = '2026-05-04T08:00:00.000Z' as Moment;
const secretary = 'secretary-1' as PersonId;
const shown: RedPath = { state: 'shown', shownAt, shownTo: secretary };
const number = '+4791234567' as TelephoneNumber;

test('a red colour or one sign of danger shows the card before any form', () => {
  expect(firstShown('red', [])).toBe('card 113');
  expect(firstShown(null, ['chest'])).toBe('card 113');
  expect(firstShown('green', ['breathing'])).toBe('card 113');
  expect(firstShown('yellow', [])).toBe('record');
  expect(firstShown(null, [])).toBe('record');
});

test('the card has the address, the entrance and the number to ring back', () => {
  expect(redCard({ address: 'Storgata 1', entrance: 'B', number })).toEqual({
    number: '113',
    where: 'Storgata 1',
    entrance: 'B',
    callBackNumber: number,
    ask: [],
  });
});

test('what is not known is asked for, not guessed', () => {
  expect(redCard({ address: null, entrance: null, number: null }).ask).toEqual([
    'where the patient is',
    'number to ring back',
  ]);
  expect(redCard({ address: '', entrance: null, number }).ask).toEqual(['where the patient is']);
});

test('the moments are kept: shown, called by the clinic or by the caller', () => {
  const path = must(called113(shown, 'caller', addMinutes(shownAt, 1)));
  expect(path).toEqual({ ...shown, state: 'called', calledAt: addMinutes(shownAt, 1), calledBy: 'caller' });
  expect(called113(path, 'clinic', shownAt)).toMatchObject({ why: 'already called' });
  expect(notNeeded(path, 'was nothing', secretary, shownAt)).toMatchObject({ why: 'already called' });
});

test('the card is put away only with a reason, and 113 can still be called after', () => {
  expect(notNeeded(shown, ' ', secretary, shownAt)).toMatchObject({ why: 'reason missing' });
  const away = must(notNeeded(shown, 'pain is in the knee', secretary, addMinutes(shownAt, 1)));
  expect(away).toMatchObject({ state: 'not needed', because: 'pain is in the knee', decidedBy: secretary });
  expect(called113(away, 'clinic', addMinutes(shownAt, 2)).ok).toBe(true);
  expect(redPathNext['not needed']).toContain('called');
});

test('the signs of danger stand in both languages, each with its own code and a source', () => {
  const period = validOn(redFlags, '2026-05-04' as IsoDate);
  const flags = period?.value ?? [];
  expect(flags.length).toBeGreaterThanOrEqual(8);
  expect(new Set(flags.map((flag) => flag.code)).size).toBe(flags.length);
  for (const flag of flags) expect(flag.words.nb && flag.words.en).toBeTruthy();
  expect(period?.source).toContain('Helsenorge');
});

const facts = {
  clinicWorker: 'Eva, Solbakken',
  patient: 'Odd Hansen',
  patientAge: 71,
  caller: 'wife',
  reason: 'tired for two days',
  background: ['heart failure'],
  criterion: { tool: 'NIMN', code: 'H.07.08', colour: 'yellow' },
  haste: 2,
  assessment: 'sounds out of breath',
  request: 'see him today?',
  repeated: {
    contacts: 2,
    earlier: [{ patient: 'p' as never, at: shownAt, by: 'telephone', haste: 3, said: 'tired yesterday' }],
    highestHaste: 3,
  },
} as const;

test('the hand-over to the doctor sorts the call into five parts', () => {
  const { parts, missing } = isbar(facts);
  expect(missing).toEqual([]);
  expect(Object.keys(parts)).toEqual([...isbarParts]);
  expect(parts.identification).toEqual(['Eva, Solbakken', 'Odd Hansen (71)', 'wife']);
  expect(parts.background).toEqual(['heart failure', 'tired yesterday']);
  expect(parts.assessment).toEqual(['sounds out of breath', 'NIMN H.07.08 yellow', '2']);
});

test('what the doctor will ask for is named when it is missing', () => {
  const bare = isbar({
    ...facts,
    patient: null,
    background: [],
    assessment: ' ',
    criterion: null,
    haste: null,
    request: '',
    repeated: undefined,
  });
  expect(bare.missing).toEqual(['identification', 'background', 'assessment', 'request']);
  expect(isbar({ ...facts, patientAge: null }).parts.identification).toContain('Odd Hansen');
});
