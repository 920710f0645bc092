/** The doctors' list. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/doctor',
    room: 'staff-room',
    title: { nb: 'Til legene', en: 'For the doctors' },
    duties: ['general.delegated-tasks'],
    keys: 'g d',
    load: () => import('./doctors.screen.tsx'),
  }),
];
