/** Chapter B of the tariff: consultations, digital consultations and their supplements. */

import { anyNumber, not, onlyWith, rowsOf } from './takst-row.ts';

const consultation = rowsOf('consultation', { by: ['doctor'], notes: ['B1', 'B2'] });
const supplement = rowsOf('consultation', { by: ['doctor'], needs: 'consultation or home visit' });
const evening = { evening: true, notes: ['B1', 'B2', 'D1'] } as const;
const specialist = { specialistOnly: true } as const;

const otherMeetings = ['3', '4', '12', '13', '14', '15', '21', '217c', '621', '622', '623', '624'];
const digital = ['2as', '2at', '2av', '2afs', '2aft', '2afv', '2aks', '2akt', '2akv'];
const shared = ['2sf', '2ss', '2ssd'];
/** What may be done where the patient sits, with the clinic's own staff beside (note B9). */
const doneBeside = [
  ...['7', '8', '100', '101', '105', '10a', '10b', '10c', '10d', '110', '111', '121a', '129g', '177a', '215', '322'],
  ...[
    '507c',
    '507d',
    '612a',
    '612b',
    '615',
    '616',
    '617',
    '618',
    '701a',
    '701c',
    '701d',
    '703',
    '705a',
    '705g',
    '705h',
  ],
  ...['705k', '706f', '706h', '706l', '707', '708a', '708b', '708c', '708d', '708e', '709', '710', '711', '712'],
];
const withText = onlyWith('H1', '2bd', '2cd', '2cdd', '2dd', '2dds', '2hd', '2j', '2ld', '2p', '2sm', '8');
const withDay = onlyWith('H1', '2bd', '2cd', '2cdd', '2dd', '2hd', '2j', '2ld', '2p', '2sm', ...doneBeside);
const withEvening = onlyWith('H1', '2bd', '2ck', '2dk', '2hd', '2j', '2ld', '2p', '2sm', ...doneBeside);
const daySupplement = ['1', '2ak', '2ck', '3', '4', '11', '12', '13', '14', '15', '21', '621', '622', '623', '624'];

