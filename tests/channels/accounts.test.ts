import type { Accounts, AccountsPage } from '../../src/application/accounts.ts';
import { graphAccounts } from '../../src/channels/graph/accounts.ts';
import { slackAccounts } from '../../src/channels/slack/accounts.ts';
import { type GraphUser, startGraph } from '../support/fake-graph.ts';
import { startWorkspace, type Workspace } from '../support/slack-workspace.ts';

/** Every page, one after another. */
async function allOf(accounts: Accounts) {
  const pages: Extract<AccountsPage, { type: 'page' }>[] = [];
  let cursor: string | undefined;
  do {
    const page = await accounts.page(cursor);
    if (page.type !== 'page') throw new Error(`A page was ${page.type}`);
    pages.push(page);
    cursor = page.next;
  } while (cursor !== undefined);
  return { pages: pages.length, found: pages.flatMap((page) => page.accounts) };
}

describe('people of a Microsoft 365 tenant', () => {
  const USERS: readonly GraphUser[] = [
    {
      id: 'a-1',
      mail: 'Ada.Bell@example.org',
      userPrincipalName: 'ada@tenant.example',
      accountEnabled: true,
    },
    { id: 'b-2', mail: null, userPrincipalName: 'BEN@example.org', accountEnabled: false },
    {
      id: 'c-3',
      userPrincipalName: 'cleo_elsewhere#EXT#@tenant.example',
      mail: 'iris.kay@example.org',
      userType: 'Guest',
    },
    { id: 'd-4', userPrincipalName: 'room@example.org', accountEnabled: true, userType: 'Member' },
    { id: 'e-5', mail: 'eve@example.org' },
  ];
  const NOW = Date.parse('2026-11-24T10:00:00.000Z');
  const times = { now: NOW };
  let graph: Awaited<ReturnType<typeof startGraph>>;
  let accounts: Accounts;
  beforeEach(async () => {
    times.now = NOW;
    graph = await startGraph(USERS);
    accounts = graphAccounts({ url: graph.url, identity: graph.identity, now: () => times.now });
  });
  afterEach(() => graph.close());

  it('are read page by page, with both of their addresses, and without guests', async () => {
    const { pages, found } = await allOf(accounts);
    expect(pages).toBe(3);
    expect(found).toEqual([
      { id: 'a-1', emails: ['ada.bell@example.org', 'ada@tenant.example'], isOpen: true },
      { id: 'b-2', emails: ['ben@example.org'], isOpen: false },
      { id: 'd-4', emails: ['room@example.org'], isOpen: true },
      { id: 'e-5', emails: ['eve@example.org'], isOpen: true },
    ]);
  });

  it('are asked for with a token of the managed identity, which is kept while it is good', async () => {
    await allOf(accounts);
    expect(graph.tokens).toEqual([
      { path: `?api-version=2019-08-01&resource=${encodeURIComponent(graph.url)}`, proof: 'proof' },
    ]);
    expect(graph.asked[0]).toEqual({
      path: '/v1.0/users?$select=id,mail,userPrincipalName,accountEnabled,userType&$top=999',
      authorization: 'Bearer token-1',
    });
    times.now = 1_796_000_000_000 - 60_000;
    await accounts.page(undefined);
    expect(graph.tokens).toHaveLength(2);
  });

  it('names a user-assigned identity', async () => {
    const named = graphAccounts({
      url: graph.url,
      identity: { ...graph.identity, clientId: 'client-7' },
      now: () => NOW,
    });
    await named.page(undefined);
    expect(graph.tokens[0]?.path).toContain('client_id=client-7');
  });

  it('a token that is refused is asked for anew', async () => {
    await accounts.page(undefined);
    graph.state.token = 'token-2';
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'http-401' });
    expect(await accounts.page(undefined)).toMatchObject({ type: 'page' });
  });

  it.each([
    [429, { 'retry-after': '17' }, 17_000],
    [503, { 'retry-after': '2' }, 2_000],
    [429, {}, 30_000],
    [429, { 'retry-after': 'soon' }, 30_000],
  ] as const)('a %i with %o is a pause of %i ms', async (status, headers, ms) => {
    graph.trouble({ status, headers });
    expect(await accounts.page(undefined)).toEqual({ type: 'wait', ms });
    expect(await accounts.page(undefined)).toMatchObject({ type: 'page' });
  });

  it.each([403, 500])('a %i is a failure', async (status) => {
    graph.trouble({ status });
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: `http-${status}` });
  });

  it('an answer that is none is a failure', async () => {
    graph.state.garbage = true;
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'not-understood' });
  });

  it('no identity is a failure', async () => {
    graph.state.identity = false;
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'no-token' });
    expect(graph.asked).toEqual([]);
  });

  it('the token never follows a link to another server', async () => {
    const other = await startGraph([]);
    graph.state.link = `${other.url}/v1.0/users`;
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'foreign-link' });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it('nobody there is a failure', async () => {
    await graph.close();
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'not-reached' });
  });
});

describe('members of a Slack workspace', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await startWorkspace({ users: ['ada', 'ben', 'cleo', 'finn'] });
    workspace.describeUser('ada', { profile: { email: 'Ada.Bell@example.org' } });
    workspace.describeUser('ben', { deleted: true, profile: {} });
    workspace.describeUser('cleo', { is_stranger: true, profile: { email: 'cleo@example.org' } });
    workspace.describeUser('finn', { team_id: 'T0ELSEWHERE', profile: { email: 'finn@example.org' } });
  });
  afterEach(() => workspace.close());
  const accountsOf = () =>
    slackAccounts({ botToken: workspace.botToken, apiUrl: workspace.apiUrl, teams: [workspace.team] });
  const idsOf = (found: readonly { readonly id: string }[], ...names: readonly string[]) =>
    found.filter(({ id }) => names.some((name) => workspace.userId(name) === id));

  it('are read with their address, closed ones too, and without bots and other workspaces', async () => {
    const { found } = await allOf(accountsOf());
    expect(idsOf(found, 'ada', 'ben', 'cleo', 'finn')).toEqual([
      { id: workspace.userId('ada'), emails: ['ada.bell@example.org'], isOpen: true },
      { id: workspace.userId('ben'), emails: [], isOpen: false },
    ]);
    expect(found.map(({ id }) => id)).not.toContain(workspace.botUser);
  });

  it('come in pages', async () => {
    const accounts = accountsOf();
    await accounts.page(workspace.userId('ben'));
    expect(workspace.calls.at(-1)).toMatchObject({
      method: 'users.list',
      body: { limit: '200', cursor: workspace.userId('ben') },
    });
  });

  it('a 429 is the pause that Slack asks for, and a refusal a failure', async () => {
    workspace.fail('users.list', { type: 'status', status: 429, headers: { 'retry-after': '11' } });
    workspace.fail('users.list', { type: 'error', error: 'missing_scope' });
    const accounts = accountsOf();
    expect(await accounts.page(undefined)).toEqual({ type: 'wait', ms: 11_000 });
    expect(await accounts.page(undefined)).toEqual({ type: 'failed', code: 'missing_scope' });
    expect(await accounts.page(undefined)).toMatchObject({ type: 'page' });
  });
});
