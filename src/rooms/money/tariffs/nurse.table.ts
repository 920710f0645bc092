/** The nurse's table (S-takster, from 1 January 2026): work delegated to a nurse by the fastlege; it covers no other staff. */

import { table2026 } from './edition.table.ts';
import { laboratoryTakster } from './laboratory.table.ts';
import type { NotWith, Takst } from './takst.ts';
import { anyNumber, not, onlyWith, reducedTo, repeated, rowsOf } from './takst-row.ts';

const contact = rowsOf('simple contact', { by: ['nurse'], notes: ['A1'] });
const consultation = rowsOf('consultation', { by: ['nurse'], notes: ['B1', 'B2', 'B6'] });
const supplement = rowsOf('consultation', { by: ['nurse'], needs: 'consultation or home visit', notes: ['B1'] });
const visit = rowsOf('home visit', { by: ['nurse'], notes: ['B1', 'B6', 'B7'] });
const material = rowsOf('material', {
  by: ['nurse'],
  patientPart: 'own payment',
  repetition: anyNumber,
  notes: ['B5'],
});
const procedure = rowsOf('procedure', { by: ['nurse'], needs: 'consultation or home visit', notes: ['E2'] });
const evening = { evening: true, notes: ['B1', 'D1'] } as const;

const doneBeside = [
  ...['S7', 'S100', 'S101', 'S105', 'S10a', 'S10b', 'S10c', 'S10d', 'S110', 'S111', 'S121a', 'S129g', 'S177a', 'S215'],
  ...['S322', 'S507c', 'S507d', 'S612a', 'S612b', 'S615', 'S616', 'S617', 'S618', 'S701a', 'S701c', 'S705a', 'S705g'],
  ...['S705h', 'S705k', 'S706f', 'S706h', 'S706l', 'S707', 'S708a', 'S708b', 'S708c', 'S708d', 'S708e', 'S709'],
  ...['S710', 'S711', 'S712'],
];
const withDay = onlyWith('S2bd', 'S2cd', 'S2hd', 'S2ld', ...doneBeside);
const withEvening = onlyWith('S2bd', 'S2ck', 'S2hd', 'S2ld', ...doneBeside);
const otherMeetings = ['S2at', 'S2av', 'S2aft', 'S2afv', 'S2sf', 'S2ss', 'S11', 'S14', 'S21', 'S217c'];

