/** Chapter B of the tariff: home visits (sykebesøk). */

import { anyNumber, not, rowsOf } from './takst-row.ts';

const row = rowsOf('home visit', { by: ['doctor'], notes: ['B1', 'B6', 'B7'] });
const supplement = rowsOf('home visit', { by: ['doctor'], needs: 'consultation or home visit', notes: ['B7'] });
const otherMeetings = ['1', '2', '3', '4', '12', '13', '14', '15', '217c'];

export const homeVisitTakster = [
  row('11ad', 'Sykebesøk', 'Home visit', {
    y2025: [537, 240],
    y2026: [537, 240],
    notWith: not([...otherMeetings, '11ak']),
  }),
  row('11ak', 'Sykebesøk, kveld', 'Home visit, evening', {
    y2025: [821, 384],
    y2026: [853, 384],
    notWith: not([...otherMeetings, '11ad']),
    notes: ['B1', 'B6', 'B7', 'D1'],
    evening: true,
  }),
  supplement('11bd', 'Tillegg sykebesøk: ikke i fastlegeordningen', 'Home visit supplement: outside the list system', {
    y2025: [131, 131],
    y2026: [131, 131],
    patientPart: 'own payment',
    notWith: not([...otherMeetings, '11ak', '11ck', '11e']),
  }),
  supplement('11cd', 'Tillegg sykebesøk for tid over 30 minutter', 'Home visit supplement for time beyond 30 minutes', {
    y2025: 260,
    y2026: 260,
    repetition: anyNumber,
    notWith: not([...otherMeetings, '612']),
  }),
  supplement('11ck', 'Tillegg sykebesøk for tid, kveld', 'Home visit supplement for time, evening', {
    y2025: 379,
    y2026: 394,
    repetition: anyNumber,
    notWith: not([...otherMeetings, '612']),
    notes: ['B1', 'B7', 'D1'],
    evening: true,
  }),
  supplement('11dd', 'Spesialisttillegg sykebesøk', 'Specialist supplement, home visit', {
    y2025: [120, 41],
    y2026: [120, 41],
    notWith: not([...otherMeetings, '11dk']),
    specialistOnly: true,
  }),
  supplement('11dk', 'Spesialisttillegg sykebesøk, kveld', 'Specialist supplement, home visit, evening', {
    y2025: [172, 41],
    y2026: [178, 41],
    notWith: not([...otherMeetings, '11dd']),
    specialistOnly: true,
    notes: ['B7', 'D1'],
    evening: true,
  }),
  supplement('11hd', 'Tillegg sykebesøk: annen fastleges liste', "Home visit supplement: another doctor's list", {
    y2025: 55,
    y2026: 55,
    notWith: not([...otherMeetings, '11ak', '11bd', '11ck', '11e']),
  }),
] as const;
