import { slackMessenger } from '../../src/channels/slack/messenger.ts';
import { webClient } from '../../src/channels/slack/web-client.ts';
import { type Fault as Broken, startWorkspace } from '../support/slack-workspace.ts';
import { type Fault, type MessengerUnderTest, messengerContract } from './messenger-contract.ts';

const FAULTS: Readonly<Record<Exclude<Fault, 'refused'>, Broken>> = {
  unreachable: { type: 'error', error: 'channel_not_found' },
  throttled: { type: 'status', status: 429, headers: { 'retry-after': '7' } },
  credentials: { type: 'error', error: 'token_revoked' },
  poison: { type: 'error', error: 'invalid_blocks' },
  'server-error': { type: 'status', status: 500 },
  reset: { type: 'reset' },
  silence: { type: 'silence' },
  'card-gone': { type: 'error', error: 'message_not_found' },
};
const POSTS = ['chat.postMessage', 'chat.update'];

async function start(): Promise<MessengerUnderTest> {
  const workspace = await startWorkspace({
    users: ['iris', 'gus'],
    channels: [{ name: 'leads', private: true, members: ['iris', 'gus'] }],
  });
  const { team } = workspace;
  let before = 0;
  const posts = () => workspace.arrived.filter((method) => POSTS.includes(method)).length;
  return {
    messenger: slackMessenger(webClient(workspace.botToken, workspace.apiUrl, 300)),
    person: { platform: 'slack', to: { team, user: workspace.userId('iris') } },
    channel: { platform: 'slack', to: { team, channel: workspace.channelId('leads') } },
    async fault(kind) {
      before = posts();
      if (kind === 'refused') return workspace.disconnect();
      for (const method of [...POSTS, 'conversations.info']) {
        workspace.fail(method, FAULTS[kind], Number.POSITIVE_INFINITY);
      }
    },
    sent: () =>
      workspace.calls.flatMap(({ method, body }) =>
        POSTS.includes(method)
          ? [
              {
                type: method === 'chat.update' ? ('update' as const) : ('new' as const),
                notification: body.text ?? '',
                everything: JSON.stringify(body),
              },
            ]
          : [],
      ),
    requests: () => posts() - before,
    close: workspace.close,
  };
}

messengerContract('Slack', start);
