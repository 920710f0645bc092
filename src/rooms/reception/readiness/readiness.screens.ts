/** The screen of what the clinic leans on. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/readiness',
    room: 'reception',
    title: { nb: 'Klar til drift', en: 'Readiness' },
    duties: ['reception.it'],
    load: () => import('./readiness.screen.tsx'),
  }),
];
