/** Who is here: asks the server, shows sign-in or the lock above what stands, and keeps the work underneath. */

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { connection } from '../../platform/web/connection.ts';
import { hearLive } from '../../platform/web/live.ts';
import { PresentContext, type SignedIn } from '../../platform/web/who.tsx';
import { LockScreen, NewPassword, SignIn } from './sign-in.screen.tsx';

type Presence = SignedIn | 'asking' | 'nobody';

async function askWho(): Promise<Presence> {
  try {
    const response = await fetch('/sign-in/me');
    if (response.status === 401) return 'nobody';
    return response.ok ? ((await response.json()) as { value: SignedIn }).value : 'asking';
  } catch {
    return 'asking';
  }
}

export function Present({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [presence, setPresence] = useState<Presence>('asking');
  const { session } = useSyncExternalStore(connection.onChange, connection.state);
  const refresh = useCallback(async () => {
    const answered = await askWho();
    setPresence(answered);
    if (answered === 'nobody') return;
    if (answered === 'asking') setTimeout(() => void refresh(), 1_000);
    else if (answered.state === 'open') {
      connection.sessionOpen();
      void queries.invalidateQueries();
    }
  }, [queries]);
  // Also when a call was told that the session is gone or the screen locked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `session` is what makes it worth asking again
  useEffect(() => void refresh(), [refresh, session]);

  const me = typeof presence === 'object' ? presence : undefined;
  const person = me?.person;
  useEffect(() => (person ? hearLive(queries) : undefined), [person, queries]);
  const present = useMemo(() => (me ? { me, clockAheadMs: Date.parse(me.now) - Date.now() } : undefined), [me]);

  if (presence === 'asking') return <div className="sign-in" aria-busy="true" />;
  if (!me || !present) return <SignIn onDone={refresh} />;
  if (me.state === 'open' && me.mustChange) return <NewPassword onDone={refresh} />;
  return (
    <PresentContext value={present}>
      {children}
      {me.state === 'locked' ? <LockScreen me={me} onDone={refresh} /> : null}
    </PresentContext>
  );
}

/** Locks this screen, or signs out; the page underneath stays as it was for the one who comes back. */
export async function leave(how: 'lock' | 'out'): Promise<void> {
  await fetch(`/sign-in/${how}`, { method: 'POST' });
  connection.sessionGone(how === 'lock' ? 'locked' : 'signed out');
}
