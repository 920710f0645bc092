/** Every sentence about telephone calls. */

import { texts } from '#kernel/texts';
import type { Call, CriterionColour, Elsewhere, EndRefusal, Outcome } from './call.ts';
import type { Attempt, AttemptVerdict } from './call-back.ts';
import type { IsbarPart } from './isbar.ts';
import type { RedCard } from './red-path.ts';
import type { RepeatAnswer } from './repeat-caller.ts';
import type { CallerKind, MayBeTold } from './right-to-know.ts';

type Why =
  | EndRefusal
  | 'already answered'
  | 'already called'
  | 'nothing was promised'
  | 'owner and deputy are the same'
  | 'expected before it was opened'
  | 'nothing to judge yet';
type AskFirst = Extract<MayBeTold, { kind: 'ask first' }>['what'];
type MayNot = Extract<MayBeTold, { kind: 'may not be told' }>['why'];
type May = Extract<MayBeTold, { kind: 'may be told' }>['because'];

export const callTexts = texts({
  nb: {
    title: 'Telefon',
    empty: 'Ingen venter på telefonen.',
    waiting: (seconds: number) => `har ventet ${seconds} s`,
    promiseBy: (name: string, time: string) => `${name} ringer før ${time}`,
    safetyNet: 'Ring igjen hvis det blir verre, eller hvis det ikke er bedre som avtalt.',
    mayAlwaysListen: 'Du kan alltid ta imot det innringeren forteller.',
    states: {
      ringing: 'Ringer',
      answered: 'I samtale',
      ended: 'Avsluttet',
      abandoned: 'La på',
    } satisfies Record<Call['state'], string>,
    colours: { red: 'Rød: akutt', yellow: 'Gul: haster', green: 'Grønn: vanlig' } satisfies Record<
      CriterionColour,
      string
    >,
    outcomes: {
      advice: 'Råd',
      booked: 'Time',
      'call back': 'Ringer tilbake',
      'to doctor': 'Til legen',
      '113': '113',
      message: 'Beskjed',
      'referred elsewhere': 'Vist videre',
      'answered question': 'Svart på spørsmål',
    } satisfies Record<Outcome['kind'], string>,
    elsewhere: {
      'out-of-hours service': 'Legevakt 116117',
      'poison information': 'Giftinformasjonen 22 59 13 00',
      pharmacy: 'Apotek',
      helsenorge: 'Helsenorge',
      'other doctor': 'Annen lege',
      dentist: 'Tannlege',
      'municipal service': 'Kommunen',
    } satisfies Record<Elsewhere, string>,
    callers: {
      patient: 'Pasienten selv',
      parent: 'Forelder',
      'next of kin': 'Nærmeste pårørende',
      'other relation': 'Annen pårørende',
      guardian: 'Verge',
      'health personnel': 'Helsepersonell',
      'authority or insurer': 'Myndighet eller forsikring',
      unknown: 'Ukjent',
    } satisfies Record<CallerKind, string>,
    mayBeTold: {
      'is the patient': 'Det er pasienten selv.',
      'parent of a child': 'Forelder til barn: kan få vite.',
      consent: 'Pasienten har samtykket.',
      'stands in for the patient': 'Pasienten kan ikke ivareta seg selv: nærmeste kan få vite.',
    } satisfies Record<May, string>,
    askFirst: {
      'who is calling': 'Spør hvem som ringer.',
      'how old the patient is': 'Finn ut hvor gammel pasienten er.',
      'parental responsibility': 'Spør om forelderen har foreldreansvar.',
      'whether the child objects': 'Har barnet bedt om at foreldrene ikke får vite?',
      'ring back on a known number': 'Ring tilbake på et nummer du kjenner.',
      'the doctor decides': 'Legen avgjør. Si at du ringer tilbake.',
    } satisfies Record<AskFirst, string>,
    mayNotBeTold: {
      'no consent': 'Ikke samtykke. Du kan ikke si om personen er pasient her.',
      'child objects': 'Barnet ønsker ikke at foreldrene får vite. Legen svarer foreldrene.',
      'in writing to the doctor': 'Be om å få det skriftlig til legen.',
    } satisfies Record<MayNot, string>,
    repeat: {
      title: (contacts: number, hours: number) => `${contacts}. kontakt på ${hours} timer`,
      raised: 'Hev hastegrad',
      'another matter': 'Gjelder noe annet',
      'not raised': 'Hever ikke, fordi …',
    } satisfies Record<RepeatAnswer['kind'], string> & { title: (contacts: number, hours: number) => string },
    redCard: {
      title: 'Ring 113 nå',
      stay: 'Bli på linjen til 113 har svart.',
      where: 'Hvor er pasienten? Les adressen tilbake.',
      called: '113 er ringt',
      ask: {
        'where the patient is': 'Spør hvor pasienten er',
        'number to ring back': 'Spør om nummer å ringe tilbake på',
      } satisfies Record<RedCard['ask'][number], string>,
    },
    attempts: {
      reached: 'fikk tak i',
      'no answer': 'ikke svar',
      busy: 'opptatt',
      voicemail: 'telefonsvarer, ingen beskjed lagt igjen',
    } satisfies Record<Attempt['answer'], string>,
    attemptVerdicts: {
      reached: 'Fått tak i',
      'try again': 'Prøv igjen',
      'tell the doctor': 'Si fra til legen, og send brev',
    } satisfies Record<AttemptVerdict['kind'], string>,
    isbar: {
      identification: 'Identifikasjon',
      situation: 'Situasjon',
      background: 'Bakgrunn',
      assessment: 'Vurdering',
      request: 'Råd eller ønske',
    } satisfies Record<IsbarPart, string>,
    answering: {
      title: 'Besvart innen to minutter',
      abandonedAsMissed: 'De som la på, regnet som ikke besvart',
      abandonedLeftOut: 'Bare besvarte samtaler',
      nobodyRang: 'Ingen har ringt i perioden.',
      staffHere: (hour: string, tooFew: number) => `Kl. ${hour}: ${tooFew} flere burde vært besvart i tide`,
    },
    refusals: {
      'not answered yet': 'Telefonen er ikke tatt.',
      'already answered': 'En annen har tatt telefonen.',
      'already ended': 'Samtalen er avsluttet.',
      'caller gave up': 'Innringeren la på. Ring tilbake.',
      'reason missing': 'Skriv hva det gjaldt.',
      'patient not known': 'Velg pasienten.',
      'red needs 113 or the doctor': 'Rødt kriterium: ring 113 eller sett over til legen nå.',
      'advice needs a note': 'Råd som er helsehjelp skal stå i journalen. Skriv notatet først.',
      'advice needs a safety net': 'Si når pasienten skal ringe igjen, og kryss av for det.',
      'advice was not understood': 'Pasienten har ikke forstått rådet. Gi time eller sett over til legen.',
      'call-back is past': 'Tidspunktet er passert. Velg når du ringer tilbake.',
      'message is empty': 'Beskjeden er tom.',
      'caller may not be told': 'Innringeren har ikke rett til å få vite dette.',
      'ask before telling': 'Avklar om innringeren kan få vite, før noe sies.',
      'repeated call needs an answer': 'Pasienten har vært i kontakt nylig. Hev hastegraden, eller si hvorfor ikke.',
      'haste is not raised': 'Hastegraden er ikke høyere enn sist.',
      'already called': '113 er allerede ringt.',
      'nothing was promised': 'Det er ikke lovet å ringe tilbake.',
      'owner and deputy are the same': 'Den som skal ringe og stedfortrederen må være to forskjellige.',
      'expected before it was opened': 'Tidspunktet er passert. Velg når det skal ringes.',
      'nothing to judge yet': 'Ingen løfter har gått ut på tid ennå.',
    } satisfies Record<Why, string>,
  },
  en: {
    title: 'Telephone',
    empty: 'Nobody waits on the telephone.',
    waiting: (seconds: number) => `has waited ${seconds} s`,
    promiseBy: (name: string, time: string) => `${name} rings before ${time}`,
    safetyNet: 'Ring again if it gets worse, or if it is not better as agreed.',
    mayAlwaysListen: 'You may always receive what the caller tells.',
    states: { ringing: 'Ringing', answered: 'Talking', ended: 'Ended', abandoned: 'Gave up' },
    colours: { red: 'Red: emergency', yellow: 'Yellow: urgent', green: 'Green: ordinary' },
    outcomes: {
      advice: 'Advice',
      booked: 'Appointment',
      'call back': 'Ring back',
      'to doctor': 'To the doctor',
      '113': '113',
      message: 'Message',
      'referred elsewhere': 'Sent elsewhere',
      'answered question': 'Answered a question',
    },
    elsewhere: {
      'out-of-hours service': 'Out-of-hours 116117',
      'poison information': 'Poison information 22 59 13 00',
      pharmacy: 'Pharmacy',
      helsenorge: 'Helsenorge',
      'other doctor': 'Another doctor',
      dentist: 'Dentist',
      'municipal service': 'The municipality',
    },
    callers: {
      patient: 'The patient',
      parent: 'Parent',
      'next of kin': 'Next of kin',
      'other relation': 'Other relation',
      guardian: 'Guardian',
      'health personnel': 'Health personnel',
      'authority or insurer': 'Authority or insurer',
      unknown: 'Unknown',
    },
    mayBeTold: {
      'is the patient': 'It is the patient.',
      'parent of a child': 'Parent of a child: may be told.',
      consent: 'The patient has consented.',
      'stands in for the patient': 'The patient cannot look after own interests: the closest may be told.',
    },
    askFirst: {
      'who is calling': 'Ask who is calling.',
      'how old the patient is': 'Find out how old the patient is.',
      'parental responsibility': 'Ask whether the parent has parental responsibility.',
      'whether the child objects': 'Has the child asked that the parents are not told?',
      'ring back on a known number': 'Ring back on a number you know.',
      'the doctor decides': 'The doctor decides. Say that you will ring back.',
    },
    mayNotBeTold: {
      'no consent': 'No consent. You cannot say whether the person is a patient here.',
      'child objects': 'The child does not want the parents told. The doctor answers the parents.',
      'in writing to the doctor': 'Ask for it in writing to the doctor.',
    },
    repeat: {
      title: (contacts: number, hours: number) => `Contact number ${contacts} in ${hours} hours`,
      raised: 'Raise the haste',
      'another matter': 'It is another matter',
      'not raised': 'Not raised, because …',
    },
    redCard: {
      title: 'Ring 113 now',
      stay: 'Stay on the line until 113 has answered.',
      where: 'Where is the patient? Read the address back.',
      called: '113 has been called',
      ask: {
        'where the patient is': 'Ask where the patient is',
        'number to ring back': 'Ask for a number to ring back',
      },
    },
    attempts: {
      reached: 'reached',
      'no answer': 'no answer',
      busy: 'busy',
      voicemail: 'voicemail, no message left',
    },
    attemptVerdicts: {
      reached: 'Reached',
      'try again': 'Try again',
      'tell the doctor': 'Tell the doctor, and send a letter',
    },
    isbar: {
      identification: 'Identification',
      situation: 'Situation',
      background: 'Background',
      assessment: 'Assessment',
      request: 'Advice or request',
    },
    answering: {
      title: 'Answered within two minutes',
      abandonedAsMissed: 'Those who gave up counted as not answered',
      abandonedLeftOut: 'Answered calls only',
      nobodyRang: 'Nobody rang in the period.',
      staffHere: (hour: string, tooFew: number) => `At ${hour}: ${tooFew} more should have been answered in time`,
    },
    refusals: {
      'not answered yet': 'The telephone is not answered.',
      'already answered': 'Somebody else has answered.',
      'already ended': 'The call is ended.',
      'caller gave up': 'The caller gave up. Ring back.',
      'reason missing': 'Write what it was about.',
      'patient not known': 'Choose the patient.',
      'red needs 113 or the doctor': 'Red criterion: ring 113 or put it through to the doctor now.',
      'advice needs a note': 'Advice that is health care belongs in the record. Write the note first.',
      'advice needs a safety net': 'Say when the patient should ring again, and tick it.',
      'advice was not understood': 'The patient has not understood. Give a time or put it through to the doctor.',
      'call-back is past': 'The time has passed. Choose when you will ring back.',
      'message is empty': 'The message is empty.',
      'caller may not be told': 'The caller has no right to be told this.',
      'ask before telling': 'Find out whether the caller may be told before anything is said.',
      'repeated call needs an answer': 'The patient was in touch lately. Raise the haste, or say why not.',
      'haste is not raised': 'The haste is no higher than last time.',
      'already called': '113 has been called already.',
      'nothing was promised': 'Nobody has promised to ring back.',
      'owner and deputy are the same': 'Whoever rings and the deputy must be two different.',
      'expected before it was opened': 'The time has passed. Choose when to ring.',
      'nothing to judge yet': 'No promise has run out of time yet.',
    },
  },
});
