/** Keys: each screen says what they do in words; the map of them is shown by `?` and prints on one sheet. */

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { isWritingIn } from './writing.ts';

export type KeyAct = {
  /** `Enter`, `n`, `Ctrl+Enter`, `F1`, or a sequence `g r`. Letters are not told apart by case. */
  readonly keys: string;
  readonly words: string;
  readonly does: () => void;
  /** Also while one writes in a field; without it, only keys with Ctrl, F-keys and Escape reach through. */
  readonly inFields?: boolean;
};
type Registered = { readonly acts: readonly KeyAct[]; readonly title: string };
type Register = (registered: Registered) => () => void;

const RegisterContext = createContext<Register>(() => () => {});
const MapContext = createContext<readonly Registered[]>([]);

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

const sequenceMs = 1_200;

export function KeysProvider({ children }: { children: ReactNode }) {
  const stack = useRef<readonly Registered[]>([]);
  const [shown, setShown] = useState<readonly Registered[]>([]);
  const register = useCallback<Register>((registered) => {
    stack.current = [...stack.current, registered];
    setShown(stack.current);
    return () => {
      stack.current = stack.current.filter((one) => one !== registered);
      setShown(stack.current);
    };
  }, []);
  useEffect(() => {
    let first: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const key = nameOf(event);
      const pair = first && event.timeStamp - first.at < sequenceMs ? `${first.key} ${key}` : undefined;
      const found = find(stack.current, pair) ?? find(stack.current, key);
      first = { key, at: event.timeStamp };
      if (!found) return;
      const reachesThrough = found.inFields || key.startsWith('Ctrl+') || /^F\d+$/.test(key);
      if (isWritingIn(event.target) && !reachesThrough) return;
      if (key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a, [role=option]'))
        return;
      event.preventDefault();
      first = undefined;
      found.does();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <RegisterContext value={register}>
      <MapContext value={shown}>{children}</MapContext>
    </RegisterContext>
  );
}

/** The screen on top answers first. */
function find(stack: readonly Registered[], keys: string | undefined): KeyAct | undefined {
  if (keys === undefined) return undefined;
  for (const { acts } of stack.toReversed()) {
    const act = acts.find((one) => one.keys.toLowerCase() === keys.toLowerCase());
    if (act) return act;
  }
  return undefined;
}

/** The keys of this screen or part, as long as it is shown. */
export function useKeys(title: string, acts: readonly KeyAct[]): void {
  const register = useContext(RegisterContext);
  const latest = useRef(acts);
  latest.current = acts;
  const signature = acts.map(({ keys, words, inFields }) => `${keys}=${words}=${inFields ?? false}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is registered is told by the signature
  useEffect(() => {
    const stable = latest.current.map((act, place) => ({ ...act, does: () => latest.current[place]?.does() }));
    return register({ acts: stable, title });
  }, [register, title, signature]);
}

/** Everything that keys do here and now, for the map. */
export function useKeyMap(): readonly Registered[] {
  return useContext(MapContext);
}
