/** The whole tariff of a general practice, chapter by chapter, with every edition that is kept. */

import { consultationTakster } from './consultation.table.ts';
import { editions } from './edition.table.ts';
import { homeVisitTakster } from './home-visit.table.ts';
import { laboratoryTakster } from './laboratory.table.ts';
import { nurseTakster } from './nurse.table.ts';
import { ownPaymentTakster } from './own-payment.table.ts';
import { procedureTakster } from './procedure.table.ts';
import { simpleContactTakster } from './simple-contact.table.ts';
import type { Tariff } from './takst.ts';

/** The codes of the doctor's own table; a nurse's code is the same with S before it. */
export type TakstCode =
  | (typeof simpleContactTakster)[number]['code']
  | (typeof consultationTakster)[number]['code']
  | (typeof ownPaymentTakster)[number]['code']
  | (typeof homeVisitTakster)[number]['code']
  | (typeof procedureTakster)[number]['code']
  | (typeof laboratoryTakster)[number]['code'];

export const nationalTariff: Tariff = {
  editions,
  takster: [
    ...simpleContactTakster,
    ...consultationTakster,
    ...ownPaymentTakster,
    ...homeVisitTakster,
    ...procedureTakster,
    ...laboratoryTakster,
    ...nurseTakster,
  ],
};
