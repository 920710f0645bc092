/** The clinic's own job description (stillingsbeskrivelse), ready to be printed: the default with the local decisions in it. */

import type { PersonId } from '#kernel/ids';
import type { Language } from '#kernel/texts';
import type { IsoDate } from '#kernel/time';
import { type Adaptation, type AdaptedDuty, adaptedDuty } from './adaptation.ts';
import { duties } from './catalogue.ts';
import { dutyTexts } from './duty.texts.ts';
import { type DutyId, type DutyRoom, dutyRooms, type Standing } from './duty.ts';
import { type DutyScreens, whereDone } from './feature.ts';
import { laws } from './law.table.ts';
import { type Role, roles } from './role.ts';

export type WhoMayLine = {
  readonly role: Role;
  readonly roleName: string;
  readonly standing: Standing;
  readonly words: string;
};
export type JobDescriptionLine = {
  readonly id: DutyId;
  readonly number: number;
  readonly name: string;
  /** False: the clinic has decided that this is not done here; the line is printed so that all can see it. */
  readonly on: boolean;
  readonly description: string;
  readonly limits?: string;
  readonly routine: readonly string[];
  readonly whoMay: readonly WhoMayLine[];
  readonly needs: readonly string[];
  readonly rhythm: string;
  readonly laws: readonly string[];
  readonly screen: boolean;
  readonly localText?: string;
  readonly owner?: string;
  readonly deputy?: string;
  readonly decided?: { readonly by: string; readonly from: IsoDate };
};
export type JobDescriptionPart = {
  readonly room: DutyRoom;
  readonly title: string;
  readonly lines: readonly JobDescriptionLine[];
};
export type JobDescription = {
  readonly title: string;
  readonly clinic: string;
  readonly on: IsoDate;
  readonly language: Language;
  readonly parts: readonly JobDescriptionPart[];
  /** How many lines the clinic has decided something about. */
  readonly adapted: number;
};

export type JobDescriptionWish = {
  readonly clinic: string;
  readonly on: IsoDate;
  readonly language: Language;
  readonly adaptations: readonly Adaptation[];
  readonly nameOf: (person: PersonId) => string;
  readonly screens?: DutyScreens;
};

/** The whole description as it holds on the day. */
export function jobDescription(wish: JobDescriptionWish): JobDescription {
  const here = duties.map((duty) => adaptedDuty(duty, wish.adaptations, wish.on));
  return {
    title: dutyTexts[wish.language].jobDescription,
    clinic: wish.clinic,
    on: wish.on,
    language: wish.language,
    parts: dutyRooms.map((room) => ({
      room,
      title: dutyTexts[wish.language].rooms[room],
      lines: here.filter((duty) => duty.room === room).map((duty) => lineOf(duty, wish)),
    })),
    adapted: here.filter((duty) => duty.local).length,
  };
}

function lineOf(duty: AdaptedDuty, wish: JobDescriptionWish): JobDescriptionLine {
  const { language, nameOf } = wish;
  const local = duty.local;
  return {
    id: duty.id,
    number: duty.lineInDescription,
    name: duty.name[language],
    on: duty.on,
    description: duty.description[language],
    ...(duty.limits ? { limits: duty.limits[language] } : {}),
    routine: duty.routine[language],
    whoMay: whoMayInWords(duty, language),
    needs: needsInWords(duty, language),
    rhythm: dutyTexts[language].rhythms[duty.rhythm],
    laws: duty.laws.map((law) => laws[law].cite[language]),
    screen: whereDone(duty.id, wish.screens ?? {}).where === 'screen',
    ...(local?.text ? { localText: local.text } : {}),
    ...(local?.owner ? { owner: nameOf(local.owner) } : {}),
    ...(local?.deputy ? { deputy: nameOf(local.deputy) } : {}),
    ...(local ? { decided: { by: nameOf(local.decidedBy), from: local.from } } : {}),
  };
}

/** Each role that may, and on what ground, in words. */
export function whoMayInWords(duty: Pick<AdaptedDuty, 'who'>, language: Language): readonly WhoMayLine[] {
  const texts = dutyTexts[language];
  return roles.flatMap((role) => {
    const standing = duty.who[role];
    return standing ? [{ role, roleName: texts.roles[role], standing, words: texts.standings[standing] }] : [];
  });
}

/** What the duty asks of the situation, in words. */
export function needsInWords(duty: Pick<AdaptedDuty, 'needs'>, language: Language): readonly string[] {
  const texts = dutyTexts[language].needs;
  const { order, levelAlone, device, doctor, approval } = duty.needs;
  return [
    ...(order === 'none' ? [] : [texts.order[order]]),
    ...(levelAlone === null ? [] : [texts.levelAlone(levelAlone)]),
    ...(device ? [texts.device] : []),
    ...(doctor === 'not needed' ? [] : [texts.doctor[doctor]]),
    ...(approval === 'none' ? [] : [texts.approval[approval]]),
  ];
}