export const consultationTakster = [
  consultation('2ad', 'Konsultasjon', 'Consultation', {
    y2025: [194, 179],
    y2026: [194, 179],
    notWith: not(['1', '2ak', ...digital, ...shared, '11', ...otherMeetings], ['11e', '11f']),
  }),
  consultation('2ak', 'Konsultasjon, kveld', 'Consultation, evening', {
    y2025: [380, 301],
    y2026: [395, 301],
    notWith: not(['1', '2ad', ...digital, ...shared, '11', ...otherMeetings], ['11e', '11f']),
    ...evening,
  }),
  consultation('2as', 'Digital konsultasjon, tekst', 'Digital consultation, text', {
    y2025: [193, 179],
    y2026: [179, 179],
    notWith: withText,
    notes: ['B9', 'B1'],
  }),
  consultation('2at', 'Digital konsultasjon, telefon', 'Digital consultation, telephone', {
    y2025: [193, 179],
    y2026: [193, 179],
    notWith: withDay,
    notes: ['B9', 'B1', 'B2'],
  }),
  consultation('2av', 'Digital konsultasjon, video', 'Digital consultation, video', {
    y2025: [193, 179],
    y2026: [193, 179],
    notWith: withDay,
    notes: ['B9', 'B1', 'B2'],
  }),
  consultation('2afs', 'Digital konsultasjon, tekst, kveld', 'Digital consultation, text, evening', {
    y2025: [232, 179],
    notWith: onlyWith('H1', '2bd', '2ck', '2dk', '2hd', '2ld', '2p', '8'),
    ...evening,
  }),
  consultation('2aft', 'Digital konsultasjon, telefon, kveld', 'Digital consultation, telephone, evening', {
    y2025: [232, 179],
    y2026: [232, 179],
    notWith: withEvening,
    ...evening,
  }),
  consultation('2afv', 'Digital konsultasjon, video, kveld', 'Digital consultation, video, evening', {
    y2025: [232, 179],
    y2026: [232, 179],
    notWith: withEvening,
    ...evening,
  }),
  supplement('2bd', 'Tillegg: ikke i fastlegeordningen', 'Supplement: outside the list system', {
    y2025: [131, 131],
    y2026: [131, 131],
    patientPart: 'own payment',
    notWith: not([...daySupplement, '2hd']),
  }),
  supplement('2cd', 'Tillegg for tid over 20 minutter', 'Supplement for time beyond 20 minutes', {
    y2025: 255,
    y2026: 132,
    repetition: anyNumber,
    notWith: not(['1', ...digitalEvening(), '2ak', '2ck', '3', '4', '11', '12', '13', '110', '215', '217c'], ['11e']),
    notes: ['B1', 'B6'],
  }),
  supplement('2cdd', 'Spesialisttillegg for tid over 20 minutter', 'Specialist supplement for time beyond 20 minutes', {
    y2025: 14,
    y2026: 7,
    repetition: anyNumber,
    notWith: not(['1', ...digitalEvening(), '2ak', '2ck', '3', '4', '11', '12', '13', '110', '215', '217c'], ['11e']),
    notes: ['B1', 'B6'],
    ...specialist,
  }),
  supplement('2ck', 'Tillegg for tid over 20 minutter, kveld', 'Supplement for time beyond 20 minutes, evening', {
    y2025: 222,
    y2026: 231,
    repetition: anyNumber,
    notWith: not(
      ['1', '2ad', '2cd', '2as', '2at', '2av', '3', '4', '11', '12', '13', '110', '215', '217c'],
      ['11e', '11f'],
    ),
    ...evening,
  }),
  supplement('2dd', 'Spesialisttillegg', 'Specialist supplement', {
    y2025: [120, 56],
    y2026: [120, 56],
    notWith: not(['1', '2dk', '2ss', '2ssd', '3', '4', '11', '12', '13', '14', '15', '217c'], ['11e']),
    notes: ['B2', 'B6'],
    ...specialist,
  }),
  supplement('2dds', 'Spesialisttillegg, tekst', 'Specialist supplement, text', {
    y2026: [83, 56],
    notWith: onlyWith('H1', '2as', '2bd', '2cd', '2cdd', '2hd', '2j', '2ld', '2p', '2sm'),
    ...specialist,
  }),
  supplement('2dk', 'Spesialisttillegg, kveld', 'Specialist supplement, evening', {
    y2025: [143, 56],
    y2026: [149, 56],
    notWith: not(['1', '2dd', '3', '4', '11', '12', '13', '14', '15', '217c'], ['11e', '11f']),
    ...specialist,
    ...evening,
  }),
  supplement('2hd', 'Tillegg: pasient på annen fastleges liste', "Supplement: patient on another doctor's list", {
    y2025: 56,
    y2026: 56,
    notWith: not([...daySupplement, '2bd', '2gd']),
    notes: ['B2'],
  }),
  supplement('2j', 'Samtale om arbeid, ikke sykmeldt', 'Talk about work, not on sick leave', {
    y2026: 50,
    notWith: not(['1', '2ak', '2ck', '2e', '2gd', '2kd', '14', '101', '612a', '612b', '615']),
  }),
  supplement('2ld', 'Systematisk legemiddelgjennomgang', 'Systematic medication review', {
    y2025: 208,
    y2026: 208,
    needs: 'nothing',
    notWith: not(['2cd', '2ck', '11cd', '11ck']),
    notes: ['B8'],
  }),
  supplement('2p', 'Tillegg for doktorgrad', 'Supplement for a doctorate', { y2025: 25, y2026: 25 }),
  supplement('2sm', 'Jobbfokusert samtale, sykmeldt', 'Work-focused talk, on sick leave', {
    y2026: 200,
    notWith: not(['1', '2ak', '2as', '2ck', '2e', '2gd', '2kd', '14', '101', '612a', '612b', '615']),
  }),
  supplement('7', 'Tillegg for tolk', 'Interpreter supplement', {
    y2025: 182,
    y2026: 182,
    notWith: not(['1', '3b', '11c', '12c']),
  }),
] as const;

/** Digital evening consultations, beside which the daytime supplement for time does not stand. */
function digitalEvening(): readonly string[] {
  return ['2afs', '2aft', '2afv', '2aks', '2akt', '2akv'];
}
