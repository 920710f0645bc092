/** Every sentence about the waiting list, the moving of a day, and what may not be sent by text message. */

import { texts } from '#kernel/texts';
import type { AlongWith, ClipboardRefusal, ClipboardState, Reached } from './day-move.ts';
import type { Finding } from './neutral-text.ts';
import type { WaitingEntry } from './waiting-list.ts';

type WaitingRefusal =
  | 'not waiting'
  | 'does not suit'
  | 'answer due before offer'
  | 'someone is before in turn'
  | 'nothing is offered'
  | 'answer came too late'
  | 'already placed'
  | 'already withdrawn';

export const waitingListTexts = texts({
  nb: {
    title: 'Venteliste',
    empty: 'Ingen venter på en tidligere time. Legg til fra timen eller fra samtalen.',
    count: (n: number) => (n === 1 ? '1 venter' : `${n} venter`),
    order: 'Rekkefølge: hastegrad, så hvem som har ventet lengst.',
    waitingDays: (days: number) => (days === 1 ? '1 dag' : `${days} dager`),
    states: {
      waiting: 'Venter',
      offered: 'Tilbudt',
      placed: 'Har fått time',
      withdrawn: 'Tatt av listen',
    } satisfies Record<WaitingEntry['state'], string>,
    refusals: {
      'not waiting': 'Pasienten venter ikke på tilbud nå.',
      'does not suit': 'Timen passer ikke med det pasienten har sagt.',
      'answer due before offer': 'Svarfristen må være etter tilbudet.',
      'someone is before in turn': 'Andre står foran og kan bruke timen. Skriv hvorfor denne pasienten spørres først.',
      'nothing is offered': 'Ingen time er tilbudt.',
      'answer came too late': 'Svarfristen er ute. Se om timen fortsatt er ledig.',
      'already placed': 'Pasienten har fått time.',
      'already withdrawn': 'Pasienten er tatt av listen.',
    } satisfies Record<WaitingRefusal, string>,
  },
  en: {
    title: 'Waiting list',
    empty: 'Nobody waits for a sooner time. Add somebody from the appointment or from the call.',
    count: (n: number) => `${n} waiting`,
    order: 'Order: haste grade, then who has waited longest.',
    waitingDays: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    states: { waiting: 'Waiting', offered: 'Offered', placed: 'Has a time', withdrawn: 'Taken off' },
    refusals: {
      'not waiting': 'The patient does not wait for an offer now.',
      'does not suit': 'The time does not suit what the patient has said.',
      'answer due before offer': 'The answer must be due after the offer.',
      'someone is before in turn':
        'Others come first and could use the time. Say why this patient is asked before them.',
      'nothing is offered': 'No time is offered.',
      'answer came too late': 'The time to answer is over. See whether the time is still free.',
      'already placed': 'The patient has a time.',
      'already withdrawn': 'The patient is taken off the list.',
    },
  },
});

export const dayMoveTexts = texts({
  nb: {
    title: 'Flytt hele dagen',
    stillToTell: (n: number) => (n === 0 ? 'Alle har fått beskjed.' : `${n} gjenstår`),
    noTimeFound: 'Ingen ledig time funnet. Ring og finn en løsning.',
    reached: { digital: 'får valget digitalt', telephone: 'må ringes' } satisfies Record<Reached, string>,
    along: {
      interpreter: 'tolk',
      'patient transport': 'pasientreise',
      preparation: 'forberedelse',
      'other appointment the same day': 'annen time samme dag',
    } satisfies Record<AlongWith, string>,
    told: {
      'to be told': 'Ikke fått beskjed',
      'offer sent': 'Tilbud sendt',
      'not reached': 'Ikke fått tak i',
      accepted: 'Sagt ja',
      declined: 'Sagt nei',
    } satisfies Record<ClipboardState['state'], string>,
    refusals: {
      'already accepted': 'Pasienten har sagt ja til den nye timen.',
      'already declined': 'Pasienten har sagt nei. Tilby en annen time.',
      'no time to offer': 'Det er ingen time å tilby ennå.',
      'not in this order': 'Dette kan ikke komme etter det som er gjort.',
    } satisfies Record<ClipboardRefusal, string>,
  },
  en: {
    title: 'Move the whole day',
    stillToTell: (n: number) => (n === 0 ? 'Everyone has been told.' : `${n} left`),
    noTimeFound: 'No free time found. Ring and find a way.',
    reached: { digital: 'chooses digitally', telephone: 'must be rung' },
    along: {
      interpreter: 'interpreter',
      'patient transport': 'patient transport',
      preparation: 'preparation',
      'other appointment the same day': 'other appointment the same day',
    },
    told: {
      'to be told': 'Not told',
      'offer sent': 'Offer sent',
      'not reached': 'Not reached',
      accepted: 'Said yes',
      declined: 'Said no',
    },
    refusals: {
      'already accepted': 'The patient has said yes to the new time.',
      'already declined': 'The patient has said no. Offer another time.',
      'no time to offer': 'There is no time to offer yet.',
      'not in this order': 'This cannot follow what has been done.',
    },
  },
});

export const neutralTextTexts = texts({
  nb: {
    rule: 'En tekstmelding forteller bare tid, sted og klinikkens navn.',
    refusals: {
      empty: 'Meldingen er tom.',
      'clinical word': 'Ordet forteller hva besøket gjelder. Skriv det i den digitale dialogen, eller ring.',
      'national number': 'Fødselsnummer skal ikke stå i en tekstmelding.',
      'web address': 'Lenker i tekstmeldinger brukes av svindlere. Be pasienten logge inn selv.',
      'e-mail address': 'E-postadresser skal ikke stå i en tekstmelding.',
    } satisfies Record<'empty' | Finding['kind'], string>,
  },
  en: {
    rule: 'A text message tells time, place and the name of the clinic only.',
    refusals: {
      empty: 'The message is empty.',
      'clinical word': 'The word tells what the visit is about. Write it in the digital dialogue, or ring.',
      'national number': 'National numbers do not belong in a text message.',
      'web address': 'Links in text messages are what swindlers use. Ask the patient to sign in.',
      'e-mail address': 'E-mail addresses do not belong in a text message.',
    },
  },
});
