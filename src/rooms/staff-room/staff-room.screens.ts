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
  screen({
    path: '/competence',
    room: 'staff-room',
    title: { nb: 'Kompetanse', en: 'Competence' },
    duties: ['general.training', 'general.know-own-competence', 'general.abstain'],
    load: () => import('./training/competence.screen.tsx'),
  }),
  screen({
    path: '/pupils',
    room: 'staff-room',
    title: { nb: 'Elever', en: 'Pupils' },
    duties: ['general.pupil-training'],
    load: () => import('./pupils/pupils.screen.tsx'),
  }),
  screen({
    path: '/staff',
    room: 'staff-room',
    title: { nb: 'Medarbeidere', en: 'Staff' },
    duties: ['reception.it', 'general.confidentiality'],
    load: () => import('./roster/roster.screen.tsx'),
  }),
];
