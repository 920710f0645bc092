/** Every sentence of the hand-over. */

import { texts } from '#kernel/texts';
import type { Handover, HandoverKind } from './handover.ts';

type Why =
  | 'nothing was given'
  | 'something has no owner'
  | 'due before opening needs a decision'
  | 'already taken'
  | 'somebody else must take it';

export const handoverTexts = texts({
  nb: {
    title: 'Overlevering',
    give: 'Gi over dagen',
    take: 'Ta imot',
    print: 'Skriv ut',
    decided: 'Hva er bestemt om det som har frist?',
    nothing: 'Ingenting å overlevere. Alt er gjort.',
    ownerless: (n: number) => (n === 1 ? '1 sak uten eier:' : `${n} saker uten eier:`),
    owner: (name: string, n: number, late: number) => `${name}: ${n}${late > 0 ? `, ${late} over tiden` : ''}.`,
    dueBeforeOpening: (n: number) => `${n} har frist før vi åpner igjen`,
    decide: 'Gjør det nå, avtal nytt tidspunkt med pasienten, eller gi det til legevakta. Skriv hva som ble bestemt.',
    lateSince: (time: string) => `skulle vært gjort ${time}`,
    dueAt: (time: string) => `innen ${time}`,
    noTime: 'uten frist',
    readingTime: (minutes: string) => `${minutes} min å lese opp`,
    tooLong: 'For langt å lese opp. Ta de sene og dem uten eier, og la resten stå på tavlen.',
    kinds: {
      promised: 'Lovet',
      waiting: 'Venter',
      running: 'Står på',
      unsigned: 'Ikke signert',
      unpaid: 'Ikke betalt',
    } satisfies Record<HandoverKind, string>,
    states: { given: 'Overlevert', taken: 'Tatt imot' } satisfies Record<Handover['state'], string>,
    refusals: {
      'something has no owner': 'Noe har ingen eier. Gi hver sak til en person eller en stasjon først.',
      'due before opening needs a decision': 'Noe har frist før vi åpner igjen. Skriv hva som er bestemt.',
      'nothing was given': 'Ingenting er gitt over.',
      'already taken': 'Overleveringen er tatt imot.',
      'somebody else must take it': 'En annen enn den som ga den må ta imot.',
    } satisfies Record<Why, string>,
  },
  en: {
    title: 'Hand-over',
    give: 'Give the day on',
    take: 'Take it over',
    print: 'Print',
    decided: 'What is decided about what is due?',
    nothing: 'Nothing to hand over. Everything is done.',
    ownerless: (n: number) => (n === 1 ? '1 matter without an owner:' : `${n} matters without an owner:`),
    owner: (name: string, n: number, late: number) => `${name}: ${n}${late > 0 ? `, ${late} late` : ''}.`,
    dueBeforeOpening: (n: number) => `${n} due before we open again`,
    decide:
      'Do it now, agree on another time with the patient, or give it to the out-of-hours service. Write what was decided.',
    lateSince: (time: string) => `should have been done ${time}`,
    dueAt: (time: string) => `by ${time}`,
    noTime: 'no time set',
    readingTime: (minutes: string) => `${minutes} min to read aloud`,
    tooLong: 'Too long to read aloud. Take the late ones and those without an owner, and leave the rest on the board.',
    kinds: {
      promised: 'Promised',
      waiting: 'Waiting',
      running: 'Running',
      unsigned: 'Not signed',
      unpaid: 'Not paid',
    },
    states: { given: 'Given', taken: 'Taken over' },
    refusals: {
      'something has no owner': 'Something has no owner. Give each matter to a person or a station first.',
      'due before opening needs a decision': 'Something is due before we open again. Write what was decided.',
      'nothing was given': 'Nothing has been given on.',
      'already taken': 'The hand-over is taken.',
      'somebody else must take it': 'Somebody other than the giver must take it.',
    },
  },
});
