import { runCase } from '../../src/application/case/case-store.ts';
import { childEventsOf, readChild, runChild } from '../../src/application/children/child-store.ts';
import type { Json, Listed, Store } from '../../src/application/ports.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { openRecord, report, stateOf } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import type { Client, Options, Organisation } from '../support/organisation.ts';
import { childNow, listed, withRegister } from '../support/register.ts';
import { schoolWithStory, worryAbout } from '../support/story.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';

const openStory = async (client: Client, child: string, arg = '0'): Promise<string> => {
  await client.send(signed({ do: 'story.open', record: child, arg }, {}, `story-${child}-${arg}`));
  return client.texts();
};
/** Every page of it. */
async function whole(client: Client, child: string): Promise<string> {
  const pages = [await openStory(client, child)];
  while (client.titles().includes('Later')) {
    await client.press('Later');
    pages.push(client.texts());
  }
  return pages.join('\n---\n');
}
const openings = async (org: Organisation, child: Parameters<typeof childNow>[1]) => {
  const record = await readChild(org.deps(), child, true);
  return record ? childEventsOf(record).filter(({ type }) => type === 'StoryOpened').length : 0;
};

async function sevenWorries() {
  const all = await schoolWithStory();
  const ids = [];
  for (const day of ['03', '04', '05', '06', '09', '10', '11'])
    ids.push(await worryAbout(all.org, all.robin, { date: `2026-11-${day}`, seen: `Worry of the ${day}.` }));
  return { ...all, ids };
}

describe('a record', () => {
  it('leads with how many there were before, the last of them, and the pattern', async () => {
    const { org, ids } = await sevenWorries();
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.send(signed({ do: 'case.record', record: ids[6] ?? '' }, {}, 'see'));
    const text = iris.texts();
    expect(text).toContain('Robyn Vail:');
    expect(text).toContain('Seventh concern about this child. Six before.');
    expect(text).toContain('10 November 2026: Something at home.');
    expect(text).not.toContain('5 November 2026:');
    expect(text).toContain('Seven in 6 weeks: something at home. The last on 11 November 2026.');
    expect(text).toContain("Signpost's own default");
    expect(text).not.toContain('Worry of the 10.');
    expect(text.indexOf('Seventh concern')).toBeLessThan(text.indexOf('May have been harmed'));
    await iris.send(signed({ do: 'case.record', record: ids[2] ?? '' }, {}, 'see-3'));
    expect(iris.texts()).toContain('Third concern about this child. Two before. Four after.');
  });

  it('has nothing of it for somebody who works the case and leads no site of the child', async () => {
    const { org, robin } = await schoolWithStory();
    const id = await worryAbout(org, robin, { ticks: 'told' });
    await org.advance({ hours: 6 });
    const rosa = org.at('p-rosa');
    await openRecord(rosa);
    await rosa.send(signed({ do: 'case.record', record: id }, {}, 'see'));
    expect(rosa.texts()).toContain('No breakfast again.');
    expect(rosa.texts()).not.toMatch(/oncerns? about this child|Robyn/);
    expect(rosa.titles()).not.toContain('Open the story');
    expect(await openStory(rosa, robin)).toBe(NOTHING);
  });
});

