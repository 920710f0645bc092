import { createServer, type RequestListener, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { type Browser, browserAt, type TestServer, testServer } from '../../../main/testing/test-server.ts';
import { outsideSettings } from './outside-settings.ts';

type Provider = new (
  issuer: string,
  configuration: object,
) => {
  callback: () => RequestListener;
  on: (event: string, heard: (...facts: never[]) => void) => void;
};
const claim = 'helseid://claims/hpr/hpr_number';
const level = 'helseid://claims/identity/security_level';

let clinic: TestHouse;
let server: TestServer;
let provider: Server;
let issuer: string;
let claims: Record<string, string>;
let key: JWK;
/** What the provider was asked, so that the profile is seen to be kept. */
const asked: { path: string; headers: Record<string, unknown> }[] = [];
const told: string[] = [];

/** A real provider that asks of its clients what HelseID asks: pushed request, PKCE, signed client, bound tokens. */
async function openProvider(clientKey: JWK, redirects: readonly string[]): Promise<string> {
  const server = createServer((request, response) => {
    asked.push({ path: (request.url ?? '').split('?')[0] ?? '', headers: request.headers });
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const { default: Provider } = (await import('oidc-provider' as string)) as { default: Provider };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const opened = new Provider(address, {
    clients: [
      {
        client_id: 'dagsverk',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [clientKey] },
        redirect_uris: redirects,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        dpop_bound_access_tokens: true,
        require_pushed_authorization_requests: true,
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'provider' }] },
    cookies: { keys: ['a key of this test'] },
    features: {
      dPoP: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      devInteractions: { enabled: true },
    },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: [claim, level] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...claims }) }),
  });
  const listener = opened.callback();
  for (const event of ['server_error', 'grant.error', 'pushed_authorization_request.error'])
    opened.on(event, (_: never, fault: never) => told.push(`${event}: ${String(fault)}`));
  provider = server;
  return address;
}

beforeAll(async () => {
  clinic = await testHouse();
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = { ...(await exportJWK(pair.privateKey)), alg: 'ES256', kid: 'clinic', use: 'sig' };
  const publicKey = { ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'clinic', use: 'sig' };
  const port = await freePort();
  issuer = await openProvider(publicKey, [`http://localhost:${port}/sign-in/outside/back`]);
  server = await testServer(clinic.house, { port, outside: settings(`http://localhost:${port}/sign-in/outside/back`) });
  const lie = clinic.demo.as('lie').person;
  await clinic.rows('update account set oidc_subject = $1 where person = $2', ['9200001', lie]);
});
beforeEach(() => {
  claims = { [claim]: '9200001', [level]: '4' };
});
afterAll(() => {
  provider.closeAllConnections();
  provider.close();
});

const settings = (redirect: string) =>
  outsideSettings({
    DAGSVERK_OIDC_ISSUER: issuer,
    DAGSVERK_OIDC_CLIENT: 'dagsverk',
    DAGSVERK_OIDC_KEY: JSON.stringify(key),
    DAGSVERK_OIDC_REDIRECT: redirect,
    DAGSVERK_OIDC_CLAIM: claim,
    DAGSVERK_OIDC_REQUIRES: `${level}=4`,
  });

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** The person at the provider: signs in there, agrees, and is sent back. Answers the address one is sent back to. */
async function atProvider(url: string, person = 'ingrid'): Promise<string> {
  const there = browserAt(issuer);
  let next = url;
  for (let step = 0; step < 12; step++) {
    const said = await there.get(next);
    const onward = said.headers.get('location');
    if (onward?.startsWith('http://localhost')) return onward;
    if (onward) next = onward;
    else next = await press(there, next, String(said.body.text), person);
  }
  throw new Error('the provider never sent us back');
}

async function press(there: Browser, page: string, html: string, person: string): Promise<string> {
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? page;
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const said = await fetch(new URL(action, issuer), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: there.cookieHeader(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ prompt, login: person, password: 'x' }),
  });
  return said.headers.get('location') ?? '';
}

async function leave(browser: Browser): Promise<string> {
  const said = await browser.get('/sign-in/outside?workstation=Kontor%201');
  return said.headers.get('location') ?? '';
}
const lastLine = async () =>
  (await clinic.rows('select call, allowed, why, person from access_line order by number desc limit 1'))[0];

