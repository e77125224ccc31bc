import { createHmac } from 'node:crypto';
import type { Screen } from './slack-screen.ts';
import type { Workspace } from './slack-workspace.ts';

/** Where the bot listens, and the secret that it shares with Slack. */
export interface Bot {
  readonly eventsUrl: string;
  readonly signingSecret: string;
  /** Milliseconds since 1970 by the bot's clock, where that is not the machine's. */
  readonly now?: () => number;
  /** Sees every answer of the bot: views come in them too. */
  readonly onAnswer?: (answer: Response) => void;
}

export interface Signing {
  /** Unix seconds; now unless told. */
  readonly at?: number;
  readonly secret?: string;
  readonly contentType?: string;
}

/** A message in a channel or in somebody's conversation with the bot. */
export interface PostedMessage extends Screen {
  readonly channel: string;
  readonly notification: string;
}

/** What Slack sends to a bot, signed as Slack signs it. */
export function slackRequests({ team, userId, botUser }: Workspace, bot: Bot) {
  /** Signs and posts a body as Slack does. */
  async function post(text: string, { at, secret, contentType }: Signing = {}): Promise<Response> {
    const seconds = String(at ?? Math.floor((bot.now ?? Date.now)() / 1000));
    const mac = createHmac('sha256', secret ?? bot.signingSecret)
      .update(`v0:${seconds}:${text}`)
      .digest('hex');
    const answer = await fetch(bot.eventsUrl, {
      method: 'POST',
      headers: {
        'content-type': contentType ?? 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': `v0=${mac}`,
      },
      body: text,
    });
    bot.onAnswer?.(answer.clone());
    return answer;
  }

  const postPayload = (payload: object, signing?: Signing): Promise<Response> =>
    post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), signing);

  const person = (user: string) => ({
    team: { id: team, domain: 'sample' },
    user: { id: userId(user), name: user, team_id: team },
    api_app_id: 'A0SIGNPOST',
    token: 'unused',
  });

  const commandBody = (user: string, command: string, text: string, trigger: string): string =>
    new URLSearchParams({
      command,
      text,
      team_id: team,
      team_domain: 'sample',
      channel_id: 'C0ANYWHERE',
      channel_name: 'anywhere',
      user_id: userId(user),
      user_name: user,
      trigger_id: trigger,
      response_url: 'https://hooks.slack.example/commands/unused',
      api_app_id: 'A0SIGNPOST',
      is_enterprise_install: 'false',
    }).toString();

  function pressPayload(user: string, screen: Screen | PostedMessage, title: string, trigger: string) {
    const { text: _, style: __, ...button } = screen.button(title);
    const actions = [{ ...button, action_ts: '1', block_id: 'b' }];
    const base = { type: 'block_actions', ...person(user), trigger_id: trigger, actions };
    if ('channel' in screen) {
      const name = screen.channel.startsWith('D') ? 'directmessage' : 'privategroup';
      const container = {
        type: 'message',
        message_ts: screen.id,
        channel_id: screen.channel,
        is_ephemeral: false,
      };
      return { ...base, container, channel: { id: screen.channel, name }, state: screen.state };
    }
    const view = { ...screen.frame, id: screen.id, state: screen.state };
    return { ...base, container: { type: 'view', view_id: screen.id }, view };
  }

  const shortcutPayload = (
    user: string,
    message: { readonly channel: string; readonly text: string },
    trigger: string,
  ) => ({
    type: 'message_action',
    callback_id: 'report-message',
    ...person(user),
    trigger_id: trigger,
    channel: { id: message.channel, name: 'anywhere' },
    message: { type: 'message', text: message.text, ts: '1.000001', user: botUser },
    response_url: 'https://hooks.slack.example/app/unused',
  });

  const homeBody = (user: string): string =>
    JSON.stringify({
      type: 'event_callback',
      team_id: team,
      api_app_id: 'A0SIGNPOST',
      event_id: 'Ev1',
      event: { type: 'app_home_opened', user: userId(user), tab: 'home', channel: 'D0HOME' },
    });

  return { post, postPayload, person, commandBody, pressPayload, shortcutPayload, homeBody };
}
