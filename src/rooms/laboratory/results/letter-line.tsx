/** A line of the letters that came in, and what its sender was answered. */

import type { lettersIn } from '#exchange/web';
import { useTexts } from '#platform/web';
import type { Asked } from '../asked.tsx';
import { incomingTexts } from './incoming.texts.ts';

export type LetterLine = Asked<typeof lettersIn>['open'][number];

export function Receipt({ receipt }: Pick<LetterLine, 'receipt'>) {
  const text = useTexts(incomingTexts);
  if (!receipt) return <span className="soft">{text.none}</span>;
  const words = text.receipts[receipt.status ?? ''] ?? '–';
  return <span className="soft">{receipt.state === 'written' ? `${words} · ${text.notSent}` : words}</span>;
}
