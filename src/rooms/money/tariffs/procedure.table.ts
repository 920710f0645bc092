/** Chapter E of the tariff: procedures of general practice, as a rule supplements to a consultation or home visit (note E2). */

import { not, reducedTo, repeated, rowsOf } from './takst-row.ts';

/** Hands-on work that the doctor's staff may do on an order, inside the doctor's contact. */
const row = rowsOf('procedure', { by: ['doctor', 'staff'], needs: 'consultation or home visit', notes: ['E2'] });
/** Talks and assessments that are the doctor's own. */
const talk = rowsOf('procedure', { by: ['doctor'], needs: 'consultation or home visit', notes: ['E2'] });

export const procedureTakster = [
  row('100', 'Mindre prosedyre', 'Minor procedure', {
    y2025: 131,
    y2026: 131,
    repetition: repeated(8),
    notes: ['B1', 'E2'],
  }),
  talk('101', 'Samtale om levevaner', 'Structured talk about living habits', {
    y2025: 170,
    y2026: 170,
    notWith: not(['3b', '2j', '2sm']),
  }),
  row('105', 'Større prosedyre', 'Larger procedure', { y2025: 255, y2026: 255, repetition: reducedTo(70) }),
  row('106', 'Omfattende prosedyre', 'Extensive procedure', { y2025: 409, y2026: 409 }),
  talk('108', 'Diagnostisk ultralyd', 'Diagnostic ultrasound', { y2025: 175, y2026: 175 }),
  talk('110', 'Prevensjonsveiledning', 'Contraception advice', {
    y2025: 159,
    y2026: 159,
    notWith: not(['2c', '3b']),
  }),
  row('111', 'Frysebehandling', 'Cryosurgery', { y2025: 103, y2026: 103, repetition: repeated(8) }),
  row('121a', 'Karbohydratbelastning', 'Carbohydrate tolerance test', {
    y2025: 183,
    y2026: 183,
    notWith: not(['708a']),
  }),
  row('129g', 'Langtids-EKG, minst 24 timer', 'Ambulatory ECG, at least 24 hours', {
    y2025: 300,
    y2026: 300,
    notWith: not(['129c', '707']),
  }),
  row('149a', 'Lokalbedøvelse', 'Local anaesthesia', {
    y2025: 34,
    y2026: 34,
    repetition: reducedTo(50),
    notWith: not(['149b', '155']),
  }),
  row('177a', 'Prikktest, 1–10 ekstrakter', 'Prick test, 1–10 extracts', { y2025: 298, y2026: 298 }),
  talk('215', 'Særlig tidkrevende arbeid ved henvisning', 'Especially time-consuming referral', {
    y2025: 250,
    y2026: 250,
    notWith: not(['2c']),
  }),
  talk('217a', 'Første svangerskapskontroll', 'First pregnancy control', {
    y2025: 186,
    y2026: 186,
    notWith: not(['4b', '217b', '217c']),
  }),
  talk('217b', 'Senere svangerskapskontroll', 'Later pregnancy control', {
    y2025: 106,
    y2026: 106,
    notWith: not(['4b', '217a']),
  }),
  row('310', 'Neseblødning, bakre tamponade', 'Nosebleed, posterior packing', { y2025: 228, y2026: 228 }),
  row('322', 'Hørselsmåling, luftledning', 'Audiometry, air conduction', { y2025: 60, y2026: 60 }),
  row('325', 'Tympanometri', 'Tympanometry', { y2025: 93, y2026: 93, repetition: reducedTo(50) }),
  row('507c', 'Spirometri', 'Spirometry', { y2025: 242, y2026: 242, notWith: not(['502a', '502b']) }),
  row('507d', 'Spirometri etter bronkodilatator', 'Spirometry after bronchodilator', {
    y2025: 301,
    y2026: 301,
    notWith: not(['502a', '502b']),
  }),
  talk('612a', 'Samtale med pårørende ved alvorlig sykdom', 'Talk with next of kin in serious illness', {
    y2025: 304,
    y2026: 304,
    needs: 'nothing',
    notWith: not(['1a', '1b', '2j', '2sm', '3b', '11c', '12c', '612b', '651']),
  }),
  talk('612b', 'Samtale med foresatte', 'Talk with guardians', {
    y2025: 304,
    y2026: 304,
    needs: 'nothing',
    notWith: not(['1a', '1b', '2j', '2sm', '3b', '11c', '12c', '612a', '651']),
  }),
  talk('615', 'Samtaleterapi, minst 15 minutter', 'Talking therapy, at least 15 minutes', {
    y2025: 200,
    y2026: 200,
    notWith: not(['1b', '2j', '2sm', '3b', '600', '605', '621', '622', '623', '624']),
  }),
  talk('616', 'Tidkrevende henvisning eller innleggelse', 'Time-consuming referral or admission', {
    y2025: 357,
    y2026: 357,
    needs: 'nothing',
  }),
  row('617', 'Kartleggingsskjema', 'Recognised assessment form', { y2025: 70, y2026: 70, repetition: repeated(1) }),
  row('618', 'Overvåket urinprøve', 'Supervised urine sample', { y2025: 181, y2026: 181 }),
  talk('660', 'Årlig fullstendig undersøkelse', 'Yearly full examination', { y2025: 545, y2026: 545 }),
] as const;
