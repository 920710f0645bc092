/** Every word about people, sign-offs, delegations and countersigning that a screen shows. */

import type { Facts } from '#kernel/result';
import { type Sentence, texts } from '#kernel/texts';
import type { WhyNoAccess, WhyNotEmployed } from './access.ts';
import type { WhyNotSignedOff } from './competence.ts';
import type { WhyNotCountersigned } from './countersign.ts';
import type { WhyNoDelegation } from './current-delegation.ts';
import { daySaid } from './day-in-words.ts';
import type { WhyNotHanded } from './delegated-task.ts';
import type { Delegation, EndedDelegation, WhyNotAnswered, WhyNotOffered } from './delegation.ts';
import type { WhyNotRegistered } from './newcomer.ts';

type Refusal =
  | WhyNoAccess
  | WhyNotEmployed
  | WhyNotSignedOff
  | WhyNotCountersigned
  | WhyNotOffered
  | WhyNotAnswered
  | Exclude<WhyNotHanded, WhyNoDelegation>
  | 'not an HPR number'
  | 'HPR number missing'
  | 'no such access'
  | 'signed already'
  | 'deputy is oneself'
  | 'not yours to withdraw'
  | 'ended already'
  | 'not accepted'
  | 'only a doctor gives out'
  | 'not in your hands'
  | 'no named supervisor'
  | 'words missing'
  | 'not yours'
  | 'not sent back'
  | 'met already'
  | 'how is missing'
  | 'not away'
  | WhyNotRegistered
  | 'HPR number is another’s'
  | 'not found';

