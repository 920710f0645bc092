/** The screens of the register: one patient, and a new one. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/patient/$patient',
    room: 'reception',
    title: { nb: 'Pasient', en: 'Patient' },
    duties: ['reception.documentation'],
    isInner: true,
    load: () => import('./patient.screen.tsx'),
  }),
  screen({
    path: '/new-patient',
    room: 'reception',
    title: { nb: 'Ny pasient', en: 'New patient' },
    duties: ['reception.calling-and-receiving'],
    load: () => import('./register-patient.screen.tsx'),
  }),
];
