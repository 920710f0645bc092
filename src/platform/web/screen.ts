/** A screen that a room offers: where it is, what it is called, and which duty is carried out there. */

import type { ComponentType } from 'react';
import type { Words } from '#kernel/texts';

/** The rooms as the navigation shows them. */
export type RoomName = 'today' | 'reception' | 'laboratory' | 'treatment' | 'money' | 'staff-room';

export type Screen = {
  readonly path: string;
  readonly room: RoomName;
  readonly title: Words;
  /** Duties of the job description that are carried out at this screen. */
  readonly duties: readonly string[];
  /** Two letters after `g`, where the screen has its own way from anywhere. */
  readonly keys?: string;
  /** Not in the room's menu (it is opened from another screen). */
  readonly isInner?: boolean;
  readonly load: () => Promise<{ default: ComponentType<ScreenProps> }>;
};

/** Parts of the address, such as the patient's id. */
export type ScreenProps = { readonly params: Readonly<Record<string, string>> };

export function screen(offered: Screen): Screen {
  return offered;
}
