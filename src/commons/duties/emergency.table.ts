/** How long emergency mode stays on before it asks whether it is still an emergency. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Minutes. */
export const emergencyMinutes: readonly Dated<number>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic setting, 2026: longer than the wait for an ambulance, short enough not to be left on overnight.',
    value: 60,
  },
];
