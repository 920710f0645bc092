/** The screens of booking: the next free time, moving, the books, their hours, and the waiting list. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/next-free/$patient',
    room: 'reception',
    title: { nb: 'Neste ledige time', en: 'Next free time' },
    duties: ['reception.calling-and-receiving'],
    isInner: true,
    load: () => import('./next-free.screen.tsx'),
  }),
  screen({
    path: '/move/$appointment',
    room: 'reception',
    title: { nb: 'Flytt time', en: 'Move appointment' },
    duties: ['reception.calling-and-receiving'],
    isInner: true,
    load: () => import('./move.screen.tsx'),
  }),
];
