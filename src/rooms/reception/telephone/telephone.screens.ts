/** The screens of the telephone. */

import { screen } from '#platform/web';

const duties = ['reception.telephone'];
export const screens = [
  screen({
    path: '/calls',
    room: 'reception',
    title: { nb: 'Telefon', en: 'Telephone' },
    duties,
    load: () => import('./calls.screen.tsx'),
  }),
  screen({
    path: '/call',
    room: 'reception',
    title: { nb: 'Ny samtale', en: 'New call' },
    duties,
    isInner: true,
    load: () => import('./call.screen.tsx'),
  }),
  screen({
    path: '/call/$patient',
    room: 'reception',
    title: { nb: 'Ny samtale', en: 'New call' },
    duties,
    isInner: true,
    load: () => import('./call.screen.tsx'),
  }),
];
