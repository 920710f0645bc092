/** The treatment room's first screen. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/treatment',
    room: 'treatment',
    title: { nb: 'Ordinert hit', en: 'Ordered here' },
    duties: [
      'treatment.injections',
      'treatment.wound-care',
      'treatment.suture-removal',
      'treatment.minor-surgery',
      'treatment.eye-and-ear',
      'treatment.cryotherapy',
    ],
    load: () => import('./work-list.screen.tsx'),
  }),
];
