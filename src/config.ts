import { isAbsolute, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { Server, SLACK_NAMES, Slack, TEAMS_NAMES, Teams } from './config/variables.ts';

/** What the process was told, checked once. Everything else gets it by argument. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** Where browsers reach this server; absent: its own address in local mode, and no links otherwise. */
  readonly publicUrl?: string;
  /** Folder with `organisation.yaml` and `people.csv`. */
  readonly orgDir: string;
  readonly store: StoreConfig;
  readonly key: KeyConfig;
} & (
  | { readonly mode: 'local' }
  | {
      readonly mode: 'production';
      readonly teams?: TeamsConfig;
      readonly slack?: SlackConfig;
      /** True: Slack's list of members is read each morning. */
      readonly slackSync?: true;
      /** The tenant's list of users is read each morning. */
      readonly graph?: GraphConfig;
    }
);

export type StoreConfig =
  | { readonly type: 'sqlite'; readonly folder: string }
  /** Without a key: the managed identity. */
  | { readonly type: 'cosmos'; readonly endpoint: string; readonly key?: string; readonly database: string };

export type KeyConfig =
  | { readonly type: 'vault'; readonly id: string }
  /** `create`: local mode's first start makes it. */
  | { readonly type: 'file'; readonly file: string; readonly create: boolean };

export interface TeamsConfig {
  readonly app:
    | {
        readonly type: 'SingleTenant' | 'MultiTenant';
        readonly id: string;
        readonly password: string;
        readonly tenant?: string;
      }
    | { readonly type: 'UserAssignedMSI'; readonly id: string; readonly tenant: string };
  readonly tenants: readonly string[];
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly apiUrl: string;
  readonly teams: readonly string[];
}

export interface GraphConfig {
  readonly url: string;
  readonly identity: { readonly endpoint?: string; readonly header?: string; readonly clientId?: string };
}

const LOOPBACK = '127.0.0.1';

type Env = Readonly<Record<string, string>>;

/** Throws one error that names every variable to correct, and never a value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = filled(environment);
  const problems: string[] = [];
  const server = parse(Server, env, problems);
  const teams = names(TEAMS_NAMES, env) ? parse(Teams, env, problems) : undefined;
  const slack = names(SLACK_NAMES, env) ? parse(Slack, env, problems) : undefined;
  const isLocal = !names([...TEAMS_NAMES, ...SLACK_NAMES], env);
  if (server !== undefined) problems.push(...combined(server, env, isLocal));
  if (server === undefined || problems.length > 0) {
    throw new Error(
      `Signpost cannot start with this environment:\n${problems.map((one) => `- ${one}`).join('\n')}`,
    );
  }
  const common = {
    port: server.PORT,
    ...(server.PUBLIC_URL !== undefined && { publicUrl: server.PUBLIC_URL.replace(/\/+$/, '') }),
    orgDir: server.ORG_DIR,
    store: storeOf(server),
    key: keyOf(server, isLocal),
  };
  // Nobody is authenticated in local mode, so nobody else may reach it.
  if (isLocal) return { ...common, mode: 'local', host: LOOPBACK };
  return {
    ...common,
    mode: 'production',
    host: server.HOST ?? '0.0.0.0',
    ...(teams !== undefined && { teams: teamsOf(teams) }),
    ...(slack !== undefined && { slack: slackOf(slack) }),
    ...(server.SLACK_SYNC === 'on' && { slackSync: true }),
    ...(server.GRAPH_SYNC === 'on' && { graph: graphOf(server) }),
  };
}

/** `NAME=` in a file means that it is not set. */
const filled = (environment: Readonly<Record<string, string | undefined>>): Env =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]): readonly [string, string][] =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );

const names = (some: readonly string[], env: Env): boolean => some.some((name) => env[name] !== undefined);

function parse<T>(schema: z.ZodType<T>, env: Env, problems: string[]): T | undefined {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  return undefined;
}

