/** Who is signed in on this screen, and what time the clinic's clock shows. */

import { createContext, useContext, useEffect, useState } from 'react';
import type { PersonId } from '#kernel/ids';
import { type Moment, momentOf } from '#kernel/time';

export type SignedIn = {
  readonly state: 'open' | 'locked';
  readonly mustChange: boolean;
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly workstation: string;
  readonly isEmergency: boolean;
  /** When emergency mode runs out. */
  readonly emergencyUntil: Moment | null;
  /** Minutes without a touch until the screen locks. */
  readonly lockAfterMinutes: number | null;
  readonly clinic: string;
  readonly isDemo: boolean;
  /** The server's clock when it was asked; the demo's day may be another than the wall's. */
  readonly now: Moment;
  readonly neighbours: readonly { readonly person: PersonId; readonly name: string }[];
};

type Present = { readonly me: SignedIn; readonly clockAheadMs: number };
export const PresentContext = createContext<Present | undefined>(undefined);

export function useMe(): SignedIn {
  const present = useContext(PresentContext);
  if (!present) throw new Error('no one is signed in here');
  return present.me;
}

/** The clinic's time, moving on every `everyMs`. */
export function useClock(everyMs = 10_000): Moment {
  const ahead = useContext(PresentContext)?.clockAheadMs ?? 0;
  const [now, setNow] = useState(() => momentOf(Date.now() + ahead));
  useEffect(() => {
    const tick = (): void => setNow(momentOf(Date.now() + ahead));
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [ahead, everyMs]);
  return now;
}
