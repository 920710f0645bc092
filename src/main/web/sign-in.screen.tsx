/** Signing in, unlocking and changing user at a shared workstation, and choosing one's own password. */

import { Button, Select, TextField } from '@navikt/ds-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Notice, useTexts } from '#platform/web';
import type { SignedIn } from '../../platform/web/who.tsx';
import { frameTexts } from './frame.texts.ts';
import { OutsideLink, PasskeyButton } from './sign-in-doors.tsx';
import { post, workstationName } from './sign-in-post.ts';
import { Sun } from './sun.tsx';

type Props = { readonly onDone: () => void };
type Refusals = Readonly<Record<string, string>>;

/** A form of the sign-in pages: sends its fields, shows the no, goes on when it is a yes. */
function useSend(path: string, onDone: () => void, more: object = {}) {
  const refusals: Refusals = useTexts(frameTexts).refusals;
  const [why, setWhy] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ''));
    const no = await post(path, { ...fields, ...more });
    setBusy(false);
    setWhy(no);
    if (!no) onDone();
  };
  return {
    send: (event: FormEvent<HTMLFormElement>) => void send(event),
    isBusy,
    said: why === undefined ? null : <Notice tone="stop">{refusals[why] ?? why}</Notice>,
  };
}

type Clinic = { readonly code: string; readonly name: string; readonly isDemo: boolean };

/** What the sign-in page asks before anyone is signed in. */
function useDoors(): { clinics: readonly Clinic[]; outside: string | null } {
  const [clinics, setClinics] = useState<readonly Clinic[]>([]);
  const [outside, setOutside] = useState<string | null>(null);
  useEffect(() => {
    const ask = async <Value,>(path: string, take: (value: Value) => void): Promise<void> => {
      const response = await fetch(path).catch(() => undefined);
      if (response?.ok) take(((await response.json()) as { value: Value }).value);
    };
    void ask('/sign-in/clinics', setClinics);
    void ask<{ outside: string | null }>('/sign-in/means', (means) => setOutside(means.outside));
  }, []);
  return { clinics, outside };
}

/** Why one was sent back from the outside provider; taken out of the address at once. */
function useSentBack(): string | undefined {
  const [why] = useState(() => new URLSearchParams(location.search).get('no') ?? undefined);
  useEffect(() => {
    if (why) history.replaceState(null, '', location.pathname);
  }, [why]);
  return why;
}

export function SignIn({ onDone }: Props) {
  const text = useTexts(frameTexts);
  const refusals: Refusals = text.refusals;
  const { clinics, outside } = useDoors();
  const sentBack = useSentBack();
  const [clinic, setClinic] = useState<string>();
  const form = useSend('/sign-in', onDone, { workstation: workstationName() });
  return (
    <main className="house sign-in">
      <form className="sign-in-card" onSubmit={form.send} aria-label={text.signIn}>
        <h1>
          <Sun /> dagsverk
        </h1>
        {clinics.length === 1 ? <p>{clinics[0]?.name}</p> : null}
        {clinics.length > 1 ? (
          <Select
            size="small"
            label={text.clinic}
            name="clinic"
            onChange={(event) => setClinic(event.target.value)}
            value={clinic ?? clinics[0]?.code}
          >
            {clinics.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <TextField size="small" label={text.username} name="username" autoComplete="username" autoFocus />
        <TextField size="small" label={text.password} name="password" type="password" autoComplete="current-password" />
        {form.said ?? (sentBack ? <Notice tone="stop">{refusals[sentBack] ?? sentBack}</Notice> : null)}
        <p className="faces">
          <Button type="submit" loading={form.isBusy}>
            {text.signIn}
          </Button>
          <PasskeyButton clinic={clinics.length > 1 ? (clinic ?? clinics[0]?.code) : undefined} onDone={onDone} />
          {outside ? <OutsideLink name={outside} clinic={clinics.length > 1 ? clinic : undefined} /> : null}
        </p>
        {clinics.some(({ isDemo }) => isDemo) ? <p className="soft">{text.demo}</p> : null}
      </form>
    </main>
  );
}

export function LockScreen({ me, onDone }: Props & { me: SignedIn }) {
  const text = useTexts(frameTexts);
  const [person, setPerson] = useState(me.person);
  const form = useSend('/sign-in/pin', onDone, { person, workstation: me.workstation });
  const chosen = me.neighbours.find((one) => one.person === person)?.name ?? me.name;
  return (
    <div className="over house" role="dialog" aria-modal="true" aria-label={text.unlock}>
      <form className="sign-in-card" onSubmit={form.send}>
        <h1>
          <Sun /> dagsverk
        </h1>
        <p>{text.lockedFor(chosen)}</p>
        {me.neighbours.length > 1 ? (
          <fieldset className="form-part">
            <legend>{text.otherHere}</legend>
            <div className="faces">
              {me.neighbours.map((one) => (
                <Button
                  key={one.person}
                  size="small"
                  type="button"
                  variant={one.person === person ? 'primary' : 'secondary'}
                  onClick={() => setPerson(one.person)}
                >
                  {one.name}
                </Button>
              ))}
            </div>
          </fieldset>
        ) : null}
        <TextField
          size="small"
          label={text.pin}
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
        />
        {form.said}
        <p className="faces">
          <Button type="submit" loading={form.isBusy}>
            {text.unlock}
          </Button>
          <PasskeyButton onDone={onDone} />
          <Button type="button" variant="tertiary" onClick={() => void post('/sign-in/out', {}).then(onDone)}>
            {text.signInAgain}
          </Button>
        </p>
      </form>
    </div>
  );
}

export function NewPassword({ onDone }: Props) {
  const text = useTexts(frameTexts);
  const form = useSend('/sign-in/secret', onDone);
  return (
    <main className="house sign-in">
      <form className="sign-in-card" onSubmit={form.send} aria-label={text.newPassword}>
        <h1>{text.newPassword}</h1>
        <TextField size="small" label={text.oldPassword} name="old" type="password" autoComplete="current-password" />
        <TextField
          size="small"
          label={text.password}
          description={text.newPasswordHint}
          name="password"
          type="password"
          autoComplete="new-password"
        />
        <TextField size="small" label={text.newPin} name="pin" type="password" inputMode="numeric" autoComplete="off" />
        {form.said}
        <p>
          <Button type="submit" loading={form.isBusy}>
            {text.newPassword}
          </Button>
        </p>
      </form>
    </main>
  );
}
