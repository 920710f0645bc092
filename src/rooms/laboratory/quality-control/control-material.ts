/** Control material (kontrollmateriale): a lot of known value that tells whether an instrument measures right. */

import { z } from 'zod';
import type { DeviceId } from '#equipment';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, type IsoDate } from '#kernel/time';
import { type Dated, validOn } from '#kernel/validity';

export type ControlMaterialId = Id<'ControlMaterial'>;

/** Target value and limits for one instrument; SD where the lot states it, otherwise the accepted span alone. */
export type Target = {
  readonly analyte: string;
  readonly unit: string;
  readonly mean: number;
  readonly sd?: number;
  readonly low: number;
  readonly high: number;
};

/** One lot of one level, as it stands on the shelf or is opened. */
export type ControlMaterial = {
  readonly id: ControlMaterialId;
  readonly name: string;
  readonly level: string;
  readonly lot: string;
  readonly expiresOn: IsoDate;
  readonly openedOn?: IsoDate;
  readonly openDays?: number;
  /** The devices it is used on; targets differ between methods. */
  readonly devices: readonly DeviceId[];
  /** Dated: targets are corrected by the maker or set by the laboratory itself after twenty values. */
  readonly targets: readonly Dated<readonly Target[]>[];
  readonly registeredBy: PersonId;
};

const finite = z.number().refine(Number.isFinite);
export const targetInput = z
  .object({
    analyte: z.string().trim().min(1),
    unit: z.string().trim().max(20),
    mean: finite,
    sd: finite.positive().optional(),
    low: finite,
    high: finite,
  })
  .refine(({ low, mean, high }) => low <= mean && mean <= high, { path: ['mean'] })
  .refine(({ low, high }) => low < high, { path: ['high'] });

export type MaterialRefusal = 'lot expired' | 'opened too long ago' | 'no target on the day';

/** The last day the material may be used: the lot's date, or the opened bottle's if that comes first. */
export function usableUntil(material: ControlMaterial): IsoDate {
  if (!material.openedOn || material.openDays === undefined) return material.expiresOn;
  const opened = addDays(material.openedOn, material.openDays);
  return opened < material.expiresOn ? opened : material.expiresOn;
}

/** The target that a control of this analyte is held against on the day. */
export function targetOn(
  material: ControlMaterial,
  analyte: string,
  day: IsoDate,
): Result<Target, 'lot expired' | 'opened too long ago' | 'no target on the day'> {
  if (day > material.expiresOn) return refuse('lot expired', { expiresOn: material.expiresOn });
  if (day > usableUntil(material)) return refuse('opened too long ago', { usableUntil: usableUntil(material) });
  const target = validOn(material.targets, day)?.value.find((one) => one.analyte === analyte);
  return target ? ok(target) : refuse('no target on the day');
}

/** The bottle is opened: from now its own clock runs, by the maker's number of days. */
export function openBottle(
  material: ControlMaterial,
  on: IsoDate,
  openDays: number,
): Result<ControlMaterial, 'lot expired'> {
  if (on > material.expiresOn) return refuse('lot expired', { expiresOn: material.expiresOn });
  return ok({ ...material, openedOn: on, openDays });
}

/** A new target from a day on; the old one holds for the controls that were judged by it. */
export function setTarget(
  material: ControlMaterial,
  targets: readonly Target[],
  from: IsoDate,
  source: string,
): ControlMaterial {
  const before = addDays(from, -1);
  const earlier = material.targets
    .filter((period) => period.from < from)
    .map((period) => (period.until === undefined || period.until > before ? { ...period, until: before } : period));
  return { ...material, targets: [...earlier, { from, source, value: targets }] };
}
