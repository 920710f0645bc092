/** The screens at both ends of the day: readiness at opening, the hand-over at closing. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/handover',
    room: 'reception',
    title: { nb: 'Overlevering', en: 'Hand-over' },
    duties: ['reception.follow-up'],
    load: () => import('./handover.screen.tsx'),
  }),
];
