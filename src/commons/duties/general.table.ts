/** What holds everywhere: the general part of the job description, which follows the person and not the room. */

import type { GeneralDuty } from './duty.ts';
import type { DutyLine } from './duty-line.ts';

export const general = {
  'general.training': {
    name: { nb: 'Delta på kurs, møter og intern undervisning', en: 'Taking part in courses, meetings and teaching' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'every month',
    laws: ['quality-6', 'device-8', 'medicine-4'],
  },
  'general.internal-control': {
    name: { nb: 'Kvalitetssikring og internkontroll', en: 'Quality assurance and internal control' },
    group: 'everyone',
    acts: { 'measure-decision': 'head decides' },
    carry: ['completes', 'prepares'],
    rhythm: 'when it happens',
    laws: ['quality-6', 'quality-8', 'hpl-17', 'device-16'],
    fixedByLaw: true,
  },
  'general.pupil-training': {
    name: { nb: 'Opplæring av helsesekretærelever', en: 'Training helsesekretær pupils' },
    group: 'teaching',
    acts: { 'sign-off': 'teaching' },
    carry: ['completes', 'prepares'],
    rhythm: 'when it happens',
    laws: ['hpl-3', 'hpl-5', 'journal-13'],
  },
  'general.delegated-tasks': {
    name: { nb: 'Oppgaver etter delegering fra lege', en: 'Tasks delegated by a doctor' },
    group: 'outside own field',
    carry: ['prepares'],
    rhythm: 'when it happens',
    laws: ['hpl-5', 'hpl-4', 'medicine-4'],
  },
  'general.no-onward-delegation': {
    name: { nb: 'En delegert oppgave kan ikke delegeres videre', en: 'A delegated task is not delegated onward' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-5'],
    fixedByLaw: true,
  },
  'general.health-personnel-act': {
    name: { nb: 'Følge helsepersonelloven', en: 'Following the Health Personnel Act' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-4', 'hpl-7', 'hpl-9', 'hpl-15', 'hpl-17'],
    fixedByLaw: true,
  },
  'general.know-own-competence': {
    name: { nb: 'Kjenne egne ansvars- og kompetanseområder', en: 'Knowing one’s own responsibility and competence' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'every year',
    laws: ['hpl-4', 'hpl-16', 'hpl-48'],
    fixedByLaw: true,
  },
  'general.abstain': {
    name: {
      nb: 'Holde seg faglig oppdatert og avstå fra det en ikke behersker',
      en: 'Keeping up to date and abstaining from what one does not master',
    },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-4', 'quality-6'],
    fixedByLaw: true,
  },
  'general.confidentiality': {
    name: { nb: 'Taushetsplikt', en: 'Confidentiality' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-21', 'journal-13'],
    fixedByLaw: true,
  },
  'general.documentation-duty': {
    name: {
      nb: 'Dokumentere helsehjelp gitt på selvstendig grunnlag',
      en: 'Recording care given on one’s own account',
    },
    group: 'everyone',
    who: { pupil: 'supervised', it: undefined },
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-39', 'hpl-40', 'journal-10'],
    fixedByLaw: true,
  },
  'general.ethics': {
    name: { nb: 'Etiske retningslinjer', en: 'Ethical guidelines' },
    group: 'everyone',
    carry: ['completes'],
    rhythm: 'all day',
    laws: ['hpl-9', 'hpl-4'],
    fixedByLaw: true,
  },
} as const satisfies Record<GeneralDuty, DutyLine>;
