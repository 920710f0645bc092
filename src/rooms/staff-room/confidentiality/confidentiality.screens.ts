/** The screens of confidentiality: who has seen what, who can sign in, and what was done in emergencies. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/access',
    room: 'staff-room',
    title: { nb: 'Hvem har sett journalen', en: 'Who has seen the record' },
    duties: ['general.confidentiality'],
    load: () => import('./patient-access.screen.tsx'),
  }),
  screen({
    path: '/my-looks',
    room: 'staff-room',
    title: { nb: 'Hva jeg har sett på', en: 'What I have looked at' },
    duties: ['general.confidentiality'],
    load: () => import('./my-looks.screen.tsx'),
  }),
  screen({
    path: '/emergencies',
    room: 'staff-room',
    title: { nb: 'Nødmodus etterpå', en: 'After emergencies' },
    duties: ['general.health-personnel-act'],
    load: () => import('./emergencies.screen.tsx'),
  }),
  screen({
    path: '/accounts',
    room: 'staff-room',
    title: { nb: 'Kontoer', en: 'Accounts' },
    duties: ['reception.it', 'general.confidentiality'],
    load: () => import('./accounts.screen.tsx'),
  }),
];
