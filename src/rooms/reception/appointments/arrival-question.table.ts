/** The questions that the desk may ask at arrival: yes or no, so that a patient can point at a card instead of speaking aloud. */

import type { ArrivalQuestion } from './appointment-type.ts';

/** Clinic procedure 2026; each answer that stops is passed on to whoever performs, who decides. */
export const arrivalQuestions = {
  hasFasted: {
    code: 'has-fasted',
    words: {
      nb: 'Har du latt være å spise og drikke annet enn vann, slik du fikk beskjed om?',
      en: 'Have you had nothing but water, for as long as you were told?',
    },
    stopsOn: 'no',
  },
  hasTakenMorningMedicine: {
    code: 'has-taken-morning-medicine',
    words: { nb: 'Har du tatt morgenmedisinen din i dag?', en: 'Have you taken your morning medicine today?' },
    stopsOn: 'yes',
  },
  hasUsedInhaler: {
    code: 'has-used-inhaler',
    words: { nb: 'Har du brukt inhalator i dag?', en: 'Have you used your inhaler today?' },
    stopsOn: 'yes',
  },
  isIllToday: {
    code: 'is-ill-today',
    words: { nb: 'Er du syk eller har du feber i dag?', en: 'Are you ill or feverish today?' },
    stopsOn: 'yes',
  },
  hasChangedMedicine: {
    code: 'has-changed-medicine',
    words: { nb: 'Har du begynt med eller sluttet med noen medisin?', en: 'Have you started or stopped any medicine?' },
    stopsOn: 'yes',
  },
  hasHurried: {
    code: 'has-hurried-smoked-or-had-coffee',
    words: {
      nb: 'Har du hatt det travelt, røykt eller drukket kaffe den siste halvtimen?',
      en: 'Have you hurried, smoked or had coffee in the last half hour?',
    },
    stopsOn: 'yes',
  },
  hasHadReaction: {
    code: 'has-had-reaction',
    words: {
      nb: 'Har du noen gang blitt dårlig etter en sprøyte?',
      en: 'Have you ever become unwell after an injection?',
    },
    stopsOn: 'yes',
  },
  isOnBloodThinner: {
    code: 'is-on-blood-thinner',
    words: { nb: 'Bruker du blodfortynnende?', en: 'Do you take a blood thinner?' },
    stopsOn: 'yes',
  },
  hasRecentNoise: {
    code: 'has-recent-noise',
    words: { nb: 'Har du vært i sterk støy siden i går kveld?', en: 'Have you been in loud noise since last night?' },
    stopsOn: 'yes',
  },
  hasEarTrouble: {
    code: 'has-ear-trouble',
    words: {
      nb: 'Har du hull på trommehinnen eller rør i øret, eller er du operert i øret?',
      en: 'Do you have a hole in the eardrum, a tube, or have you had ear surgery?',
    },
    stopsOn: 'yes',
  },
} as const satisfies Record<string, ArrivalQuestion>;
