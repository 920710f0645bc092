/** The screens of the laboratory: the work list, controls, answers, and letters that come in. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/laboratory',
    room: 'laboratory',
    title: { nb: 'Arbeidsliste', en: 'Work list' },
    duties: ['laboratory.local-analyses', 'laboratory.urine-and-faeces'],
    load: () => import('./analyses/laboratory.screen.tsx'),
  }),
  screen({
    path: '/answers',
    room: 'laboratory',
    title: { nb: 'Prøvesvar', en: 'Results' },
    duties: ['reception.follow-up', 'laboratory.local-analyses'],
    keys: 'g v',
    load: () => import('./results/answers.screen.tsx'),
  }),
  screen({
    path: '/controls',
    room: 'laboratory',
    title: { nb: 'Kontroller', en: 'Controls' },
    duties: ['laboratory.quality-assurance', 'laboratory.equipment-maintenance'],
    load: () => import('./quality-control/controls.screen.tsx'),
  }),
  screen({
    path: '/incoming',
    room: 'laboratory',
    title: { nb: 'Innkommende svar', en: 'Incoming answers' },
    duties: ['laboratory.shipment', 'reception.digital-messages'],
    load: () => import('./results/incoming.screen.tsx'),
  }),
];
