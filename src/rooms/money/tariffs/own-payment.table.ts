/** What the patient pays outside frikort: consumables 10a–d, and what was sent by post until 1 July 2026. */

import { anyNumber, rowsOf } from './takst-row.ts';

const material = rowsOf('material', {
  by: ['doctor', 'staff'],
  patientPart: 'own payment',
  repetition: anyNumber,
  notes: ['B3', 'B5'],
});
const fee = rowsOf('not attended', { by: ['doctor', 'staff'], patientPart: 'own payment' });

export const ownPaymentTakster = [
  material('10a', 'Forbruksmateriell gruppe 1', 'Consumables group 1', { y2025: [78, 78], y2026: [81, 81] }),
  material('10b', 'Forbruksmateriell gruppe 2', 'Consumables group 2', { y2025: [117, 117], y2026: [121, 121] }),
  material('10c', 'Forbruksmateriell gruppe 3', 'Consumables group 3', { y2025: [167, 167], y2026: [173, 173] }),
  material('10d', 'Forbruksmateriell gruppe 4', 'Consumables group 4', { y2025: [227, 227], y2026: [235, 235] }),
  fee('8', 'Ekspedisjonsgebyr', 'Dispatch fee', { y2025: [59, 59] }),
] as const;
