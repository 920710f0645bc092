/** The screen where one measures. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/vital-signs/$patient',
    room: 'treatment',
    title: { nb: 'BT, puls, temperatur', en: 'Blood pressure, pulse, temperature' },
    duties: ['treatment.vital-signs', 'treatment.saturation'],
    isInner: true,
    load: () => import('./vital-signs.screen.tsx'),
  }),
];
