/** Every word about duties that a screen or a print shows. */

import type { Facts } from '#kernel/result';
import type { Sentence } from '#kernel/texts';
import { texts } from '#kernel/texts';
import type { WhyNotAdapted } from './adaptation.ts';
import type { CompetenceLevel, DutyRoom, Rhythm, Standing } from './duty.ts';
import type { WhyNotReviewed } from './emergency.ts';
import type { Role } from './role.ts';

type Refusals = Record<WhyNotAdapted | WhyNotReviewed | 'over', Sentence>;

export const dutyTexts = texts({
  nb: {
    jobDescription: 'Stillingsbeskrivelse for helsesekretær',
    rooms: {
      reception: 'Resepsjonsarbeid',
      laboratory: 'Laboratoriearbeid',
      treatment: 'Skiftestuearbeid',
      general: 'Generelt',
    } satisfies Record<DutyRoom, string>,
    roles: {
      doctor: 'Lege',
      nurse: 'Sykepleier',
      bioengineer: 'Bioingeniør',
      helsesekretaer: 'Helsesekretær',
      pupil: 'Elev',
      head: 'Leder',
      it: 'IT-ansvarlig',
    } satisfies Record<Role, string>,
    standings: {
      'by profession': 'på egen autorisasjon',
      'by role': 'på egen hånd, med den opplæringen oppgaven krever',
      'by delegation': 'bare etter egen delegering fra lege',
      supervised: 'med veileder',
      observed: 'under direkte observasjon',
      drafts: 'forbereder, en annen avgjør',
      watches: 'ser på',
    } satisfies Record<Standing, string>,
    rhythms: {
      'all day': 'hele dagen',
      'every day': 'hver dag',
      'every week': 'hver uke',
      'every month': 'hver måned',
      'every year': 'hvert år',
      'on order': 'etter bestilling',
      'when it happens': 'når det trengs',
    } satisfies Record<Rhythm, string>,
    needs: {
      order: {
        order: 'bestilling fra lege',
        'order or written procedure': 'bestilling fra lege eller skriftlig prosedyre',
      },
      levelAlone: (level: CompetenceLevel) => `godkjent kompetanse på nivå ${level} for å gjøre det alene`,
      device: 'opplæring på utstyret',
      doctor: { present: 'lege til stede', reachable: 'lege som kan nås' },
      approval: { doctor: 'legen godkjenner', head: 'lederen godkjenner', 'second person': 'en person til godkjenner' },
    },
    levels: {
      0: 'ser på',
      1: 'gjør under direkte observasjon',
      2: 'gjør med hjelp i nærheten',
      3: 'gjør med hjelp i huset',
      4: 'gjør alene',
    } satisfies Record<CompetenceLevel, string>,
    notHere: 'Gjøres ikke på dette legekontoret.',
    noScreenYet: 'Denne oppgaven har ikke noe skjermbilde ennå. Den gjøres utenfor systemet.',
    decided: (name: string, from: string) => `Bestemt av ${name}, gjelder fra ${from}.`,
    refusals: {
      'not yours to decide': 'Lege eller leder bestemmer hvordan oppgaven er her.',
      'another duty': 'Endringen gjelder en annen oppgave. Åpne oppgaven på nytt.',
      'from a day that has passed': 'Endringen kan ikke gjelde bakover i tid. Velg i dag eller senere.',
      'law keeps it on': 'Denne oppgaven følger av loven og kan ikke slås av.',
      'pupils only in training': 'Elever gjør oppgaver bare i opplæring, med veileder.',
      'delegation is personal':
        'Denne oppgaven må delegeres av en lege til hver enkelt. Den kan ikke åpnes for en hel gruppe.',
      'competence is personal': 'Kompetansen må godkjennes for hver enkelt. Den kan ikke gis til en hel gruppe.',
      'not health personnel': 'Denne oppgaven krever helsepersonell. Rollen kan bare se på.',
      'alone needs at least help near':
        'Den som ikke er godkjent til å gjøre det med hjelp i nærheten, kan ikke gjøre det alene.',
      'deputy is the owner': 'Stedfortrederen må være en annen enn den ansvarlige.',
      'still running': 'Nødsituasjonen pågår ennå. Avslutt den først.',
      'already reviewed': 'Nødsituasjonen er alt gjennomgått.',
      'not yours to review': 'Lege eller leder går gjennom nødsituasjonen etterpå.',
      'own act': 'Du gjorde selv noe som skal gjennomgås. La en annen lege eller lederen gjøre det.',
      'a stop is unanswered': (facts: Facts) =>
        `Svar på alt som ble passert: ${facts.stops ?? 0} punkter, ${facts.answers ?? 0} svar.`,
      over: 'Nødsituasjonen er over. Start en ny om det haster igjen.',
    } satisfies Refusals,
  },
  en: {
    jobDescription: 'Job description for medical secretary (helsesekretær)',
    rooms: { reception: 'Reception', laboratory: 'Laboratory', treatment: 'Treatment room', general: 'General' },
    roles: {
      doctor: 'Doctor',
      nurse: 'Nurse',
      bioengineer: 'Biomedical laboratory scientist',
      helsesekretaer: 'Medical secretary',
      pupil: 'Pupil',
      head: 'Head',
      it: 'IT',
    },
    standings: {
      'by profession': 'on their own authorisation',
      'by role': 'on their own, with the training the task asks for',
      'by delegation': 'only with an own delegation from a doctor',
      supervised: 'with a supervisor',
      observed: 'under direct observation',
      drafts: 'prepares, another decides',
      watches: 'looks on',
    },
    rhythms: {
      'all day': 'all day',
      'every day': 'every day',
      'every week': 'every week',
      'every month': 'every month',
      'every year': 'every year',
      'on order': 'on order',
      'when it happens': 'when needed',
    },
    needs: {
      order: {
        order: 'an order from a doctor',
        'order or written procedure': 'an order from a doctor or a written procedure',
      },
      levelAlone: (level: CompetenceLevel) => `competence signed off at level ${level} to act alone`,
      device: 'training on the device',
      doctor: { present: 'a doctor present', reachable: 'a doctor within reach' },
      approval: {
        doctor: 'the doctor approves',
        head: 'the head approves',
        'second person': 'a second person approves',
      },
    },
    levels: {
      0: 'watches',
      1: 'does it under direct observation',
      2: 'does it with help near',
      3: 'does it with help in the house',
      4: 'does it alone',
    },
    notHere: 'Not done at this clinic.',
    noScreenYet: 'This duty has no screen yet. It is done outside the system.',
    decided: (name: string, from: string) => `Decided by ${name}, from ${from}.`,
    refusals: {
      'not yours to decide': 'A doctor or the head decides how this is done here.',
      'another duty': 'The change belongs to another duty. Open the duty again.',
      'from a day that has passed': 'The change cannot begin in the past. Choose today or later.',
      'law keeps it on': 'The law asks for this duty. It cannot be switched off.',
      'pupils only in training': 'Pupils do this only in training, with a supervisor.',
      'delegation is personal': 'A doctor must delegate this to each person. It cannot be opened for a whole group.',
      'competence is personal': 'Competence is signed off for each person. It cannot be given to a whole group.',
      'not health personnel': 'This asks for health personnel. The role may only look on.',
      'alone needs at least help near': 'Whoever is not signed off to do it with help near cannot do it alone.',
      'deputy is the owner': 'The deputy must be someone other than the owner.',
      'still running': 'The emergency is still going on. End it first.',
      'already reviewed': 'The emergency has been reviewed already.',
      'not yours to review': 'A doctor or the head reviews the emergency afterwards.',
      'own act': 'You did something yourself that is to be reviewed. Let another doctor or the head do it.',
      'a stop is unanswered': (facts: Facts) =>
        `Answer everything that was passed: ${facts.stops ?? 0} points, ${facts.answers ?? 0} answers.`,
      over: 'The emergency is over. Start a new one if it is urgent again.',
    },
  },
});
