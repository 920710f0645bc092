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
  screen({
    path: '/delegations',
    room: 'staff-room',
    title: { nb: 'Delegeringer', en: 'Delegations' },
    duties: ['general.delegated-tasks', 'general.no-onward-delegation'],
    load: () => import('./delegations-desk/delegations.screen.tsx'),
  }),
];
