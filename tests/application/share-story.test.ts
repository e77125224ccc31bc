import { childEventsOf, readChild } from '../../src/application/children/child-store.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { childNow, listed, withRegister } from '../support/register.ts';
import { schoolWithStory, worryAbout } from '../support/story.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const SHARED = 'A safeguarding lead of another site has shared something with you.';
const OVER = 'This is not shared with you any more.';

const openStory = async (client: Client, child: string): Promise<string> => {
  await client.send(signed({ do: 'story.open', record: child }, {}, `story-${child}`));
  return client.texts();
};
const inTeams = ({ person }: Client) => ({
  from: { platform: 'teams', account: person.teams ?? '' } as const,
  place: { type: 'private' } as const,
});
const messages = (client: Client) => JSON.stringify(client.inbox().map(({ message }) => message));

/** Iris of the north shares Robin's story with Lena, who is deputy in the south. */
async function sharedAs(
  scope: 'summary' | 'story',
  before: (org: Organisation, robin: Robin) => Promise<void> = async () => {},
) {
  const all = await schoolWithStory();
  const { org, robin } = all;
  await worryAbout(org, robin, { date: '2026-11-03', seen: 'No breakfast again.' });
  await worryAbout(org, robin, { date: '2026-11-04', seen: 'Cold hands.' });
  await before(org, robin);
  const iris = org.at('p-iris');
  await openStory(iris, robin);
  await iris.press('Share with another site');
  await iris.press('Share', { with: 'p-lena', scope, reason: 'The family moves in January.' });
  await org.settle();
  return { ...all, iris, lena: org.at('p-lena') };
}
type Robin = Awaited<ReturnType<typeof schoolWithStory>>['robin'];

const typesOf = async (org: Organisation, child: Robin) => {
  const record = await readChild(org.deps(), child, true);
  return record ? childEventsOf(record).map(({ type }) => type) : [];
};

