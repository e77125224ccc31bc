import type { Message } from '../../../src/application/messenger.ts';
import type { Card } from '../../../src/cards/model.ts';
import { slackMessenger } from '../../../src/channels/slack/messenger.ts';
import { webClient } from '../../../src/channels/slack/web-client.ts';
import { freePort } from '../../support/free-port.ts';
import { type SlackClient, slackClient } from '../../support/slack-client.ts';
import { SIGNING_SECRET } from '../../support/slack-server.ts';
import { type Fault, startWorkspace, type Workspace } from '../../support/slack-workspace.ts';

let workspace: Workspace;
let people: SlackClient;
beforeEach(async () => {
  workspace = await startWorkspace({
    users: ['ada', 'iris', 'gus'],
    channels: [{ name: 'leads', private: true, members: ['iris', 'gus'] }],
  });
  people = slackClient(workspace, { eventsUrl: 'http://127.0.0.1:9/', signingSecret: SIGNING_SECRET });
});
afterEach(async () => {
  people.close();
  await workspace.close();
});

const messenger = (timeout = 2500) =>
  slackMessenger(webClient(workspace.botToken, workspace.apiUrl, timeout));
const at = (to: Record<string, string>) => ({
  platform: 'slack' as const,
  to: { team: workspace.team, ...to },
});
const iris = () => at({ user: workspace.userId('iris') });
const leads = () => at({ channel: workspace.channelId('leads') });

const card = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: text,
  body: [{ type: 'TextBlock', text }],
});
const message = (text = 'K7Q4 · new'): Message => ({
  card: card(text),
  notification: 'Safeguarding: something needs you. K7Q4 <!channel>',
  silent: false,
});

