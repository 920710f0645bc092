/** Every sentence about the tariff, exemptions and the clinic's adaptations. */

import { texts } from '#kernel/texts';
import type { FrikortAnswer, NoStanding } from './exemption.ts';
import type { Certainty, Chapter, NoPrice } from './takst.ts';
import type { AdaptationRefusal } from './tariff-adaptation.ts';

export const tariffTexts = texts({
  nb: {
    title: 'Takster',
    honorar: 'Honorar',
    refund: 'Refusjon fra Helfo',
    egenandel: 'Egenandel',
    ownPayment: 'Egenbetaling utenom frikort',
    countsToFrikort: 'Teller til frikort',
    doesNotCount: 'Teller ikke til frikort',
    adaptation: 'Tilpasset av klinikken',
    chapters: {
      'simple contact': 'Enkel pasientkontakt',
      consultation: 'Konsultasjon',
      'home visit': 'Sykebesøk',
      material: 'Forbruksmateriell',
      procedure: 'Prosedyre',
      laboratory: 'Laboratorieprøve eller undersøkelse',
      'not attended': 'Gebyr',
    } satisfies Record<Chapter, string>,
    certainty: {
      'table 1 Jul 2026': 'takstabell 1. juli 2026',
      'table 1 Jul 2025': 'takstabell 1. juli 2025',
      'corrected by the clinic': 'rettet av klinikken',
    } satisfies Record<Certainty, string>,
    frikort: {
      yes: 'Har frikort',
      'no data':
        'Helfo har ingen opplysninger. Pasienten kan ha reservert seg: spør om frikort før du krever betaling.',
      'not asked': 'Frikort er ikke sjekket hos Helfo i dag.',
    } satisfies Record<FrikortAnswer, string>,
    refusals: {
      'no tariff for this date':
        'Det finnes ingen takstabell for denne datoen. Regningen kan ikke prises før tabellen er lagt inn.',
      'code unknown': 'Takstkoden finnes ikke.',
      'code not in the tariff of this date': 'Takstkoden står ikke i tabellen som gjelder på behandlingsdagen.',
      'not a child any more': 'Pasienten er fylt 16 år på behandlingsdagen.',
      'frikort not confirmed':
        'Helfo har ikke bekreftet frikort. Sjekk frikort først; en regning merket F uten frikort avvises.',
      'not a reason in general practice': 'Denne fritaksgrunnen brukes ikke hos fastlegen.',
      'reason missing': 'Skriv hvorfor klinikken gjør endringen.',
      'source missing': 'Skriv hvilken tabell eller beslutning endringen bygger på.',
      'ends before it begins': 'Sluttdatoen ligger før startdatoen.',
      'patient part above the honorar': 'Pasientens del kan ikke være større enn honoraret.',
      'egenandel is set by the regulation':
        'Egenandelen er fastsatt i forskriften og kan ikke settes ned av klinikken.',
      'more than the tariff': 'Beløpet er høyere enn taksten tillater.',
    } satisfies Record<NoPrice | NoStanding | AdaptationRefusal, string>,
  },
  en: {
    title: 'Tariff',
    honorar: 'Fee',
    refund: 'Refund from Helfo',
    egenandel: 'Patient share (egenandel)',
    ownPayment: 'Own payment outside frikort',
    countsToFrikort: 'Counts towards frikort',
    doesNotCount: 'Does not count towards frikort',
    adaptation: 'Adapted by the clinic',
    chapters: {
      'simple contact': 'Simple contact',
      consultation: 'Consultation',
      'home visit': 'Home visit',
      material: 'Consumables',
      procedure: 'Procedure',
      laboratory: 'Laboratory sample or test',
      'not attended': 'Fee',
    },
    certainty: {
      'table 1 Jul 2026': 'tariff table 1 July 2026',
      'table 1 Jul 2025': 'tariff table 1 July 2025',
      'corrected by the clinic': 'corrected by the clinic',
    },
    frikort: {
      yes: 'Has frikort',
      'no data': 'Helfo has no data. The patient may have opted out: ask about frikort before you take payment.',
      'not asked': 'Frikort has not been checked with Helfo today.',
    },
    refusals: {
      'no tariff for this date':
        'There is no tariff table for this date. The bill cannot be priced until the table is in.',
      'code unknown': 'The fee code does not exist.',
      'code not in the tariff of this date': 'The fee code is not in the table of the day of treatment.',
      'not a child any more': 'The patient has turned 16 by the day of treatment.',
      'frikort not confirmed':
        'Helfo has not confirmed frikort. Check it first; a bill marked F without frikort is rejected.',
      'not a reason in general practice': 'This exemption is not used by a GP.',
      'reason missing': 'Write why the clinic makes the change.',
      'source missing': 'Write which table or decision the change is based on.',
      'ends before it begins': 'The end date is before the start date.',
      'patient part above the honorar': "The patient's part cannot be larger than the fee.",
      'egenandel is set by the regulation':
        'The egenandel is set by the regulation and cannot be lowered by the clinic.',
      'more than the tariff': 'The amount is more than the tariff allows.',
    },
  },
});
