/** A button with its key in it: what one presses is what one reads. */

import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import './act.css';

export function Key({ children }: { children: string }) {
  return <kbd className="key">{children}</kbd>;
}

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly keys?: string;
  readonly weight?: 'first' | 'second' | 'quiet' | 'danger';
  readonly isBusy?: boolean;
  readonly isOff?: boolean;
  readonly sends?: boolean;
  readonly size?: 'small' | 'medium';
  readonly says?: string;
};
const variants = { first: 'primary', second: 'secondary', quiet: 'tertiary', danger: 'danger' } as const;

/** `sends` makes it the form's own button. */
export function Act({ children, onPress, keys, weight = 'second', isBusy, isOff, sends, size = 'small', says }: Props) {
  return (
    <Button
      type={sends ? 'submit' : 'button'}
      size={size}
      variant={variants[weight]}
      loading={isBusy ?? false}
      disabled={isOff ?? false}
      {...(onPress ? { onClick: onPress } : {})}
      {...(says ? { 'aria-label': says } : {})}
    >
      <span className="act-words">
        {children}
        {keys ? <Key>{keys}</Key> : null}
      </span>
    </Button>
  );
}
