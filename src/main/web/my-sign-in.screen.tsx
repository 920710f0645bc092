/** How I sign in: password, PIN for the shared workstation, passkeys, and the name of this workstation. */

import { Button, TextField } from '@navikt/ds-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { Act, Notice, Panel, Rows, useMe, useTexts } from '#platform/web';
import { frameTexts } from './frame.texts.ts';
import { canUsePasskeys, registerPasskey } from './passkey-here.ts';
import { post, workstationName } from './sign-in-post.ts';

type Passkey = { readonly credential: string; readonly label: string; readonly registeredAt: string };

export default function MySignInScreen() {
  return (
    <div className="columns columns-even">
      <SecretPanel />
      <PasskeyPanel />
      <WorkstationPanel />
    </div>
  );
}

/** A form of plain fields: what was typed goes to `send`, the no is shown, a yes empties it. */
function Fields({
  label,
  words,
  done,
  send,
  children,
}: {
  label: string;
  words: string;
  done: string;
  send: (fields: Record<string, string>) => Promise<string | undefined>;
  children: React.ReactNode;
}) {
  const text = useTexts(frameTexts);
  const refusals: Readonly<Record<string, string>> = text.refusals;
  const [said, setSaid] = useState<string | true>();
  const press = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
    const no = await send(Object.fromEntries(fields));
    setSaid(no ?? true);
    if (!no) form.reset();
  };
  return (
    <form className="form" aria-label={label} onSubmit={(event) => void press(event)}>
      {children}
      {said === true ? <Notice tone="done">{done}</Notice> : null}
      {typeof said === 'string' ? <Notice tone="stop">{refusals[said] ?? said}</Notice> : null}
      <div className="form-foot">
        <Button type="submit" size="small">
          {words}
        </Button>
      </div>
    </form>
  );
}

function SecretPanel() {
  const text = useTexts(frameTexts);
  return (
    <Panel title={text.passwordAndPin}>
      <Fields
        label={text.passwordAndPin}
        words={text.save}
        done={text.saved}
        send={(fields) => post('/sign-in/secret', fields)}
      >
        <Secret name="old" label={text.oldPassword} fill="current-password" />
        <Secret name="password" label={text.newPassword} fill="new-password" hint={text.newPasswordHint} />
        <Secret name="pin" label={text.newPin} fill="off" hint={text.pinHint} isNumber />
      </Fields>
    </Panel>
  );
}

type SecretProps = {
  readonly name: string;
  readonly label: string;
  readonly fill: string;
  readonly hint?: string;
  readonly isNumber?: boolean;
};
function Secret({ name, label, fill, hint, isNumber }: SecretProps) {
  return (
    <div className="field field-whole">
      <TextField
        size="small"
        label={label}
        name={name}
        type="password"
        autoComplete={fill}
        {...(hint ? { description: hint } : {})}
        {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      />
    </div>
  );
}

function PasskeyPanel() {
  const text = useTexts(frameTexts);
  const [keys, setKeys] = useState<readonly Passkey[]>([]);
  const ask = useCallback(async () => {
    const response = await fetch('/sign-in/passkeys').catch(() => undefined);
    if (response?.ok) setKeys(((await response.json()) as { value: Passkey[] }).value);
  }, []);
  useEffect(() => void ask(), [ask]);
  const remove = (credential: string): void => void post('/sign-in/passkey/remove', { credential }).then(ask);
  const add = async ({ old = '', label = '' }: Record<string, string>): Promise<string | undefined> => {
    const no = await registerPasskey(old, label || text.passkeys);
    if (!no) await ask();
    return no;
  };
  return (
    <Panel title={text.passkeys} count={keys.length}>
      <Rows
        label={text.passkeys}
        rows={keys}
        idOf={({ credential }) => credential}
        columns={[
          { title: text.device, show: ({ label }) => label },
          { title: text.since, show: ({ registeredAt }) => registeredAt.slice(0, 10), width: '7em' },
          {
            title: '',
            width: '6em',
            show: ({ credential, label }) => (
              <Act weight="quiet" onPress={() => remove(credential)} says={`${text.remove}: ${label}`}>
                {text.remove}
              </Act>
            ),
          },
        ]}
        empty={text.noPasskeys}
      />
      {canUsePasskeys() ? (
        <Fields label={text.passkeys} words={text.addPasskey} done={text.saved} send={add}>
          <div className="field field-half">
            <TextField size="small" label={text.device} name="label" maxLength={60} autoComplete="off" />
          </div>
          <Secret name="old" label={text.oldPassword} fill="current-password" />
        </Fields>
      ) : (
        <p className="soft">{text.passkeysNeedName}</p>
      )}
    </Panel>
  );
}

/** The name that this machine gives itself: it stands by the session, and gathers those who work here. */
function WorkstationPanel() {
  const text = useTexts(frameTexts);
  const me = useMe();
  const save = async ({ name = '' }: Record<string, string>): Promise<undefined> => {
    localStorage.setItem('dagsverk.workstation', name.trim().slice(0, 60));
    return undefined;
  };
  return (
    <Panel title={text.workstation}>
      <Fields label={text.workstation} words={text.save} done={text.workstationSaved} send={save}>
        <div className="field field-half">
          <TextField
            size="small"
            label={text.workstation}
            description={text.workstationHint}
            name="name"
            defaultValue={workstationName() || me.workstation}
            autoComplete="off"
          />
        </div>
      </Fields>
    </Panel>
  );
}