export const staffTexts = texts({
  nb: {
    delegation: 'Delegering',
    abstain: 'Dette kan jeg ikke',
    abstained: 'Takk for at du sa fra. Oppgaven er hos legen igjen, og behovet for opplæring er notert.',
    delegationStates: {
      offered: 'tilbudt, venter på svar',
      accepted: 'gjelder',
      ended: 'avsluttet',
    } satisfies Record<Delegation['state'], string>,
    endings: {
      withdrawn: 'trukket tilbake',
      expired: 'gått ut',
      declined: 'takket nei',
      returned: 'gitt tilbake',
    } satisfies Record<EndedDelegation['how'], string>,
    pupilActs: { awaiting: 'venter på veileder', countersigned: 'medsignert', 'sent back': 'sendt tilbake' },
    fading: 'Det er en stund siden du gjorde dette. Vil du se rutinen, eller ha en kollega med?',
    refusals: {
      'not yours to decide': 'Lederen eller en ansvarlig lege avgjør dette.',
      'not employed then': 'Personen er ikke ansatt den dagen. Registrer ansettelsen først.',
      'ends before it begins': 'Sluttdatoen er før startdatoen. Rett en av dem.',
      'longer than the clinic allows': (facts: Facts) =>
        `Dette er lengre enn klinikken tillater. Siste mulige dag er ${daySaid('nb', facts, 'longest') ?? 'tidligere'}.`,
      'only pupils are on placement': 'Elever har praksisavtale, og bare de. Velg rolle eller avtale på nytt.',
      'authorisation missing': 'Autorisasjonen er ikke registrert. Slå den opp i HPR først.',
      'authorisation expired': 'Autorisasjonen er gått ut. Slå den opp i HPR.',
      'employed already': 'Personen er alt ansatt i den perioden.',
      'assesses oneself': 'Ingen kan godkjenne seg selv. Be en kollega.',
      'assessor may not': 'Den som godkjenner, må selv være godkjent til å gjøre det alene, eller være lege.',
      'too few observed': (facts: Facts) =>
        `Dette nivået krever ${facts.needed ?? 'flere'} observerte ganger. Det er notert ${facts.observed ?? 0}.`,
      'no evidence': 'Skriv kort hva godkjenningen bygger på.',
      'not the named supervisor': 'En annen er veileder for dette. Ta over først, eller gi det til veilederen.',
      'own act': 'Du kan ikke medsignere det du selv har gjort.',
      'countersigned already': 'Dette er alt medsignert.',
      'with the pupil': 'Dette er sendt tilbake til eleven.',
      'not at work': 'Personen er ikke på jobb nå. Velg en som er til stede.',
      'may not do it alone': 'Den som medsignerer, må selv kunne gjøre dette alene.',
      'only a doctor delegates': 'Bare en lege kan delegere.',
      'authorisation not valid': 'Bare en lege med gyldig autorisasjon og tilgang kan delegere.',
      'delegates to oneself': 'En kan ikke delegere til seg selv.',
      'not a colleague now': 'Personen har ikke tilgang her nå.',
      'duty is off here': 'Oppgaven gjøres ikke på dette legekontoret.',
      'cannot be delegated': 'Denne handlingen kan ikke delegeres.',
      'not for this role': 'Personens rolle kan ikke få denne oppgaven delegert.',
      'held by delegation': 'Du har selv fått denne oppgaven delegert. En delegert oppgave kan ikke delegeres videre.',
      'limits missing': 'Skriv hvem den gjelder for, og når en skal stoppe.',
      'from a day that has passed': 'Delegeringen kan ikke gjelde bakover i tid.',
      'not yours to answer': 'Bare den som har fått delegeringen, kan svare på den.',
      'answered already': 'Delegeringen er alt besvart.',
      'delegation withdrawn': 'Delegeringen er trukket tilbake av lege eller leder.',
      'delegation expired': (facts: Facts) =>
        `Delegeringen gikk ut${prefixed(daySaid('nb', facts, 'until'))}. Spør legen om ny.`,
      'done already': 'Oppgaven er alt gjort.',
      'not yours to hand over': 'Oppgaven er ikke hos deg. Bare den som har den, eller legen, kan flytte den.',
      'holds it already': 'Personen har oppgaven alt.',
      'not an HPR number': 'Et HPR-nummer har høyst ni siffer. Se over tallene.',
      'HPR number missing': 'Registrer HPR-nummeret først.',
      'no such access': 'Personen har ikke den tilgangen.',
      'signed already': 'Taushetserklæringen er alt underskrevet.',
      'deputy is oneself': 'Stedfortrederen må være en annen.',
      'not yours to withdraw': 'Bare en ansvarlig lege eller lederen kan trekke en delegering tilbake.',
      'ended already': 'Delegeringen er alt avsluttet.',
      'not accepted': 'Delegeringen er ikke tatt imot. Svar nei i stedet.',
      'only a doctor gives out': 'Bare en ansvarlig lege gir ut og gjør denne oppgaven selv.',
      'not in your hands': 'Oppgaven er hos en annen.',
      'no named supervisor': 'Velg veileder før du gjør dette.',
      'words missing': 'Skriv et ord til eleven om hva som skal ses på.',
      'not yours': 'Dette er en annen elevs.',
      'not sent back': 'Dette er ikke sendt tilbake.',
      'met already': 'Behovet er alt dekket.',
      'how is missing': 'Skriv hvordan behovet ble dekket.',
      'not away': 'Personen er ikke registrert borte.',
      'employment missing': 'En rolle krever et arbeidsforhold. Fyll ut det også.',
      'placement needs an end': 'En praksisperiode har en siste dag. Skriv den.',
      'placement needs a school and a supervisor': 'En elev på praksis har skole og veileder. Velg begge.',
      'supervises oneself': 'Veilederen må være en annen.',
      'HPR number is another’s': 'HPR-nummeret står på en annen i listen. Se over tallene.',
      'not found': 'Dette finnes ikke lenger i denne klinikken. Se på listen på nytt.',
    } satisfies Record<Refusal, Sentence>,
  },
  en: {
    delegation: 'Delegation',
    abstain: 'I am not competent for this',
    abstained: 'Thank you for saying so. The task is with the doctor again, and the need for training is noted.',
    delegationStates: { offered: 'offered, awaiting an answer', accepted: 'in force', ended: 'ended' },
    endings: { withdrawn: 'withdrawn', expired: 'expired', declined: 'declined', returned: 'given back' },
    pupilActs: { awaiting: 'awaiting the supervisor', countersigned: 'countersigned', 'sent back': 'sent back' },
    fading: 'It is a while since you did this. Would you like to see the routine, or have a colleague with you?',
    refusals: {
      'not yours to decide': 'The head or a responsible doctor decides this.',
      'not employed then': 'The person is not employed on that day. Register the employment first.',
      'ends before it begins': 'The end is before the beginning. Correct one of them.',
      'longer than the clinic allows': (facts: Facts) =>
        `This is longer than the clinic allows. The last possible day is ${daySaid('en', facts, 'longest') ?? 'earlier'}.`,
      'only pupils are on placement': 'Pupils, and only pupils, have a placement. Choose role or agreement again.',
      'authorisation missing': 'The authorisation is not registered. Look it up in HPR first.',
      'authorisation expired': 'The authorisation has ended. Look it up in HPR.',
      'employed already': 'The person is already employed in that period.',
      'assesses oneself': 'Nobody signs off themselves. Ask a colleague.',
      'assessor may not': 'Whoever signs off must be signed off to do it alone, or be a doctor.',
      'too few observed': (facts: Facts) =>
        `This level asks for ${facts.needed ?? 'more'} observed times. ${facts.observed ?? 0} are noted.`,
      'no evidence': 'Write briefly what the sign-off rests on.',
      'not the named supervisor': 'Another is supervisor for this. Take over first, or leave it to the supervisor.',
      'own act': 'You cannot countersign what you did yourself.',
      'countersigned already': 'This is countersigned already.',
      'with the pupil': 'This has been sent back to the pupil.',
      'not at work': 'The person is not at work now. Choose someone who is.',
      'may not do it alone': 'Whoever countersigns must be able to do this alone.',
      'only a doctor delegates': 'Only a doctor can delegate.',
      'authorisation not valid': 'Only a doctor with a valid authorisation and access can delegate.',
      'delegates to oneself': 'One cannot delegate to oneself.',
      'not a colleague now': 'The person has no access here now.',
      'duty is off here': 'This is not done at this clinic.',
      'cannot be delegated': 'This act cannot be delegated.',
      'not for this role': 'The person’s role cannot be given this by delegation.',
      'held by delegation': 'You hold this by delegation yourself. A delegated task is not delegated onward.',
      'limits missing': 'Write whom it covers and when to stop.',
      'from a day that has passed': 'The delegation cannot begin in the past.',
      'not yours to answer': 'Only the person who was given the delegation can answer it.',
      'answered already': 'The delegation has been answered.',
      'delegation withdrawn': 'The delegation has been withdrawn by a doctor or the head.',
      'delegation expired': (facts: Facts) =>
        `The delegation ended${prefixed(daySaid('en', facts, 'until'))}. Ask the doctor for a new one.`,
      'done already': 'The task is done.',
      'not yours to hand over': 'The task is not with you. Only its holder or the doctor can move it.',
      'holds it already': 'The person has the task already.',
      'not an HPR number': 'An HPR number has at most nine digits. Look over the figures.',
      'HPR number missing': 'Register the HPR number first.',
      'no such access': 'The person does not have that access.',
      'signed already': 'The declaration of confidentiality is signed already.',
      'deputy is oneself': 'The deputy must be another.',
      'not yours to withdraw': 'Only a responsible doctor or the head can withdraw a delegation.',
      'ended already': 'The delegation has ended already.',
      'not accepted': 'The delegation is not accepted. Answer no instead.',
      'only a doctor gives out': 'Only a responsible doctor gives out this task and does it herself.',
      'not in your hands': 'The task is with someone else.',
      'no named supervisor': 'Choose a supervisor before you do this.',
      'words missing': 'Write a word to the pupil on what to look at.',
      'not yours': 'This is another pupil’s.',
      'not sent back': 'This has not been sent back.',
      'met already': 'The need is met already.',
      'how is missing': 'Write how the need was met.',
      'not away': 'The person is not registered as away.',
      'employment missing': 'A role asks for an employment. Fill that in too.',
      'placement needs an end': 'A placement has a last day. Write it.',
      'placement needs a school and a supervisor': 'A pupil on placement has a school and a supervisor. Choose both.',
      'supervises oneself': 'The supervisor must be another.',
      'HPR number is another’s': 'The HPR number belongs to someone else in the list. Look over the figures.',
      'not found': 'This is no longer here in this clinic. Look at the list again.',
    },
  },
});

function prefixed(day: string | undefined): string {
  return day === undefined ? '' : ` ${day}`;
}
