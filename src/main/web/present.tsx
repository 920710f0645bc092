/** Who is here: asks the server, shows sign-in or the lock above what stands, and keeps the work underneath. */

import { useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { onFact } from '#platform/web';
import { connection } from '../../platform/web/connection.ts';
import { hearLive } from '../../platform/web/live.ts';
import { PresentContext, type SignedIn } from '../../platform/web/who.tsx';
import { LockScreen, NewPassword, SignIn } from './sign-in.screen.tsx';
import { useStillHere } from './still-here.ts';

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

/** While the server cannot be asked, what stands on the screen stays. */
const orKnown = (answered: Presence, known: Presence): Presence =>
  answered === 'asking' && typeof known === 'object' ? known : answered;

/** After these someone's session may be another: locked, ended, in emergency mode. */
const changes = new Set(['SessionChanged', 'AccountChanged', 'PersonChanged', 'EverythingChanged']);

export function Present({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [presence, setPresence] = useState<Presence>('asking');
  const { session } = useSyncExternalStore(connection.onChange, connection.state);
  const ask = useCallback(async () => {
    const answered = await askWho();
    setPresence((known) => orKnown(answered, known));
    return answered;
  }, []);
  const refresh = useCallback(async () => {
    const answered = await ask();
    if (answered === 'asking') setTimeout(() => void refresh(), 1_000);
    if (typeof answered !== 'object' || answered.state !== 'open') return;
    if (connection.isFor(answered.person)) void queries.invalidateQueries();
    else queries.clear();
    connection.sessionOpen(answered.person);
  }, [queries, ask]);
  // Also when a call was told that the session is gone or the screen locked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `session` is what makes it worth asking again
  useEffect(() => void refresh(), [refresh, session]);
  useEffect(() => onFact(({ name }) => changes.has(name) && void ask()), [ask]);

  const me = typeof presence === 'object' ? presence : undefined;
  const person = me?.person;
  useEffect(() => (person ? hearLive(queries) : undefined), [person, queries]);
  useStillHere(me?.state === 'open' && !me.isEmergency ? me.lockAfterMinutes : null, () => void leave('lock'));
  const present = useMemo(() => (me ? { me, clockAheadMs: Date.parse(me.now) - Date.now() } : undefined), [me]);

  if (presence === 'asking') return <div className="sign-in" aria-busy="true" />;
  if (!me || !present) return <SignIn onDone={refresh} />;
  if (me.state === 'open' && me.mustChange) return <NewPassword onDone={refresh} />;
  return (
    <PresentContext value={present}>
      {/* Whoever comes back finds what stood; a colleague begins with a clean desk. */}
      <Fragment key={me.person}>{children}</Fragment>
      {me.state === 'locked' ? <LockScreen me={me} onDone={refresh} /> : null}
    </PresentContext>
  );
}

/** Locks this screen, or signs out; the page underneath stays as it was for the one who comes back. */
export async function leave(how: 'lock' | 'out'): Promise<void> {
  await fetch(`/sign-in/${how}`, { method: 'POST' }).catch(() => {});
  connection.sessionGone(how === 'lock' ? 'locked' : 'signed out');
}
