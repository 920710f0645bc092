import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeviceId, lockDevice, takeIntoUse, takeOutOfUse } from '#equipment';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addDays, addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { controlTexts } from './control.texts.ts';
import { type ControlRun, type ControlRunId, explainFailure, runControl } from './control.ts';
import type { ControlMaterial, ControlMaterialId } from './control-material.ts';
import { controlRuleOf, controlsDue, type Instrument, instrumentGate, levelInTurn } from './instrument-gate.ts';

const kari = newId<PersonId>();
const today = '2026-11-23' as IsoDate;
const morning = '2026-11-23T07:00:00.000Z' as Moment;
const later = (days: number, minutes = 0) => addMinutes(morning, days * 24 * 60 + minutes);

const device = must(
  takeIntoUse(
    newId<DeviceId>(),
    {
      name: 'CRP-instrument',
      kind: 'analyser',
      maker: 'Maker',
      model: 'A1',
      serial: '77',
      place: 'Laboratorium',
      duties: ['laboratory.local-analyses'],
      analytes: ['crp', 'glucose', 'leukocytes'],
      responsible: kari,
      deputy: newId<PersonId>(),
    },
    '2026-06-01' as IsoDate,
  ),
);
const materialOf = (level: string, expiresOn = '2027-06-30'): ControlMaterial => ({
  id: newId<ControlMaterialId>(),
  name: 'Kontroll',
  level,
  lot: `L-${level}`,
  expiresOn: expiresOn as IsoDate,
  devices: [device.id],
  targets: [
    {
      from: '2026-01-01' as IsoDate,
      source: 'pakningsvedlegg',
      value: ['crp', 'glucose', 'leukocytes'].map((analyte) => ({ analyte, unit: '', mean: 40, low: 36, high: 44 })),
    },
  ],
  registeredBy: kari,
});
const low = materialOf('low');
const high = materialOf('high');
const crp: Instrument = { device, analyte: 'crp', materials: [low] };
const control = (value = 40, at: Moment = morning, material = low, analyte = 'crp', reagentLot?: string): ControlRun =>
  must(
    runControl(
      { id: newId<ControlRunId>(), device: device.id, input: { analyte, value, from: 'typed', reagentLot } },
      material,
      [],
      kari,
      at,
    ),
  );
const why = (instrument: Instrument, runs: readonly ControlRun[], now: Moment = later(0, 60)) => {
  const gate = instrumentGate(instrument, runs, now);
  return gate.open ? 'open' : gate.why;
};

test('no patient before today’s control', () => {
  expect(instrumentGate(crp, [], morning)).toEqual({ open: false, why: 'control missing' });
  const passed = control();
  expect(instrumentGate(crp, [passed], later(0, 1))).toEqual({ open: true, passed, nextControlOn: '2026-11-24' });
});

test('yesterday’s control does not open today', () => {
  expect(why(crp, [control(40, later(-1))])).toBe('control missing');
});

test('a control that is run later does not open the morning', () => {
  expect(why(crp, [control(40, later(0, 120))], later(0, 60))).toBe('control missing');
});

test('a failed control locks until its cause is written and a new one has passed', () => {
  const failed = control(50);
  const again = control(40, later(0, 20));
  expect(why(crp, [failed])).toBe('failed control not explained');
  expect(why(crp, [failed, again])).toBe('failed control not explained');
  const explained = must(explainFailure(failed, 'reagent or strip', 'ny strimmel', kari, later(0, 10)));
  expect(why(crp, [explained])).toBe('control failed');
  expect(instrumentGate(crp, [explained], later(0, 30))).toMatchObject({ run: { id: failed.id }, level: 'low' });
  expect(why(crp, [explained, again])).toBe('open');
});

test('running it again until it passes does not hide the first value', () => {
  const runs = [control(50), control(49, later(0, 5)), control(40, later(0, 10))];
  expect(why(crp, runs)).toBe('failed control not explained');
});

test('a failure from an earlier day still locks', () => {
  const old = must(explainFailure(control(50, later(-3)), 'instrument', 'ringt service', kari, later(-3, 10)));
  expect(why(crp, [old])).toBe('control failed');
  expect(why(crp, [old, control()])).toBe('open');
});

test('another level passing does not mend the one that failed', () => {
  const both = { ...crp, materials: [low, high] };
  const failed = must(explainFailure(control(50), 'technique', 'ny dråpe', kari, later(0, 2)));
  expect(why(both, [failed, control(40, later(0, 5), high)])).toBe('control failed');
});

test('glucose is controlled weekly: the seventh day is the next control', () => {
  const glucose = { ...crp, analyte: 'glucose' };
  const run = control(40, morning, low, 'glucose');
  expect(instrumentGate(glucose, [run], later(6))).toMatchObject({ open: true, nextControlOn: '2026-11-30' });
  expect(why(glucose, [run], later(7))).toBe('control missing');
});

test('a cell counter needs every level', () => {
  const counter = { ...crp, analyte: 'leukocytes', materials: [low, high] };
  const first = control(40, morning, low, 'leukocytes');
  expect(instrumentGate(counter, [first], later(0, 5))).toMatchObject({ why: 'control missing', level: 'high' });
  expect(why(counter, [first, control(40, later(0, 5), high, 'leukocytes')])).toBe('open');
});

