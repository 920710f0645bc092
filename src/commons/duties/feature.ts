/** Where a duty's work is done: the screen that carries it, or the plain word that no screen does yet. */

import type { DutyId } from './duty.ts';

/** The routes of the screens, given by the front door, which alone knows which rooms are open. */
export type DutyScreens = Readonly<Partial<Record<DutyId, string>>>;
export type WhereDone = { readonly where: 'screen'; readonly route: string } | { readonly where: 'no screen yet' };

export function whereDone(duty: DutyId, screens: DutyScreens): WhereDone {
  const route = screens[duty];
  return route ? { where: 'screen', route } : { where: 'no screen yet' };
}
