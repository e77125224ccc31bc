import { fetchFile } from '../../src/application/files.ts';
import { SiteId } from '../../src/domain/ids.ts';
import { report } from '../support/concern.ts';
import { act, type Everybody, everybody, rolesFor, wordsOf } from '../support/people-access.ts';
import { asked, becomes, on, secretOf, without } from '../support/people-access-stage.ts';
import { OWN_WORDS, WORDS } from '../support/people-rights.ts';
import { buttonsOf } from '../support/press.ts';
import { sends } from '../support/registers.ts';
import { answerLine, readBy } from '../support/transcript.ts';

const NO_SITE = SiteId.parse('none');
const NOTHING = 'There is nothing here for you.';

describe('the report to the board', () => {
  const get = async (org: Everybody, who: string, record: string) => {
    await act(org, who, { do: 'board.get', record, arg: 'page' });
    return secretOf(org.at(who));
  };
  async function drafted() {
    const org = await everybody();
    await org.at('p-iris').say('board report');
    await on(org, 'p-iris', 'board.draft');
    await org.settle();
    await org.at('p-iris').say('board report');
    const [found] = buttonsOf(org.at('p-iris').card()).filter(({ data }) => data.do === 'board.release');
    return { org, record: found?.data.record ?? '' };
  }

  it('is a draft for its writer alone, and only while they write', async () => {
    const { org, record } = await drafted();
    for (const who of ['p-greta', 'p-tom', 'p-vera', 'p-owen', 'p-nadia', 'p-gus'])
      for (const verb of ['board.get', 'board.release', 'board.leave'])
        expect(wordsOf(await act(org, who, { do: verb, record, arg: 'pdf' }))).toBe(NOTHING);
    expect((await fetchFile(org.deps(), await get(org, 'p-iris', record)))?.page).toBeDefined();
    const secret = await get(org, 'p-iris', record);
    await becomes(org, 'p-iris', without('dsl'));
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
  });

  it('is for its readers once it is released, as long as they are', async () => {
    const { org, record } = await drafted();
    await act(org, 'p-iris', { do: 'board.release', record });
    await org.settle();
    expect((await fetchFile(org.deps(), await get(org, 'p-gus', record)))?.page).toBeDefined();
    for (const who of ['p-gita', 'p-hugh', 'p-nadia', 'p-ada'])
      expect(wordsOf(await act(org, who, { do: 'board.get', record, arg: 'page' }))).toBe(NOTHING);
    const secret = await get(org, 'p-gus', record);
    await becomes(org, 'p-gus', (person) => ({ ...person, roles: rolesFor('south', 'governor') }));
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
    // Nobody takes back what was released.
    for (const who of ['p-tom', 'p-iris']) {
      expect(wordsOf(await act(org, who, { do: 'board.leave', record }))).not.toContain('Nobody was sent it');
      expect((await fetchFile(org.deps(), await get(org, 'p-tom', record)))?.page).toBeDefined();
    }
  });

  it('counts no day twice, however often it is asked for', async () => {
    const { org, record } = await drafted();
    const asks = () =>
      Promise.all(
        ['p-iris', 'p-iris', 'p-greta', 'p-vera'].map((who) => act(org, who, { do: 'board.draft' })),
      );
    await asks();
    await act(org, 'p-iris', { do: 'board.release', record });
    await asks();
    await org.settle();
    const { keyring, store } = org.deps();
    const [north = NO_SITE, south = NO_SITE] = org.deps().organisation.sites.map(({ id }) => id);
    const reports = async (site: typeof north) => (await store.byToken(keyring.token('board', site))).items;
    expect(await reports(north)).toHaveLength(1);
    expect(await reports(south)).toHaveLength(0);
    await act(org, 'p-owen', { do: 'board.draft' });
    expect(await reports(south)).toHaveLength(1);
  });

  it('says the same whether or not there is a case about somebody who reads it', async () => {
    const pages = await Promise.all(
      [{ connected: 'p-greta' }, undefined, {}].map(async (more) => {
        const org = await everybody({ start: '2026-10-20T09:00:00.000Z' });
        for (let n = 0; n < 6; n += 1) await report(org, 'p-ada');
        if (more !== undefined) await report(org, 'p-ada', more);
        await org.advance({ hours: 24 * 14 });
        await org.at('p-iris').say('board report');
        await on(org, 'p-iris', 'board.draft');
        await org.settle();
        await org.at('p-iris').say('board report');
        const [found] = buttonsOf(org.at('p-iris').card()).filter(({ data }) => data.do === 'board.release');
        await act(org, 'p-iris', {
          do: 'board.release',
          ...(found?.data.record && { record: found.data.record }),
        });
        await org.settle();
        const secret = await get(org, 'p-greta', found?.data.record ?? '');
        return [(await fetchFile(org.deps(), secret))?.page, ...readBy(org, 'p-greta')].join('\n');
      }),
    );
    const plain = pages.map((page) => page?.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REF'));
    expect(plain[0]).toBe(plain[1]);
    expect(plain[2]).not.toBe(plain[1]);
  });
});

/** Everything that somebody can see and is sent in the next days, on both platforms. */
async function obtained(org: Everybody, who: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const platform of ['teams', 'slack'] as const) {
    const client = org.at(who, platform);
    lines.push(answerLine('home', await client.home()));
    for (const word of [...Object.keys(WORDS), ...OWN_WORDS, 'help', 'today', 'cases'])
      lines.push(answerLine(word, await client.say(word)));
  }
  return [...readBy(org, who), ...lines];
}

/** Two organisations that differ by one thing, eight days on: what these people have of each. */
async function worlds(
  viewers: readonly string[],
  one: () => Promise<Everybody>,
  other: () => Promise<Everybody>,
) {
  const seen = async (make: () => Promise<Everybody>) => {
    const org = await make();
    await org.advance({ hours: 24 * 8 });
    return Promise.all(viewers.map((who) => obtained(org, who)));
  };
  return [await seen(one), await seen(other)] as const;
}

describe('somebody without a right', () => {
  const trainedOn = (trained: string) => () =>
    everybody({}, (people) =>
      people.map((person) => (person.id === 'p-cleo' ? { ...person, trained } : person)),
    );

  it('sees and receives the same whether or not somebody else is late', async () => {
    const viewers = [
      'p-ada',
      'p-ben',
      'p-jo',
      'p-moss',
      'p-finn',
      'p-sami',
      'p-ivo',
      'p-hugh',
      'p-lena',
      'p-gita',
    ];
    const [a, b] = await worlds(viewers, trainedOn('2025-09-01'), trainedOn('2026-09-03'));
    expect(a).toEqual(b);
    const [late, not] = await worlds(['p-iris'], trainedOn('2025-09-01'), trainedOn('2026-09-03'));
    expect(late).not.toEqual(not);
  });

  it('sees and receives the same whether or not something stands in a register', async () => {
    const declared = async () => {
      const org = await everybody();
      await sends(org, 'p-ada', 'declare a relation', { whom: 'A family', online: 'Not online' });
      await asked(org, 'p-vera', 'asked.done', { done: 'Seen.' });
      return org;
    };
    const viewers = [
      'p-cleo',
      'p-iris',
      'p-nadia',
      'p-owen',
      'p-hugh',
      'p-finn',
      'p-tom',
      'p-greta',
      'p-ivo',
      'p-rosa',
    ];
    const [a, b] = await worlds(viewers, declared, everybody);
    expect(a).toEqual(b);
    const [has, none] = await worlds(['p-vera'], declared, everybody);
    expect(has).not.toEqual(none);
  });
});
