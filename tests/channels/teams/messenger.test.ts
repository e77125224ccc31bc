import type { Message } from '../../../src/application/messenger.ts';
import { failureOf } from '../../../src/channels/teams/send-result.ts';
import { teams } from '../../../src/channels/teams/teams.ts';
import { capturedLog } from '../../support/captured-log.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { CHANNEL, cardSaying, payload, TENANT, WORDS } from '../../support/teams.ts';

let connector: FakeConnector;
beforeEach(async () => {
  connector = await startFakeConnector();
});
afterEach(() => connector.close());

const { messenger } = teams({
  app: { type: 'local' },
  tenants: [TENANT],
  handle: async () => ({ type: 'nothing' }),
  log: capturedLog(),
  ...WORDS,
});
const message: Message = {
  card: cardSaying('x'),
  notification: 'Training: something is due.',
  silent: false,
};
const activity = {
  type: 'message',
  summary: 'Training: something is due.',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
};
const alerting = { ...activity, channelData: { notification: { alert: true } } };
const common = () => ({ serviceUrl: connector.url, tenant: TENANT, bot: '28:bot' });

describe('a card to a person', () => {
  const to = () => ({ ...common(), user: '29:rosa' });

  it('goes into the chat there is, as a card without text', async () => {
    const address = { platform: 'teams', to: { ...to(), conversation: 'a:1rosa' } } as const;
    const result = await messenger.send(address, message);
    expect(result).toEqual({ type: 'sent', messageId: 'm1', address });
    expect(connector.arrived).toEqual([
      { method: 'POST', path: '/v3/conversations/a:1rosa/activities', body: alerting },
    ]);
  });

  it('makes no sound when it is silent', async () => {
    const address = { platform: 'teams', to: { ...to(), conversation: 'a:1rosa' } } as const;
    await messenger.send(address, { ...message, silent: true });
    expect(connector.arrived[0]?.body).toEqual(activity);
  });

  it('opens a chat where there is none, and says which', async () => {
    const result = await messenger.send({ platform: 'teams', to: to() }, message);
    const chat = 'chat-with-29:rosa';
    expect(result).toMatchObject({ type: 'sent', address: { to: { ...to(), conversation: chat } } });
    expect(connector.arrived).toEqual([
      {
        method: 'POST',
        path: '/v3/conversations',
        body: {
          isGroup: false,
          bot: { id: '28:bot' },
          members: [{ id: '29:rosa' }],
          tenantId: TENANT,
          channelData: { tenant: { id: TENANT } },
        },
      },
      { method: 'POST', path: `/v3/conversations/${chat}/activities`, body: alerting },
    ]);
  });
});

describe('a card to a channel', () => {
  it.each([CHANNEL, `${CHANNEL};messageid=17`])('begins a thread of its own (%s)', async (conversation) => {
    const result = await messenger.send({ platform: 'teams', to: { ...common(), conversation } }, message);
    expect(result).toEqual({
      type: 'sent',
      messageId: 'm1',
      address: { platform: 'teams', to: { ...common(), conversation: `${CHANNEL};messageid=m1` } },
    });
    expect(connector.arrived).toEqual([
      {
        method: 'POST',
        path: '/v3/conversations',
        body: {
          isGroup: true,
          bot: { id: '28:bot' },
          tenantId: TENANT,
          channelData: { channel: { id: CHANNEL }, tenant: { id: TENANT } },
          activity: alerting,
        },
      },
    ]);
  });
});

describe('the people of a channel', () => {
  const channel = () =>
    ({ platform: 'teams', to: { ...common(), conversation: `${CHANNEL};messageid=1` } }) as const;

  it('are named by their Entra id, and guests by every mark they carry', async () => {
    connector.members(payload('members-page'));
    const id = (n: number) => `00000000-0000-0000-0000-00000000010${n}`;
    expect(await messenger.members(channel())).toEqual([
      { account: id(0), guest: false },
      { account: id(1), guest: false },
      { account: id(2), guest: true },
      { account: id(3), guest: true },
      { account: id(4), guest: true },
      { account: '', guest: true },
    ]);
    expect(connector.arrived[0]?.path).toContain(`/v3/conversations/${CHANNEL}/pagedmembers`);
  });

  it('are read to the last page', async () => {
    const page = (name: string) => ({ members: [{ aadObjectId: name, userRole: 'user' }] });
    connector.members(page('a'), page('b'), page('c'));
    expect((await messenger.members(channel()))?.map(({ account }) => account)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['an endless list', Array.from({ length: 9 }, () => ({ members: [] }))],
    ['no list', [{}]],
  ])('are nobody we trust when the answer is %s', async (_what, pages) => {
    connector.members(...pages);
    expect(await messenger.members(channel())).toBeUndefined();
  });
});

describe('what a failure means', () => {
  const answered = (statusCode: number, pause?: string) => ({
    statusCode,
    response: { headers: { get: (name: string) => (name === 'retry-after' ? pause : undefined) } },
  });
  const code = (name: string) => expect.objectContaining({ code: name });

  it.each([
    [answered(401), { type: 'credentials', code: 'http-401' }],
    [answered(403), { type: 'unreachable', code: 'http-403' }],
    [answered(404), { type: 'unreachable', code: 'http-404' }],
    [answered(400), { type: 'poison', code: 'http-400' }],
    [answered(413), { type: 'poison', code: 'http-413' }],
    [answered(408), { type: 'ambiguous', code: 'http-408' }],
    [answered(500), { type: 'ambiguous', code: 'http-500' }],
    [answered(503), { type: 'ambiguous', code: 'http-503' }],
    [answered(200), { type: 'ambiguous', code: 'http-200' }],
    [answered(429), { type: 'throttled', retryAfterMs: 2000 }],
    [answered(429, '5'), { type: 'throttled', retryAfterMs: 5000 }],
    [answered(429, '0.2'), { type: 'throttled', retryAfterMs: 200 }],
    [answered(429, '-1'), { type: 'throttled', retryAfterMs: 2000 }],
    [answered(429, 'Sat, 21 Nov 2026 09:00:00 GMT'), { type: 'throttled', retryAfterMs: 2000 }],
    [{ statusCode: 429 }, { type: 'throttled', retryAfterMs: 2000 }],
    [answered(412), { type: 'throttled', retryAfterMs: 2000 }],
    [
      { name: 'AbortError', message: 'x' },
      { type: 'ambiguous', code: 'timeout' },
    ],
    [{ code: 'ECONNRESET' }, { type: 'ambiguous', code: 'econnreset' }],
    [{ code: 'EPIPE' }, { type: 'ambiguous', code: 'epipe' }],
    [{ code: 'ECONNREFUSED' }, { type: 'not-sent', code: 'econnrefused' }],
    [{ code: 'ENOTFOUND' }, { type: 'not-sent', code: 'enotfound' }],
    [{ code: 'CERT_HAS_EXPIRED' }, { type: 'not-sent', code: 'cert-has-expired' }],
    [
      { errorCode: 'invalid_client', message: 'x' },
      { type: 'credentials', code: 'token' },
    ],
    [{ errorCode: 'endpoints_resolution_error' }, { type: 'not-sent', code: 'token' }],
    [new Error('canary red'), { type: 'ambiguous', code: 'no-answer' }],
    [{ code: 'canary red' }, { type: 'ambiguous', code: 'no-answer' }],
    ['canary red', { type: 'ambiguous', code: 'no-answer' }],
    [undefined, code('no-answer')],
  ])('%j', (error, result) => {
    expect(failureOf(error)).toEqual(result);
  });
});
