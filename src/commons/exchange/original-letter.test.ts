import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { blankCode } from './coded.ts';
import { messageVersions } from './message-version.table.ts';
import { unpackMsgHead } from './msghead.message.ts';
import { originalOf, ourselvesAmong, receiptWish } from './original-letter.ts';
import { readXml } from './xml.ts';

const text = readFileSync(new URL('./samples/dialogue-1.1.xml', import.meta.url));
const head = unpackMsgHead(must(readXml(text)).root);
const version = messageVersions.find(({ kind, version: number }) => kind === 'dialogmelding' && number === '1.1');
if (!version) throw new Error('no such version');

test('a letter with a head is named by its number and time', () => {
  expect(originalOf(head, version)).toMatchObject({
    id: '7d4c0c8e-9a51-4be4-8b3e-90d1c1a10001',
    issued: { text: '2026-02-16T09:12:31' },
    sender: { name: 'Fjordby sykehus HF' },
    addressees: [{ as: 'main', party: { name: 'Lysning legesenter' } }],
    wantsReceipt: 'always',
  });
});

test('a letter without number, sender or receiver cannot be named', () => {
  expect(originalOf({ ...head, id: null }, version)).toBeNull();
  expect(originalOf({ ...head, sender: null }, version)).toBeNull();
  expect(originalOf({ ...head, receiver: null }, version)).toBeNull();
});

test('we know ourselves by our HER-id, and a letter to others is not ours', () => {
  const original = originalOf(head, version);
  expect(original && ourselvesAmong(original, ['8990200'])?.as).toBe('main');
  expect(original && ourselvesAmong(original, ['1'])).toBeUndefined();
});

test.each([
  ['J', 'always'],
  ['j', 'always'],
  ['F', 'at faults'],
  ['N', 'never'],
  ['?', null],
])('the wish %s for a receipt means %s', (asked, wish) => {
  expect(receiptWish({ ...blankCode, code: asked })).toBe(wish);
});

test('no wish is no wish', () => {
  expect(receiptWish(null)).toBeNull();
});
