/** The state of a bill as shape, word and colour. */

import { State, type Tone, useTexts } from '#platform/web';
import { billTexts } from './bill.texts.ts';
import type { Bill } from './bill.ts';
import { billScreenTexts } from './bill-screen.texts.ts';

const tones: Record<Bill['state'], Tone> = {
  proposed: 'waiting',
  dropped: 'gone',
  closed: 'waiting',
  invoiced: 'elsewhere',
  paid: 'done',
  credited: 'gone',
};

export function BillState({ state, owed }: { state: Bill['state']; owed: number }) {
  const text = useTexts(billTexts);
  const screen = useTexts(billScreenTexts);
  if (state === 'closed' && owed === 0) return <State tone="done" words={text.states.closed} />;
  if ((state === 'proposed' || state === 'closed') && owed > 0) return <State tone="waiting" words={screen.toPay} />;
  return <State tone={tones[state]} words={text.states[state]} />;
}
