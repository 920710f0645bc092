/** Chapter A of the tariff: simple contacts (enkle pasientkontakter). */

import { not, onlyWith, rowsOf } from './takst-row.ts';

const row = rowsOf('simple contact', { by: ['doctor', 'staff'], notes: ['A1'] });

/** What a simple contact by attendance may not stand beside. */
const besideAttendance = ['1b', '1f', '1g', '2', '3', '4', '11', '12', '13', '14', '15', '21', '217c', '612'];

export const simpleContactTakster = [
  row('1ad', 'Enkel pasientkontakt ved frammøte eller bud', 'Simple contact in person or by messenger', {
    y2025: [82, 64],
    y2026: [82, 64],
    notWith: not(['1ak', ...besideAttendance]),
  }),
  row(
    '1ak',
    'Enkel pasientkontakt ved frammøte eller bud, kveld',
    'Simple contact in person or by messenger, evening',
    {
      y2025: [109, 62],
      y2026: [113, 62],
      notWith: not(['1ad', ...besideAttendance]),
      notes: ['A1', 'D1'],
      evening: true,
    },
  ),
  row('1bd', 'Enkel pasientkontakt skriftlig eller per telefon', 'Simple contact in writing or by telephone', {
    y2025: 74,
    y2026: 74,
    notWith: onlyWith(),
  }),
  row(
    '1bk',
    'Enkel pasientkontakt skriftlig eller per telefon, kveld',
    'Simple contact in writing or by telephone, evening',
    {
      y2025: 94,
      y2026: 97,
      notWith: onlyWith(),
      notes: ['A1', 'D1'],
      evening: true,
    },
  ),
  row(
    '1e',
    'Hb, SR, hvite og urinsediment utenom konsultasjon',
    'Hb, ESR, white cells and urine sediment on their own',
    {
      y2025: [72, 62],
      notWith: not(['1b', '1f', '1g', '2', '3', '4', '11', '12', '13', '14', '15', '21', '701a', '217c', '612']),
      notes: [],
    },
  ),
  row(
    '1f',
    'Samtale eller skriv om pasient med annen tjeneste',
    'Call or letter about a patient with another service',
    {
      y2025: 124,
      y2026: 124,
      by: ['doctor'],
      notWith: onlyWith(),
      notes: [],
    },
  ),
  row('1i', 'Elektronisk resept', 'Electronic prescription', {
    y2025: 64,
    y2026: 64,
    by: ['doctor'],
    notWith: onlyWith('1e', '701-743'),
  }),
] as const;
