import type { Accounts, AccountsPage } from '../../src/application/accounts.ts';
import { readDirectory, storedDirectory } from '../../src/application/directory.ts';
import { importPeople } from '../../src/application/import-people.ts';
import { applySync, previewSync, readOn } from '../../src/application/people/sync.ts';
import { NEW_RUN, type SyncRun } from '../../src/application/people/sync-run.ts';
import { startSync } from '../../src/application/people/wake-sync.ts';
import { RecordBody } from '../../src/application/records.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import { type Account, NOTHING_FOUND, noteAccounts, syncedPeople } from '../../src/domain/people/accounts.ts';
import { Person } from '../../src/domain/people/directory.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { putPeople } from '../support/put-people.ts';

const account = (id: string, email: string, isOpen = true): Account => ({ id, emails: [email], isOpen });
const emailOf = (id: string) => `${id.slice(2)}@example.org`;

/** A list that answers with these, one after another, and remembers where it was asked to go on. */
function listOf(platform: 'teams' | 'slack', ...pages: readonly AccountsPage[]) {
  const cursors: (string | undefined)[] = [];
  const left = [...pages];
  const accounts: Accounts = {
    platform,
    page: async (cursor) => {
      cursors.push(cursor);
      return left.shift() ?? { type: 'page', accounts: [] };
    },
  };
  return { accounts, cursors };
}
const page = (accounts: readonly Account[], next?: string): AccountsPage => ({
  type: 'page',
  accounts,
  ...(next !== undefined && { next }),
});

/** Two schools where everybody has an address, and these lists of accounts are read. */
async function schools(...lists: readonly Accounts[]) {
  const org = await organisation('two-schools', { doctor: (deps) => ({ ...deps, accounts: lists }) });
  const people = org.directory.people.map((person) => ({ ...person, email: emailOf(person.id) }));
  await putPeople(org.deps(), { people });
  await org.settle();
  return Object.assign(org, { people });
}
async function readAll({ deps }: Organisation): Promise<SyncRun> {
  let run = NEW_RUN;
  for (;;) {
    const step = await readOn(deps(), run);
    run = step.run;
    if (step.type === 'done') return run;
  }
}
const personIn = async ({ deps }: Organisation, id: string) =>
  (await storedDirectory(deps())).directory.people.find((person) => person.id === id);
const bodyOf = async ({ deps }: Organisation) => {
  const { store, keyring } = deps();
  const body = RecordBody.parse((await store.read(keyring.recordId('people-sync')))?.head.body);
  if (body.kind !== 'people-sync') throw new Error('There is no record of it');
  return body;
};
const without = (person: Person, platform: 'teams' | 'slack'): Person => {
  const { [platform]: _, ...rest } = person;
  return rest;
};

describe('what a list of accounts says', () => {
  it('fills in an account by address, counts who is nobody here, and overwrites nothing', async () => {
    const { accounts } = listOf(
      'slack',
      page([account('U1', emailOf('p-ada')), account('U2', 'nobody@example.org')], 'more'),
      page([account('U3', emailOf('p-ben')), account('U000000022', 'another@example.org')]),
    );
    const org = await schools(accounts);
    await putPeople(org.deps(), {
      people: org.people.map((person) => (person.id === 'p-ada' ? without(person, 'slack') : person)),
    });
    const run = await readAll(org);
    expect(run.found).toMatchObject({ seen: 4, unlisted: 1, differs: 1 });
    expect(await previewSync(org.deps(), run)).toMatchObject({
      filled: ['p-ada'],
      leaves: [],
      isRefused: false,
    });
    await applySync(org.deps(), run);
    expect(await personIn(org, 'p-ada')).toMatchObject({ slack: 'U1' });
    expect(await personIn(org, 'p-ben')).toMatchObject({ slack: 'U000000021' });
    expect((await readDirectory(org.deps())).people).toHaveLength(org.people.length);
  });

  it('makes whoever has no open account left leave, at once', async () => {
    const { accounts } = listOf('slack', page([account('U000000021', '', false)]));
    const org = await schools(accounts);
    await applySync(org.deps(), await readAll(org));
    expect(await personIn(org, 'p-ben')).toBeUndefined();
    expect((await storedDirectory(org.deps())).directory.former).toMatchObject([
      { id: 'p-ben', left: '2026-11-24' },
    ]);
    const ben = org.at('p-ben');
    await ben.say('help');
    expect(ben.texts()).toContain('do not know');
  });

  it('but nobody whose other account was read and is open', async () => {
    const slack = listOf('slack', page([account('U000000021', '', false)]));
    const teams = listOf('teams', page([account('00000000-0000-0000-0000-000000000301', emailOf('p-ben'))]));
    const org = await schools(slack.accounts, teams.accounts);
    expect(await previewSync(org.deps(), await readAll(org))).toMatchObject({ leaves: [] });
  });

  it('nor the only one with a role that the policy needs: that is said instead', async () => {
    const { accounts } = listOf('slack', page([account('U000000015', '', false)]));
    const org = await schools(accounts);
    const run = await readAll(org);
    expect(await applySync(org.deps(), run)).toMatchObject({ leaves: [], stays: ['p-vera'] });
    expect(await personIn(org, 'p-vera')).toBeDefined();
  });

  it('leaves what waits for a second person as it is', async () => {
    const { accounts } = listOf('slack', page([account('U000000021', '', false)]));
    const org = await schools(accounts);
    const deputy = { role: 'deputy' as const, site: SiteId.parse('north') };
    const more = org.people.map((person) =>
      person.id === 'p-ada' ? { ...person, roles: [...person.roles, deputy] } : person,
    );
    await importPeople(org.deps(), more, PersonId.parse('p-ivo'));
    const before = (await storedDirectory(org.deps())).directory.waiting;
    expect(before).toHaveLength(1);
    await applySync(org.deps(), await readAll(org));
    expect((await storedDirectory(org.deps())).directory.waiting).toEqual(before);
    expect(await personIn(org, 'p-ben')).toBeUndefined();
  });
});

