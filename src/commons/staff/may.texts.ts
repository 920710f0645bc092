/** Why someone may not do something now, and what to do instead, in words for a tired person at 15:25. */

import { dutyTexts, type Role } from '#duties';
import type { Facts } from '#kernel/result';
import { type Language, type Sentence, texts } from '#kernel/texts';
import { daySaid } from './day-in-words.ts';
import type { Closeness, MayWhy } from './may.ts';

const on = (language: Language, facts: Facts, key: string, words: (day: string) => string): string => {
  const day = daySaid(language, facts, key);
  return day === undefined ? '' : words(day);
};
const doctorIn = (language: Language, facts: Facts): string =>
  typeof facts.doctor === 'string'
    ? `${language === 'nb' ? 'dr.' : 'Dr'} ${facts.doctor}`
    : language === 'nb'
      ? 'legen'
      : 'the doctor';
const roleIn = (language: Language, facts: Facts): string =>
  dutyTexts[language].roles[facts.role as Role] ?? dutyTexts[language].roles.helsesekretaer;

const nearNb: Record<Closeness, string> = {
  beside: 'ved siden av deg',
  near: 'like i nærheten',
  'in the house': 'i huset',
};
const nearEn: Record<Closeness, string> = { beside: 'beside you', near: 'close by', 'in the house': 'in the house' };