describe('signing in at the outside provider', () => {
  test('signs in whoever the provider vouches for, in the profile that HelseID asks', async () => {
    const lie = server.browser();
    const back = await atProvider(await leave(lie));
    const said = await lie.get(back);
    expect(told).toEqual([]);
    expect(said).toMatchObject({ status: 302 });
    expect(said.headers.get('location')).toBe('/');
    expect((await lie.get('/sign-in/me')).body.value).toMatchObject({ name: 'Ingrid Lie', workstation: 'Kontor 1' });
    expect(await lastLine()).toMatchObject({ call: 'signIn', allowed: true, person: clinic.demo.as('lie').person });
    expect(await clinic.rows('select means from session order by signed_in_at desc limit 1')).toEqual([
      { means: 'HelseID' },
    ]);
    expect(asked.filter(({ path }) => path === '/request')).toHaveLength(1);
    expect(asked.filter(({ path, headers }) => path === '/token' && headers.dpop !== undefined)).not.toEqual([]);
  });
  test('shows nothing in the address but a reference to what was pushed ahead', async () => {
    const url = new URL(await leave(server.browser()));
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  });
  test('works when another server of the clinic takes the answer', async () => {
    const lie = server.browser();
    const back = new URL(await atProvider(await leave(lie)));
    const redirect = `${server.address}/sign-in/outside/back`;
    const other = await testServer(await clinic.another(), { outside: settings(redirect) });
    const there = browserAt(other.address);
    for (const [name, value] of lie.cookies) there.cookies.set(name, value);
    expect((await there.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/');
  });
  test('an answer is taken once', async () => {
    const lie = server.browser();
    const back = await atProvider(await leave(lie));
    const way = new Map(lie.cookies);
    await lie.get(back);
    const again = server.browser();
    for (const [name, value] of way) again.cookies.set(name, value);
    expect((await again.get(back)).headers.get('location')).toBe('/?no=outside%20sign-in%20failed');
  });
  test('an answer that another browser asked for is refused', async () => {
    const back = await atProvider(await leave(server.browser()));
    const victim = server.browser();
    expect((await victim.get(back)).headers.get('location')).toBe('/?no=sign-in%20was%20not%20begun%20here');
    await leave(victim);
    expect((await victim.get(back)).headers.get('location')).toBe('/?no=sign-in%20was%20not%20begun%20here');
    expect(victim.cookies.has('dagsverk')).toBe(false);
  });
  test('a code that was changed on the way opens nothing', async () => {
    const lie = server.browser();
    const back = new URL(await atProvider(await leave(lie)));
    back.searchParams.set('code', 'another');
    expect((await lie.get(back.href)).headers.get('location')).toBe('/?no=outside%20sign-in%20failed');
    told.length = 0;
  });
  test('someone who has no account here stays outside, and it stands in the access log', async () => {
    claims = { [claim]: '9999999', [level]: '4' };
    const stranger = server.browser();
    const back = await atProvider(await leave(stranger), 'nobody');
    expect((await stranger.get(back)).headers.get('location')).toBe('/?no=no%20account%20here');
    expect(await lastLine()).toMatchObject({ call: 'signIn', allowed: false, why: 'no account here' });
  });
  test('a weaker means at the provider is not enough', async () => {
    claims = { [claim]: '9200001', [level]: '3' };
    const lie = server.browser();
    const back = await atProvider(await leave(lie));
    expect((await lie.get(back)).headers.get('location')).toBe('/?no=outside%20sign-in%20failed');
  });
  test('refused at the provider is refused here', async () => {
    const lie = server.browser();
    await leave(lie);
    const state = lie.cookies.get('dagsverk-outside') ?? '';
    const back = `/sign-in/outside/back?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`;
    expect((await lie.get(back)).headers.get('location')).toBe('/?no=outside%20sign-in%20failed');
  });
  test('the button tells its name', async () => {
    expect((await server.browser().get('/sign-in/means')).body).toEqual({ value: { outside: 'HelseID' } });
  });
});

describe('the configuration', () => {
  test('is all or nothing', () => {
    expect(outsideSettings({})).toBeUndefined();
    expect(() => outsideSettings({ DAGSVERK_OIDC_ISSUER: 'https://x' })).toThrow('half configured');
  });
  test('wants a key that can sign', () => {
    const half = { DAGSVERK_OIDC_ISSUER: 'https://x', DAGSVERK_OIDC_CLIENT: 'x', DAGSVERK_OIDC_REDIRECT: 'https://y' };
    expect(() => outsideSettings({ ...half, DAGSVERK_OIDC_KEY: 'nothing' })).toThrow('not a private key');
  });
  test('a provider that is away is said, and asked again the next time', async () => {
    const away = { ...settings('http://localhost/back'), issuer: 'http://127.0.0.1:1' } as NonNullable<
      ReturnType<typeof settings>
    >;
    const lonely = await testServer(clinic.house, { outside: away });
    expect((await lonely.browser().get('/sign-in/outside')).headers.get('location')).toBe('/?no=provider%20is%20away');
    expect((await server.browser().get('/sign-in/outside')).headers.get('location')).toContain(issuer);
  });
});
