/** Every named place on a screen that more than one room fills. */

import type { PatientId } from '#patients';
import { type Slot, slot } from '#platform/web';

/** Marks beside the patient's name in the banner (exemption, interpreter, today's appointment). */
export const patientBannerSlot: Slot<{ patient: PatientId }> = slot('patient banner');
/** Panels on the patient's own screen. */
export const patientPanelSlot: Slot<{ patient: PatientId; colour: string }> = slot('patient panels');
/** The head line of the day board: figures that someone must see at once. */
export const dayFigureSlot: Slot<object> = slot('day figures');
/** Panels to the right on the day board. */
export const dayPanelSlot: Slot<object> = slot('day panels');
/** Acts in the top line, beside the global field (a new call). */
export const topActSlot: Slot<object> = slot('top acts');
/** Bars across every screen, under the top line: what nobody may overlook (emergency mode). */
export const topBarSlot: Slot<object> = slot('top bars');
/** Figures at the foot of the frame. */
export const footSlot: Slot<object> = slot('foot');
/** Where the work of a duty is done; filled by the front door, which alone knows the screens. */
export const dutyPlaceSlot: Slot<{ duty: string }> = slot('duty places');
/** What a pupil wrote, for the one who is to countersign it; `kind` is the room's own word for it. */
export const pupilWorkSlot: Slot<{ kind: string; subject: string; patient: PatientId | undefined }> =
  slot('pupil work');
