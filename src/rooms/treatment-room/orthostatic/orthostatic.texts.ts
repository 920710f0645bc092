/** The words of the orthostatic test. */

import { texts } from '#kernel/texts';

export const orthostaticTexts = texts({
  nb: {
    positive: 'Positiv: ortostatisk hypotensjon',
    negative: 'Negativ',
    delayed: 'Fall først etter 3 minutter (forsinket)',
    potsPulse: 'Vedvarende pulsstigning uten blodtrykksfall: legen vurderer POTS',
    neurogenic: 'Liten pulsstigning i forhold til fallet kan tyde på nevrogen årsak',
    criteria: {
      sbp_drop: 'Systolisk fall',
      dbp_drop: 'Diastolisk fall',
      sbp_below_90: 'Systolisk under 90',
    },
    doctorInterprets: 'Beregnet hjelp. Legen tolker.',
    refusals: { 'no reading within 3 minutes': 'Det er ingen stående måling innen 3 minutter.' },
  },
  en: {
    positive: 'Positive: orthostatic hypotension',
    negative: 'Negative',
    delayed: 'Fall first after 3 minutes (delayed)',
    potsPulse: 'Sustained pulse rise without a fall in pressure: the doctor considers POTS',
    neurogenic: 'A small pulse rise for the fall may point to a neurogenic cause',
    criteria: {
      sbp_drop: 'Systolic fall',
      dbp_drop: 'Diastolic fall',
      sbp_below_90: 'Systolic below 90',
    },
    doctorInterprets: 'A computed aid. The doctor interprets.',
    refusals: { 'no reading within 3 minutes': 'There is no standing reading within 3 minutes.' },
  },
});
