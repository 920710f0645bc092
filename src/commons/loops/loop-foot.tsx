/** The day's loops at the foot of the frame: how many are closed. */

import { useAsk, useTexts } from '#platform/web';
import type { loopsOfToday } from './loop.api.ts';
import { loopBoardTexts } from './loop-board.texts.ts';
import { loopFacts } from './loop-line.tsx';

export function LoopsOfToday() {
  const text = useTexts(loopBoardTexts);
  const { data } = useAsk<typeof loopsOfToday>('loopsOfToday', {}, { hears: loopFacts });
  if (!data) return null;
  const all = data.open + data.closed;
  return (
    <span className="loops-foot">
      {text.loopsOfToday} <progress value={data.closed} max={Math.max(1, all)} aria-label={text.loopsOfToday} />{' '}
      <strong>{text.closedToday(data.closed, all)}</strong>
    </span>
  );
}
