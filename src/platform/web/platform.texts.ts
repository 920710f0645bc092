/** What every screen may have to say: the kinds of no, the connection, the frame of lists and forms. */

import { texts } from '#kernel/texts';

export const platformTexts = texts({
  nb: {
    fault: (id: string) => `Noe gikk galt hos oss. Ingenting er lagret. Oppgi nummeret til den som drifter: ${id}`,
    away: 'Ingen forbindelse med serveren. Det du har skrevet står, og sendes når den er tilbake.',
    waitingToBeSent: (n: number) => (n === 1 ? '1 ting venter på å bli sendt' : `${n} ting venter på å bli sendt`),
    signedOut: 'Du er logget ut.',
    locked: 'Skjermen er låst.',
    notAllowed: 'Du kan ikke gjøre dette her.',
    notForThisRole: 'Dette er ikke lagt til din rolle.',
    badInput: 'Noe i skjemaet må rettes.',
    fieldMissing: 'Må fylles ut',
    fieldWrong: 'Stemmer ikke',
    fieldTooLong: 'For langt',
    fieldNotADate: 'Skriv datoen slik: 31.12.2026',
    loading: 'Henter …',
    close: 'Lukk',
    cancel: 'Avbryt',
    save: 'Lagre',
    keys: 'Taster',
    printKeys: 'Skriv ut',
    everywhere: 'Overalt',
  },
  en: {
    fault: (id: string) =>
      `Something went wrong on our side. Nothing was saved. Give this number to the IT person: ${id}`,
    away: 'No connection to the server. What you typed stays, and is sent when it is back.',
    waitingToBeSent: (n: number) => (n === 1 ? '1 thing is waiting to be sent' : `${n} things are waiting to be sent`),
    signedOut: 'You are signed out.',
    locked: 'The screen is locked.',
    notAllowed: 'You may not do this here.',
    notForThisRole: 'This is not part of your role.',
    badInput: 'Something in the form must be corrected.',
    fieldMissing: 'Must be filled in',
    fieldWrong: 'Does not fit',
    fieldTooLong: 'Too long',
    fieldNotADate: 'Write the date like this: 31.12.2026',
    loading: 'Loading …',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    keys: 'Keys',
    printKeys: 'Print',
    everywhere: 'Everywhere',
  },
});
