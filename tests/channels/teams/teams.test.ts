import type { Answer, Intent } from '../../../src/application/intent.ts';
import type { AppCredentials } from '../../../src/channels/teams/adapter.ts';
import { type Reply, teams } from '../../../src/channels/teams/teams.ts';
import { capturedLog } from '../../support/captured-log.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { cardSaying, payload, TENANT, WORDS } from '../../support/teams.ts';

const OTHER = '00000000-0000-0000-0000-000000000009';
const CARD = 'application/vnd.microsoft.card.adaptive';
const TEXT = 'application/vnd.microsoft.activity.message';
const hello = cardSaying('Hello');

let connector: FakeConnector;
beforeEach(async () => {
  connector = await startFakeConnector();
});
afterEach(() => connector.close());

interface Trial {
  readonly reply: Reply;
  readonly intents: readonly Intent[];
  readonly lines: ReturnType<typeof capturedLog>['lines'];
}

interface Asked {
  readonly answer?: Answer | Error;
  readonly app?: AppCredentials;
  readonly authorization?: string;
}

async function receive(body: unknown, { answer, app, authorization = '' }: Asked = {}): Promise<Trial> {
  const intents: Intent[] = [];
  const log = capturedLog();
  const { receive: take } = teams({
    app: app ?? { type: 'local' },
    tenants: [TENANT],
    handle: async (intent) => {
      intents.push(intent);
      if (answer instanceof Error) throw answer;
      return answer ?? { type: 'card', card: hello };
    },
    log,
    ...WORDS,
    timeoutMs: 2_000,
  });
  return { reply: await take(body, authorization), intents, lines: log.lines };
}

const here = (name: string, changes: object = {}) => ({
  ...payload(name),
  serviceUrl: connector.url,
  ...changes,
});
const said = () => connector.arrived.map(({ body }) => Object(body));

describe('a message', () => {
  it('is answered by a message that holds the card and no text', async () => {
    const { reply, intents } = await receive(here('message-personal'));
    expect(reply).toEqual({ status: 200 });
    expect(intents).toHaveLength(1);
    expect(said()).toHaveLength(1);
    expect(said()[0].attachments).toEqual([{ contentType: CARD, content: hello }]);
    expect(said()[0].text).toBeUndefined();
    expect(connector.arrived[0]?.path).toContain('/v3/conversations/a:1personalRosa/activities');
  });

  it('is answered by silence when the answer comes later', async () => {
    expect((await receive(here('message-personal'), { answer: { type: 'nothing' } })).reply.status).toBe(200);
    expect(connector.arrived).toEqual([]);
  });

  it('is answered in its own thread of a channel', async () => {
    await receive(here('message-channel'));
    expect(connector.arrived[0]?.path).toContain(';messageid=1795252631692/activities');
  });

  it('that could not be handled is answered by the neutral card', async () => {
    const { reply, lines } = await receive(here('message-personal'), { answer: new Error('canary-red') });
    expect(reply).toEqual({ status: 200 });
    expect(said()[0].attachments[0].content).toEqual(WORDS.fault);
    expect(JSON.stringify([lines, said()])).not.toContain('canary-red');
  });

  it.each([{ status: 500 }, { status: 403 }, 'reset', 'silence'] as const)(
    'whose answer does not arrive (%j) was handled all the same, and sent once',
    async (trouble) => {
      connector.trouble(trouble);
      const { reply, intents, lines } = await receive(here('message-personal'));
      expect(reply).toEqual({ status: 200 });
      expect(intents).toHaveLength(1);
      expect(connector.arrived).toHaveLength(1);
      expect(lines).toContainEqual({ level: 'warn', event: 'teams-answer-not-sent' });
    },
  );

  it('to be sent later than Teams likes is not sent four times', async () => {
    connector.trouble({ status: 429, headers: { 'retry-after': '1' } });
    await receive(here('message-personal'));
    expect(connector.arrived).toHaveLength(1);
  });
});

