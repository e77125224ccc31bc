import { readFileSync } from 'node:fs';
import { z } from 'zod';

const URL_OF_THE_BOT = z.url({ protocol: /^https$/ }).refine((url) => url.endsWith('/slack/events'));

// Limits of the app manifest as @slack/web-api documents them (dist/types/request/manifest.d.ts, 8.2.0).
const SlackManifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9A-F]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      // The bot cannot read messages, so nobody may be left writing to it there.
      messages_tab_read_only_enabled: z.literal(true),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.literal('message'),
          name: z.string().max(24),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z-]+$/),
          url: URL_OF_THE_BOT,
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.literal(false),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(
        z.enum(['commands', 'chat:write', 'im:write', 'users:read', 'groups:read', 'channels:read']),
      ),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: URL_OF_THE_BOT,
      bot_events: z.array(z.literal('app_home_opened')),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: URL_OF_THE_BOT }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
  }),
});

type Manifest = z.infer<typeof SlackManifest>;

const manifest = (): Manifest =>
  SlackManifest.parse(JSON.parse(readFileSync('manifest/slack/manifest.json', 'utf8')));

describe('the Slack manifest', () => {
  it('keeps the limits of Slack and asks for the smallest set of scopes', () => {
    expect(manifest().oauth_config.scopes.bot).toHaveLength(6);
  });

  it('offers both commands and the message shortcut', () => {
    const { slash_commands, shortcuts } = manifest().features;
    expect(slash_commands.map(({ command }) => command)).toEqual(['/report', '/safeguarding']);
    expect(shortcuts.map(({ name }) => name)).toEqual(['Report this message']);
  });

  const broken: readonly (readonly [string, string, (it: Manifest) => unknown])[] = [
    [
      'a scope that reads messages',
      'oauth_config.scopes.bot.0',
      (it) => ({ ...it, oauth_config: { scopes: { bot: ['im:history'] } } }),
    ],
    [
      'a scope of the person',
      'oauth_config.scopes',
      (it) => ({ ...it, oauth_config: { scopes: { bot: [], user: ['users:read'] } } }),
    ],
    [
      'messages as events',
      'settings.event_subscriptions.bot_events.0',
      (it) =>
        withSettings(it, {
          event_subscriptions: { ...it.settings.event_subscriptions, bot_events: ['message.im'] },
        }),
    ],
    ['socket mode', 'settings.socket_mode_enabled', (it) => withSettings(it, { socket_mode_enabled: true })],
    [
      'the whole of an Enterprise Grid',
      'settings.org_deploy_enabled',
      (it) => withSettings(it, { org_deploy_enabled: true }),
    ],
    [
      '51 commands',
      'features.slash_commands',
      (it) => withFeatures(it, { slash_commands: Array(51).fill(it.features.slash_commands[0]) }),
    ],
    [
      '11 shortcuts',
      'features.shortcuts',
      (it) => withFeatures(it, { shortcuts: Array(11).fill(it.features.shortcuts[0]) }),
    ],
    [
      'a box to write in that nobody reads',
      'features.app_home.messages_tab_read_only_enabled',
      (it) =>
        withFeatures(it, { app_home: { ...it.features.app_home, messages_tab_read_only_enabled: false } }),
    ],
  ];

  it.each(broken)('is refused with %s', (_, where, change) => {
    const { error } = SlackManifest.safeParse(change(manifest()));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([where]);
  });
});

function withSettings(it: Manifest, change: object): object {
  return { ...it, settings: { ...it.settings, ...change } };
}

function withFeatures(it: Manifest, change: object): object {
  return { ...it, features: { ...it.features, ...change } };
}
