/** The frame around every screen: rooms, global field, connection, desk mode, emergency, keys. */

import { Theme } from '@navikt/ds-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { dayOf, timeOf } from '#kernel/time';
import {
  Key,
  type Screen,
  SlotPlace,
  useClock,
  useConnection,
  useGo,
  useKeys,
  useLanguage,
  useMe,
  useTexts,
} from '#platform/web';
import { footSlot, topActSlot, topBarSlot } from '#slots';
import { platformTexts } from '../../platform/web/platform.texts.ts';
import type { RoomName } from '../../platform/web/screen.ts';
import { frameTexts } from './frame.texts.ts';
import { Bandage, Buildings3, Flask, Headset, Sun as SunIcon, Wallet } from './frame-icons.tsx';
import { GlobalField } from './global-field.tsx';
import { KeyMap } from './key-map.tsx';
import { leave } from './present.tsx';
import { screens } from './rooms.web.ts';
import { Sun } from './sun.tsx';
import { useTheme } from './theme.ts';

const rooms: readonly { room: RoomName; keys: string; Icon: () => React.JSX.Element }[] = [
  { room: 'today', keys: 'g i', Icon: SunIcon },
  { room: 'reception', keys: 'g r', Icon: Headset },
  { room: 'laboratory', keys: 'g l', Icon: Flask },
  { room: 'treatment', keys: 'g s', Icon: Bandage },
  { room: 'money', keys: 'g o', Icon: Wallet },
  { room: 'staff-room', keys: 'g f', Icon: Buildings3 },
];

const firstOf = (room: RoomName): string => screens.find((one) => one.room === room && !one.isInner)?.path ?? '/';

export function Frame() {
  const text = useTexts(frameTexts);
  const { theme } = useTheme();
  const { language } = useLanguage();
  const go = useGo();
  const [isMapOpen, setMapOpen] = useState(false);
  const [isDeskMode, setDeskMode] = useState(() => localStorage.getItem('dagsverk.desk-mode') === 'on');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = screenAt(path);
  useEffect(() => localStorage.setItem('dagsverk.desk-mode', isDeskMode ? 'on' : 'off'), [isDeskMode]);
  useKeys(text.navigation, [
    ...rooms.map(({ room, keys }) => ({ keys, words: text.rooms[room], does: () => go(firstOf(room)) })),
    ...screens.flatMap((one) =>
      one.keys && !one.isInner ? [{ keys: one.keys, words: one.title[language], does: () => go(one.path) }] : [],
    ),
    { keys: '?', words: text.keyMap, does: () => setMapOpen((isOpen) => !isOpen) },
    { keys: 'd', words: text.deskMode, does: () => setDeskMode((isOn) => !isOn) },
    { keys: 'Ctrl+l', words: text.changeUser, does: () => void leave('lock') },
  ]);
  return (
    <Theme theme={theme} hasBackground={false}>
      <div className={`house frame ${theme} ${isDeskMode ? 'desk-mode' : ''}`}>
        <nav className="frame-side" aria-label={text.navigation}>
          <div className="frame-name">
            <Sun />
            dagsverk
          </div>
          {rooms.map(({ room, keys, Icon }) => (
            <Link
              key={room}
              to={firstOf(room)}
              activeProps={{}}
              activeOptions={{ exact: true }}
              {...(here?.room === room ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon />
              {text.rooms[room]}
              <small>{keys.toUpperCase()}</small>
            </Link>
          ))}
          <Me />
        </nav>
        <TopLine isDeskMode={isDeskMode} onDeskMode={() => setDeskMode(!isDeskMode)} />
        <main className="frame-main" id="main">
          <RoomMenu here={here} />
          <Outlet />
        </main>
        <FootLine onKeyMap={() => setMapOpen(true)} />
        {isMapOpen ? <KeyMap onClose={() => setMapOpen(false)} /> : null}
      </div>
    </Theme>
  );
}

function screenAt(path: string): Screen | undefined {
  return (
    screens.find((one) => one.path === path) ??
    screens.find((one) => one.path.includes('$') && path.startsWith(one.path.slice(0, one.path.indexOf('$'))))
  );
}

function Me() {
  const me = useMe();
  const text = useTexts(frameTexts);
  const initials = me.name
    .split(/[ ,]+/)
    .filter(Boolean)
    .map((part) => part[0])
    .slice(0, 2)
    .join('');
  return (
    <button type="button" className="frame-me" onClick={() => void leave('lock')} title={text.changeUser}>
      <b>{initials}</b>
      {me.name}
      <br />
      {me.workstation}
    </button>
  );
}

function TopLine({ isDeskMode, onDeskMode }: { isDeskMode: boolean; onDeskMode: () => void }) {
  const text = useTexts(frameTexts);
  const { language } = useLanguage();
  const { isUp, waiting } = useConnection();
  const platform = useTexts(platformTexts);
  const now = useClock();
  const day = new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${dayOf(now)}T12:00:00Z`));
  return (
    <header>
      <div className="frame-top">
        <GlobalField />
        <SlotPlace of={topActSlot} with={{}} />
        <div className="when">
          <span className={isUp ? 'line-up' : 'line-down'} role="status">
            {isUp ? text.linesUp : text.linesDown}
          </span>
          <button type="button" className="plain" aria-pressed={isDeskMode} onClick={onDeskMode}>
            {isDeskMode ? text.deskModeOn : text.deskMode} <Key>D</Key>
          </button>
          <strong>{day}</strong>
          <b>{timeOf(now)}</b>
        </div>
      </div>
      {isUp ? null : (
        <div className="frame-lost" role="alert">
          {platform.away} {waiting > 0 ? platform.waitingToBeSent(waiting) : ''}
        </div>
      )}
      <SlotPlace of={topBarSlot} with={{}} />
    </header>
  );
}

/** The menu of the room one is in: every screen of it by name. */
function RoomMenu({ here }: { here: Screen | undefined }) {
  const text = useTexts(frameTexts);
  const { language } = useLanguage();
  const offered = screens.filter((one) => one.room === here?.room && !one.isInner);
  if (offered.length < 2) return null;
  return (
    <nav className="room-menu" aria-label={text.roomMenu}>
      {offered.map((one) => (
        <Link key={one.path} to={one.path} {...(one.path === here?.path ? { 'aria-current': 'page' as const } : {})}>
          {one.title[language]}
        </Link>
      ))}
    </nav>
  );
}

function FootLine({ onKeyMap }: { onKeyMap: () => void }) {
  const text = useTexts(frameTexts);
  const me = useMe();
  const { language, choose } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <footer className="frame-foot">
      <strong>{me.clinic}</strong>
      <SlotPlace of={footSlot} with={{}} />
      {me.isDemo ? <span>{text.demo}</span> : null}
      <div className="keys">
        <button type="button" onClick={() => choose(language === 'nb' ? 'en' : 'nb')}>
          {text.language}
        </button>
        <button type="button" onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}>
          {theme === 'light' ? text.dark : text.light}
        </button>
        <button type="button" onClick={onKeyMap}>
          <Key>?</Key> {text.keyMap}
        </button>
        <button type="button" onClick={() => void leave('lock')}>
          <Key>Ctrl L</Key> {text.changeUser}
        </button>
        <button type="button" onClick={() => void leave('out')}>
          {text.signOut}
        </button>
      </div>
    </footer>
  );
}
