/** The process codes of ICPC-2 (prosesskoder 30–69): the same two digits in every chapter, most of what a secretary codes. */

import type { Words } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Two digits → name; our own short words, not the printed text of the classification. */
export type ProcessCodes = Readonly<Record<string, Words>>;

export const processCodes: readonly Dated<ProcessCodes>[] = [
  {
    from: '2004-01-01' as IsoDate,
    source: 'ICPC-2 (WONCA), components 2–6, numbers 30–69; own short names, wording unconfirmed (2026)',
    value: {
      '30': { nb: 'Full klinisk undersøkelse', en: 'Complete examination' },
      '31': { nb: 'Delvis klinisk undersøkelse', en: 'Partial examination' },
      '32': { nb: 'Følsomhetstest', en: 'Sensitivity test' },
      '33': { nb: 'Mikrobiologisk eller immunologisk prøve', en: 'Microbiological or immunological test' },
      '34': { nb: 'Blodprøve', en: 'Blood test' },
      '35': { nb: 'Urinprøve', en: 'Urine test' },
      '36': { nb: 'Avføringsprøve', en: 'Faeces test' },
      '37': { nb: 'Celle- eller vevsprøve', en: 'Cytology or histology' },
      '38': { nb: 'Annen laboratorieprøve', en: 'Other laboratory test' },
      '39': { nb: 'Funksjonsprøve', en: 'Physical function test' },
      '40': { nb: 'Endoskopi', en: 'Endoscopy' },
      '41': { nb: 'Billedundersøkelse', en: 'Imaging' },
      '42': { nb: 'Elektrisk registrering (EKG o.l.)', en: 'Electrical tracing (ECG and the like)' },
      '43': { nb: 'Annen utredning', en: 'Other diagnostic procedure' },
      '44': { nb: 'Vaksine eller forebyggende medisin', en: 'Vaccination or preventive medication' },
      '45': { nb: 'Råd, opplæring, observasjon', en: 'Advice, education, observation' },
      '46': { nb: 'Drøfting i primærhelsetjenesten', en: 'Consultation within primary care' },
      '47': { nb: 'Drøfting med spesialist', en: 'Consultation with a specialist' },
      '48': { nb: 'Avklaring av kontaktårsak', en: 'Clarifying the reason for contact' },
      '49': { nb: 'Annen forebygging', en: 'Other prevention' },
      '50': { nb: 'Medisin, resept, fornyelse', en: 'Medication, prescription, renewal' },
      '51': { nb: 'Innsnitt, tømming', en: 'Incision, drainage' },
      '52': { nb: 'Fjerning, uttak av vev', en: 'Excision, removal, biopsy' },
      '53': { nb: 'Kateter, instrument, rør', en: 'Catheter, instrumentation, intubation' },
      '54': { nb: 'Sutur, gips, reparasjon', en: 'Suture, cast, repair' },
      '55': { nb: 'Injeksjon lokalt', en: 'Local injection' },
      '56': { nb: 'Bandasje, kompresjon, sårstell', en: 'Dressing, compression, wound care' },
      '57': { nb: 'Fysisk behandling, opptrening', en: 'Physical therapy, rehabilitation' },
      '58': { nb: 'Støttesamtale', en: 'Therapeutic conversation' },
      '59': { nb: 'Annen behandling', en: 'Other treatment' },
      '60': { nb: 'Svar på prøver', en: 'Test results' },
      '61': { nb: 'Svar fra andre behandlere', en: 'Results from other providers' },
      '62': { nb: 'Administrativt', en: 'Administrative' },
      '63': { nb: 'Oppfølging', en: 'Follow-up' },
      '64': { nb: 'Kontakt etter legens ønske', en: 'Contact started by the provider' },
      '65': { nb: 'Kontakt etter andres ønske', en: 'Contact started by someone else' },
      '66': { nb: 'Videre til annet helsepersonell', en: 'Referral to other health personnel' },
      '67': { nb: 'Videre til lege eller sykehus', en: 'Referral to a doctor or hospital' },
      '68': { nb: 'Annen henvisning', en: 'Other referral' },
      '69': { nb: 'Annen kontaktårsak', en: 'Other reason for contact' },
    },
  },
];
