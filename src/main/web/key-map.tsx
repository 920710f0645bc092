/** The map of keys on this screen; it prints on one sheet. */

import { Act, Key, useKeyMap, useKeys, useTexts } from '#platform/web';
import { platformTexts } from '../../platform/web/platform.texts.ts';
import { frameTexts } from './frame.texts.ts';

export function KeyMap({ onClose }: { onClose: () => void }) {
  const text = useTexts(frameTexts);
  const platform = useTexts(platformTexts);
  const map = useKeyMap();
  useKeys(text.keyMapTitle, [{ keys: 'Escape', words: platform.close, does: onClose, inFields: true }]);
  return (
    <div className="over" role="dialog" aria-modal="true" aria-label={text.keyMapTitle}>
      <div className="sign-in-card">
        <h1>{text.keyMapTitle}</h1>
        {map.map(({ title, acts }) => (
          <section key={title + acts.map(({ keys }) => keys).join()}>
            <h2>{title}</h2>
            <dl className="facts">
              {acts.map(({ keys, words }) => (
                <div key={keys} style={{ display: 'contents' }}>
                  <dt>
                    <Key>{keys}</Key>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Act onPress={() => window.print()}>{platform.printKeys}</Act> <Act onPress={onClose}>{platform.close}</Act>
      </div>
    </div>
  );
}
