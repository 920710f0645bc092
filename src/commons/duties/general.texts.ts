/** What the general part of the job description asks, and where its limits go. */

import type { GeneralDuty } from './duty.ts';
import type { DutyWords } from './duty-line.ts';

export const generalWords: Record<GeneralDuty, DutyWords> = {
  'general.training': {
    description: {
      nb: 'Kurs, møter og undervisning på huset er en del av jobben, ikke noe en rekker når det er stille. Behovene kommer fra nytt utstyr, nye rutiner, avvik og det en selv har sagt at en trenger.',
      en: 'Courses, meetings and teaching in the house are part of the work, not something for quiet days. Needs come from new devices, new routines, deviations and what people themselves have asked for.',
    },
  },
  'general.internal-control': {
    description: {
      nb: 'Alle melder det som gikk galt eller nesten gjorde det, og klinikken retter årsaken, ikke personen. Rutiner har eier og dato, tiltak har frist, og minst en gang i året ser en på helheten.',
      en: 'Everyone reports what went wrong or nearly did, and the clinic corrects the cause, not the person. Routines have an owner and a date, measures a deadline, and at least once a year the whole is looked at.',
    },
    limits: { nb: 'Lederen vedtar tiltakene.', en: 'The head decides the measures.' },
  },
  'general.pupil-training': {
    description: {
      nb: 'Helsesekretæren lærer opp elever i praksis: viser, ser på, lar dem gjøre mer etter hvert og godkjenner det de kan. Eleven har egen tilgang med sluttdato og en veileder med navn.',
      en: 'The secretary trains pupils on placement: shows, watches, lets them do more in time and signs off what they can. The pupil has her own access with an end date and a supervisor by name.',
    },
    limits: {
      nb: 'Eleven er ikke arbeidskraft. Pasienten får vite det og kan si nei.',
      en: 'The pupil is not a workforce. The patient is told and may say no.',
    },
  },
  'general.delegated-tasks': {
    description: {
      nb: 'Legen kan overlate en bestemt oppgave utenfor fagets vanlige område til en bestemt person, med grenser, stoppregler og sluttdato. Den som får den, sier ja eller nei, og gjør den under legens kontroll.',
      en: 'The doctor may hand a particular task outside the usual field to a particular person, with limits, stop rules and an end date. The one who gets it says yes or no, and does it under the doctor’s control.',
    },
    limits: {
      nb: 'Uten egen, gjeldende delegering: ikke gjør det.',
      en: 'Without an own, current delegation: do not do it.',
    },
  },
  'general.no-onward-delegation': {
    description: {
      nb: 'Det legen har gitt deg, kan du ikke gi videre. Kan du ikke gjøre det, går oppgaven tilbake til legen eller til en som selv har fått den av en lege.',
      en: 'What the doctor has given you, you cannot give onward. If you cannot do it, it goes back to the doctor or to someone who has been given it by a doctor.',
    },
    limits: {
      nb: 'Gjelder også maskiner: et program kan ikke ha eller gi en delegering.',
      en: 'Holds for machines too: a program can neither hold nor give a delegation.',
    },
  },
  'general.health-personnel-act': {
    description: {
      nb: 'Loven følger personen: arbeid forsvarlig, hjelp straks når det trengs, skriv sant, si fra om fare, ta ikke imot gaver som binder. Systemet viser loven der den gjelder.',
      en: 'The law follows the person: work soundly, help at once when needed, write what is true, tell of danger, take no gift that binds. The system shows the law where it applies.',
    },
  },
  'general.know-own-competence': {
    description: {
      nb: 'Den som er autorisert, vet hva hun har ansvar for, hva hun er godkjent til, og hvor grensen går. Hver fast oppgave har en eier og en stedfortreder, så to ikke tror at den andre gjør det.',
      en: 'One who is authorised knows what she answers for, what she is signed off on and where the limit is. Every standing task has an owner and a deputy, so that two do not each think the other does it.',
    },
  },
  'general.abstain': {
    description: {
      nb: 'Å holde seg oppdatert er en plikt, og det er også å si «dette kan jeg ikke». Da går oppgaven tilbake uten spørsmål om skyld, og behovet for å lære noteres.',
      en: 'Keeping up to date is a duty, and so is saying “I am not competent for this”. The task then goes back with no question of blame, and the need to learn is noted.',
    },
  },
  'general.confidentiality': {
    description: {
      nb: 'Det en får vite om pasienter, blir her. Det gjelder ved luken, i telefonen, på skjermen, på papiret, hjemme og etter at en har sluttet. Den som leser uten grunn, bryter loven.',
      en: 'What one learns of patients stays here: at the desk, on the phone, on the screen, on paper, at home and after leaving. Reading without a reason breaks the law.',
    },
  },
  'general.documentation-duty': {
    description: {
      nb: 'Helsehjelp gitt på eget grunnlag skrives av den som ga den, samme dag, under eget navn. Hjelp gitt under en annens ledelse dokumenteres av den som ledet.',
      en: 'Care given on one’s own account is written by the one who gave it, the same day, under her own name. Help given under another’s direction is recorded by the one who directed.',
    },
    limits: {
      nb: 'Elevens notat går inn når veilederen har medsignert.',
      en: 'A pupil’s note enters when the supervisor has countersigned.',
    },
  },
  'general.ethics': {
    description: {
      nb: 'Alle møtes likt, får vite og får velge, og feil sies det fra om. Køen tar ikke hensyn til bekjentskap, og betaling kommer aldri foran sykdom.',
      en: 'All are met alike, are told and may choose, and mistakes are owned. The queue knows no friends, and payment never comes before illness.',
    },
  },
};
