/** Every sentence about books and opening hours. */

import { texts } from '#kernel/texts';
import type { BookKind, RuleRefusal, SessionKind } from './book.ts';

export const bookTexts = texts({
  nb: {
    title: 'Timebøker',
    empty: 'Ingen timebøker ennå. Lag en bok for hver behandler og for hvert rom som kan være opptatt.',
    everyWeek: 'hver uke',
    everyWeeks: (weeks: number) => (weeks === 1 ? 'hver uke' : `hver ${weeks}. uke`),
    release: (days: number, time: string) =>
      days === 0 ? `slippes samme dag kl. ${time}` : `slippes ${days} ${days === 1 ? 'dag' : 'dager'} før kl. ${time}`,
    stranded: (n: number) => (n === 1 ? '1 time må flyttes' : `${n} timer må flyttes`),
    kinds: {
      doctor: 'Lege',
      secretary: 'Helsesekretær',
      'laboratory chair': 'Prøvetakingsstol',
      'treatment room': 'Skiftestue',
      'ecg device': 'EKG-apparat',
      spirometer: 'Spirometer',
      audiometer: 'Audiometer',
      'home monitor': '24-timersapparat',
    } satisfies Record<BookKind, string>,
    sessions: {
      ordinary: 'Vanlige timer',
      'same day': 'Øyeblikkelig hjelp',
      telephone: 'Telefontimer',
      video: 'Videotimer',
      laboratory: 'Laboratorium',
      treatment: 'Skiftestue',
      'not for patients': 'Ikke for pasienter',
    } satisfies Record<SessionKind, string>,
    exceptions: { absence: 'Fravær', 'closed day': 'Stengt dag', 'extra session': 'Ekstra økt' },
    refusals: {
      'ends before it begins': 'Slutten må være etter begynnelsen.',
      'slot does not fit the session': 'Timelengden passer ikke i økten.',
      'valid until before valid from': 'Siste dag kan ikke være før første dag.',
      'not a weekday': 'Velg en ukedag.',
      'weeks must be whole and at least one': 'Skriv hvor mange uker det er mellom hver gang: 1 eller mer.',
      'overlaps another session': 'Økten overlapper en som står i boken fra før. Avslutt den gamle først.',
      'already ended': 'Økten er avsluttet fra før.',
    } satisfies Record<RuleRefusal | 'already ended', string>,
  },
  en: {
    title: 'Books',
    empty: 'No books yet. Make one for each practitioner and each room that can be busy.',
    everyWeek: 'every week',
    everyWeeks: (weeks: number) => (weeks === 1 ? 'every week' : `every ${weeks} weeks`),
    release: (days: number, time: string) =>
      days === 0
        ? `released the same day at ${time}`
        : `released ${days} ${days === 1 ? 'day' : 'days'} before at ${time}`,
    stranded: (n: number) => (n === 1 ? '1 appointment must be moved' : `${n} appointments must be moved`),
    kinds: {
      doctor: 'Doctor',
      secretary: 'Medical secretary',
      'laboratory chair': 'Sampling chair',
      'treatment room': 'Treatment room',
      'ecg device': 'ECG device',
      spirometer: 'Spirometer',
      audiometer: 'Audiometer',
      'home monitor': '24-hour device',
    },
    sessions: {
      ordinary: 'Ordinary times',
      'same day': 'Same-day times',
      telephone: 'Telephone times',
      video: 'Video times',
      laboratory: 'Laboratory',
      treatment: 'Treatment room',
      'not for patients': 'Not for patients',
    },
    exceptions: { absence: 'Absence', 'closed day': 'Closed day', 'extra session': 'Extra session' },
    refusals: {
      'ends before it begins': 'The end must come after the beginning.',
      'slot does not fit the session': 'The slot length does not fit the session.',
      'valid until before valid from': 'The last day cannot be before the first.',
      'not a weekday': 'Choose a weekday.',
      'weeks must be whole and at least one': 'Say how many weeks lie between each time: 1 or more.',
      'overlaps another session': 'The session overlaps one in the book already. End the old one first.',
      'already ended': 'The session is ended already.',
    },
  },
});