describe('a list by which more than a fifth would leave', () => {
  const closing = (ids: readonly number[]) =>
    listOf('slack', page(ids.map((n) => account(`U0000000${n}`, '', false)))).accounts;

  it('is not taken over, and whoever looks after the accounts is told, naming nobody', async () => {
    const org = await schools(closing([20, 21, 22, 23]));
    await startSync(org.deps());
    await org.settle();
    await org.advance({ hours: 1 });
    expect((await readDirectory(org.deps())).people).toHaveLength(org.people.length);
    expect((await bodyOf(org)).done).toMatchObject({ left: 0, refused: { leaves: 4, of: 16 } });
    const told = org.post.sent.filter(({ message }) =>
      JSON.stringify(message).includes('was not taken over'),
    );
    expect(told.map(({ to }) => to)).toEqual([org.boxesOf('p-ivo')[1]]);
    expect(JSON.stringify(told)).toContain('4 of 16 people');
    expect(JSON.stringify(told.map(({ message }) => message))).not.toMatch(/\bAda\b|Bell|Orchard|U0000000/);
  });

  it('is taken over where they are few (control)', async () => {
    const org = await schools(closing([20, 21, 22]));
    await startSync(org.deps());
    await org.settle();
    expect((await readDirectory(org.deps())).people).toHaveLength(org.people.length - 3);
    expect((await bodyOf(org)).done).toMatchObject({ left: 3 });
  });

  it('is told by share as well: four of many are few', () => {
    const people = Array.from({ length: 30 }, (_, n) =>
      Person.parse({
        id: `p-${n}`,
        name: 'Some One',
        slack: `U${n}`,
        roles: [{ role: 'staff', site: 'north' }],
      }),
    );
    const gone = (count: number) =>
      syncedPeople(
        { roles: {} },
        { people },
        noteAccounts(
          NOTHING_FOUND,
          { people },
          'slack',
          people.slice(0, count).map(({ slack = '' }) => account(slack, '', false)),
        ),
        ['slack'],
        '2026-11-24',
      ).isRefused;
    expect([4, 6, 7].map(gone)).toEqual([false, false, true]);
  });
});

describe('each morning', () => {
  it('the lists are read page by page, with the pauses that are asked for, and a crash goes on where it was', async () => {
    const list = listOf(
      'slack',
      page([account('U1', emailOf('p-ada'))], 'second'),
      { type: 'wait', ms: 90_000 },
      page([account('U000000021', '', false)]),
    );
    const org = await schools(list.accounts);
    await startSync(org.deps());
    await org.settle();
    expect(list.cursors).toEqual([undefined, 'second']);
    expect((await bodyOf(org)).run).toMatchObject({ list: 0, cursor: 'second' });
    org.restart();
    await org.advance({ seconds: 60 });
    expect(list.cursors).toHaveLength(2);
    await org.advance({ seconds: 60 });
    expect(list.cursors).toEqual([undefined, 'second', 'second']);
    expect((await bodyOf(org)).done).toMatchObject({ on: '2026-11-24', seen: 2, left: 1 });
    expect(await personIn(org, 'p-ben')).toBeUndefined();
    // Not again before tomorrow.
    await org.advance({ hours: 12 });
    expect(list.cursors).toHaveLength(3);
    await org.advance({ hours: 12 });
    expect(list.cursors).toHaveLength(4);
  });

  it('a list that cannot be read is tried again, and then whoever looks after it is told', async () => {
    const failed: AccountsPage = { type: 'failed', code: 'http-403' };
    const list = listOf('teams', failed, failed, failed, failed, failed);
    const org = await schools(list.accounts);
    await startSync(org.deps());
    await org.advance({ minutes: 40 });
    expect(list.cursors).toHaveLength(3);
    await org.advance({ hours: 2 });
    expect((await bodyOf(org)).done).toMatchObject({ failed: 'http-403' });
    expect(JSON.stringify(org.post.sent)).toContain('could not be read this morning');
  });

  it('nothing of it is there where no list is configured (control)', async () => {
    const org = await schools();
    await startSync(org.deps());
    const { store, keyring } = org.deps();
    expect(await store.read(keyring.recordId('people-sync'))).toBeUndefined();
  });
});
