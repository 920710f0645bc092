/** Light or dark: the machine's wish until someone chooses. */

import { useSyncExternalStore } from 'react';

type ThemeName = 'light' | 'dark';
const storedUnder = 'dagsverk.theme';
const listeners = new Set<() => void>();

function read(): ThemeName {
  const stored = localStorage.getItem(storedUnder);
  if (stored === 'light' || stored === 'dark') return stored;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function useTheme(): { theme: ThemeName; setTheme: (theme: ThemeName) => void } {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
  return {
    theme,
    setTheme: (next) => {
      localStorage.setItem(storedUnder, next);
      for (const listener of listeners) listener();
    },
  };
}