describe('a press', () => {
  it.each(['card', 'keep-form'] as const)('in a private chat is answered in place (%s)', async (type) => {
    const { reply } = await receive(here('press-personal'), { answer: { type, card: hello } });
    expect(reply).toEqual({ status: 200, body: { statusCode: 200, type: CARD, value: hello } });
    expect(connector.arrived).toEqual([]);
  });

  it.each(['card', 'keep-form'] as const)('in a channel is answered by one line (%s)', async (type) => {
    const { reply } = await receive(here('press-channel'), { answer: { type, card: hello } });
    expect(reply).toEqual({ status: 200, body: { statusCode: 200, type: TEXT, value: 'In short: Hello' } });
  });

  it('with nothing to show says where it comes', async () => {
    const { reply } = await receive(here('press-personal'), { answer: { type: 'nothing' } });
    expect(reply.body).toEqual({ statusCode: 200, type: TEXT, value: WORDS.comesByMessage });
  });

  it('that could not be handled is answered by the neutral card, and nothing of why', async () => {
    const { reply, lines } = await receive(here('press-personal'), { answer: new Error('canary-red') });
    expect(reply).toEqual({ status: 200, body: { statusCode: 200, type: CARD, value: WORDS.fault } });
    expect(lines).toEqual([{ level: 'error', event: 'teams-intent-failed', code: 'press' }]);
  });

  it.each([undefined, {}, { action: {} }, { action: { data: {} } }, 'x', 7, null])(
    'that is malformed (%j) is refused inside an answer of status 200',
    async (value) => {
      const { reply, intents } = await receive(here('press-personal', { value }));
      expect(reply).toMatchObject({ status: 200, body: { statusCode: 400, value: { code: 'BadRequest' } } });
      expect(intents).toEqual([]);
    },
  );

  it.each(['task/fetch', 'composeExtension/query', 'adaptiveCard/Action', '', undefined])(
    'of another kind (%j) is answered neutrally, and nothing is done',
    async (name) => {
      const { reply, intents } = await receive(here('press-personal', { name }));
      expect(reply).toEqual({
        status: 200,
        body: { statusCode: 200, type: TEXT, value: WORDS.nothingHere },
      });
      expect(intents).toEqual([]);
    },
  );
});

describe('another tenant', () => {
  const guests = {
    'the conversation is theirs': {
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: OTHER },
    },
    'only the channel data says so': { channelData: { tenant: { id: OTHER } } },
    'only the sender is from there': {
      from: { id: '29:1x', aadObjectId: '00000000-0000-0000-0000-000000000777', tenantId: OTHER },
    },
    'there is none': { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: null },
  };
  const cases = Object.entries(guests);

  it.each(cases)('gets a polite line for a press, and nothing is done: %s', async (_why, changes) => {
    const { reply, intents, lines } = await receive(here('press-personal', changes));
    expect(reply.body).toEqual({ statusCode: 200, type: TEXT, value: WORDS.nothingHere });
    expect(intents).toEqual([]);
    expect(lines).toEqual([{ level: 'warn', event: 'teams-tenant-not-allowed' }]);
  });

  it.each(cases)('gets the same line for a message: %s', async (_why, changes) => {
    const { reply, intents } = await receive(here('message-personal', changes));
    expect(reply).toEqual({ status: 200 });
    expect(intents).toEqual([]);
    expect(said().map(({ text }) => text)).toEqual([WORDS.nothingHere]);
  });

  it('is not remembered when it installs the bot', async () => {
    const changes = { channelData: { tenant: { id: OTHER } } };
    const { reply, intents } = await receive(here('installed-personal', changes));
    expect([reply, intents, connector.arrived]).toEqual([{ status: 200 }, [], []]);
  });
});

describe('an installation', () => {
  it.each(['installed-personal', 'installed-channel', 'members-added-channel'])(
    'is handled quietly (%s)',
    async (name) => {
      const { reply, intents } = await receive(here(name));
      expect(reply).toEqual({ status: 200 });
      expect(intents.map(({ type }) => type)).toEqual(['installed']);
      expect(connector.arrived).toEqual([]);
    },
  );
});

describe('the door', () => {
  const app: AppCredentials = {
    type: 'SingleTenant',
    id: '00000000-0000-0000-0000-000000000002',
    password: 'not-a-secret',
    tenant: TENANT,
  };

  it.each(['', 'Bearer', 'Bearer garbage', 'Bearer a.b.c', 'Basic dXNlcjpwYXNz', 'x'.repeat(9000)])(
    'stays shut without a token of the Bot Connector (%#)',
    async (authorization) => {
      const { reply, intents, lines } = await receive(here('press-personal'), { app, authorization });
      expect(reply).toEqual({ status: 401 });
      expect(intents).toEqual([]);
      expect(lines).toEqual([{ level: 'warn', event: 'teams-request-refused' }]);
    },
  );

  it.each([undefined, null, 'text', 7, [], {}, { type: 'message' }, { type: 'invoke', serviceUrl: 'x' }])(
    'is not for what is not an activity (%j)',
    async (body) => {
      expect((await receive(body)).reply).toEqual({ status: 400 });
    },
  );

  it('lets local mode send nothing to another machine', async () => {
    const { reply, intents } = await receive(payload('message-personal'));
    expect([reply, intents]).toEqual([{ status: 403 }, []]);
  });

  it.each<AppCredentials>([
    { ...app, type: 'singletenant' as 'SingleTenant' },
    { ...app, type: 'Multi' as 'MultiTenant' },
    { ...app, id: '' },
    { ...app, id: '  ' },
  ])('is not built with a registration that botbuilder would take for another (%#)', async (wrong) => {
    await expect(receive(here('press-personal'), { app: wrong })).rejects.toThrow(/MicrosoftApp(Type|Id)/);
  });

  it.each<AppCredentials>([
    app,
    { ...app, type: 'MultiTenant' },
    { type: 'UserAssignedMSI', id: app.id, tenant: TENANT },
  ])('is built with each kind of registration (%#)', async (right) => {
    expect((await receive(here('press-personal'), { app: right })).reply).toEqual({ status: 401 });
  });
});
