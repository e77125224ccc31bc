import fc from 'fast-check';
import type { Intent } from '../../../src/application/intent.ts';
import type { AppCredentials } from '../../../src/channels/teams/adapter.ts';
import { teams } from '../../../src/channels/teams/teams.ts';
import { type RunningServer, startServer } from '../../../src/http/server.ts';
import { capturedLog } from '../../support/captured-log.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { cardSaying, payload, TENANT, WORDS } from '../../support/teams.ts';

const CANARY = 'canary-yellow';
const NAMES = [
  'message-personal',
  'message-channel',
  'press-personal',
  'press-channel',
  'installed-personal',
];

let connector: FakeConnector;
let server: RunningServer;
let intents: Intent[];
let log: ReturnType<typeof capturedLog>;

async function serve(app: AppCredentials = { type: 'local' }): Promise<void> {
  connector = await startFakeConnector();
  intents = [];
  log = capturedLog();
  const { receive } = teams({
    app,
    tenants: [TENANT],
    handle: async (intent) => {
      intents.push(intent);
      return { type: 'card', card: cardSaying('ok') };
    },
    log,
    ...WORDS,
    timeoutMs: 2_000,
  });
  const probe = async () => undefined;
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    local: true,
    teams: receive,
    probe,
    counts: () => new Map(),
    log,
  });
}
afterEach(async () => {
  await server.stop();
  await connector.close();
});

const here = (name: string, changes: object = {}) => ({
  ...payload(name),
  serviceUrl: connector.url,
  ...changes,
});

async function post(body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe('over HTTP', () => {
  it('a good activity gets through, so the table below tests what it says (control)', async () => {
    await serve();
    expect(await post(JSON.stringify(here('press-personal')))).toMatchObject({ status: 200 });
    expect(intents).toHaveLength(1);
  });

  it.each<readonly [string, number, () => unknown]>([
    ['nothing at all', 400, () => undefined],
    ['null', 400, () => null],
    ['a list', 400, () => [here('press-personal')]],
    ['an object without a type', 400, () => here('press-personal', { type: undefined })],
    ['no conversation', 400, () => here('press-personal', { conversation: undefined })],
    ['no sender', 400, () => here('press-personal', { from: null })],
    [
      'a service address that is none',
      400,
      () => here('press-personal', { serviceUrl: 'file:///etc/passwd' }),
    ],
    ['a service address elsewhere', 403, () => payload('press-personal')],
    ['a press without an action', 200, () => here('press-personal', { value: {} })],
    [
      'a press with a text for data',
      200,
      () => here('press-personal', { value: { action: { data: CANARY } } }),
    ],
    ['an invoke of another name', 200, () => here('press-personal', { name: CANARY })],
    ['an unknown type', 200, () => here('press-personal', { type: CANARY })],
    ['another tenant', 200, () => here('press-personal', { channelData: { tenant: { id: CANARY } } })],
    ['another channel', 200, () => here('press-personal', { channelId: CANARY })],
    ['entities that are none', 200, () => here('message-personal', { entities: CANARY })],
    ['a text that is a number', 200, () => here('message-personal', { text: 7 })],
    ['the end of a conversation', 200, () => here('message-personal', { type: 'endOfConversation' })],
    ['a buffered turn', 200, () => here('press-personal', { deliveryMode: 'expectReplies', name: CANARY })],
  ])('%s is answered with status %d and neutral words, and nothing is done', async (_what, status, body) => {
    await serve();
    const reply = await post(JSON.stringify(body()) ?? '');
    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain(CANARY);
    expect(JSON.stringify(log.lines)).not.toContain(CANARY);
    expect(intents).toEqual([]);
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  });

  it('an unknown verb is the application’s to refuse', async () => {
    await serve();
    const value = { action: { data: { do: 'no-such-thing' } } };
    expect((await post(JSON.stringify(here('press-personal', { value })))).status).toBe(200);
    expect(intents).toMatchObject([{ type: 'press', press: { do: 'no-such-thing', inputs: {} } }]);
  });

  const forged = (claims: object) =>
    ['{"alg":"none","typ":"JWT"}', JSON.stringify(claims), '']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');

  it.each([
    ['no token', {}],
    ['garbage', { authorization: `Bearer ${CANARY}` }],
    ['another scheme', { authorization: 'Basic eA==' }],
    ['a token that nobody signed', { authorization: `Bearer ${forged({ iss: CANARY, aud: 'x' })}` }],
  ])('%s is 401 when an app id is set, whatever the activity says', async (_what, headers) => {
    await serve({
      type: 'SingleTenant',
      id: '00000000-0000-0000-0000-000000000002',
      password: CANARY,
      tenant: TENANT,
    });
    for (const name of NAMES) {
      expect(await post(JSON.stringify(here(name)), headers)).toEqual({ status: 401, text: '' });
    }
    expect(intents).toEqual([]);
    expect(connector.arrived).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain(CANARY);
  });
});

/** The activity with one value somewhere inside replaced. */
function withReplaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const chosen = entries[step % Math.max(entries.length, 1)];
  if (chosen === undefined) return by;
  const replaced = { ...value, [chosen[0]]: withReplaced(chosen[1], rest, by) };
  return Array.isArray(value) ? Object.values(replaced) : replaced;
}

it('no activity with a wrong value anywhere brings a 5xx, or stops the process', async () => {
  await serve();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
      fc.oneof(fc.jsonValue(), fc.constantFrom('', null, '__proto__', 'x'.repeat(9000), connector.url)),
      async (name, path, by) => {
        const { status } = await post(JSON.stringify(withReplaced(here(name), path, by)) ?? '');
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 400, seed: 20_261_121 },
  );
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
});
