import { z } from 'zod';
import type { Intent, Place, Press, Sender } from '../../application/intent.ts';
import { ActionData } from '../../cards/model.ts';
import { WITH_INPUTS, WITHOUT_INPUTS } from './buttons.ts';
import { OpenView } from './open-view.ts';
import { readInputs, State } from './read-inputs.ts';
import { CALLBACK_ID } from './render.ts';

/** What Slack told us, understood. `teams` are all the workspaces it names: every one must be ours. */
export type Payload = { readonly teams: readonly string[] } & (
  | { readonly type: 'command'; readonly intent: Intent; readonly trigger: string }
  | { readonly type: 'shortcut'; readonly intent: Intent; readonly trigger: string }
  /** A button on a message or in App Home: the answer needs a window of its own. */
  | { readonly type: 'press'; readonly intent: Intent; readonly trigger: string }
  /** A button inside an open window. */
  | { readonly type: 'press-in-view'; readonly intent: Intent; readonly view: OpenView }
  | { readonly type: 'submission'; readonly intent: Intent; readonly view: OpenView }
  | { readonly type: 'home'; readonly intent: Intent; readonly user: string }
  /** A file or a picture, sent where we can read. */
  | { readonly type: 'upload'; readonly intent: Intent; readonly user: string; readonly channel: string }
  /** Well formed, and nothing to do: a tick before the form is sent, a closed window, another tab. */
  | { readonly type: 'ignored' }
);

const Team = z.object({ id: z.string() });
const User = z.object({ id: z.string(), team_id: z.string().optional() });

const Command = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
});

const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  team: Team,
  user: User,
  trigger_id: z.string(),
});

const Submission = z.object({
  type: z.literal('view_submission'),
  team: Team,
  user: User,
  view: OpenView.extend({ private_metadata: z.string() }),
});

const Actions = z.object({
  type: z.literal('block_actions'),
  team: Team,
  user: User,
  trigger_id: z.string(),
  actions: z
    .array(z.object({ type: z.string(), action_id: z.string(), value: z.string().optional() }))
    .min(1),
  view: OpenView.optional(),
  channel: z.object({ id: z.string() }).optional(),
  state: State.optional(),
});

const Closed = z.object({ type: z.literal('view_closed'), team: Team, user: User });

const Event = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event: z.object({
    type: z.string(),
    user: z.string().optional(),
    tab: z.string().optional(),
    channel: z.string().optional(),
    // That there are files is all that is read of them.
    files: z.array(z.unknown()).optional(),
    bot_id: z.string().optional(),
    user_id: z.string().optional(),
    channel_id: z.string().optional(),
  }),
});

const PRIVATE: Place = { type: 'private' };
const asked = { place: PRIVATE, view: true } as const;

/** `undefined`: not something that Slack sends to us. Parsed here once, and trusted from here on. */
export function readPayload(body: unknown): Payload | undefined {
  return (
    read(Command, body, fromCommand) ??
    read(Actions, body, fromActions) ??
    read(Submission, body, fromSubmission) ??
    read(Shortcut, body, fromShortcut) ??
    read(Event, body, fromEvent) ??
    read(Closed, body, ({ team, user }) => ({ type: 'ignored', teams: teamsOf(team, user) }))
  );
}

function read<T>(
  schema: z.ZodType<T>,
  body: unknown,
  understand: (parsed: T) => Payload | undefined,
): Payload | undefined {
  const parsed = schema.safeParse(body);
  return parsed.success ? understand(parsed.data) : undefined;
}

function fromCommand(body: z.infer<typeof Command>): Payload {
  const from = sender(body.team_id, body.user_id);
  const intent: Intent = { type: 'say', text: said(body.command, body.text), from, ...asked };
  return { type: 'command', teams: [body.team_id], intent, trigger: body.trigger_id };
}

/**
 * `/report` alone opens the form, and so does `/report concern` with more behind it: what a hurried person types after it
 * is likely to be about a child, and is not taken from here.
 */
function said(command: string, typed: string): string {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  if (command !== '/report') return text === '' ? 'help' : text;
  return text === '' || /^(report )?concern\b/.test(text) ? 'report concern' : text;
}

