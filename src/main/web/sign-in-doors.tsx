/** The other ways in: a passkey, and the outside provider where the clinic has one. */

import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { Notice, useTexts } from '#platform/web';
import { frameTexts } from './frame.texts.ts';
import { canUsePasskeys, signInWithPasskey } from './passkey-here.ts';
import { workstationName } from './sign-in-post.ts';

export function PasskeyButton({ clinic, onDone }: { clinic?: string | undefined; onDone: () => void }) {
  const text = useTexts(frameTexts);
  const refusals: Readonly<Record<string, string>> = text.refusals;
  const [why, setWhy] = useState<string>();
  if (!canUsePasskeys()) return null;
  const press = async (): Promise<void> => {
    const no = await signInWithPasskey(clinic);
    setWhy(no);
    if (!no) onDone();
  };
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => void press()}>
        {text.passkey}
      </Button>
      {why ? <Notice tone="stop">{refusals[why] ?? why}</Notice> : null}
    </>
  );
}

export function OutsideLink({ name, clinic }: { name: string; clinic: string | undefined }) {
  const text = useTexts(frameTexts);
  const query = new URLSearchParams({ workstation: workstationName(), ...(clinic ? { clinic } : {}) });
  return (
    <Button as="a" href={`/sign-in/outside?${query}`} variant="secondary">
      {text.outside(name)}
    </Button>
  );
}
