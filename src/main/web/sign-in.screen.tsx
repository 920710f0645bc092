/** Signing in, unlocking and changing user at a shared workstation, and choosing one's own password. */

import { Button, Select, TextField } from '@navikt/ds-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Notice, useTexts } from '#platform/web';
import type { SignedIn } from '../../platform/web/who.tsx';
import { frameTexts } from './frame.texts.ts';
import { Sun } from './sun.tsx';

type Props = { readonly onDone: () => void };
type Refusals = Readonly<Record<string, string>>;

async function post(path: string, body: object): Promise<string | undefined> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return undefined;
  return ((await response.json().catch(() => ({}))) as { why?: string }).why ?? String(response.status);
}

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

const workstationName = (): string => localStorage.getItem('dagsverk.workstation') ?? '';

export function SignIn({ onDone }: Props) {
  const text = useTexts(frameTexts);
  const [clinics, setClinics] = useState<{ code: string; name: string; isDemo: boolean }[]>([]);
  const form = useSend('/sign-in', onDone, { workstation: workstationName() });
  useEffect(() => {
    void fetch('/sign-in/clinics')
      .then((response) => response.json())
      .then(({ value }: { value: typeof clinics }) => setClinics(value));
  }, []);
  return (
    <main className="house sign-in">
      <form className="sign-in-card" onSubmit={form.send} aria-label={text.signIn}>
        <h1>
          <Sun /> dagsverk
        </h1>
        {clinics.length === 1 ? <p>{clinics[0]?.name}</p> : null}
        {clinics.length > 1 ? (
          <Select size="small" label={text.clinic} name="clinic">
            {clinics.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <TextField size="small" label={text.username} name="username" autoComplete="username" autoFocus />
        <TextField size="small" label={text.password} name="password" type="password" autoComplete="current-password" />
        {form.said}
        <p>
          <Button type="submit" loading={form.isBusy}>
            {text.signIn}
          </Button>
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
