/** How many critical values no doctor has been told, in the head line of the day. */

import { GoTo, useAsk, useTexts } from '#platform/web';
import { answerTexts } from './answer.texts.ts';
import { answerFacts } from './answer-facts.ts';
import type { criticalCount } from './review.api.ts';

export function CriticalFigure() {
  const text = useTexts(answerTexts);
  const untold = useAsk<typeof criticalCount>('criticalCount', {}, { hears: answerFacts }).data?.untold ?? 0;
  if (untold === 0) return null;
  return (
    <span className="day-figure">
      <b className="late">{untold}</b> <GoTo path="/answers">{text.critical(untold)}</GoTo>
    </span>
  );
}
