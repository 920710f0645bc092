/** Giving a task back to the doctor: a ground with one key, and nobody asks why one did not manage. */

import { Act, Notice, useDo, useKeys, useNoWords, useTexts } from '#platform/web';
import type { handBackOrderItem } from './order.api.ts';
import { orderTexts } from './order.texts.ts';
import { handBackGrounds, type OrderId } from './order.ts';

type Props = {
  readonly order: OrderId;
  readonly number: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

export function HandBack({ order, number, onDone, onCancel }: Props) {
  const text = useTexts(orderTexts);
  const back = useDo<typeof handBackOrderItem>('handBackOrderItem');
  const words = useNoWords(text.refusals);
  const choose = async (ground: (typeof handBackGrounds)[number]): Promise<void> => {
    const answered = await back.run({ order, number, ground });
    if (answered.ok) onDone();
  };
  useKeys(text.handBack, [
    ...handBackGrounds.map((ground, place) => ({
      keys: String(place + 1),
      words: text.handBackGrounds[ground],
      does: () => void choose(ground),
      inFields: true,
    })),
    { keys: 'Escape', words: text.keepIt, does: onCancel, inFields: true },
  ]);
  return (
    <div className="hand-back">
      <p className="soft">{text.noBlame}</p>
      {handBackGrounds.map((ground, place) => (
        <Act key={ground} keys={String(place + 1)} isBusy={back.isBusy} onPress={() => void choose(ground)}>
          {text.handBackGrounds[ground]}
        </Act>
      ))}
      <Act weight="quiet" keys="Esc" onPress={onCancel}>
        {text.keepIt}
      </Act>
      {back.no ? <Notice tone="stop">{words(back.no)}</Notice> : null}
    </div>
  );
}
