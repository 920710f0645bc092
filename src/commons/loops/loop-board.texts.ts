/** What the board says about loops. */

import { texts } from '#kernel/texts';

export const loopBoardTexts = texts({
  nb: {
    waiting: 'Venter på noen',
    nothingWaits: 'Ingenting venter på noen nå. Løfter, ordinasjoner og svar kommer hit av seg selv.',
    nothingWaitsForPatient: 'Klinikken skylder ikke pasienten noe nå.',
    open: 'Åpne linjen',
    openPatient: 'Åpne pasienten',
    now: 'nå',
    today: 'i dag',
    protectedAddress: 'Adresse sperret',
    closedToday: (closed: number, all: number) => `${closed} av ${all} lukket`,
    loopsOfToday: 'Dagens løkker',
    aging: { waiting: 'ventes', soon: 'snart', due: 'forfalt', late: 'for sent' },
  },
  en: {
    waiting: 'Waiting for someone',
    nothingWaits: 'Nothing waits for anyone now. Promises, orders and answers come here by themselves.',
    nothingWaitsForPatient: 'The clinic owes the patient nothing now.',
    open: 'Open the line',
    openPatient: 'Open the patient',
    now: 'now',
    today: 'today',
    protectedAddress: 'Address protected',
    closedToday: (closed: number, all: number) => `${closed} of ${all} closed`,
    loopsOfToday: "Today's loops",
    aging: { waiting: 'expected', soon: 'soon', due: 'due', late: 'late' },
  },
});