const own = [
  contact('S1ad', 'Enkel kontakt ved frammøte, sykepleier', 'Simple contact in person, nurse', {
    y2026: [82, 64],
    notWith: not(['S1ak', 'S1b', 'S1f', 'S2', 'S11', 'S14', 'S21', 'S217c', 'S612']),
  }),
  contact(
    'S1bd',
    'Enkel kontakt skriftlig eller per telefon, sykepleier',
    'Simple contact in writing or by telephone, nurse',
    {
      y2026: 74,
      notWith: onlyWith(),
    },
  ),
  consultation('S2ad', 'Konsultasjon hos sykepleier', 'Consultation with a nurse', {
    y2026: [179, 179],
    notWith: not(['S1', 'S2ak', ...otherMeetings], ['S11e']),
  }),
  consultation('S2ak', 'Konsultasjon hos sykepleier, kveld', 'Consultation with a nurse, evening', {
    y2026: [313, 301],
    notWith: not(['S1', 'S2ad', ...otherMeetings], ['S11e', 'S11f']),
    ...evening,
  }),
  consultation('S2at', 'Telefonkonsultasjon hos sykepleier', 'Telephone consultation with a nurse', {
    y2026: [179, 179],
    notWith: withDay,
  }),
  consultation('S2av', 'Videokonsultasjon hos sykepleier', 'Video consultation with a nurse', {
    y2026: [179, 179],
    notWith: withDay,
  }),
  consultation('S2aft', 'Telefonkonsultasjon hos sykepleier, kveld', 'Telephone consultation with a nurse, evening', {
    y2026: [179, 179],
    notWith: withEvening,
    ...evening,
  }),
  consultation('S2afv', 'Videokonsultasjon hos sykepleier, kveld', 'Video consultation with a nurse, evening', {
    y2026: [179, 179],
    notWith: withEvening,
    ...evening,
  }),
  supplement('S2bd', 'Tillegg: ikke i fastlegeordningen', 'Supplement: outside the list system', {
    y2026: [131, 131],
    patientPart: 'own payment',
    notWith: not(['S1', 'S2ak', 'S2ck', 'S2hd', 'S11', 'S14', 'S21']),
  }),
  supplement('S2cd', 'Tillegg for tid over 20 minutter, sykepleier', 'Supplement for time beyond 20 minutes, nurse', {
    y2026: 108,
    repetition: anyNumber,
    notWith: not(['S1', 'S2aft', 'S2afv', 'S2ak', 'S2ck', 'S11', 'S110', 'S215', 'S217c'], ['S11e']),
  }),
  supplement('S2ck', 'Tillegg for tid, sykepleier, kveld', 'Supplement for time, nurse, evening', {
    y2026: 189,
    repetition: anyNumber,
    notWith: not(['S1', 'S2ad', 'S2cd', 'S2at', 'S2av', 'S11', 'S110', 'S215', 'S217c'], ['S11e', 'S11f']),
    ...evening,
  }),
  supplement('S2hd', 'Tillegg: pasient på annen fastleges liste', "Supplement: patient on another doctor's list", {
    y2026: 46,
    notWith: not(['S1', 'S2ak', 'S2bd', 'S2ck', 'S11', 'S14', 'S21']),
  }),
  supplement('S7', 'Tillegg for tolk', 'Interpreter supplement', { y2026: 149, notWith: not(['S1', 'S11c']) }),
  visit('S11ad', 'Sykebesøk av sykepleier', 'Home visit by a nurse', {
    y2026: [440, 240],
    notWith: not(['S1', 'S2', 'S11ak', 'S14', 'S217c']),
  }),
  visit('S11ak', 'Sykebesøk av sykepleier, kveld', 'Home visit by a nurse, evening', {
    y2026: [699, 384],
    notWith: not(['S1', 'S2', 'S11ad', 'S14', 'S217c']),
    ...evening,
  }),
  visit('S11bd', 'Tillegg sykebesøk: ikke i fastlegeordningen', 'Home visit supplement: outside the list system', {
    y2026: [131, 131],
    needs: 'consultation or home visit',
    patientPart: 'own payment',
    notWith: not(['S1', 'S2', 'S11ak', 'S11ck', 'S11e', 'S14', 'S217c']),
  }),
  visit('S11cd', 'Tillegg sykebesøk for tid, sykepleier', 'Home visit supplement for time, nurse', {
    y2026: 213,
    needs: 'consultation or home visit',
    repetition: anyNumber,
    notWith: not(['S1', 'S2', 'S14', 'S217c', 'S612']),
  }),
  visit('S11ck', 'Tillegg sykebesøk for tid, sykepleier, kveld', 'Home visit supplement for time, nurse, evening', {
    y2026: 323,
    needs: 'consultation or home visit',
    repetition: anyNumber,
    notWith: not(['S1', 'S2', 'S14', 'S217c', 'S612']),
    ...evening,
  }),
  visit('S11hd', 'Tillegg sykebesøk: annen fastleges liste', "Home visit supplement: another doctor's list", {
    y2026: 45,
    needs: 'consultation or home visit',
    notWith: not(['S1', 'S2', 'S11ak', 'S11bd', 'S11ck', 'S11e', 'S14', 'S217c']),
  }),
  material('S10a', 'Forbruksmateriell gruppe 1', 'Consumables group 1', { y2026: [81, 81] }),
  material('S10b', 'Forbruksmateriell gruppe 2', 'Consumables group 2', { y2026: [121, 121] }),
  material('S10c', 'Forbruksmateriell gruppe 3', 'Consumables group 3', { y2026: [173, 173] }),
  material('S10d', 'Forbruksmateriell gruppe 4', 'Consumables group 4', { y2026: [235, 235] }),
  procedure('S100', 'Mindre prosedyre', 'Minor procedure', { y2026: 131, repetition: repeated(8) }),
  procedure('S101', 'Samtale om levevaner', 'Structured talk about living habits', { y2026: 139 }),
  procedure('S105', 'Større prosedyre', 'Larger procedure', { y2026: 209, repetition: reducedTo(70) }),
  procedure('S106', 'Omfattende prosedyre', 'Extensive procedure', { y2026: 335 }),
  procedure('S110', 'Prevensjonsveiledning', 'Contraception advice', { y2026: 130, notWith: not(['S2c']) }),
  procedure('S111', 'Frysebehandling', 'Cryosurgery', { y2026: 84, repetition: repeated(8) }),
  procedure('S121a', 'Karbohydratbelastning', 'Carbohydrate tolerance test', { y2026: 183, notWith: not(['S708a']) }),
  procedure('S129g', 'Langtids-EKG, minst 24 timer', 'Ambulatory ECG, at least 24 hours', {
    y2026: 300,
    notWith: not(['S707']),
  }),
  procedure('S149a', 'Lokalbedøvelse', 'Local anaesthesia', { y2026: 28, repetition: reducedTo(50) }),
  procedure('S177a', 'Prikktest, 1–10 ekstrakter', 'Prick test, 1–10 extracts', { y2026: 244 }),
  procedure('S310', 'Neseblødning, bakre tamponade', 'Nosebleed, posterior packing', { y2026: 187 }),
  procedure('S322', 'Hørselsmåling, luftledning', 'Audiometry, air conduction', { y2026: 60 }),
  procedure('S325', 'Tympanometri', 'Tympanometry', { y2026: 76, repetition: reducedTo(50) }),
  procedure('S507c', 'Spirometri', 'Spirometry', { y2026: 242 }),
  procedure('S507d', 'Spirometri etter bronkodilatator', 'Spirometry after bronchodilator', { y2026: 301 }),
  procedure('S615', 'Samtaleterapi, minst 15 minutter', 'Talking therapy, at least 15 minutes', {
    y2026: 164,
    notWith: not(['S1b']),
  }),
  procedure('S617', 'Kartleggingsskjema', 'Recognised assessment form', { y2026: 57, repetition: repeated(1) }),
  procedure('S618', 'Overvåket urinprøve', 'Supervised urine sample', { y2026: 181 }),
  procedure('S660', 'Årlig fullstendig undersøkelse', 'Yearly full examination', { y2026: 447 }),
] as const;

const nurses = ({ codes, except, kind }: Extract<NotWith, { kind: 'these' }>): NotWith => ({
  kind,
  codes: codes.map((code) => `S${code}`),
  except,
});

/** Chapter F has the same amounts for a nurse's work as for the doctor's. */
const laboratory: readonly Takst[] = laboratoryTakster.flatMap((takst) => {
  const prices = takst.prices.filter(({ from }) => from === table2026.from);
  if (prices.length === 0) return [];
  const notWith = takst.notWith.kind === 'these' ? nurses(takst.notWith) : takst.notWith;
  return [{ ...takst, code: `S${takst.code}`, by: ['nurse'], prices, notWith }];
});

export const nurseTakster: readonly Takst[] = [...own, ...laboratory];
