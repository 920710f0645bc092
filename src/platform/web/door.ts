/** What a screen needs: asking and acting, keys, texts, forms, parts, slots. */
export type { ValueOf } from '../server/call.ts';
export { type Answered, act, type No, SaidNo, send, useAsk, useConnection, useDo } from './call.ts';
export {
  Choice,
  DateInput,
  Form,
  LongText,
  NumberInput,
  type Option,
  readTypedDate,
  TextInput,
  Tick,
  useNoWords,
} from './form.tsx';
export { GoTo, useGo } from './go.tsx';
export { type KeyAct, useKeyMap, useKeys } from './keys.tsx';
export { LanguageProvider, useLanguage, useTexts } from './language.tsx';
export { onFact } from './live.ts';
export { openPaper } from './paper.ts';
export { Act, Key } from './parts/act.tsx';
export { Empty, Notice, Panel } from './parts/panel.tsx';
export { type Column, Rows } from './parts/rows.tsx';
export { Chip, type ChipTone, State, type Tone } from './parts/state.tsx';
export { type Screen, type ScreenProps, screen } from './screen.ts';
export { fill, type Slot, SlotPlace, slot } from './slots.tsx';
export { useClock, useMe } from './who.tsx';
