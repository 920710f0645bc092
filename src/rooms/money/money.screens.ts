/** The screens of the money room. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/money',
    room: 'money',
    title: { nb: 'Regninger', en: 'Bills' },
    duties: ['reception.patient-accounts', 'reception.payment-terminal'],
    load: () => import('./bills/money.screen.tsx'),
  }),
  screen({
    path: '/bill/$patient',
    room: 'money',
    title: { nb: 'Regning', en: 'Bill' },
    duties: ['reception.patient-accounts', 'reception.payment-terminal'],
    isInner: true,
    load: () => import('./bills/bill.screen.tsx'),
  }),
  screen({
    path: '/day-close',
    room: 'money',
    title: { nb: 'Dagsoppgjør', en: 'Day settlement' },
    duties: ['reception.payment-terminal', 'reception.bookkeeping'],
    load: () => import('./day-close/day-close.screen.tsx'),
  }),
  screen({
    path: '/refunds',
    room: 'money',
    title: { nb: 'Tilbakebetaling', en: 'Refunds' },
    duties: ['reception.payment-terminal'],
    load: () => import('./payments/refund.screen.tsx'),
  }),
  screen({
    path: '/tariffs',
    room: 'money',
    title: { nb: 'Takster', en: 'Tariff' },
    duties: ['reception.patient-accounts'],
    load: () => import('./tariffs/tariff.screen.tsx'),
  }),
  screen({
    path: '/entities',
    room: 'money',
    title: { nb: 'Foretak', en: 'Entities' },
    duties: ['reception.bookkeeping'],
    load: () => import('./entities/entity.screen.tsx'),
  }),
];
