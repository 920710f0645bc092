/** What the telephone puts elsewhere: the key for a new call, and the share that was answered in time. */

import { numberIn } from '#kernel/texts';
import { Act, useAsk, useGo, useKeys, useLanguage, useTexts } from '#platform/web';
import type { answering } from './call.api.ts';
import { callScreenTexts } from './call-screen.texts.ts';

export function NewCallAct() {
  const text = useTexts(callScreenTexts);
  const go = useGo();
  useKeys(text.newCall, [{ keys: 't', words: text.newCall, does: () => go('/call') }]);
  return (
    <Act weight="first" keys="T" onPress={() => go('/call')}>
      {text.newCall}
    </Act>
  );
}

export function AnsweredFigure() {
  const text = useTexts(callScreenTexts);
  const { language } = useLanguage();
  const { data } = useAsk<typeof answering>('answering', {}, { hears: ['CallChanged', 'CallEnded'] });
  const percent = data?.abandonedAsMissed.percent;
  if (percent === undefined || percent === null) return null;
  return (
    <span>
      <strong className={data?.passes === false ? 'late' : undefined}>{numberIn(language, percent, 0)} %</strong>{' '}
      <span className="soft">{text.figure}</span>
    </span>
  );
}
