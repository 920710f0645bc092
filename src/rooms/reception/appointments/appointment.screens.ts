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
  screen({
    path: '/book',
    room: 'reception',
    title: { nb: 'Timebøker', en: 'Books' },
    duties: ['reception.calling-and-receiving'],
    keys: 'g t',
    load: () => import('./book.screen.tsx'),
  }),
  screen({
    path: '/waiting-list',
    room: 'reception',
    title: { nb: 'Venteliste', en: 'Waiting list' },
    duties: ['reception.calling-and-receiving'],
    keys: 'g w',
    load: () => import('./waiting-list.screen.tsx'),
  }),
  screen({
    path: '/freed-time/$appointment',
    room: 'reception',
    title: { nb: 'Ledig time', en: 'Freed time' },
    duties: ['reception.calling-and-receiving'],
    isInner: true,
    load: () => import('./freed-time.screen.tsx'),
  }),
  screen({
    path: '/join-waiting-list/$patient',
    room: 'reception',
    title: { nb: 'Sett på venteliste', en: 'Put on waiting list' },
    duties: ['reception.calling-and-receiving'],
    isInner: true,
    load: () => import('./join-waiting-list.screen.tsx'),
  }),
  screen({
    path: '/move-day',
    room: 'reception',
    title: { nb: 'Flytt en dag', en: 'Move a day' },
    duties: ['reception.calling-and-receiving'],
    keys: 'g m',
    load: () => import('./move-day.screen.tsx'),
  }),
  screen({
    path: '/move-day/$move',
    room: 'reception',
    title: { nb: 'Flytt en dag', en: 'Move a day' },
    duties: ['reception.calling-and-receiving'],
    isInner: true,
    load: () => import('./clipboard.screen.tsx'),
  }),
  screen({
    path: '/book-hours',
    room: 'reception',
    title: { nb: 'Bøker og åpningstider', en: 'Books and hours' },
    duties: ['reception.calling-and-receiving'],
    load: () => import('./book-setup.screen.tsx'),
  }),
  screen({
    path: '/appointment-types',
    room: 'reception',
    title: { nb: 'Timetyper', en: 'Kinds of appointment' },
    duties: ['reception.calling-and-receiving'],
    load: () => import('./appointment-types.screen.tsx'),
  }),
];
