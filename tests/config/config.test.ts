import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/config.ts';

const tenant = '00000000-0000-0000-0000-000000000001';
const id = '00000000-0000-0000-0000-000000000002';
const password = 'canary-password';
const TEAMS = {
  MicrosoftAppId: id,
  MicrosoftAppPassword: password,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  TEAMS_TENANTS: tenant,
};
const SLACK = {
  SLACK_BOT_TOKEN: 'xoxb-canary',
  SLACK_SIGNING_SECRET: 'canary-secret',
  SLACK_TEAMS: 'T0001, T0002',
};
const KEY = { KEY_FILE: '/run/keys/signpost.key' };

const refusal = (env: Readonly<Record<string, string | undefined>>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  throw new Error('This environment was accepted');
};

describe('with nothing set', () => {
  it('is local mode on 127.0.0.1, with records in data/', () => {
    expect(readConfig({})).toEqual({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      orgDir: 'policies/sample',
      store: { type: 'sqlite', folder: 'data' },
      key: { type: 'file', file: 'data.key', create: true },
    });
  });

  it('listens nowhere else, whatever HOST says', () => {
    expect(readConfig({ HOST: '0.0.0.0' })).toMatchObject({ mode: 'local', host: '127.0.0.1' });
  });

  it('is what .env.example describes', () => {
    const env = parseEnv(readFileSync('.env.example', 'utf8'));
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  it('refuses to start without local mode', () => {
    expect(refusal({ PLAYGROUND: 'off' })).toMatch(/MicrosoftAppId is missing.*PLAYGROUND to on/);
  });

  it('takes a port, folders and a key of its own', () => {
    const env = {
      PORT: '0',
      DATA_DIR: '/srv/records/',
      ORG_DIR: '/srv/org',
      KEY_FILE: '/srv/key',
      PLAYGROUND: 'on',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      orgDir: '/srv/org',
      store: { folder: '/srv/records/' },
      key: { file: '/srv/key', create: true },
    });
    expect(readConfig({ DATA_DIR: '/srv/records/' }).key).toMatchObject({ file: '/srv/records.key' });
  });
});

describe('with credentials', () => {
  it('serves Teams', () => {
    expect(readConfig({ ...TEAMS, ...KEY })).toEqual({
      mode: 'production',
      host: '0.0.0.0',
      port: 3978,
      orgDir: 'policies/sample',
      store: { type: 'sqlite', folder: 'data' },
      key: { type: 'file', file: '/run/keys/signpost.key', create: false },
      teams: { app: { type: 'SingleTenant', id, password, tenant }, tenants: [tenant] },
    });
  });

  it('serves Slack, the real one unless told', () => {
    const config = readConfig({ ...SLACK, ...KEY, HOST: '10.0.0.4' });
    expect(config).toMatchObject({
      mode: 'production',
      host: '10.0.0.4',
      slack: { botToken: 'xoxb-canary', apiUrl: 'https://slack.com/api/', teams: ['T0001', 'T0002'] },
    });
    expect(config).not.toHaveProperty('teams');
  });

  it('serves both, with Cosmos DB and Key Vault', () => {
    const config = readConfig({
      ...TEAMS,
      ...SLACK,
      COSMOS_ENDPOINT: 'https://sample.documents.azure.com:443/',
      COSMOS_DATABASE: 'signpost',
      KEY_VAULT_KEY: 'https://sample.vault.azure.net/keys/signpost/0123abcd',
    });
    expect(config).toMatchObject({
      store: { type: 'cosmos', endpoint: 'https://sample.documents.azure.com:443/', database: 'signpost' },
      key: { type: 'vault' },
      teams: {},
      slack: {},
    });
    expect(config.store).not.toHaveProperty('key');
  });

  it('takes each kind of registration', () => {
    const { MicrosoftAppPassword: _, ...identity } = {
      ...TEAMS,
      ...KEY,
      MicrosoftAppType: 'UserAssignedMSI',
    };
    expect(readConfig(identity)).toMatchObject({ teams: { app: { type: 'UserAssignedMSI', id, tenant } } });
    const { MicrosoftAppTenantId: __, ...multi } = { ...TEAMS, ...KEY, MicrosoftAppType: 'MultiTenant' };
    expect(readConfig(multi)).toMatchObject({ teams: { app: { type: 'MultiTenant', id, password } } });
  });
});

const ALL = { ...TEAMS, ...SLACK, ...KEY };
const COSMOS = { COSMOS_ENDPOINT: 'https://sample.documents.azure.com', COSMOS_DATABASE: 'signpost' };

describe('refuses, and names the variable and the cure', () => {
  it.each<readonly [string, Readonly<Record<string, string | undefined>>, RegExp]>([
    ['an empty app id', { MicrosoftAppId: '' }, /MicrosoftAppId is missing: copy/],
    ['an app id of blanks', { MicrosoftAppId: '  ' }, /MicrosoftAppId is missing: copy/],
    ['an app id that is not one', { MicrosoftAppId: 'canary' }, /MicrosoftAppId is not a GUID: copy/],
    ['no secret', { MicrosoftAppPassword: '' }, /MicrosoftAppPassword is missing: create/],
    ['no tenant of the app', { MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId is missing: copy/],
    ['no type', { MicrosoftAppType: '' }, /MicrosoftAppType is unknown: set it to SingleTenant/],
    ['a mistyped type', { MicrosoftAppType: 'SingelTenant' }, /MicrosoftAppType is unknown: set it to/],
    ['another case', { MicrosoftAppType: 'singletenant' }, /MicrosoftAppType is unknown: set it to/],
    [
      'a secret beside an identity',
      { MicrosoftAppType: 'UserAssignedMSI' },
      /MicrosoftAppPassword must be empty/,
    ],
    ['no list of tenants', { TEAMS_TENANTS: '' }, /TEAMS_TENANTS is missing: name/],
    [
      'a list of something else',
      { TEAMS_TENANTS: `${tenant},*` },
      /TEAMS_TENANTS is not a list of ids: name/,
    ],
    ['a list with a hole', { TEAMS_TENANTS: `${tenant},` }, /TEAMS_TENANTS is not a list of ids/],
    ['no token', { SLACK_BOT_TOKEN: '' }, /SLACK_BOT_TOKEN is missing: copy/],
    [
      'a token of a user',
      { SLACK_BOT_TOKEN: 'xoxp-canary' },
      /SLACK_BOT_TOKEN is another kind of token: copy/,
    ],
    ['no signing secret', { SLACK_SIGNING_SECRET: '' }, /SLACK_SIGNING_SECRET is missing: copy/],
    ['no list of workspaces', { SLACK_TEAMS: undefined }, /SLACK_TEAMS is missing: name/],
    ['workspaces by name', { SLACK_TEAMS: 'sample-school' }, /SLACK_TEAMS is not a list of ids: name/],
    [
      'a Web API without /api/',
      { SLACK_API_URL: 'http://127.0.0.1:4003' },
      /SLACK_API_URL does not end with \/api\//,
    ],
    [
      'a Web API in the clear',
      { SLACK_API_URL: 'http://slack.example/api/' },
      /SLACK_API_URL is not an address/,
    ],
    ['a port that is a word', { PORT: 'canary' }, /PORT is not a port: set/],
    ['a port too high', { PORT: '65536' }, /PORT is not a port: set/],
    ['a port below none', { PORT: '-1' }, /PORT is not a port: set/],
    ['half a playground', { PLAYGROUND: 'yes' }, /PLAYGROUND is neither on nor off: set/],
    ['a playground beside real people', { PLAYGROUND: 'on' }, /PLAYGROUND is on: set it to off/],
    ['a database without an account', { COSMOS_DATABASE: 'signpost' }, /COSMOS_ENDPOINT is missing: copy/],
    ['a key without an account', { COSMOS_KEY: 'canary' }, /COSMOS_ENDPOINT is missing: copy/],
    ['an account without a database', { ...COSMOS, COSMOS_DATABASE: '' }, /COSMOS_DATABASE is missing: name/],
    [
      'an account in the clear',
      { ...COSMOS, COSMOS_ENDPOINT: 'http://canary.example' },
      /COSMOS_ENDPOINT is not an address/,
    ],
    ['half a sync', { SLACK_SYNC: 'yes' }, /SLACK_SYNC is neither on nor off: set/],
    ['a Graph in the clear', { GRAPH_URL: 'http://canary.example' }, /GRAPH_URL is not an address/],
    ['an identity by name', { GRAPH_CLIENT_ID: 'canary' }, /GRAPH_CLIENT_ID is not a GUID: copy/],
    ['no key for the records', { KEY_FILE: '' }, /KEY_FILE is missing: name a file/],
    [
      'two keys',
      { KEY_VAULT_KEY: 'https://sample.vault.azure.net/keys/a' },
      /KEY_FILE and KEY_VAULT_KEY are both set: keep/,
    ],
    ['a key that is not one', { KEY_VAULT_KEY: 'canary', KEY_FILE: '' }, /KEY_VAULT_KEY is not a key: copy/],
    [
      'a key beside what it protects',
      { DATA_DIR: '/srv', KEY_FILE: '/srv/a/key' },
      /KEY_FILE lies inside DATA_DIR: move/,
    ],
  ])('%s', (_what, changes, words) => {
    const told = refusal({ ...ALL, ...changes });
    expect(told).toMatch(words);
    expect(told).not.toContain('canary');
  });

  it('everything at once', () => {
    const told = refusal({ ...ALL, SLACK_TEAMS: '', TEAMS_TENANTS: '', PORT: 'x' });
    for (const name of ['SLACK_TEAMS', 'TEAMS_TENANTS', 'PORT']) expect(told).toContain(`- ${name} is`);
  });

  it('lists of accounts without their platform', () => {
    expect(refusal({ GRAPH_SYNC: 'on' })).toContain('GRAPH_SYNC is on in local mode: leave it empty');
    expect(refusal({ ...TEAMS, KEY_FILE: '/srv/key', SLACK_SYNC: 'on' })).toContain(
      'SLACK_SYNC is on without Slack: set',
    );
    const env = {
      ...ALL,
      SLACK_SYNC: 'on',
      GRAPH_SYNC: 'on',
      IDENTITY_ENDPOINT: 'http://127.0.0.1:42/token',
    };
    expect(readConfig(env)).toMatchObject({
      slackSync: true,
      graph: { url: 'https://graph.microsoft.com', identity: { endpoint: 'http://127.0.0.1:42/token' } },
    });
    expect(readConfig({ ...ALL, SLACK_SYNC: 'off' })).not.toHaveProperty('slackSync');
    expect(readConfig(ALL)).not.toHaveProperty('graph');
  });

  it('nothing of an environment that is whole (control)', () => {
    expect(() => readConfig(ALL)).not.toThrow();
    expect(() => readConfig({ ...ALL, ...COSMOS, COSMOS_KEY: 'x' })).not.toThrow();
  });

  it.each(Object.keys(TEAMS))('to fall back to local mode when only %s is set', (name) => {
    expect(refusal({ [name]: 'x' })).toContain('MicrosoftApp');
  });
});
