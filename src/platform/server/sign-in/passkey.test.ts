import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../../../main/demo/demo-people.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { type Browser, type TestServer, testServer } from '../../../main/testing/test-server.ts';

/** A device with a key in it, as the browser speaks for it (WebAuthn Level 3, ES256, no attestation). */
function device() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const jwk = publicKey.export({ format: 'jwk' });
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
    [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
  ]);
  let counter = 0;
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const said = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  /** Whose site, what was asked of the user, and how often this was done. */
  function told(rpId: string, flags: number, more: Uint8Array = new Uint8Array()): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count, more]);
  }
  const rest = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} };
  return {
    turnBack: (to: number) => {
      counter = to;
    },
    create({ challenge, rp }: { challenge: string; rp: { id: string } }, origin: string) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = told(rp.id, 0x45, Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]));
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      const attestationObject = text(isoCBOR.encode(attestation as never));
      const clientDataJSON = text(said('webauthn.create', challenge, origin));
      return { ...rest, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    get({ challenge, rpId }: { challenge: string; rpId: string }, origin: string, flags = 0x05) {
      const clientData = said('webauthn.get', challenge, origin);
      const authData = told(rpId, flags);
      const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
      const signature = text(sign('sha256', signed, privateKey));
      return { ...rest, response: { clientDataJSON: text(clientData), authenticatorData: text(authData), signature } };
    },
  };
}
type Device = ReturnType<typeof device>;
type Offer = { challenge: string; options: never };

let clinic: TestHouse;
let server: TestServer;
const phone = device();

beforeAll(async () => {
  clinic = await testHouse();
  server = await testServer(clinic.house);
});

async function signedIn(username: string): Promise<Browser> {
  const browser = server.browser();
  await browser.signIn(username);
  return browser;
}
async function register(browser: Browser, key: Device, origin = server.address, password = demoPassword) {
  const offered = await browser.post('/sign-in/passkey/new', { password });
  if (offered.status !== 200) return offered;
  const { challenge, options } = offered.body.value as Offer;
  return browser.post('/sign-in/passkey/register', {
    challenge,
    label: 'Telefonen',
    response: key.create(options, origin),
  });
}
async function offer(browser: Browser): Promise<Offer> {
  return (await browser.post('/sign-in/passkey/options')).body.value as Offer;
}
async function use(browser: Browser, key: Device, origin = server.address, flags?: number) {
  const { challenge, options } = await offer(browser);
  return browser.post('/sign-in/passkey', {
    challenge,
    workstation: 'Luke 1',
    response: key.get(options, origin, flags),
  });
}
const who = async (browser: Browser) =>
  ((await browser.get('/sign-in/me')).body.value as { name: string } | undefined)?.name;
const lastLine = async () => {
  const [row] = await clinic.rows('select call, allowed, why, person from access_line order by number desc limit 1');
  return row;
};

