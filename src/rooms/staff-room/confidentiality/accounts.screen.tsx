/** Accounts: who can sign in and how; opened, set anew and closed by whoever gives access. */

import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { dayOf, type Moment } from '#kernel/time';
import {
  Act,
  type Column,
  type No,
  Notice,
  Panel,
  Rows,
  State,
  type Tone,
  useAsk,
  useClock,
  useDo,
  useNoWords,
  useTexts,
} from '#platform/web';
import { shortDay } from '../short-day.ts';
import type {
  AccountOf,
  accounts,
  closeAccount,
  endSessions,
  openAccount,
  resetPassword,
  setOutsideSubject,
} from './account.api.ts';
import { confidentialityTexts } from './confidentiality.texts.ts';
import { oneTimePassword, proposeUsername } from './one-time-password.ts';
import '../staff-room.css';

type Text = ReturnType<typeof useTexts<(typeof confidentialityTexts)['nb']>>;

function standing({ account, isIn }: AccountOf, text: Text, now: Moment): { tone: Tone; words: string } {
  if (!account) return { tone: 'expected', words: text.noAccount };
  if (account.closedAt) return { tone: 'gone', words: text.closed };
  if (!isIn) return { tone: 'waiting', words: text.notIn };
  if (account.lockedUntil && account.lockedUntil > now) return { tone: 'urgent', words: text.locked };
  if (account.mustChange) return { tone: 'waiting', words: text.mustChange };
  return { tone: 'done', words: text.inUse };
}

export default function AccountsScreen() {
  const text = useTexts(confidentialityTexts);
  const now = useClock(60_000);
  const seen = useAsk<typeof accounts>(
    'accounts',
    {},
    { hears: ['AccountChanged', 'SessionChanged', 'PersonChanged'] },
  );
  const [chosen, setChosen] = useState<string>();
  const lines = seen.data ?? [];
  const line = lines.find(({ person }) => person === chosen) ?? lines[0];
  const columns: readonly Column<AccountOf>[] = [
    { title: text.person, show: ({ name }) => <strong>{name}</strong> },
    { title: text.username, show: ({ account }) => account?.username ?? '' },
    { title: text.state, show: (one) => <State {...standing(one, text, now)} /> },
    {
      title: text.means,
      isExtra: true,
      show: ({ account }) =>
        [
          account?.hasPin ? text.pin : '',
          account && account.passkeys > 0 ? text.passkeys(account.passkeys) : '',
          account && account.openSessions > 0 ? text.signedIn(account.openSessions) : '',
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      title: text.lastUsed,
      isExtra: true,
      show: ({ account }) => (account?.lastUsedAt ? shortDay(dayOf(account.lastUsedAt)) : ''),
    },
  ];
  return (
    <div className="columns">
      <Panel title={text.accounts} count={lines.filter(({ account }) => account && !account.closedAt).length}>
        <Rows
          label={text.accounts}
          rows={lines}
          columns={columns}
          idOf={({ person }) => person}
          chosen={line?.person}
          onChoose={({ person }) => setChosen(person)}
          empty={text.noAccount}
        />
      </Panel>
      {line ? <AccountPanel key={line.person} line={line} /> : null}
    </div>
  );
}

function AccountPanel({ line }: { line: AccountOf }) {
  const text = useTexts(confidentialityTexts);
  const words = useNoWords(text.refusals);
  const [oneTime, setOneTime] = useState<string>();
  const [no, setNo] = useState<No>();
  const reset = useDo<typeof resetPassword>('resetPassword');
  const isOpen = line.account !== null && line.account.closedAt === null;
  const renew = async (): Promise<void> => {
    const password = oneTimePassword();
    const done = await reset.run({ person: line.person, oneTime: password });
    setNo(done.ok ? undefined : done.no);
    if (done.ok) setOneTime(password);
  };
  return (
    <Panel title={line.name}>
      {oneTime ? (
        <Notice tone="info" title={text.oneTime(line.name, oneTime)}>
          {text.oneTimeWords}
        </Notice>
      ) : null}
      {no ? <Notice tone="stop">{words(no as never)}</Notice> : null}
      {isOpen ? (
        <>
          <p className="act-row">
            <Act onPress={() => void renew()} isBusy={reset.isBusy}>
              {text.reset}
            </Act>
            <EndAndClose person={line.person} onNo={setNo} />
          </p>
          <Outside line={line} onNo={setNo} />
        </>
      ) : (
        <OpenAccount line={line} onOpened={setOneTime} onNo={setNo} />
      )}
    </Panel>
  );
}

type OnNo = (no: No | undefined) => void;

function EndAndClose({ person, onNo }: { person: AccountOf['person']; onNo: OnNo }) {
  const text = useTexts(confidentialityTexts);
  const end = useDo<typeof endSessions>('endSessions');
  const close = useDo<typeof closeAccount>('closeAccount');
  const [isSure, setSure] = useState(false);
  const press = async (): Promise<void> => {
    if (!isSure) return setSure(true);
    const done = await close.run({ person });
    onNo(done.ok ? undefined : done.no);
  };
  const endAll = async (): Promise<void> => {
    const done = await end.run({ person });
    onNo(done.ok ? undefined : done.no);
  };
  return (
    <>
      <Act onPress={() => void endAll()} isBusy={end.isBusy}>
        {text.endSessions}
      </Act>
      <Act weight={isSure ? 'danger' : 'quiet'} onPress={() => void press()} isBusy={close.isBusy}>
        {isSure ? text.closeTwice : text.close}
      </Act>
    </>
  );
}

function Outside({ line, onNo }: { line: AccountOf; onNo: OnNo }) {
  const text = useTexts(confidentialityTexts);
  const tie = useDo<typeof setOutsideSubject>('setOutsideSubject');
  const [subject, setSubject] = useState(line.account?.subject ?? '');
  const save = async (): Promise<void> => {
    const done = await tie.run({ person: line.person, subject: subject.trim() || null });
    onNo(done.ok ? undefined : done.no);
  };
  return (
    <div className="act-row">
      <TextField
        size="small"
        label={text.subject}
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
      />
      <Act onPress={() => void save()} isBusy={tie.isBusy}>
        {text.saveSubject}
      </Act>
    </div>
  );
}

function OpenAccount({ line, onOpened, onNo }: { line: AccountOf; onOpened: (password: string) => void; onNo: OnNo }) {
  const text = useTexts(confidentialityTexts);
  const open = useDo<typeof openAccount>('openAccount');
  const [familyName = '', givenName = ''] = line.name.split(', ');
  const [username, setUsername] = useState(line.account?.username ?? proposeUsername({ givenName, familyName }));
  const press = async (): Promise<void> => {
    const oneTime = oneTimePassword();
    const done = await open.run({ person: line.person, username, oneTime });
    onNo(done.ok ? undefined : done.no);
    if (done.ok) onOpened(oneTime);
  };
  return (
    <div className="act-row">
      <TextField
        size="small"
        label={text.username}
        value={username}
        autoComplete="off"
        onChange={({ target }) => setUsername(target.value)}
      />
      <Act weight="first" onPress={() => void press()} isBusy={open.isBusy}>
        {text.open}
      </Act>
    </div>
  );
}