describe('a story', () => {
  it('is read oldest first, with the last thing on its first line, page by page', async () => {
    const { org, robin } = await sevenWorries();
    const iris = org.at('p-iris');
    const first = await openStory(iris, robin);
    expect(first).toContain('Seven concerns. The last: 11 November 2026, Something at home.');
    expect(first.indexOf('Worry of the 03.')).toBeGreaterThan(0);
    expect(first.indexOf('Worry of the 03.')).toBeLessThan(first.indexOf('Worry of the 04.'));
    expect(first).not.toContain('Worry of the 11.');
    expect(first).toContain('Ada Bell');
    const text = await whole(iris, robin);
    for (const day of ['03', '04', '05', '06', '09', '10', '11'])
      expect(text.split(`Worry of the ${day}.`)).toHaveLength(2);
    expect(text).toMatch(/Who opened this story[\s\S]*Iris Kay/);
    await iris.press('Earlier');
    expect(iris.texts()).toContain('Worry of the 11.');
  });

  it('gives the child’s own words apart, what was done, and what came of it', async () => {
    const { org, robin } = await schoolWithStory();
    const id = await worryAbout(org, robin, { childWords: 'I am hungry.' });
    const by = PersonId.parse('p-iris');
    const at = org.clock.now();
    await runCase(org.deps(), id, () => ({
      type: 'RecordDecision',
      at,
      by,
      what: 'early-help',
      reason: 'A breakfast club.',
    }));
    const text = await openStory(org.at('p-iris'), robin);
    expect(text).toMatch(/The child's own words: \n?I am hungry\./);
    expect(text).toMatch(/Decided: \n?Early help\. A breakfast club\./);
    expect(text).toMatch(/Outcome: /);
  });

  it('is written down before it is shown: once for a reading, and again after an hour', async () => {
    const { org, robin } = await sevenWorries();
    const iris = org.at('p-iris');
    await whole(iris, robin);
    expect(await openings(org, robin)).toBe(1);
    await org.advance({ hours: 2 });
    await openStory(iris, robin, '1');
    expect(await openings(org, robin)).toBe(2);
    await openStory(iris, robin);
    expect(await openings(org, robin)).toBe(3);
    expect((await childNow(org.deps(), robin)).openedBy).toMatchObject([{ by: 'p-iris' }]);
  });

  it('opens from the record and from the register', async () => {
    const { org, robin, ids } = await sevenWorries();
    const nadia = org.at('p-nadia');
    await nadia.send(signed({ do: 'case.record', record: ids[6] ?? '' }, {}, 'see'));
    await nadia.press('Open the story');
    expect(nadia.texts()).toContain('Seven concerns.');
    await nadia.press('What the register says');
    await nadia.press('Open the story');
    expect(nadia.texts()).toContain('Seven concerns.');
    expect(await openStory(nadia, robin, 'x')).toContain('Page 1 of');
    expect(await openStory(nadia, robin, '99')).toContain('Who opened this story');
    await nadia.send(signed({ do: 'story.open', record: robin }, {}, 'shared'), false);
    expect(nadia.texts()).not.toMatch(/Robyn|concern/);
  });

  it('says the same to everybody else, whether there is such a child or not', async () => {
    const { org, robin } = await sevenWorries();
    for (const person of ['p-ada', 'p-lena', 'p-vera', 'p-tom']) {
      const client = org.at(person);
      expect(await openStory(client, robin)).toBe(NOTHING);
      expect(await openStory(client, '0000000000000000000000000z')).toBe(NOTHING);
      for (const verb of ['share.form', 'share.save', 'share.end', 'share.stop']) {
        const inputs = { with: 'p-lena', scope: 'story', reason: 'x' };
        await client.send(signed({ do: verb, record: robin, arg: 'p-lena' }, inputs, verb));
        expect(client.texts()).toBe(NOTHING);
      }
    }
    expect((await childNow(org.deps(), robin)).shares).toEqual([]);
    expect(await openings(org, robin)).toBe(0);
  });

  it('hides what was struck through, and says that something was, to those who work that case', async () => {
    const { org, robin } = await schoolWithStory();
    await worryAbout(org, robin, { seen: 'The one that stays.' });
    const id = await worryAbout(org, robin, { seen: 'The one about another child.' });
    const at = org.clock.now();
    const [iris, nadia] = ['p-iris', 'p-nadia'].map((each) => PersonId.parse(each));
    if (iris === undefined || nadia === undefined) throw new Error('Nobody');
    await runCase(org.deps(), id, () => ({
      type: 'AskStrike',
      at,
      by: iris,
      child: 0,
      reason: 'It is the other Robin.',
    }));
    await runCase(org.deps(), id, () => ({ type: 'AgreeStrike', at, by: nadia, child: 0, seenBy: [] }));
    const text = await openStory(org.at('p-iris'), robin);
    expect(text).toContain('One concern:');
    expect(text).toContain('One entry was struck through');
    expect(text).toContain('It is the other Robin.');
    expect(text).not.toContain('about another child');
    await runCase(org.deps(), id, () => ({ type: 'NamePersonInvolved', at, by: iris, person: nadia }));
    expect(await openStory(org.at('p-nadia'), robin)).not.toContain('struck through');
  });

  it('hides that from a lead of the child’s other site too, also where this site’s cases are shared with them', async () => {
    const { org } = await schoolWithStory();
    const deps = org.deps();
    const idOf = await withRegister(deps, [listed('7', 'Kit Moor', { sites: ['north', 'south'] })]);
    const id = await worryAbout(org, idOf('7'), { seen: 'The one about another child.' });
    await worryAbout(org, idOf('7'), { seen: 'The one that stays.' });
    const at = org.clock.now();
    const [iris, nadia] = [PersonId.parse('p-iris'), PersonId.parse('p-nadia')];
    await runCase(deps, id, () => ({ type: 'AskStrike', at, by: iris, child: 0, reason: 'Another Kit.' }));
    await runCase(deps, id, () => ({ type: 'AgreeStrike', at, by: nadia, child: 0, seenBy: [] }));
    const lena = org.at('p-lena');
    expect(await openStory(lena, idOf('7'))).toContain('No concern about this child stands here.');
    const reason = 'Both schools need it.';
    await runChild(deps, idOf('7'), () => ({
      ...{ type: 'ShareStory', at, by: iris, with: PersonId.parse('p-lena'), scope: 'story', reason },
    }));
    const text = await openStory(lena, idOf('7'));
    expect(text).toContain('The one that stays.');
    expect(text).not.toMatch(/struck through|Another Kit/);
    expect(await openStory(org.at('p-iris'), idOf('7'))).toContain('Another Kit.');
  });
});

describe('what is in no child’s story', () => {
  it('is a worry about an adult; the child’s own record beside it says where to ask', async () => {
    const { org, robin } = await schoolWithStory();
    const id = await report(org, 'p-ada', {
      adult: 'yes',
      adults: 'p-ben',
      ticks: { about: 'adult-behaviour' },
    });
    const beside = (await stateOf(org, id)).beside?.record;
    if (beside === undefined) throw new Error('The child has no record of their own');
    const by = PersonId.parse('p-iris');
    for (const record of [id, beside])
      await runCase(org.deps(), record, () => ({
        type: 'LinkChild',
        at: org.clock.now(),
        by,
        child: 0,
        register: robin,
      }));
    const text = await openStory(org.at('p-iris'), robin);
    expect(text).toContain('One concern: 24 November 2026, Kept in another record.');
    expect(text).not.toMatch(/Ben Orchard|A bruise/);
    expect(text).toContain('For what happened, ask');
    expect(text).not.toContain('Ada Bell');
  });
});

describe('brothers and sisters', () => {
  it('are a count and a way to their story, where this lead works it', async () => {
    const { org, robin, tom } = await schoolWithStory();
    await worryAbout(org, tom, { seen: 'A worry about Tom.' });
    const iris = org.at('p-iris');
    const text = await openStory(iris, robin);
    expect(text).toMatch(/Tom Vail: ?\n?One concern of their own\./);
    expect(text).not.toContain('A worry about Tom.');
    await iris.press('Open their story');
    expect(iris.texts()).toContain('A worry about Tom.');
  });

  it('are a hint and no more, where others work it', async () => {
    const { org, robin, tom } = await schoolWithStory();
    const id = await worryAbout(org, tom);
    // Only a senior leader is called to this one.
    await runCase(
      org.deps(),
      id,
      (now) =>
        now && {
          type: 'Triage',
          at: org.clock.now(),
          by: PersonId.parse('p-rosa'),
          facts: now.state.facts,
          manned: [0],
          plan: {
            ...now.state.plan,
            route: { ...now.state.plan.route, rungs: [['senior-leader']], channel: false },
          },
        },
    );
    const text = await openStory(org.at('p-iris'), robin);
    expect(text).toContain('There is something about a brother or sister; ask the safeguarding lead');
    expect(text).not.toMatch(/of their own/);
  });

  it('are nothing at all to a lead who must learn nothing of it', async () => {
    const { org, robin, tom } = await schoolWithStory();
    await worryAbout(org, tom, { connected: 'p-iris' });
    expect(await openStory(org.at('p-iris'), robin)).not.toMatch(/rother|sister|Tom/);
    expect(await openStory(org.at('p-nadia'), robin)).toContain('Tom Vail');
  });
});

describe('a concern that somebody must learn nothing of', () => {
  const THEIRS = { seen: 'Something that Iris must not learn.', ticks: 'home', connected: 'p-iris' };

  async function seenBy(person: string, more: boolean, options: Options = {}) {
    const { org, robin } = await schoolWithStory(options);
    const shown = await worryAbout(org, robin, { date: '2026-11-03' });
    await worryAbout(org, robin, { date: '2026-11-05' });
    if (more) await worryAbout(org, robin, { ...THEIRS, date: '2026-11-04' });
    const client = org.at(person);
    const story = await whole(client, robin);
    await client.send(signed({ do: 'case.record', record: shown }, {}, 'see'));
    return `${story}\n${client.texts()}`;
  }

  it('leaves no trace in the story that they read, its count and its pattern included', async () => {
    const [withIt, without] = [await seenBy('p-iris', true), await seenBy('p-iris', false)];
    expect(withIt).toBe(without);
    expect(without).toContain('Two concerns.');
    expect(without).not.toContain('in 6 weeks');
  });

  it('leaves none where a record was written before lists had a brief of it', async () => {
    const without = (): Store => {
      const store = memoryStore();
      const bare = ({ brief: _, ...item }: Listed<Json>): Listed<Json> => item;
      return {
        ...store,
        byToken: async (token, cursor) => {
          const page = await store.byToken(token, cursor);
          return { ...page, items: page.items.map(bare) };
        },
      };
    };
    expect(await seenBy('p-iris', true, { store: without() })).toBe(await seenBy('p-iris', false));
    expect(await seenBy('p-nadia', true, { store: without() })).toContain('Three concerns.');
  });

  it('stands in the story of another lead: the two worlds do differ', async () => {
    const text = await seenBy('p-nadia', true);
    expect(text).toContain('Three concerns.');
    expect(text).toContain('Three in 6 weeks: something at home.');
  });
});
