/** What a blocked address hides, and from whom: strengt fortrolig (6), fortrolig (7) and klientadresse (4), dated. */

import type { IsoDate } from '#kernel/time';
import type { ConfirmedRule } from './age-right.table.ts';
import type { AddressBlock } from './patient.ts';

/** What can tell where a person is to be found. */
export const placeFields = [
  'address',
  'phone',
  'email',
  'next of kin',
  'workplace or school',
  'clinic',
  'visit time',
] as const;
export type PlaceField = (typeof placeFields)[number];

/** Who sees or hears it: a colleague at work, whoever stands at the desk, a paper, a message, another person on the phone. */
export const audiences = [
  'own work',
  'desk screen',
  'said aloud',
  'paper for the patient',
  'letter by post',
  'health message',
  'message to authorities',
  'relatives',
] as const;
export type Audience = (typeof audiences)[number];

/** `reason`: hidden until the one who needs it writes why; each look is logged. */
export type Show = 'show' | 'hide' | 'reason';
type ByField = Readonly<Record<PlaceField, Show>>;

const all = (show: Show, but: Partial<ByField> = {}): ByField => ({
  address: show,
  phone: show,
  email: show,
  'next of kin': show,
  'workplace or school': show,
  clinic: show,
  'visit time': show,
  ...but,
});

/** A clinic may hide more than this; it may not show more. */
export const addressBlocks: readonly ConfirmedRule<
  Readonly<Record<AddressBlock, Readonly<Record<Audience, ByField>>>>
>[] = [
  {
    from: '2020-10-01' as IsoDate,
    source:
      'Skatteetaten, the population register’s protected addresses (6, 7 and client address 4); Normen fact sheet 55 on ' +
      'threatened persons: nothing that tells where the person is leaves the clinic. Who sees which field is our own reading (2026)',
    isConfirmed: false,
    value: {
      6: {
        'own work': all('reason', { clinic: 'show', 'visit time': 'show' }),
        'desk screen': all('hide'),
        'said aloud': all('hide'),
        'paper for the patient': all('hide', { clinic: 'show', 'visit time': 'show' }),
        'letter by post': all('hide'),
        'health message': all('hide', { clinic: 'show' }),
        'message to authorities': all('hide', { clinic: 'show' }),
        relatives: all('hide'),
      },
      7: {
        'own work': all('show'),
        'desk screen': all('hide'),
        'said aloud': all('hide'),
        'paper for the patient': all('hide', { clinic: 'show', 'visit time': 'show' }),
        'letter by post': all('hide', { address: 'show', clinic: 'show', 'visit time': 'show' }),
        'health message': all('hide', { clinic: 'show', 'visit time': 'show' }),
        'message to authorities': all('show', { 'workplace or school': 'hide' }),
        relatives: all('hide'),
      },
      4: {
        'own work': all('show'),
        'desk screen': all('show', { address: 'hide' }),
        'said aloud': all('show', { address: 'hide' }),
        'paper for the patient': all('show', { address: 'hide' }),
        'letter by post': all('show'),
        'health message': all('show', { address: 'hide' }),
        'message to authorities': all('show', { address: 'hide' }),
        relatives: all('hide'),
      },
    },
  },
];

/** How a letter reaches someone whose address is blocked. */
export type PostWay = 'by post' | 'through the authorities';
export const postWays: readonly ConfirmedRule<Readonly<Record<AddressBlock, PostWay>>>[] = [
  {
    from: '2020-10-01' as IsoDate,
    source:
      'Skatteetaten: post to strictly confidential addresses is forwarded; digital post where the patient has it (unconfirmed)',
    isConfirmed: false,
    value: { 6: 'through the authorities', 7: 'by post', 4: 'by post' },
  },
];

/** Hours that an opened record block stays open for the one who opened it. */
export const blockOpenHours: readonly ConfirmedRule<{
  readonly emergency: number;
  readonly consent: number;
  readonly law: number;
}>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'clinic rule, a starting point; the law says only that an opening has a ground and is controlled afterwards',
    isConfirmed: false,
    value: { emergency: 4, consent: 24, law: 24 },
  },
];
