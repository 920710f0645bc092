/** Chapter F of the tariff: sample taking and analyses at the office (notes F0–F2). */

import { anyNumber, not, repeated, rowsOf } from './takst-row.ts';

const taking = rowsOf('laboratory', { by: ['doctor', 'staff'], notes: ['F0', 'F1'] });
/** Analysis at the office; the doctor or the staff performs it, and F2 wants it done in the house or on a home visit. */
const analysis = rowsOf('laboratory', { by: ['doctor', 'staff'], notes: ['F0', 'F2'] });

export const laboratoryTakster = [
  taking('701a', 'Prøvetaking', 'Sample taking', {
    y2025: [74, 64],
    y2026: [74, 64],
    notWith: not(['1e']),
  }),
  taking('701c', 'Ekstra forsendelse av prøver', 'Further consignment of samples', {
    y2025: 25,
    y2026: 24,
    needs: 'sample taking',
    repetition: anyNumber,
  }),
  taking('701d', 'Forsendelse av inkubert urinprøve', 'Consignment of an incubated urine sample', { y2025: 17 }),
  taking('701h', 'Hurtigtest covid-19', 'Rapid test for covid-19', { y2025: 64, y2026: 64, notes: [] }),
  analysis('703', 'Inkubering av uricult', 'Uricult incubation', { y2025: 22 }),
  analysis('704j', 'Blod i avføring', 'Blood in faeces', { y2025: 39, y2026: 39 }),
  analysis('704k', 'Mikroskopi av utflod', 'Wet mount', { y2025: 47, y2026: 47 }),
  analysis('705a', 'Blod i avføring, tre hjemmeprøver', 'Blood in faeces, three home cards', { y2025: 26, y2026: 26 }),
  analysis('705g', 'Blodutstryk', 'Blood smear', { y2025: 61, y2026: 61, notWith: not(['706f']) }),
  analysis('705h', 'Klamydiaprøve', 'Chlamydia sampling', { y2025: 20, y2026: 20, notes: ['F0'] }),
  analysis('705i', 'Skabb eller sopp', 'Scabies or fungus', { y2025: 46, y2026: 46, notes: ['F0'] }),
  analysis('705j', 'Mikroskopi av farget preparat', 'Microscopy of a stained preparation', { y2025: 25, y2026: 25 }),
  analysis('705k', 'CRP', 'CRP', { y2025: 53, y2026: 53 }),
  analysis('705l', 'Prøve til herpes', 'Herpes sampling', { y2025: 10, y2026: 10, notes: ['F0'] }),
  analysis('706f', 'Celletelling', 'Cell counter', { y2025: 78, y2026: 78, notWith: not(['705g']) }),
  analysis('706h', 'Graviditetstest', 'Pregnancy test', { y2025: 39, y2026: 39 }),
  analysis('706j', 'Blod i avføring, immunologisk', 'Blood in faeces, immunological', { y2025: 74, y2026: 74 }),
  analysis('706k', 'Streptokokktest', 'Strep test', { y2025: 48, y2026: 48 }),
  analysis('706l', 'Mononukleosetest', 'Mononucleosis test', { y2025: 63, y2026: 63 }),
  analysis('707', 'EKG', 'ECG', { y2025: 145, y2026: 145, notWith: not(['129a', '129g', '510a']) }),
  analysis('708a', 'Glukose', 'Glucose', { y2025: 25, y2026: 25, notWith: not(['121a']) }),
  analysis('708b', 'ALAT og GT', 'ALT and GGT', { y2025: 32, y2026: 32, repetition: repeated(1) }),
  analysis('708c', 'Kolesterol', 'Cholesterol', { y2025: 26, y2026: 26 }),
  analysis('708d', 'Kreatinin', 'Creatinine', { y2025: 33, y2026: 33 }),
  analysis('708e', 'Kalium', 'Potassium', { y2025: 33, y2026: 33 }),
  analysis('709', 'HbA1c', 'HbA1c', { y2025: 161, y2026: 161 }),
  analysis('710', 'INR', 'INR', { y2025: 87, y2026: 87 }),
  analysis('711', 'Helicobacter pylori', 'Helicobacter pylori', { y2025: 73, y2026: 73 }),
  analysis('712', 'Albumin/kreatinin i urin', 'Urine albumin/creatinine', { y2025: 161, y2026: 161 }),
] as const;