describe('a message', () => {
  it('to a person stands in their conversation with the bot', async () => {
    const sent = await messenger().send(iris(), message());
    expect((await people.messages({ user: 'iris' })).map(({ text }) => text)).toEqual(['K7Q4 · new']);
    expect(sent).toMatchObject({
      type: 'sent',
      messageId: expect.any(String),
      address: { to: { channel: expect.any(String) } },
    });
    expect(await people.messages({ user: 'ada' })).toEqual([]);
  });

  it('to a person is one call, because Slack counts calls', async () => {
    await messenger().send(iris(), message());
    expect(workspace.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  it('to a channel stands there', async () => {
    await messenger().send(leads(), message());
    const posted = await people.messages({ channel: 'leads', as: 'iris' });
    expect(posted.map(({ text }) => text)).toEqual(['K7Q4 · new']);
  });

  it('notifies with its own line alone, in which nothing can be a mention, and unfolds no links', async () => {
    await messenger().send(iris(), message());
    const [posted] = await people.messages({ user: 'iris' });
    expect(posted?.notification).toBe('Safeguarding: something needs you. K7Q4 &lt;!channel&gt;');
    const call = workspace.calls.find(({ method }) => method === 'chat.postMessage');
    expect(call?.body).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('is brought up to date in its place', async () => {
    for (const address of [iris(), leads()]) {
      const sent = await messenger().send(address, message());
      if (sent.type !== 'sent') throw new Error('Not sent');
      expect(await messenger().update(sent.address, sent.messageId, message('K7Q4 · opened'))).toEqual({
        type: 'updated',
      });
    }
    expect((await people.messages({ user: 'iris' })).map(({ text }) => text)).toEqual(['K7Q4 · opened']);
    expect(await people.messages({ channel: 'leads', as: 'iris' })).toHaveLength(1);
  });

  it('that is gone is said to be gone', async () => {
    const sent = await messenger().send(leads(), message());
    if (sent.type !== 'sent') throw new Error('Not sent');
    await workspace.call(undefined, 'chat.delete', {
      channel: workspace.channelId('leads'),
      ts: sent.messageId,
    });
    expect(await messenger().update(sent.address, sent.messageId, message())).toEqual({ type: 'card-gone' });
  });
});

describe('what goes wrong with a message', () => {
  const error = (word: string): Fault => ({ type: 'error', error: word });
  const status = (code: number, headers = {}): Fault => ({ type: 'status', status: code, headers });

  it.each([
    [
      'Slack asks for a pause',
      status(429, { 'retry-after': '7' }),
      { type: 'throttled', retryAfterMs: 7000 },
    ],
    ['a proxy asks for a pause and says none', status(429), { type: 'throttled', retryAfterMs: 30_000 }],
    ['Slack asks for a pause in words', error('ratelimited'), { type: 'throttled', retryAfterMs: 30_000 }],
    ['Slack is broken', status(503), { type: 'ambiguous', code: 'http-503' }],
    ['Slack is broken inside', error('internal_error'), { type: 'ambiguous', code: 'internal_error' }],
    ['a proxy stands between', status(403), { type: 'not-sent', code: 'http-403' }],
    ['the channel is gone', error('channel_not_found'), { type: 'unreachable', code: 'channel_not_found' }],
    ['the channel is archived', error('is_archived'), { type: 'unreachable', code: 'is_archived' }],
    ['the bot was put out', error('not_in_channel'), { type: 'unreachable', code: 'not_in_channel' }],
    ['the token was revoked', error('token_revoked'), { type: 'credentials', code: 'token_revoked' }],
    ['the app was removed', error('account_inactive'), { type: 'credentials', code: 'account_inactive' }],
    ['Slack refuses the card', error('invalid_blocks'), { type: 'poison', code: 'invalid_blocks' }],
    ['Slack says something new', error('brand_new_word'), { type: 'ambiguous', code: 'brand_new_word' }],
    ['Slack says something long', error('Sam said <no>'), { type: 'ambiguous', code: 'unknown' }],
  ] as const)('%s', async (_, fault, result) => {
    workspace.fail('chat.postMessage', fault);
    expect(await messenger().send(leads(), message())).toEqual(result);
    expect(workspace.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('the connection breaks after the message was taken: it may have arrived, and it is not sent again', async () => {
    workspace.fail('chat.postMessage', { type: 'reset' });
    expect(await messenger().send(leads(), message())).toMatchObject({ type: 'ambiguous' });
    expect(await people.messages({ channel: 'leads', as: 'iris' })).toHaveLength(1);
  });

  it('no answer comes: it may have arrived', async () => {
    workspace.fail('chat.postMessage', { type: 'silence' });
    expect(await messenger(50).send(leads(), message())).toEqual({ type: 'ambiguous', code: 'no-answer' });
    expect(await people.messages({ channel: 'leads', as: 'iris' })).toHaveLength(1);
  });

  it('nobody listens: nothing was sent', async () => {
    const nobody = slackMessenger(webClient('xoxb-none', `http://127.0.0.1:${await freePort()}/api/`, 2500));
    expect(await nobody.send(leads(), message())).toEqual({ type: 'not-sent', code: 'ECONNREFUSED' });
  });

  it('the person is not in the workspace: nobody can be reached there', async () => {
    expect(await messenger().send(at({ user: 'U0NOBODY' }), message())).toEqual({
      type: 'unreachable',
      code: 'channel_not_found',
    });
  });

  it('a card that Slack could not take is not sent at all', async () => {
    const body: Card['body'] = [
      { type: 'Input.ChoiceSet', id: 'a', choices: [{ title: 'A', value: 'x'.repeat(200) }] },
    ];
    const bad = { ...message(), card: { ...card('a'), body } };
    expect(await messenger().send(leads(), bad)).toEqual({ type: 'poison', code: 'card-not-drawn' });
    expect(workspace.calls).toEqual([]);
  });

  it.each([
    ['the message is gone', error('message_not_found'), { type: 'card-gone' }],
    ['it can no longer be changed', error('edit_window_closed'), { type: 'card-gone' }],
    ['its channel is archived', error('is_archived'), { type: 'card-gone' }],
    [
      'Slack asks for a pause',
      status(429, { 'retry-after': '3' }),
      { type: 'throttled', retryAfterMs: 3000 },
    ],
    ['the token was revoked', error('token_revoked'), { type: 'credentials', code: 'token_revoked' }],
  ] as const)('while it is brought up to date: %s', async (_, fault, result) => {
    const sent = await messenger().send(leads(), message());
    if (sent.type !== 'sent') throw new Error('Not sent');
    workspace.fail('chat.update', fault);
    expect(await messenger().update(sent.address, sent.messageId, message())).toEqual(result);
  });
});

describe('who is in a channel', () => {
  const member = (name: string, guest = false) => ({ account: workspace.userId(name), guest });

  it('is everybody but the bot itself', async () => {
    expect(await messenger().members(leads())).toEqual([member('iris'), member('gus')]);
  });

  it.each([
    ['restricted', { is_restricted: true }],
    ['restricted to one channel', { is_ultra_restricted: true }],
    ['a stranger', { is_stranger: true }],
    ['of another workspace', { team_id: 'T0OTHER' }],
  ])('says who is a guest: %s', async (_, fields) => {
    workspace.describeUser('gus', fields);
    expect(await messenger().members(leads())).toEqual([member('iris'), member('gus', true)]);
  });

  it('counts another app as a member, because it can read', async () => {
    workspace.describeUser('gus', { is_bot: true });
    expect(await messenger().members(leads())).toHaveLength(2);
  });

  it('leaves out a deactivated account', async () => {
    workspace.describeUser('gus', { deleted: true });
    expect(await messenger().members(leads())).toEqual([member('iris')]);
  });

  it.each([{ is_ext_shared: true }, { is_pending_ext_shared: true }])('is not said of %j', async (fields) => {
    workspace.describeChannel('leads', fields);
    expect(await messenger().members(leads())).toBeUndefined();
  });

  it.each(['conversations.info', 'conversations.members', 'users.info', 'auth.test'])(
    'is not said when Slack does not answer %s',
    async (method) => {
      workspace.fail(method, { type: 'status', status: 429, headers: { 'retry-after': '1' } });
      expect(await messenger().members(leads())).toBeUndefined();
    },
  );

  it('is not said of a channel that the bot cannot see, or of a person', async () => {
    expect(await messenger().members(at({ channel: 'C0NOWHERE' }))).toBeUndefined();
    expect(await messenger().members(iris())).toBeUndefined();
  });
});
