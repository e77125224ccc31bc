import { z } from 'zod';

const isSafe = (url: URL): boolean =>
  url.protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(url.hostname);

const needed = (cure: string) => z.string({ error: `is missing: ${cure}` });
const list = (item: RegExp, cure: string) =>
  needed(cure)
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((items) => items.every((each) => item.test(each)), { error: `is not a list of ids: ${cure}` });
const address = (what: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && isSafe(new URL(text)), { error: `is not an address: ${what}` });

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guid = (cure: string) => needed(cure).regex(GUID, { error: `is not a GUID: ${cure}` });

const onOff = z.enum(['on', 'off'], { error: 'is neither on nor off: set one of them' }).optional();

/** Everything but the two platforms. */
export const Server = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'is not a port: set a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'is not a port: set a number from 0 to 65535' })
    .default(3978),
  HOST: z.string().optional(),
  PUBLIC_URL: address('write where browsers reach this server (https://...)').optional(),
  DATA_DIR: z.string().default('data'),
  ORG_DIR: z.string().default('policies/sample'),
  PLAYGROUND: z.enum(['on', 'off'], { error: 'is neither on nor off: set one of them' }).optional(),
  COSMOS_ENDPOINT: address('copy the URI from Keys of the Cosmos DB account (https://...)').optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().optional(),
  KEY_VAULT_KEY: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+\/keys\/[A-Za-z0-9-]+(\/[a-z0-9]+)?\/?$/i, {
      error: 'is not a key: copy the Key Identifier from Key Vault (https://...vault.azure.net/keys/...)',
    })
    .optional(),
  KEY_FILE: z.string().optional(),
  SLACK_SYNC: onOff,
  GRAPH_SYNC: onOff,
  GRAPH_URL: address('leave it empty for the real Microsoft Graph').default('https://graph.microsoft.com'),
  GRAPH_CLIENT_ID: guid('copy the Client ID of the user-assigned managed identity').optional(),
  IDENTITY_ENDPOINT: z
    .string()
    .refine((text) => URL.canParse(text), { error: 'is not an address: Azure sets it, leave it alone' })
    .optional(),
  IDENTITY_HEADER: z.string().optional(),
});
export type Server = z.infer<typeof Server>;

const APP_ID = 'copy the Application (client) id of the app registration';
const APP_TENANT = 'copy the Directory (tenant) id of the app registration';
const secret = needed('create a client secret for the app registration and copy its value');
const registered = {
  MicrosoftAppId: guid(APP_ID),
  TEAMS_TENANTS: list(GUID, 'name the tenant ids whose people may use the bot, separated by commas'),
};
export const Teams = z.discriminatedUnion(
  'MicrosoftAppType',
  [
    z.object({
      MicrosoftAppType: z.literal('SingleTenant'),
      ...registered,
      MicrosoftAppPassword: secret,
      MicrosoftAppTenantId: guid(APP_TENANT),
    }),
    z.object({
      MicrosoftAppType: z.literal('MultiTenant'),
      ...registered,
      MicrosoftAppPassword: secret,
      MicrosoftAppTenantId: guid(APP_TENANT).optional(),
    }),
    z.object({
      MicrosoftAppType: z.literal('UserAssignedMSI'),
      ...registered,
      MicrosoftAppPassword: z
        .undefined({
          error: 'must be empty: a managed identity has no secret, or set MicrosoftAppType to SingleTenant',
        })
        .optional(),
      MicrosoftAppTenantId: guid(APP_TENANT),
    }),
  ],
  // A mistyped type would silently count as MultiTenant.
  { error: 'is unknown: set it to SingleTenant, MultiTenant or UserAssignedMSI, as the Bot resource says' },
);

export const Slack = z.object({
  SLACK_BOT_TOKEN: needed(
    'copy the Bot User OAuth Token from OAuth & Permissions of your Slack app',
  ).startsWith('xoxb-', {
    error: 'is another kind of token: copy the Bot User OAuth Token, which starts with xoxb-',
  }),
  SLACK_SIGNING_SECRET: needed('copy it from Basic Information of your Slack app'),
  SLACK_TEAMS: list(
    /^[TE][A-Z0-9]+$/,
    'name the workspace ids (T...) whose people may use the bot, separated by commas',
  ),
  SLACK_API_URL: address('leave it empty for the real Slack')
    .refine((text) => text.endsWith('/api/'), {
      error: 'does not end with /api/: add that, or leave it empty',
    })
    .default('https://slack.com/api/'),
});

/** One of them set means that Teams is wanted. */
export const TEAMS_NAMES = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'TEAMS_TENANTS',
];
export const SLACK_NAMES = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_TEAMS'];
