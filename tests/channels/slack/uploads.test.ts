import { readFileSync } from 'node:fs';
import type { Card } from '../../../src/cards/model.ts';
import { readPayload } from '../../../src/channels/slack/read-payload.ts';
import { startFileHost } from '../../support/file-host.ts';
import { type SlackChannel, startSlackChannel } from '../../support/slack-server.ts';

type Sent = { team_id: string; event: Record<string, unknown> };
const payload = (name: string): Sent =>
  JSON.parse(readFileSync(`tests/payloads/slack/${name}.json`, 'utf8')) as Sent;
const ALL = ['message-with-file', 'file-shared', 'mention-with-file'] as const;
const changed = (name: string, event: object): Sent => {
  const sent = payload(name);
  return { ...sent, event: { ...sent.event, ...event } };
};

describe('a file in a message of Slack', () => {
  it.each(ALL)('%s is an upload, and no more', (name) => {
    const read = readPayload(payload(name));
    expect(read).toMatchObject({ type: 'upload', user: 'U000000ADA', teams: ['T000000001'] });
    expect(read?.type === 'upload' && Object.keys(read.intent).toSorted()).toEqual([
      ...['from', 'place', 'type', 'view'],
    ]);
    expect(JSON.stringify(read)).not.toMatch(/robin|files\.slack|her arm/i);
  });

  it.each<readonly [string, unknown]>([
    ['a message without a file', changed('message-with-file', { files: [] })],
    ['a message of a bot', changed('message-with-file', { bot_id: 'B000000001' })],
    ['a message of nobody', changed('message-with-file', { user: undefined })],
    ['a file that others put into a channel', changed('message-with-file', { channel: 'C000000LEADS' })],
    ['a file that others share in a channel', changed('file-shared', { channel_id: 'C000000LEADS' })],
    ['our name without a file', changed('mention-with-file', { files: undefined })],
    ['a file that was changed', changed('message-with-file', { type: 'file_change' })],
  ])('%s is nothing to us', (_what, sent) => {
    expect(readPayload(sent)).toMatchObject({ type: 'ignored' });
  });
});

describe('an upload that arrives', () => {
  let slack: SlackChannel;
  let host: Awaited<ReturnType<typeof startFileHost>>;
  const refused: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'We did not take that.',
    body: [{ type: 'TextBlock', text: 'We did not take that' }],
  };
  beforeEach(async () => {
    const channels = [{ name: 'leads', private: true, members: ['iris', 'ada'] }];
    [slack, host] = await Promise.all([
      startSlackChannel({ users: ['ada', 'iris'], channels }),
      startFileHost(),
    ]);
    slack.answer({ type: 'card', card: refused });
  });
  afterEach(() => Promise.all([slack.close(), host.close()]));

  /** The payload as it would come from this workspace, its files on our host. */
  async function arrive(name: (typeof ALL)[number]): Promise<Response> {
    const { workspace } = slack;
    const made = await workspace.call('ada', 'conversations.open', { users: workspace.botUser });
    const text = JSON.stringify(host.holding(payload(name)))
      .replaceAll('T000000001', workspace.team)
      .replaceAll('U000000ADA', workspace.userId('ada'))
      .replaceAll('D000000ADA', (made.channel as { id: string }).id)
      .replaceAll('C000000LEADS', workspace.channelId('leads'));
    const answer = await slack.people.post(text, { contentType: 'application/json' });
    await slack.channel.idle();
    return answer;
  }

  it.each(['message-with-file', 'file-shared'] as const)('%s is answered in their own chat', async (name) => {
    expect((await arrive(name)).status).toBe(200);
    expect(slack.handled).toMatchObject([{ type: 'upload', place: { type: 'private' } }]);
    const [message] = await slack.people.messages({ user: 'ada' });
    expect(message?.text).toContain('We did not take that');
    expect(slack.workspace.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  it('a file behind our name in a channel is answered to its sender alone', async () => {
    expect((await arrive('mention-with-file')).status).toBe(200);
    expect(slack.handled).toMatchObject([{ type: 'upload', place: { type: 'shared' } }]);
    const [call, ...others] = slack.workspace.calls;
    expect(others).toEqual([]);
    expect([call?.method, call?.body.user]).toEqual(['chat.postEphemeral', slack.workspace.userId('ada')]);
    expect(await slack.people.messages({ channel: 'leads', as: 'iris' })).toEqual([]);
  });

  it.each(ALL)('%s: nobody goes to where the file lies', async (name) => {
    await arrive(name);
    expect(host.fetched).toEqual([]);
    expect(slack.workspace.arrived.filter((method) => method.startsWith('files.'))).toEqual([]);
    expect(JSON.stringify([slack.handled, slack.lines])).not.toMatch(/robin|127\.0\.0\.1/i);
    await fetch(`${host.url}/control`);
    expect(host.fetched).toEqual(['/control']);
  });

  it('whose answer cannot be sent leaves a line without words', async () => {
    slack.workspace.fail('chat.postMessage', { type: 'error', error: 'channel_not_found' });
    expect((await arrive('message-with-file')).status).toBe(200);
    expect(slack.lines).toContainEqual({ event: 'slack-answer-not-sent' });
  });
});
