import { createHmac } from 'node:crypto';
import { slackRequests } from '../support/slack-requests.ts';
import { Screen } from '../support/slack-screen.ts';
import type { Workspace } from '../support/slack-workspace.ts';
import { answersOf, recordOnReceipt } from './answers.ts';
import type { Post, Posting, Reply } from './load.ts';
import type { Platform } from './platform.ts';
import type { Reporter } from './reporter.ts';
import type { Staff } from './school.ts';

export const SLACK_TEAM = 'T0BENCH';
export const SIGNING_SECRET = 'not-a-secret-only-a-bench';

type Inputs = Readonly<Record<string, string>>;

export const signed = (url: string, body: string): Posting => {
  const at = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
  return {
    url,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${mac}`,
    },
  };
};

const form = (payload: object): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

function must(reply: Reply, what: string): string {
  if (reply.status !== 200) throw new Error(`Slack would show an error: ${what} got HTTP ${reply.status}`);
  return reply.text;
}

/** One person's Slack: every request signed, every view as the bot drew it. */
export function slackReporter(base: string, platform: Platform, post: Post): Reporter {
  const url = `${base}/slack/events`;
  const workspace = { team: SLACK_TEAM, userId: (user: string) => user, botUser: 'U0BOT' };
  const { commandBody, pressPayload, person } = slackRequests(workspace as unknown as Workspace, {
    eventsUrl: url,
    signingSecret: SIGNING_SECRET,
  });
  let triggers = 0;

  const submission = (user: string, screen: Screen, inputs: Inputs): string => {
    const filled = screen.type(inputs);
    filled.assertComplete();
    const view = { ...filled.frame, id: filled.id, type: 'modal', state: filled.state };
    return form({ type: 'view_submission', ...person(user), trigger_id: 'unused', view });
  };

  async function submit(user: string, screen: Screen, inputs: Inputs): Promise<Screen> {
    const text = must(await post(signed(url, submission(user, screen, inputs))), 'a form');
    const { response_action: action, view } = JSON.parse(text);
    if (action !== 'update') throw new Error(`The form stayed open: ${text.slice(0, 200)}`);
    return new Screen(screen.id, view);
  }

  async function command(user: string, text: string): Promise<Screen> {
    triggers += 1;
    const trigger = `${user}-${triggers}`;
    const id = `V-${trigger}`;
    const next = platform.nextView(id);
    must(await post(signed(url, commandBody(user, '/report', text, trigger))), 'the command');
    return new Screen(id, { type: 'modal', ...(await next) });
  }

  async function press(user: string, screen: Screen, title: string): Promise<Screen> {
    const next = platform.nextView(screen.id);
    const payload = pressPayload(user, screen, title, 'unused');
    must(await post(signed(url, form(payload))), `the button "${title}"`);
    return new Screen(screen.id, { type: 'modal', ...(await next) });
  }

  return {
    meet: async () => undefined,
    async toLastPage({ slack: user }: Staff, n: number) {
      const { who, what, story } = answersOf(n);
      const danger = await press(user, await command(user, 'concern'), 'Not today');
      const told = await submit(user, await submit(user, danger, who), what);
      const last = await submit(user, told, story);
      return { prepare: () => signed(url, submission(user, last, {})) };
    },
    saved: ({ status, text }) => recordOnReceipt(status, text),
  };
}
