/** The clinic's default matrix: for each group of tasks, which role may and what it takes. The clinic's doctor adapts and signs it. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { DutyRule, Needs } from './duty.ts';

export type TaskGroup =
  | 'desk'
  | 'not alone'
  | 'triage'
  | 'advice'
  | 'sampling'
  | 'analyses'
  | 'release'
  | 'medicines'
  | 'recordings'
  | 'simple measurements'
  | 'wounds'
  | 'freezing'
  | 'eye and ear'
  | 'assisting'
  | 'medical decision'
  | 'helfo report'
  | 'head decides'
  | 'upkeep'
  | 'skilled upkeep'
  | 'immediate help'
  | 'everyone'
  | 'teaching'
  | 'outside own field';

const nothing: Needs = { order: 'none', levelAlone: null, device: false, doctor: 'not needed', approval: 'none' };

const staffWithPupil = {
  doctor: 'by profession',
  nurse: 'by role',
  bioengineer: 'by role',
  helsesekretaer: 'by role',
  pupil: 'supervised',
} as const;

const groups: Record<TaskGroup, DutyRule> = {
  desk: { who: { ...staffWithPupil, head: 'by role' }, needs: nothing },
  'not alone': {
    who: { ...staffWithPupil, pupil: 'observed', head: 'by role' },
    needs: { ...nothing, approval: 'second person' },
  },
  triage: {
    who: { doctor: 'by profession', nurse: 'by role', helsesekretaer: 'by role', pupil: 'drafts' },
    needs: { ...nothing, levelAlone: 3, doctor: 'reachable' },
  },
  advice: {
    who: { doctor: 'by profession', nurse: 'by delegation', helsesekretaer: 'by delegation' },
    needs: { ...nothing, levelAlone: 3, doctor: 'reachable' },
  },
  sampling: {
    who: { ...staffWithPupil, bioengineer: 'by profession' },
    needs: { ...nothing, order: 'order', levelAlone: 4 },
  },
  analyses: {
    who: { ...staffWithPupil, bioengineer: 'by profession' },
    needs: { ...nothing, order: 'order', levelAlone: 4, device: true },
  },
  release: {
    who: { doctor: 'by profession', nurse: 'by role', bioengineer: 'by profession', helsesekretaer: 'by role' },
    needs: { ...nothing, levelAlone: 4 },
  },
  medicines: {
    who: { doctor: 'by profession', nurse: 'by role', helsesekretaer: 'by role', pupil: 'observed' },
    needs: { ...nothing, order: 'order or written procedure', levelAlone: 4, doctor: 'reachable' },
  },
  recordings: {
    who: { ...staffWithPupil, pupil: 'observed' },
    needs: { ...nothing, order: 'order', levelAlone: 4, device: true },
  },
  'simple measurements': {
    who: staffWithPupil,
    needs: { ...nothing, order: 'order or written procedure', levelAlone: 3, device: true },
  },
  wounds: {
    who: { doctor: 'by profession', nurse: 'by role', helsesekretaer: 'by role', pupil: 'observed' },
    needs: { ...nothing, order: 'order', levelAlone: 4, doctor: 'reachable' },
  },
  freezing: {
    who: { doctor: 'by profession', nurse: 'by delegation', helsesekretaer: 'by delegation', pupil: 'watches' },
    needs: { ...nothing, order: 'order or written procedure', levelAlone: 4, doctor: 'reachable' },
  },
  'eye and ear': {
    who: { doctor: 'by profession', nurse: 'by delegation', helsesekretaer: 'by delegation', pupil: 'observed' },
    needs: { ...nothing, order: 'order', levelAlone: 4, doctor: 'reachable' },
  },
  assisting: {
    who: { doctor: 'by profession', nurse: 'by role', helsesekretaer: 'by role', pupil: 'observed' },
    needs: { ...nothing, order: 'order', levelAlone: 3, doctor: 'present' },
  },
  'medical decision': {
    who: { doctor: 'by profession', nurse: 'drafts', bioengineer: 'drafts', helsesekretaer: 'drafts' },
    needs: { ...nothing, approval: 'doctor' },
  },
  'helfo report': {
    who: { doctor: 'by profession', helsesekretaer: 'drafts', head: 'drafts' },
    needs: { ...nothing, approval: 'doctor' },
  },
  'head decides': { who: { doctor: 'by profession', head: 'by role', helsesekretaer: 'drafts' }, needs: nothing },
  upkeep: { who: { ...staffWithPupil, head: 'by role' }, needs: nothing },
  'skilled upkeep': { who: staffWithPupil, needs: { ...nothing, levelAlone: 4 } },
  'immediate help': {
    who: { ...staffWithPupil, pupil: 'by role', head: 'by role', it: 'by role' },
    needs: nothing,
  },
  everyone: { who: { ...staffWithPupil, pupil: 'by role', head: 'by role', it: 'by role' }, needs: nothing },
  teaching: {
    who: {
      doctor: 'by profession',
      nurse: 'by role',
      bioengineer: 'by role',
      helsesekretaer: 'by role',
      head: 'by role',
    },
    needs: nothing,
  },
  'outside own field': {
    who: {
      doctor: 'by profession',
      nurse: 'by delegation',
      bioengineer: 'by delegation',
      helsesekretaer: 'by delegation',
    },
    needs: { ...nothing, levelAlone: 4, doctor: 'reachable' },
  },
};

/** The default in force; a clinic's own decisions lie over it as adaptations. */
export const taskMatrix: Dated<Readonly<Record<TaskGroup, DutyRule>>> = {
  from: '2026-01-01' as IsoDate,
  source:
    'Default for a GP clinic, 2026: helsepersonelloven §§ 4, 5 and 11, FOR-2008-04-03-320 §§ 4 and 7, ' +
    'FOR-2013-11-29-1373 § 8, the job description of Helsesekretærforbundet. No law lists procedures by profession: ' +
    'the clinic’s responsible doctor decides.',
  value: groups,
};
