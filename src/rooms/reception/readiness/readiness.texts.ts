/** Every sentence about what the clinic leans on. */

import { texts } from '#kernel/texts';
import type { PaperForm } from './paper-form.ts';
import type { Dependency, ReadinessFigure, ReadinessState } from './readiness.ts';

type Why =
  | 'nothing to check'
  | 'unknown dependency'
  | 'checked in the future'
  | 'note missing'
  | 'already used'
  | 'written in the future'
  | 'nothing is written'
  | 'already entered'
  | 'already spoilt'
  | 'reason missing';

export const readinessTexts = texts({
  nb: {
    title: 'Klar til drift',
    checkNow: 'Sjekk nå',
    allIsUp: 'Alt annet er sett og oppe',
    what: 'Hva',
    state: 'Tilstand',
    seen: 'Sett',
    note: 'Hva du så (må med når noe er nede)',
    without: 'Hvis den er nede',
    checkedAt: (time: string, by: string) => `sjekket ${time} av ${by}`,
    bySystem: 'systemet',
    downFor: (minutes: number) => `nede i ${minutes} min`,
    stillOnPaper: (n: number) => (n === 0 ? 'Alt på papir er ført inn.' : `${n} skjema skal føres inn`),
    missing: (numbers: string) => `Skjema ${numbers} er ikke gjort rede for. Let til de er funnet.`,
    afterDowntime: 'ført inn etter driftsstans',
    states: { up: 'Oppe', slow: 'Treg', down: 'Nede', 'not checked': 'Ikke sjekket' } satisfies Record<
      ReadinessState,
      string
    >,
    weights: {
      'stops the clinic': 'stopper driften',
      'slows the clinic': 'sinker driften',
    } satisfies Record<Dependency['weight'], string>,
    figures: {
      'all up': () => 'Alle linjer oppe',
      'not checked': (n: number) => `${n} ikke sjekket`,
      slowed: (n: number) => `${n} nede eller trege`,
      stopped: (n: number) => `${n} nede: se kortet`,
    } satisfies Record<ReadinessFigure['kind'], (n: number) => string>,
    forms: { blank: 'Blank', written: 'På papir', entered: 'Ført inn', spoilt: 'Makulert' } satisfies Record<
      PaperForm['state'],
      string
    >,
    refusals: {
      'nothing to check': 'Alt er sjekket.',
      'unknown dependency': 'Dette sjekkes ikke her.',
      'checked in the future': 'Tidspunktet er fram i tid.',
      'note missing': 'Skriv hva du så, så den neste slipper å lete.',
      'already used': 'Skjemaet er brukt.',
      'written in the future': 'Tidspunktet er fram i tid.',
      'nothing is written': 'Det står ingenting på skjemaet.',
      'already entered': 'Skjemaet er ført inn.',
      'already spoilt': 'Skjemaet er makulert.',
      'reason missing': 'Skriv hvorfor: det sto noe på skjemaet.',
    } satisfies Record<Why, string>,
  },
  en: {
    title: 'Ready to open',
    checkNow: 'Check now',
    allIsUp: 'All else is seen and up',
    what: 'What',
    state: 'State',
    seen: 'Seen',
    note: 'What you saw (needed when something is down)',
    without: 'If it is down',
    checkedAt: (time: string, by: string) => `checked ${time} by ${by}`,
    bySystem: 'the system',
    downFor: (minutes: number) => `down for ${minutes} min`,
    stillOnPaper: (n: number) => (n === 0 ? 'Everything on paper is entered.' : `${n} forms to enter`),
    missing: (numbers: string) => `Forms ${numbers} are not accounted for. Look until they are found.`,
    afterDowntime: 'entered after downtime',
    states: { up: 'Up', slow: 'Slow', down: 'Down', 'not checked': 'Not checked' },
    weights: { 'stops the clinic': 'stops the clinic', 'slows the clinic': 'slows the clinic' },
    figures: {
      'all up': () => 'All lines up',
      'not checked': (n: number) => `${n} not checked`,
      slowed: (n: number) => `${n} down or slow`,
      stopped: (n: number) => `${n} down: see the card`,
    },
    forms: { blank: 'Blank', written: 'On paper', entered: 'Entered', spoilt: 'Spoilt' },
    refusals: {
      'nothing to check': 'Everything is checked.',
      'unknown dependency': 'This is not checked here.',
      'checked in the future': 'The time lies ahead.',
      'note missing': 'Write what you saw, so that the next one need not search.',
      'already used': 'The form is used.',
      'written in the future': 'The time lies ahead.',
      'nothing is written': 'Nothing is written on the form.',
      'already entered': 'The form is entered.',
      'already spoilt': 'The form is spoilt.',
      'reason missing': 'Say why: something was written on the form.',
    },
  },
});
