/** How the general duties are lived, step by step; the clinic's own routine may say more. */

import type { GeneralDuty } from './duty.ts';
import type { Routine } from './duty-line.ts';

export const generalRoutines: Record<GeneralDuty, Routine> = {
  'general.training': {
    nb: [
      'Se hva du mangler eller hva som utløper.',
      'Meld deg på eller be om tid.',
      'Delta og bli notert.',
      'Ta i bruk det du lærte, og si fra om rutinen må endres.',
    ],
    en: [
      'See what you lack or what expires.',
      'Enrol or ask for time.',
      'Take part and be noted.',
      'Use what you learnt, and say if the routine must change.',
    ],
  },
  'general.internal-control': {
    nb: [
      'Meld avviket der det skjer.',
      'Gjør det som må gjøres straks.',
      'Finn årsaken sammen.',
      'Bestem tiltak, eier og frist.',
      'Se om det virket før saken lukkes.',
    ],
    en: [
      'Report the deviation where it happens.',
      'Do what must be done at once.',
      'Find the cause together.',
      'Decide measure, owner and deadline.',
      'See whether it worked before closing.',
    ],
  },
  'general.pupil-training': {
    nb: [
      'Avtale med skolen, taushetserklæring, egen tilgang med sluttdato.',
      'Navngitt veileder og plan.',
      'La eleven se, så gjøre med deg ved siden av.',
      'Medsigner det eleven har gjort, eller send tilbake med et ord.',
      'Gi vurdering underveis og til slutt.',
    ],
    en: [
      'Agreement with the school, declaration of secrecy, own access with an end date.',
      'A named supervisor and a plan.',
      'Let the pupil watch, then do with you beside.',
      'Countersign what the pupil did, or send back with a word.',
      'Assess midway and at the end.',
    ],
  },
  'general.delegated-tasks': {
    nb: [
      'Legen beskriver oppgaven, hvem den gjelder, og når en skal stoppe.',
      'Få opplæring og bli vurdert.',
      'Si ja eller nei.',
      'Gjør det innenfor grensene; spør ved tvil.',
      'Gå gjennom før den løper ut.',
    ],
    en: [
      'The doctor describes the task, whom it covers and when to stop.',
      'Be trained and assessed.',
      'Say yes or no.',
      'Do it within the limits; ask in doubt.',
      'Review it before it runs out.',
    ],
  },
  'general.no-onward-delegation': {
    nb: [
      'Se om oppgaven er delegert.',
      'Gi den tilbake til legen, eller til en med egen delegering.',
      'Ved fravær: tilbake til legen med grunn.',
    ],
    en: [
      'See whether the task is delegated.',
      'Give it back to the doctor, or to one with an own delegation.',
      'On absence: back to the doctor with the reason.',
    ],
  },
  'general.health-personnel-act': {
    nb: [
      'Bruk lovhenvisningen på skjermen når du er i tvil.',
      'Svar ikke om pasienter ved luken uten grunnlag.',
      'Si nei takk til gaver.',
      'Si fra om fare.',
    ],
    en: [
      'Use the law reference on the screen when in doubt.',
      'Do not answer about patients at the desk without a ground.',
      'Decline gifts.',
      'Tell of danger.',
    ],
  },
  'general.know-own-competence': {
    nb: [
      'Les egen side: godkjent, utløper, delegert.',
      'Ta den årlige samtalen.',
      'Se at hver oppgave du eier, har stedfortreder.',
    ],
    en: [
      'Read your own page: signed off, expiring, delegated.',
      'Have the yearly talk.',
      'See that each task you own has a deputy.',
    ],
  },
  'general.abstain': {
    nb: [
      'Kjenner du at du ikke kan det: stopp.',
      'Trykk «Dette kan jeg ikke».',
      'Oppgaven går tilbake; pasienten får vite at en annen kommer.',
      'Behovet for opplæring noteres.',
    ],
    en: [
      'If you feel you cannot: stop.',
      'Press “I am not competent for this”.',
      'The task goes back; the patient is told another will come.',
      'The need for training is noted.',
    ],
  },
  'general.confidentiality': {
    nb: [
      'Underskriv taushetserklæringen.',
      'Les bare det du trenger nå.',
      'Finn ut hvem du snakker med før du svarer.',
      'Lås skjermen og rydd papiret.',
    ],
    en: [
      'Sign the declaration of secrecy.',
      'Read only what you need now.',
      'Find out whom you are talking to before answering.',
      'Lock the screen and clear the paper.',
    ],
  },
  'general.documentation-duty': {
    nb: [
      'Avgjør om hjelpen var på eget grunnlag.',
      'Skriv samme dag under eget navn.',
      'Oppgi hvem som bestemte.',
      'Rett med ny innføring.',
    ],
    en: [
      'Decide whether the help was on your own account.',
      'Write the same day under your own name.',
      'State who decided.',
      'Correct by a new entry.',
    ],
  },
  'general.ethics': {
    nb: ['Møt alle likt.', 'Fortell og spør.', 'Gi grunn når noen går foran i køen.', 'Si fra når noe gikk galt.'],
    en: [
      'Meet all alike.',
      'Tell and ask.',
      'Give the reason when someone goes first.',
      'Say so when something went wrong.',
    ],
  },
};
