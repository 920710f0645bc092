/** The icons of the rooms. */
import {
  BandageIcon,
  Buildings3Icon,
  PersonHeadsetIcon,
  SunIcon,
  TestFlaskIcon,
  WalletIcon,
} from '@navikt/aksel-icons';

export const Sun = () => <SunIcon aria-hidden />;
export const Headset = () => <PersonHeadsetIcon aria-hidden />;
export const Flask = () => <TestFlaskIcon aria-hidden />;
export const Bandage = () => <BandageIcon aria-hidden />;
export const Wallet = () => <WalletIcon aria-hidden />;
export const Buildings3 = () => <Buildings3Icon aria-hidden />;
