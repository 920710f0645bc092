/** The authorised professions at a clinic, with their codes in the national list of health personnel. */

import type { AuthorisedRole } from '#duties';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export const professionCodes: Dated<Readonly<Record<AuthorisedRole, string>>> = {
  from: '2024-09-01' as IsoDate,
  source: 'Volven 9060, Kategori helsepersonell, OID 2.16.578.1.12.4.1.1.9060, as published 2024',
  value: { doctor: 'LE', nurse: 'SP', bioengineer: 'BI', helsesekretaer: 'HE' },
};
