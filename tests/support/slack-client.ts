import type { types } from '@slack/bolt';
import { type Bot, type PostedMessage, slackRequests } from './slack-requests.ts';
import { Screen } from './slack-screen.ts';
import type { Call, Workspace } from './slack-workspace.ts';

const PATIENCE = 10_000;

/**
 * The people of a workspace at their screens. What they do reaches the bot as the signed requests that Slack would send; what
 * the bot does comes back as what they would see. Each action ends when the bot has answered it on the screen.
 */
export function slackClient(workspace: Workspace, bot: Bot) {
  const requests = slackRequests(workspace, bot);
  const { post, postPayload, person } = requests;
  const windows = new Map<string, { readonly user: string; screen: Screen; version: number }>();
  const shown = new Map<string, string>();
  const homes = new Map<string, Screen>();
  /** Whose press each trigger is: `views.open` does not say. */
  const triggers = new Map<string, string>();
  const watchers = new Set<() => void>();

  const stop = workspace.onCall((call: Call) => {
    const view = call.answer.view as Readonly<Record<string, unknown>> | undefined;
    if (view === undefined) return;
    const id = String(view.id);
    const before = windows.get(id);
    if (call.method === 'views.publish') homes.set(call.body.user_id ?? '', new Screen(id, view));
    else if (call.method === 'views.open') {
      const user = triggers.get(call.body.trigger_id ?? '') ?? '';
      windows.set(id, { user, screen: new Screen(id, view), version: 0 });
      shown.set(user, id);
    } else if (before) {
      windows.set(id, { ...before, screen: before.screen.updated(view), version: before.version + 1 });
    }
    for (const watcher of watchers) watcher();
  });

  function until<T>(find: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        watchers.delete(give);
        resolve(found);
      };
      const timer = setTimeout(() => {
        watchers.delete(give);
        reject(new Error(`Slack client: ${what} did not happen in ${PATIENCE} ms`));
      }, PATIENCE);
      watchers.add(give);
      give();
    });
  }

  const isWorking = (screen: Screen): boolean => screen.blocks.some(({ block_id }) => block_id === 'working');

  async function trigger(user: string): Promise<string> {
    const made = await workspace.call(user, 'views.generateTriggerId', { user_id: workspace.userId(user) });
    triggers.set(String(made.trigger_id), user);
    return String(made.trigger_id);
  }

  /** What Slack shows when an action fails: nothing is on the screen, so it must not pass unseen in a test. */
  async function accepted(response: Response, what: string): Promise<string> {
    const text = await response.text();
    if (response.status !== 200) throw new Error(`Slack would show an error: ${what} got ${response.status}`);
    return text;
  }

  /** The window that this action opens, once there is more in it than "Opening". */
  async function opened(user: string, act: () => Promise<string>): Promise<Screen> {
    const before = shown.get(user);
    const ephemeral = await act();
    if (ephemeral !== '') throw new Error(`The bot answered with a line and no window: ${ephemeral}`);
    return until(() => {
      const id = shown.get(user);
      const window = id === undefined || id === before ? undefined : windows.get(id);
      return window && !isWorking(window.screen) ? window.screen : undefined;
    }, 'a window with something in it');
  }

  return {
    post,
    postPayload,
    person,
    /** A typed command as Slack would send it, for requests that are to go wrong. */
    commandBody: async (user: string, command: string, text: string): Promise<string> =>
      requests.commandBody(user, command, text, await trigger(user)),

    /** Types a command: the window that opens. */
    command: (user: string, command: string, text = ''): Promise<Screen> =>
      opened(user, async () =>
        accepted(await post(requests.commandBody(user, command, text, await trigger(user))), command),
      ),

    /** "Report this message" on somebody's message. */
    shortcut: (user: string, message: { readonly channel: string; readonly text: string }): Promise<Screen> =>
      opened(user, async () =>
        accepted(
          await postPayload(requests.shortcutPayload(user, message, await trigger(user))),
          'the shortcut',
        ),
      ),

    /** Presses a button, after typing where there are inputs: the window as it is then. */
    async press(
      user: string,
      where: Screen | PostedMessage,
      title: string,
      inputs: Readonly<Record<string, string>> = {},
    ): Promise<Screen> {
      const filled =
        Object.keys(inputs).length > 0 ? Object.assign(where.type(inputs), channelOf(where)) : where;
      const payload = requests.pressPayload(user, filled, title, await trigger(user));
      const act = async () => accepted(await postPayload(payload), `the button "${title}"`);
      const window = windows.get(where.id);
      if (!window) return opened(user, act);
      const { version } = window;
      windows.set(where.id, { ...window, screen: filled });
      await act();
      return until(() => {
        const now = windows.get(where.id);
        return now && now.version > version ? now.screen : undefined;
      }, `an answer to "${title}" in the window`);
    },

    /** Types into the form and sends it: the next window, the same one with lines under inputs, or none if it closed. */
    async submit(
      user: string,
      form: Screen,
      inputs: Readonly<Record<string, string>> = {},
    ): Promise<Screen | undefined> {
      if (form.submit === undefined) throw new Error('This window has no submit button');
      const filled = form.type(inputs);
      filled.assertComplete();
      const view = { ...filled.frame, id: form.id, state: filled.state };
      const window = windows.get(form.id);
      windows.set(form.id, { user, screen: filled, version: window?.version ?? 0 });
      const text = await accepted(
        await postPayload({ type: 'view_submission', ...person(user), trigger_id: 'unused', view }),
        'the form',
      );
      const answer = (text === '' ? {} : JSON.parse(text)) as SubmissionAnswer;
      const set = (screen: Screen) => windows.set(form.id, { user, screen, version: 0 });
      switch (answer.response_action) {
        case 'errors':
          set(filled.refused(answer.errors));
          break;
        case 'update':
          // An update of the bot that overtook this answer stays: it is the later one.
          if (!overtaken(form.id, window?.version ?? 0))
            set(filled.updated({ submit: null, close: null, private_metadata: '', ...answer.view }));
          break;
        default:
          windows.delete(form.id);
          shown.delete(user);
          return undefined;
      }
      return until(() => {
        const now = windows.get(form.id);
        return now && !isWorking(now.screen) ? now.screen : undefined;
      }, 'an answer to the form');
    },

    /** Opens the app's Home tab. */
    async home(user: string): Promise<Screen> {
      const id = workspace.userId(user);
      homes.delete(id);
      const body = requests.homeBody(user);
      await accepted(await post(body, { contentType: 'application/json' }), 'App Home');
      return until(() => homes.get(id), 'App Home');
    },

    /** The window that this person has open. */
    viewOf: (user: string): Screen | undefined => windows.get(shown.get(user) ?? '')?.screen,

    /** The bot's messages in a channel, or in this person's conversation with it, oldest first. */
    async messages(
      where: { readonly user: string } | { readonly channel: string; readonly as: string },
    ): Promise<readonly PostedMessage[]> {
      const reader = 'user' in where ? where.user : where.as;
      const channel =
        'user' in where
          ? await directConversation(workspace, where.user)
          : workspace.channelId(where.channel);
      const history = await workspace.call(reader, 'conversations.history', { channel });
      const posted = history.messages as {
        ts: string;
        text: string;
        user: string;
        blocks?: types.KnownBlock[];
      }[];
      return posted
        .filter((message) => message.user === workspace.botUser)
        .map((message) =>
          Object.assign(new Screen(message.ts, { blocks: message.blocks ?? [] }), {
            channel,
            notification: message.text,
          }),
        )
        .reverse();
    },

    close: () => stop(),
  };

  function overtaken(id: string, version: number): boolean {
    return (windows.get(id)?.version ?? 0) > version;
  }
}

export type SlackClient = ReturnType<typeof slackClient>;

type SubmissionAnswer =
  | { readonly response_action?: undefined }
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: Readonly<Record<string, unknown>> };

const channelOf = (where: Screen | PostedMessage): object =>
  'channel' in where ? { channel: where.channel, notification: where.notification } : {};

async function directConversation(workspace: Workspace, user: string): Promise<string> {
  const made = await workspace.call(user, 'conversations.open', { users: workspace.botUser });
  return (made.channel as { id: string }).id;
}
