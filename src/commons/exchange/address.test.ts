import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import {
  type Address,
  envelopeMarks,
  type HerId,
  mayBeWrittenTo,
  readHerId,
  readOrganisationNumber,
} from './address.ts';

const day = '2026-03-11' as IsoDate;
const laboratory: Address = {
  herId: '8990011' as HerId,
  name: 'Medisinsk biokjemi',
  kind: 'service',
  belongsTo: '8990010' as HerId,
  takes: ['REQ_LAB', 'DIALOG_HELSEFAGLIG'],
  from: '2020-01-01' as IsoDate,
  until: null,
};

test.each([
  ['8990010', true],
  [' 59 ', true],
  ['0123', false],
  ['', false],
  ['12a', false],
  ['12345678901', false],
])('%s is a HER-id: %s', (text, is) => {
  expect(readHerId(text).ok).toBe(is);
});

test.each([
  ['311004506', true],
  ['311 004 506', true],
  ['311004507', false],
  ['31100450', false],
  ['', false],
])('%s is an organisation number: %s', (text, is) => {
  expect(readOrganisationNumber(text).ok).toBe(is);
});

test('a service that takes the message may be written to', () => {
  expect(mayBeWrittenTo(laboratory, 'REQ_LAB', day)).toEqual({ ok: true, value: '8990011' });
});

test('a letter goes to a service or a person, in force that day, that takes it', () => {
  expect(mayBeWrittenTo({ ...laboratory, kind: 'organisation' }, 'REQ_LAB', day)).toMatchObject({
    why: 'write to a service or person',
  });
  expect(mayBeWrittenTo(laboratory, 'EPIKRISE', day)).toMatchObject({ why: 'does not take this message' });
  expect(mayBeWrittenTo({ ...laboratory, until: '2026-03-10' as IsoDate }, 'REQ_LAB', day)).toMatchObject({
    why: 'not in force',
  });
  expect(mayBeWrittenTo({ ...laboratory, from: '2026-03-12' as IsoDate }, 'REQ_LAB', day)).toMatchObject({
    why: 'not in force',
  });
  expect(mayBeWrittenTo({ ...laboratory, until: day }, 'REQ_LAB', day).ok).toBe(true);
});

test('the envelope bears service and action of the message type', () => {
  expect(envelopeMarks('REQ_LAB')).toMatchObject({ service: 'S-REQ_LAB', action: 'REQ_LAB' });
});
