/** Whether someone works at this screen: the server is told now and then, and after long enough without it the screen locks. */

import { useEffect, useRef } from 'react';

const tellEveryMs = 60_000;
const lookEveryMs = 10_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** `minutes` without a touch until `onIdle`; null: never. */
export function useStillHere(minutes: number | null, onIdle: () => void): void {
  const idle = useRef(onIdle);
  idle.current = onIdle;
  useEffect(() => {
    if (minutes === null) return undefined;
    let touchedAt = Date.now();
    let toldAt = Date.now();
    const touched = (): void => {
      touchedAt = Date.now();
      if (touchedAt - toldAt < tellEveryMs) return;
      toldAt = touchedAt;
      void fetch('/sign-in/still-here', { method: 'POST' }).catch(() => {});
    };
    const timer = setInterval(() => {
      if (Date.now() - touchedAt > minutes * 60_000) idle.current();
    }, lookEveryMs);
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [minutes]);
}
