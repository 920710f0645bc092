/** The screens of the staff room. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/job-description',
    room: 'staff-room',
    title: { nb: 'Stillingsbeskrivelse', en: 'Job description' },
    duties: ['general.know-own-competence', 'general.health-personnel-act', 'general.ethics'],
    keys: 'g j',
    load: () => import('./job-description/job-description.screen.tsx'),
  }),
  screen({
    path: '/duty/$duty',
    room: 'staff-room',
    title: { nb: 'Oppgave', en: 'Duty' },
    duties: [],
    isInner: true,
    load: () => import('./job-description/duty.screen.tsx'),
  }),
];