test('the clinic’s own rule for an instrument goes before the table', () => {
  const weekly = { ...crp, rule: { every: 'week', levels: 'one', atNewReagentLot: true } } as const;
  expect(controlRuleOf(crp, today)).toMatchObject({ every: 'day' });
  expect(why(weekly, [control(40, later(-4))])).toBe('open');
});

test('on a day without a rule everything is asked for', () => {
  expect(controlRuleOf(crp, '2020-01-01' as IsoDate)).toEqual({ every: 'day', levels: 'all', atNewReagentLot: true });
});

test('a new lot of reagent is controlled before the first patient', () => {
  const reagent = { lot: 'R2', expiresOn: '2027-01-31' as IsoDate, inUseSince: later(0, 30) };
  const newLot = { ...crp, reagent };
  expect(why(newLot, [control()])).toBe('control missing for new lot');
  expect(why(newLot, [control(), control(40, later(0, 40))])).toBe('open');
  expect(why(newLot, [control(40, later(0, 20), low, 'crp', 'R2')])).toBe('open');
});

test('an expired reagent locks whatever the control said', () => {
  const reagent = { lot: 'R1', expiresOn: '2026-11-22' as IsoDate, inUseSince: later(-20) };
  expect(why({ ...crp, reagent }, [control()])).toBe('reagent expired');
  expect(why({ ...crp, reagent: { ...reagent, expiresOn: today } }, [control()])).toBe('open');
});

test('when all control material has expired it says so', () => {
  expect(why({ ...crp, materials: [materialOf('low', '2026-11-22')] }, [])).toBe('no usable control material');
  expect(why({ ...crp, materials: [] }, [])).toBe('no usable control material');
});

test('a device that is locked, out of use, overdue or of another kind is shut before its controls are asked', () => {
  const locked = must(lockDevice(device, 'fault', 'viser E4', kari, morning));
  const away = must(takeOutOfUse(device, 'lånt ut', kari, morning));
  const overdue = {
    ...device,
    upkeep: [{ kind: 'calibration', everyDays: 30, lateLocks: true, since: '2026-06-01' as IsoDate }] as const,
  };
  expect(why({ ...crp, device: locked }, [control()])).toBe('device locked');
  expect(why({ ...crp, device: away }, [control()])).toBe('device out of use');
  expect(why({ ...crp, device: overdue }, [control()])).toBe('upkeep overdue');
  expect(why({ ...crp, analyte: 'hba1c' }, [])).toBe('not measured by this device');
});

test('the control of one analyte says nothing of another', () => {
  expect(why({ ...crp, analyte: 'leukocytes' }, [control()])).toBe('control missing');
});

test('the calendar of the day lists what a control would open', () => {
  const locked = { ...crp, device: must(lockDevice(device, 'fault', 'viser E4', kari, morning)) };
  const glucose = { ...crp, analyte: 'glucose' };
  const due = controlsDue([crp, locked, glucose], [control(40, morning, low, 'glucose')], later(0, 5));
  expect(due).toEqual([{ instrument: crp, why: 'control missing' }]);
});

test('the levels take turns', () => {
  const both = { ...crp, materials: [low, high] };
  expect(levelInTurn(both, [], today)).toBe('high');
  expect(levelInTurn(both, [control(40, later(-2), high)], today)).toBe('low');
  expect(levelInTurn(both, [control(40, later(-2), high), control(40, later(-1))], today)).toBe('high');
  expect(levelInTurn({ ...crp, materials: [] }, [], today)).toBeUndefined();
});

test('every lock says what to do now, in both languages', () => {
  for (const sentence of Object.values(controlTexts.nb.lockedWhy)) expect(sentence).toMatch(/\.$/);
  for (const sentence of Object.values(controlTexts.en.lockedWhy)) expect(sentence).toMatch(/\.$/);
});

test('whatever has happened, an open instrument has a passed control of today and no unexplained failure', () => {
  const event = fc.record({
    value: fc.constantFrom(40, 50),
    days: fc.integer({ min: -8, max: 0 }),
    minutes: fc.integer({ min: 0, max: 300 }),
    explained: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), fc.integer({ min: 0, max: 400 }), (events, minute) => {
      const runs = events.map(({ value, days, minutes, explained }) => {
        const run = control(value, later(days, minutes));
        return run.verdict === 'failed' && explained
          ? must(explainFailure(run, 'not found', 'kjørt på nytt', kari, later(days, minutes + 1)))
          : run;
      });
      const now = later(0, minute);
      const gate = instrumentGate(crp, runs, now);
      if (!gate.open) return;
      expect(gate.passed.verdict).toBe('passed');
      expect(gate.passed.runAt.slice(0, 10)).toBe(today);
      expect(gate.passed.runAt <= now).toBe(true);
      expect(gate.nextControlOn).toBe(addDays(today, 1));
      const before = runs.filter(({ runAt }) => runAt <= now);
      expect(before.some((run) => run.verdict === 'failed' && !run.explained)).toBe(false);
    }),
  );
});