describe('a passkey', () => {
  test('is registered with the password one has, and then signs in without a name or a password', async () => {
    const kari = await signedIn('kari');
    expect(await register(kari, phone)).toMatchObject({ status: 200 });
    const desk = server.browser();
    expect(await use(desk, phone)).toMatchObject({ status: 200 });
    expect(await who(desk)).toBe('Kari Solli');
    expect(await lastLine()).toMatchObject({ call: 'signIn', allowed: true, person: clinic.demo.as('kari').person });
    expect((await kari.get('/sign-in/passkeys')).body.value).toMatchObject([{ label: 'Telefonen' }]);
  });
  test('is not registered by whoever finds the screen open', async () => {
    const eva = await signedIn('eva');
    expect(await register(eva, device(), server.address, 'not hers')).toMatchObject({
      status: 409,
      body: { why: 'wrong name or password' },
    });
    expect(await lastLine()).toMatchObject({ call: 'registerPasskey', allowed: false });
  });
  test('of another site is refused, when it is registered and when it is used', async () => {
    const eva = await signedIn('eva');
    const elsewhere = 'https://dagsverk.example';
    expect(await register(eva, device(), elsewhere)).toMatchObject({ body: { why: 'passkey does not fit' } });
    expect(await use(server.browser(), phone, elsewhere)).toMatchObject({ body: { why: 'passkey does not fit' } });
  });
  test('does not do without the finger or the code of the device', async () => {
    expect(await use(server.browser(), phone, server.address, 0x01)).toMatchObject({
      body: { why: 'passkey does not fit' },
    });
  });
  test('that nobody registered opens nothing, and the try stands in the access log', async () => {
    const stranger = server.browser();
    expect(await use(stranger, device())).toMatchObject({ status: 409, body: { why: 'no such passkey' } });
    expect(stranger.cookies.size).toBe(0);
    expect(await lastLine()).toMatchObject({ call: 'signIn', allowed: false, person: null });
  });
  test('answers a challenge once', async () => {
    const { challenge, options } = await offer(server.browser());
    const answer = { challenge, response: phone.get(options, server.address) };
    expect(await server.browser().post('/sign-in/passkey', answer)).toMatchObject({ status: 200 });
    expect(await server.browser().post('/sign-in/passkey', answer)).toMatchObject({
      body: { why: 'passkey is too late' },
    });
  });
  test('answers a challenge within minutes', async () => {
    const { challenge, options } = await offer(server.browser());
    clinic.clock.set('2026-11-23T07:06:00.000Z');
    const late = { challenge, response: phone.get(options, server.address) };
    expect(await server.browser().post('/sign-in/passkey', late)).toMatchObject({
      body: { why: 'passkey is too late' },
    });
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('that was copied betrays itself by its counter', async () => {
    await use(server.browser(), phone);
    phone.turnBack(1);
    expect(await use(server.browser(), phone)).toMatchObject({ body: { why: 'passkey does not fit' } });
    phone.turnBack(100);
    expect(await use(server.browser(), phone)).toMatchObject({ status: 200 });
  });
  test('opens a locked screen in the same session, and changes user on a colleague’s', async () => {
    const kari = await signedIn('kari');
    const before = kari.cookies.get('dagsverk');
    await kari.post('/sign-in/lock');
    expect(await use(kari, phone)).toMatchObject({ status: 200 });
    expect(kari.cookies.get('dagsverk')).toBe(before);
    expect(await lastLine()).toMatchObject({ call: 'unlockScreen', allowed: true });
    const eva = await signedIn('eva');
    expect(await use(eva, phone)).toMatchObject({ status: 200 });
    expect(await who(eva)).toBe('Kari Solli');
    expect(await lastLine()).toMatchObject({ call: 'changeUser', allowed: true });
  });
  test('still opens while someone else’s guesses have locked the password', async () => {
    for (let guess = 0; guess < 5; guess++) await server.browser().signIn('kari', `guess ${guess}`);
    expect(await server.browser().signIn('kari')).toMatchObject({ status: 429 });
    expect(await use(server.browser(), phone)).toMatchObject({ status: 200 });
    await clinic.rows("update account set locked_until = null, failed_attempts = 0 where username = 'kari'");
  });
  test('works on every server of the clinic, whichever made the challenge', async () => {
    const other = await testServer(await clinic.another());
    const { challenge, options } = await offer(server.browser());
    const said = await fetch(`${other.address}/sign-in/passkey`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-host': new URL(server.address).host },
      body: JSON.stringify({ challenge, response: phone.get(options, server.address) }),
    });
    expect(said.status).toBe(200);
  });
  test('that is lost is taken off by its owner, and by nobody else', async () => {
    const kari = await signedIn('kari');
    const [{ credential }] = (await kari.get('/sign-in/passkeys')).body.value as [{ credential: string }];
    const eva = await signedIn('eva');
    expect(await eva.post('/sign-in/passkey/remove', { credential })).toMatchObject({
      body: { why: 'no such passkey' },
    });
    expect(await kari.post('/sign-in/passkey/remove', { credential })).toMatchObject({ status: 200 });
    expect(await use(server.browser(), phone)).toMatchObject({ body: { why: 'no such passkey' } });
  });
});
test('what is not a passkey at all is bad input, and nothing of this was a fault', async () => {
  const { challenge } = await offer(server.browser());
  expect(await server.browser().post('/sign-in/passkey', { challenge, response: 'x' })).toMatchObject({ status: 422 });
  const odd = { id: 'x', rawId: 'x', type: 'public-key', response: {} };
  expect(await server.browser().post('/sign-in/passkey', { challenge, response: odd })).toMatchObject({ status: 409 });
  expect(server.faults).toEqual([]);
});
