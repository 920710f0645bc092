/** The home of the house: the day board. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/',
    room: 'today',
    title: { nb: 'I dag', en: 'Today' },
    duties: ['reception.calling-and-receiving'],
    load: () => import('./day.screen.tsx'),
  }),
];