export const mayTexts = texts({
  nb: {
    grounds: {
      role: 'etter rolle',
      delegation: 'etter delegering',
      supervised: 'under veiledning',
      emergency: 'øyeblikkelig hjelp',
    },
    closeness: nearNb,
    /** The same, said of a colleague in a list. */
    brief: {
      'not employed': 'ikke ansatt nå',
      'access not begun': 'tilgangen har ikke begynt',
      'access ended': 'tilgangen er gått ut',
      'secrecy not signed': 'taushetserklæringen er ikke underskrevet',
      'authorisation missing': 'autorisasjonen er ikke registrert',
      'authorisation expired': 'autorisasjonen er gått ut',
      'duty is off here': 'gjøres ikke her',
      'not for this role': 'hører ikke til rollen',
      'only watches': 'ser på',
      'only prepares': 'forbereder, en annen avgjør',
      'order missing': 'bestilling mangler',
      'no delegation': 'ikke delegert fra lege',
      'delegation not accepted': 'delegeringen venter på svar',
      'delegation not begun': 'delegeringen har ikke begynt',
      'delegation expired': 'delegeringen er gått ut',
      'delegation withdrawn': 'delegeringen er trukket tilbake',
      'delegation declined': 'har ikke tatt imot delegering',
      'delegation returned': 'delegeringen er gitt tilbake',
      'delegation used up': 'delegeringen er brukt opp',
      'delegator gone': 'legen som delegerte, er ikke her lenger',
      'no competence record': 'ikke godkjent for dette ennå',
      'competence expired': 'godkjenningen er gått ut',
      'device not learned': 'mangler opplæring på utstyret',
      'device training expired': 'opplæringen på utstyret er gått ut',
      'still watching': 'i gang med å se på',
      'supervisor needed': 'trenger en veileder',
      'supervises oneself': 'trenger en annen som veileder',
      'supervisor may not': 'veilederen kan ikke veilede i dette nå',
    } satisfies Record<MayWhy, string>,
    refusals: {
      'not employed': (facts: Facts) =>
        `Du er ikke ansatt her nå${on('nb', facts, 'until', (day) => `; ansettelsen sluttet ${day}`)}. Snakk med lederen.`,
      'access not begun': (facts: Facts) =>
        `Tilgangen din begynner ${on('nb', facts, 'from', (day) => day) || 'senere'}. Snakk med lederen om du trenger den før.`,
      'access ended': (facts: Facts) =>
        `Tilgangen din ${on('nb', facts, 'until', (day) => `gikk ut ${day}`) || 'er ikke åpnet'}. Be lederen om å vurdere den på nytt.`,
      'secrecy not signed': 'Taushetserklæringen er ikke underskrevet. Gjør det først, så åpnes resten.',
      'authorisation missing': (facts: Facts) =>
        `Autorisasjonen som ${roleIn('nb', facts).toLowerCase()} er ikke registrert. Be lederen slå den opp i HPR.`,
      'authorisation expired': (facts: Facts) =>
        `Autorisasjonen som ${roleIn('nb', facts).toLowerCase()} ${on('nb', facts, 'until', (day) => `gikk ut ${day}`) || 'er gått ut'}. Be lederen slå den opp i HPR.`,
      'duty is off here': 'Dette gjøres ikke på dette legekontoret. Spør legen hvor pasienten skal.',
      'not for this role': 'Denne oppgaven hører ikke til rollen din. Gi den til en som kan.',
      'only watches': 'I denne rollen ser du på. La en kollega gjøre det.',
      'only prepares': 'Du kan gjøre dette klart. En annen må avgjøre og godkjenne.',
      'order missing': (facts: Facts) =>
        facts.need === 'order'
          ? 'Det mangler bestilling fra lege for denne pasienten. Be legen om den først.'
          : 'Det mangler bestilling eller skriftlig prosedyre. Be legen om en bestilling først.',
      'no delegation': 'Dette krever at en lege har delegert oppgaven til deg. Spør en lege.',
      'delegation not accepted': (facts: Facts) =>
        `Delegeringen fra ${doctorIn('nb', facts)} venter på svaret ditt. Si ja eller nei til den først.`,
      'delegation not begun': (facts: Facts) =>
        `Delegeringen fra ${doctorIn('nb', facts)} ${on('nb', facts, 'from', (day) => `gjelder fra ${day}`) || 'gjelder ikke ennå'}.`,
      'delegation expired': (facts: Facts) =>
        `Delegeringen gikk ut${on('nb', facts, 'until', (day) => ` ${day}`)}. Spør ${doctorIn('nb', facts)} om ny.`,
      'delegation withdrawn': (facts: Facts) =>
        `Delegeringen ble trukket tilbake${on('nb', facts, 'on', (day) => ` ${day}`)}. Spør ${doctorIn('nb', facts)}.`,
      'delegation declined': (facts: Facts) =>
        `Du takket nei til denne delegeringen. Spør ${doctorIn('nb', facts)} om ny hvis du vil ta den nå.`,
      'delegation returned': (facts: Facts) =>
        `Du ga delegeringen tilbake${on('nb', facts, 'on', (day) => ` ${day}`)}. Spør ${doctorIn('nb', facts)} om ny når du er klar.`,
      'delegation used up': (facts: Facts) =>
        `Delegeringen gjaldt ${facts.atMost ?? 'et visst antall'} ganger, og de er brukt. Spør ${doctorIn('nb', facts)} om ny.`,
      'delegator gone': (facts: Facts) =>
        `${facts.doctor ? `Dr. ${facts.doctor}` : 'Legen som delegerte,'} er ikke ansvarlig lege her nå. Spør en annen lege om ny delegering.`,
      'no competence record': 'Du er ikke godkjent for dette ennå. Be en kollega som kan det, se på deg.',
      'competence expired': (facts: Facts) =>
        `Godkjenningen din gikk ut${on('nb', facts, 'until', (day) => ` ${day}`)}. Be en kollega som kan det, se på deg en gang.`,
      'device not learned': 'Du har ikke fått opplæring på dette utstyret. Be den som har ansvaret for det, vise deg.',
      'device training expired': (facts: Facts) =>
        `Opplæringen på utstyret gikk ut${on('nb', facts, 'until', (day) => ` ${day}`)}. Ta en gjennomgang med den som har ansvaret for det.`,
      'still watching': 'Du er i gang med å se på. Neste steg er å gjøre det med noen ved siden av deg.',
      'supervisor needed': (facts: Facts) =>
        `Du trenger en veileder ${nearNb[facts.closeness as Closeness] ?? 'med navn'}. Velg hvem som er med deg.`,
      'supervises oneself': 'Du kan ikke være din egen veileder. Velg en kollega.',
      'supervisor may not': (facts: Facts) =>
        `${facts.supervisor ?? 'Kollegaen'} kan ikke veilede i dette nå. Velg en som kan gjøre det alene.`,
    } satisfies Record<MayWhy, Sentence>,
  },
  en: {
    grounds: {
      role: 'by role',
      delegation: 'by delegation',
      supervised: 'under supervision',
      emergency: 'immediate help',
    },
    closeness: nearEn,
    brief: {
      'not employed': 'not employed now',
      'access not begun': 'access has not begun',
      'access ended': 'access has ended',
      'secrecy not signed': 'confidentiality not signed',
      'authorisation missing': 'authorisation not registered',
      'authorisation expired': 'authorisation has ended',
      'duty is off here': 'not done here',
      'not for this role': 'not part of the role',
      'only watches': 'looks on',
      'only prepares': 'prepares, another decides',
      'order missing': 'no order',
      'no delegation': 'not delegated by a doctor',
      'delegation not accepted': 'delegation awaits an answer',
      'delegation not begun': 'delegation has not begun',
      'delegation expired': 'delegation has ended',
      'delegation withdrawn': 'delegation withdrawn',
      'delegation declined': 'has not accepted a delegation',
      'delegation returned': 'delegation given back',
      'delegation used up': 'delegation used up',
      'delegator gone': 'the delegating doctor is no longer here',
      'no competence record': 'not signed off for this yet',
      'competence expired': 'sign-off has ended',
      'device not learned': 'not trained on the device',
      'device training expired': 'training on the device has ended',
      'still watching': 'has begun by watching',
      'supervisor needed': 'needs a supervisor',
      'supervises oneself': 'needs another as supervisor',
      'supervisor may not': 'the supervisor may not supervise this now',
    },
    refusals: {
      'not employed': (facts: Facts) =>
        `You are not employed here now${on('en', facts, 'until', (day) => `; your employment ended ${day}`)}. Talk to the head.`,
      'access not begun': (facts: Facts) =>
        `Your access begins ${on('en', facts, 'from', (day) => day) || 'later'}. Talk to the head if you need it sooner.`,
      'access ended': (facts: Facts) =>
        `Your access ${on('en', facts, 'until', (day) => `ended ${day}`) || 'has not been opened'}. Ask the head to reassess it.`,
      'secrecy not signed': 'The declaration of confidentiality is not signed. Sign it first, then the rest opens.',
      'authorisation missing': (facts: Facts) =>
        `No authorisation as ${roleIn('en', facts).toLowerCase()} is registered. Ask the head to look it up in HPR.`,
      'authorisation expired': (facts: Facts) =>
        `Your authorisation as ${roleIn('en', facts).toLowerCase()} ${on('en', facts, 'until', (day) => `ended ${day}`) || 'has ended'}. Ask the head to look it up in HPR.`,
      'duty is off here': 'This is not done at this clinic. Ask the doctor where the patient should go.',
      'not for this role': 'This is not part of your role. Give it to someone who may.',
      'only watches': 'In this role you look on. Let a colleague do it.',
      'only prepares': 'You may prepare this. Another must decide and approve.',
      'order missing': (facts: Facts) =>
        facts.need === 'order'
          ? 'There is no order from a doctor for this patient. Ask the doctor first.'
          : 'There is neither an order nor a written procedure. Ask the doctor for an order first.',
      'no delegation': 'A doctor must have delegated this to you. Ask a doctor.',
      'delegation not accepted': (facts: Facts) =>
        `The delegation from ${doctorIn('en', facts)} is waiting for your answer. Say yes or no to it first.`,
      'delegation not begun': (facts: Facts) =>
        `The delegation from ${doctorIn('en', facts)} begins ${on('en', facts, 'from', (day) => day) || 'later'}.`,
      'delegation expired': (facts: Facts) =>
        `The delegation ended${on('en', facts, 'until', (day) => ` ${day}`)}. Ask ${doctorIn('en', facts)} for a new one.`,
      'delegation withdrawn': (facts: Facts) =>
        `The delegation was withdrawn${on('en', facts, 'on', (day) => ` ${day}`)}. Ask ${doctorIn('en', facts)}.`,
      'delegation declined': (facts: Facts) =>
        `You declined this delegation. Ask ${doctorIn('en', facts)} for a new one if you will take it now.`,
      'delegation returned': (facts: Facts) =>
        `You gave the delegation back${on('en', facts, 'on', (day) => ` ${day}`)}. Ask ${doctorIn('en', facts)} for a new one when you are ready.`,
      'delegation used up': (facts: Facts) =>
        `The delegation was for ${facts.atMost ?? 'a number of'} times, and they are used. Ask ${doctorIn('en', facts)} for a new one.`,
      'delegator gone': (facts: Facts) =>
        `${facts.doctor ? `Dr ${facts.doctor}` : 'The doctor who delegated'} is not a responsible doctor here now. Ask another doctor for a new delegation.`,
      'no competence record': 'You are not signed off for this yet. Ask a colleague who is to watch you.',
      'competence expired': (facts: Facts) =>
        `Your sign-off ended${on('en', facts, 'until', (day) => ` ${day}`)}. Ask a colleague who is signed off to watch you once.`,
      'device not learned': 'You have not been trained on this device. Ask whoever is responsible for it to show you.',
      'device training expired': (facts: Facts) =>
        `Your training on the device ended${on('en', facts, 'until', (day) => ` ${day}`)}. Go through it with whoever is responsible for it.`,
      'still watching': 'You have begun by watching. The next step is to do it with someone beside you.',
      'supervisor needed': (facts: Facts) =>
        `You need a supervisor ${nearEn[facts.closeness as Closeness] ?? 'by name'}. Choose who is with you.`,
      'supervises oneself': 'You cannot be your own supervisor. Choose a colleague.',
      'supervisor may not': (facts: Facts) =>
        `${facts.supervisor ?? 'The colleague'} cannot supervise this now. Choose someone who may do it alone.`,
    },
  },
});

/** The sentence for a refusal, with its facts in it. */
export function whyNot(language: Language, why: MayWhy, facts: Facts = {}): string {
  const sentence: string | ((facts: Facts) => string) = mayTexts[language].refusals[why];
  return typeof sentence === 'string' ? sentence : sentence(facts);
}
