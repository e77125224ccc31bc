import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Answer, HandleIntent, Intent } from '../../src/application/intent.ts';
import type { LogLine } from '../../src/application/ports.ts';
import { type Slack, slack } from '../../src/channels/slack/slack.ts';
import { slackClient } from './slack-client.ts';
import { startWorkspace, type WorkspaceSeed } from './slack-workspace.ts';

export const SIGNING_SECRET = 'not-a-secret-only-a-test';

/** The Slack channel alone on a real server, in a real workspace, with an application that the test writes. */
export async function startSlackChannel(seed: WorkspaceSeed, patience = 2000) {
  const workspace = await startWorkspace(seed);
  const handled: Intent[] = [];
  const lines: LogLine[] = [];
  let answerWith: (intent: Intent) => Promise<Answer> = () => Promise.resolve({ type: 'nothing' });
  const handle: HandleIntent = (intent) => {
    handled.push(intent);
    return answerWith(intent);
  };
  const write = (line: LogLine) => void lines.push(line);
  let skew = 0;
  const channel: Slack = slack({
    botToken: workspace.botToken,
    signingSecret: SIGNING_SECRET,
    apiUrl: workspace.apiUrl,
    teams: [workspace.team],
    handle,
    log: { info: write, warn: write, error: write },
    now: () => Date.now() + skew,
    patience,
  });
  const server = restify.createServer();
  server.post('/slack/events', channel.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bot = { eventsUrl: `http://127.0.0.1:${port}/slack/events`, signingSecret: SIGNING_SECRET };
  const people = slackClient(workspace, bot);
  return {
    workspace,
    people,
    channel,
    bot,
    handled,
    lines,
    /** What the application answers from now on. */
    answer(next: Answer | ((intent: Intent) => Promise<Answer>)) {
      answerWith = typeof next === 'function' ? next : () => Promise.resolve(next);
    },
    /** The server's clock runs this many milliseconds ahead. */
    ahead(milliseconds: number) {
      skew = milliseconds;
    },
    async close() {
      await channel.idle();
      people.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await workspace.close();
    },
  };
}

export type SlackChannel = Awaited<ReturnType<typeof startSlackChannel>>;
