/** The screens of the record: one patient's, and what waits for a signature. */

import { screen } from '#platform/web';

export const screens = [
  screen({
    path: '/journal/$patient',
    room: 'reception',
    title: { nb: 'Journal', en: 'Record' },
    duties: ['general.documentation-duty'],
    isInner: true,
    load: () => import('./journal.screen.tsx'),
  }),
  screen({
    path: '/unsigned',
    room: 'staff-room',
    title: { nb: 'Uten signatur', en: 'Not signed' },
    duties: ['general.documentation-duty', 'general.pupil-training'],
    keys: 'g u',
    load: () => import('./unsigned.screen.tsx'),
  }),
];