/** The message itself is not taken: a report is what the reporter saw, in their words. */
function fromShortcut({ callback_id, team, user, trigger_id }: z.infer<typeof Shortcut>): Payload {
  const teams = teamsOf(team, user);
  if (callback_id !== 'report-message') return { type: 'ignored', teams };
  const intent: Intent = { type: 'say', text: 'report concern', from: sender(team.id, user.id), ...asked };
  return { type: 'shortcut', teams, intent, trigger: trigger_id };
}

function fromSubmission({ team, user, view }: z.infer<typeof Submission>): Payload | undefined {
  const press = readPress(view.private_metadata, readInputs(view.state));
  if (press === undefined || view.callback_id !== CALLBACK_ID) return undefined;
  const intent: Intent = { type: 'press', press, from: sender(team.id, user.id), ...asked };
  return { type: 'submission', teams: teamsOf(team, user), intent, view };
}

function fromActions(body: z.infer<typeof Actions>): Payload | undefined {
  const { team, user, view, channel } = body;
  const teams = teamsOf(team, user);
  const button = body.actions.find(({ type }) => type === 'button');
  if (button === undefined) return { type: 'ignored', teams };
  const [kind] = button.action_id.split('.');
  if (kind !== WITH_INPUTS && kind !== WITHOUT_INPUTS) return undefined;
  const inputs = kind === WITH_INPUTS ? readInputs(view?.state ?? body.state) : {};
  const press = readPress(button.value, inputs);
  if (press === undefined) return undefined;
  const from = sender(team.id, user.id);
  if (view?.type === 'modal') {
    return { type: 'press-in-view', teams, intent: { type: 'press', press, from, ...asked }, view };
  }
  const place = channel === undefined ? PRIVATE : placeOf(team.id, channel.id);
  return {
    type: 'press',
    teams,
    intent: { type: 'press', press, from, place, view: true },
    trigger: body.trigger_id,
  };
}

function fromEvent({ team_id, event }: z.infer<typeof Event>): Payload {
  const upload = uploadIn(event);
  if (upload !== undefined) {
    const { user, channel } = upload;
    const place = placeOf(team_id, channel);
    const intent: Intent = { type: 'upload', from: sender(team_id, user), place, view: false };
    return { type: 'upload', teams: [team_id], intent, user, channel };
  }
  if (event.type !== 'app_home_opened' || event.tab !== 'home' || event.user === undefined) {
    return { type: 'ignored', teams: [team_id] };
  }
  const intent: Intent = { type: 'home', from: sender(team_id, event.user) };
  return { type: 'home', teams: [team_id], intent, user: event.user };
}

/**
 * Slack tells of a file by the message that carries it, and by an event of its own. What is put into a channel is sent to
 * us only where we are called by name.
 */
function uploadIn(
  event: z.infer<typeof Event>['event'],
): { readonly user: string; readonly channel: string } | undefined {
  const { type, user = event.user_id, channel = event.channel_id, files = [], bot_id } = event;
  const hasFile = type === 'file_shared' || files.length > 0;
  const isToUs = type === 'app_mention' || channel?.startsWith('D') === true;
  const isKnown = ['message', 'app_mention', 'file_shared'].includes(type) && bot_id === undefined;
  if (!hasFile || !isToUs || !isKnown || user === undefined || channel === undefined) return undefined;
  return { user, channel };
}

function readPress(text: string | undefined, inputs: Press['inputs']): Press | undefined {
  const parsed = ActionData.safeParse(readJson(text));
  if (!parsed.success) return undefined;
  const { do: verb, record, arg, actionId, sig } = parsed.data;
  return {
    do: verb,
    ...(record !== undefined && { record }),
    ...(arg !== undefined && { arg }),
    ...(actionId !== undefined && { actionId }),
    ...(sig !== undefined && { sig }),
    inputs,
  };
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const sender = (team: string, user: string): Sender => ({
  platform: 'slack',
  account: user,
  address: { platform: 'slack', to: { team, user } },
});

/** Ids of direct messages begin with D; everything else has more people in it. */
const placeOf = (team: string, channel: string): Place =>
  channel.startsWith('D')
    ? PRIVATE
    : { type: 'shared', channel: { platform: 'slack', to: { team, channel } } };

const teamsOf = (team: { id: string }, user: { team_id?: string | undefined }): readonly string[] =>
  user.team_id === undefined ? [team.id] : [team.id, user.team_id];
