/** The kinds of appointment of this clinic: asked for by everyone, changed by the head. */

import { z } from 'zod';
import { fact } from '#events';
import { dayInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import { command, type Db, query, readSetting, saveSetting } from '#platform/server';
import { appointmentTypes as defaults } from './appointment-type.table.ts';
import { type AppointmentType, type AppointmentTypeCode, appointmentTypesOn } from './appointment-type.ts';
import { adaptedTypes, type TypeAdaptation, typeChange, withChange } from './type-adaptation.ts';

const settingName = 'reception.appointment-types';
const adaptationOn = (db: Db, day: IsoDate): Promise<TypeAdaptation> =>
  readSetting<TypeAdaptation>(db, settingName, day, {});

export async function typesOn(db: Db, day: IsoDate): Promise<AppointmentType[]> {
  return adaptedTypes(appointmentTypesOn(defaults, day), await adaptationOn(db, day));
}
export async function typeOn(db: Db, code: AppointmentTypeCode, day: IsoDate): Promise<AppointmentType | undefined> {
  return (await typesOn(db, day)).find((type) => type.code === code);
}

export const appointmentTypes = query({
  name: 'appointmentTypes',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({}),
  async does({ db, now }) {
    return ok(await typesOn(db, dayOf(now)));
  },
});

/** Length, name or preparation of a kind of appointment; the past keeps what held then. */
export const adaptAppointmentType = command({
  name: 'adaptAppointmentType',
  who: { roles: ['head', 'doctor'] },
  takes: typeChange.extend({ from: dayInput, reason: lineInput(200) }),
  async does({ input, db, me, now, tell }) {
    const { from, reason, ...change } = input;
    if (from < dayOf(now)) return refuse('cannot change the past');
    const value = withChange(await adaptationOn(db, from), change);
    await saveSetting(db, { name: settingName, from, value, by: me.person, now, reason });
    tell(fact('BooksChanged', { book: null }));
    return ok();
  },
});