describe('sharing one child’s story', () => {
  it('needs a lead of another site, how much, and a reason; what was typed stays', async () => {
    const { org, robin } = await schoolWithStory();
    await worryAbout(org, robin);
    const iris = org.at('p-iris');
    await openStory(iris, robin);
    await iris.press('Share with another site');
    const card = JSON.stringify(iris.card());
    expect(card).toContain('Lena Frost, South Primary School');
    // Whoever leads the child's own site reads it anyway.
    expect(card).not.toMatch(/Nadia|Owen/);
    await iris.press('Share', { scope: 'story', reason: 'They move.' });
    expect(iris.texts()).toContain('Not shared yet.');
    expect(JSON.stringify(iris.card())).toContain('They move.');
    await iris.press('Share', { with: 'p-lena', scope: 'story', reason: ' ' });
    expect(iris.texts()).toContain('Please write a few words');
    await iris.press('Share', { with: 'p-nadia', scope: 'story', reason: 'x' });
    expect(iris.texts()).toContain('Not shared yet.');
    expect((await childNow(org.deps(), robin)).shares).toEqual([]);
  });

  it('is recorded, listed in the story, and said to them by a message that says nothing', async () => {
    const { org, robin, iris, lena } = await sharedAs('story');
    expect((await childNow(org.deps(), robin)).shares).toMatchObject([
      { with: 'p-lena', by: 'p-iris', scope: 'story', reason: 'The family moves in January.' },
    ]);
    expect(iris.texts()).toMatch(
      /Shared with[\s\S]*Lena Frost[\s\S]*whole story\.[\s\S]*The family moves in January\./,
    );
    expect(messages(lena)).toContain(SHARED);
    expect(messages(lena)).not.toMatch(/Robyn|Vail|breakfast|January/);
    expect(messages(org.at('p-hugh'))).not.toContain(SHARED);
  });

  it('opens the story from that message, written down first, and no case', async () => {
    const { org, robin, lena, iris } = await sharedAs('story');
    await lena.press('Open');
    expect(lena.texts()).toContain('Two concerns.');
    expect(lena.texts()).toContain('No breakfast again.');
    expect(lena.titles()).toEqual([]);
    expect((await childNow(org.deps(), robin)).openedBy.map(({ by }) => by)).toContain('p-lena');
    await openStory(iris, robin);
    await iris.press('Later');
    expect(iris.texts()).toMatch(/Who opened this story[\s\S]*Lena Frost/);
    for (const verb of ['case.open', 'hand.form', 'transfer.open', 'child.entry', 'share.form'])
      for (const record of [robin, ...(await casesOf(org, robin))]) {
        await lena.send(signed({ do: verb, record }, {}, `${verb}-${record}`));
        expect([verb, lena.texts()]).toEqual([verb, NOTHING]);
      }
  });

  it('as a summary is days, kinds and how many, and no words', async () => {
    const { lena } = await sharedAs('summary');
    await lena.press('Open');
    expect(lena.texts()).toContain('Two concerns. The last: 4 November 2026, Something at home.');
    expect(lena.texts()).toContain('3 November 2026');
    expect(lena.texts()).toContain('days, kinds and how many');
    expect(lena.texts()).not.toMatch(/breakfast|Cold hands|Ada|Outcome|May have been/);
  });

  it('is under “children”, and nobody else has anything there', async () => {
    const { org, lena } = await sharedAs('story');
    await lena.say('children');
    expect(lena.texts()).toContain('Robyn Vail');
    await lena.press('Open the story');
    expect(lena.texts()).toContain('Two concerns.');
    // A message names nobody: a button does, in a view of one's own.
    const typed = await intentHandler(org.deps())({
      type: 'say',
      text: 'children',
      view: false,
      ...inTeams(lena),
    });
    expect(JSON.stringify(typed)).not.toMatch(/Robyn|Vail/);
    await lena.send(signed({ do: 'story.list' }));
    expect(lena.texts()).toContain('Robyn Vail');
    await lena.send(signed({ do: 'story.list' }), false);
    expect(lena.texts()).not.toContain('Robyn');
    const hugh = org.at('p-hugh');
    await hugh.say('children');
    expect(hugh.texts()).toBe(NOTHING);
    const owen = org.at('p-owen');
    await owen.say('children');
    expect(owen.texts()).toContain('Nothing is shared with you at the moment.');
  });

  it('ends with a reason, and at once: the message says so, and the story is shut', async () => {
    const { org, robin, lena } = await sharedAs('story');
    const nadia = org.at('p-nadia');
    await openStory(nadia, robin);
    await nadia.press('Later');
    await nadia.press('Stop sharing');
    await nadia.press('Stop sharing', { reason: '' });
    expect(nadia.texts()).toContain('Please write a few words');
    await nadia.press('Stop sharing', { reason: 'They stay after all.' });
    expect(nadia.texts()).toContain('Ended.');
    expect(await openStory(lena, robin)).toBe(NOTHING);
    await org.settle();
    await lena.say('children');
    expect(lena.texts()).toContain('Nothing is shared with you at the moment.');
    expect(messages(lena)).toContain(OVER);
    expect(messages(lena)).not.toContain(SHARED);
    expect(await typesOf(org, robin)).toEqual(expect.arrayContaining(['StoryShared', 'SharingEnded']));
    await nadia.send(signed({ do: 'share.stop', record: robin, arg: 'p-lena' }, { reason: 'x' }, 'again'));
    expect(nadia.texts()).toContain('That was done already.');
    expect((await typesOf(org, robin)).filter((type) => type === 'SharingEnded')).toHaveLength(1);
  });

  it('is one share for a button that is pressed twice, and one message', async () => {
    const { org, robin } = await schoolWithStory();
    await worryAbout(org, robin);
    const inputs = { with: 'p-lena', scope: 'story', reason: 'They move.' };
    for (const _ of [1, 2])
      await org.at('p-iris').send(signed({ do: 'share.save', record: robin }, inputs, 'same'));
    await org.settle();
    expect((await typesOf(org, robin)).filter((type) => type === 'StoryShared')).toHaveLength(1);
    const told = org
      .at('p-lena')
      .inbox()
      .filter(({ message }) => JSON.stringify(message).includes(SHARED));
    expect(told).toHaveLength(1);
  });
});

it('there is no button for it where every lead reads the story anyway', async () => {
  const org = await organisation('one-school');
  const idOf = await withRegister(org.deps(), [listed('1', 'Robyn Vail', { sites: ['main'] })]);
  const iris = org.at('p-iris');
  expect(await openStory(iris, idOf('1'))).toContain('No concern about this child stands here.');
  expect(iris.titles()).toContain('What the register says');
  expect(iris.titles()).not.toContain('Share with another site');
});

describe('what somebody must learn nothing of', () => {
  const read = async (more: (org: Organisation, robin: Robin) => Promise<void>) => {
    const { lena } = await sharedAs('story', more);
    await lena.press('Open');
    return lena.texts();
  };
  const another = (connected?: string) => async (org: Organisation, robin: Robin) => {
    await worryAbout(org, robin, {
      date: '2026-11-05',
      seen: 'A third.',
      ...(connected !== undefined && { connected }),
    });
  };

  it('is left out of what is shared with them, without a trace', async () => {
    const [withIt, without] = [await read(another('p-lena')), await read(async () => {})];
    expect(withIt).toBe(without);
    expect(await read(another())).toContain('Three concerns.');
  });

  it('nor is anything shared that whoever shares it may not see', async () => {
    expect(await read(another('p-iris'))).toBe(await read(async () => {}));
  });
});

async function casesOf(org: Organisation, child: Robin): Promise<readonly string[]> {
  const deps = org.deps();
  return (await deps.store.byToken(deps.keyring.token('child', child))).items.map(({ id }) => id);
}
