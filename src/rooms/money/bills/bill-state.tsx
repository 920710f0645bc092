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

type Props = { readonly state: Bill['state']; readonly owed: number; readonly lines: number };

export function BillState({ state, owed, lines }: Props) {
  const text = useTexts(billTexts);
  const screen = useTexts(billScreenTexts);
  if (state === 'closed' && owed === 0) return <State tone="done" words={text.states.closed} />;
  if ((state === 'proposed' || state === 'closed') && owed > 0) return <State tone="waiting" words={screen.toPay} />;
  if (state === 'proposed') return <State tone="expected" words={lines === 0 ? screen.nothing : screen.onlyHelfo} />;
  return <State tone={tones[state]} words={text.states[state]} />;
}