/** What is wrong only together. */
function combined(server: Server, env: Env, isLocal: boolean): readonly string[] {
  const { PLAYGROUND, COSMOS_ENDPOINT, COSMOS_KEY, COSMOS_DATABASE, KEY_VAULT_KEY, KEY_FILE, DATA_DIR } =
    server;
  const found: string[] = [];
  if (isLocal && PLAYGROUND === 'off')
    found.push(
      'MicrosoftAppId is missing, and SLACK_BOT_TOKEN too: set those of Teams or Slack, or set PLAYGROUND to on to try Signpost on this machine',
    );
  if (!isLocal && PLAYGROUND === 'on')
    found.push(
      'PLAYGROUND is on: set it to off, because the local client signs anybody in, and is for invented people only',
    );
  if (server.SLACK_SYNC === 'on' && env.SLACK_BOT_TOKEN === undefined)
    found.push(
      'SLACK_SYNC is on without Slack: set SLACK_BOT_TOKEN and the others, or leave SLACK_SYNC empty',
    );
  if (server.GRAPH_SYNC === 'on' && isLocal)
    found.push('GRAPH_SYNC is on in local mode: leave it empty, or set the variables of Teams or Slack');
  if (COSMOS_ENDPOINT !== undefined && COSMOS_DATABASE === undefined)
    found.push('COSMOS_DATABASE is missing: name the database of the account');
  if (COSMOS_ENDPOINT === undefined && (COSMOS_KEY ?? COSMOS_DATABASE) !== undefined)
    found.push(
      'COSMOS_ENDPOINT is missing: copy the URI of the account, or leave the others empty for SQLite',
    );
  if (KEY_VAULT_KEY !== undefined && KEY_FILE !== undefined)
    found.push('KEY_FILE and KEY_VAULT_KEY are both set: keep the one that wraps the keys of these records');
  if (!isLocal && (KEY_VAULT_KEY ?? KEY_FILE) === undefined)
    found.push(
      'KEY_FILE is missing: name a file of 32 random bytes outside the data folder, or the records could not be sealed',
    );
  if (KEY_FILE !== undefined && isInside(KEY_FILE, DATA_DIR))
    found.push('KEY_FILE lies inside DATA_DIR: move it elsewhere, because one stolen backup would hold both');
  return found;
}

function isInside(file: string, folder: string): boolean {
  const path = relative(resolve(folder), resolve(file));
  return !path.startsWith('..') && !isAbsolute(path);
}

const storeOf = ({ COSMOS_ENDPOINT, COSMOS_KEY, COSMOS_DATABASE, DATA_DIR }: Server): StoreConfig =>
  COSMOS_ENDPOINT === undefined || COSMOS_DATABASE === undefined
    ? { type: 'sqlite', folder: DATA_DIR }
    : {
        type: 'cosmos',
        endpoint: COSMOS_ENDPOINT,
        database: COSMOS_DATABASE,
        ...(COSMOS_KEY !== undefined && { key: COSMOS_KEY }),
      };

const keyOf = ({ KEY_VAULT_KEY, KEY_FILE, DATA_DIR }: Server, isLocal: boolean): KeyConfig =>
  KEY_VAULT_KEY === undefined
    ? { type: 'file', file: KEY_FILE ?? `${DATA_DIR.replace(/[/\\]+$/, '')}.key`, create: isLocal }
    : { type: 'vault', id: KEY_VAULT_KEY };

function teamsOf(teams: z.infer<typeof Teams>): TeamsConfig {
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant, TEAMS_TENANTS: tenants } = teams;
  if (teams.MicrosoftAppType === 'UserAssignedMSI')
    return { app: { type: 'UserAssignedMSI', id, tenant: teams.MicrosoftAppTenantId }, tenants };
  const { MicrosoftAppType: type, MicrosoftAppPassword: password } = teams;
  return { app: { type, id, password, ...(tenant !== undefined && { tenant }) }, tenants };
}

const graphOf = ({
  GRAPH_URL,
  GRAPH_CLIENT_ID,
  IDENTITY_ENDPOINT,
  IDENTITY_HEADER,
}: Server): GraphConfig => ({
  url: GRAPH_URL,
  identity: {
    ...(IDENTITY_ENDPOINT !== undefined && { endpoint: IDENTITY_ENDPOINT }),
    ...(IDENTITY_HEADER !== undefined && { header: IDENTITY_HEADER }),
    ...(GRAPH_CLIENT_ID !== undefined && { clientId: GRAPH_CLIENT_ID }),
  },
});

const slackOf = (slack: z.infer<typeof Slack>): SlackConfig => ({
  botToken: slack.SLACK_BOT_TOKEN,
  signingSecret: slack.SLACK_SIGNING_SECRET,
  apiUrl: slack.SLACK_API_URL,
  teams: slack.SLACK_TEAMS,
});
