import { runCase } from '../../src/application/case/case-store.ts';
import { readChild, runChild } from '../../src/application/children/child-store.ts';
import { storyCard } from '../../src/application/children/story-card.ts';
import { modalView } from '../../src/channels/slack/render.ts';
import { findings } from '../../src/channels/slack/validate.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { schoolWithStory, worryAbout } from '../support/story.ts';

/** What every Teams client takes, once its buttons are signed. */
const MOST = 28_000;
const IRIS = PersonId.parse('p-iris');

/** Concerns in which every box is full of one letter, and a last page with all there is. */
async function longest(letter: string, count: number) {
  const of = (max: number) => letter.repeat(Math.floor(max / letter.length));
  const { org, robin, tom } = await schoolWithStory();
  const deps = org.deps();
  const act = () => ({ at: org.clock.now(), by: IRIS });
  for (let n = 0; n < count; n += 1) {
    const id = await worryAbout(org, robin, { seen: of(2900), childWords: of(1900) });
    for (let times = 0; times < 7; times += 1)
      await runCase(deps, id, () => ({
        type: 'RecordDecision',
        ...act(),
        what: 'keep-watching',
        reason: of(1900),
      }));
  }
  for (let n = 0; n < 4; n += 1) {
    const id = await worryAbout(org, robin, { seen: of(100) });
    await runCase(deps, id, () => ({ type: 'AskStrike', ...act(), child: 0, reason: of(1900) }));
    await runCase(deps, id, () => ({
      type: 'AgreeStrike',
      ...act(),
      by: PersonId.parse('p-nadia'),
      child: 0,
      seenBy: [],
    }));
    await runChild(deps, robin, () => ({ type: 'PointElsewhere', ...act(), where: of(300), what: of(1900) }));
  }
  await worryAbout(org, tom);
  for (const { id } of org.directory.people.slice(0, 16)) {
    await runChild(deps, robin, () => ({ type: 'OpenStory', ...act(), by: id }));
    await runChild(deps, robin, () => ({
      type: 'ShareStory',
      ...act(),
      with: id,
      scope: 'story',
      reason: of(900),
    }));
  }
  const child = await readChild(deps, robin);
  if (child === undefined) throw new Error('There is no such child');
  const reading = { deps, directory: org.directory, person: org.at('p-iris').person };
  const first = await storyCard(reading, child, { page: 0 });
  return { first, last: await storyCard(reading, child, { page: 99, saved: 'Saved.' }) };
}

it.each(['e', '"', '語', '\u{1F600}'])(
  'the longest story, written in %j, opens on both platforms',
  async (letter) => {
    for (const count of [1, 4]) {
      const { first, last } = await longest(letter, count);
      for (const card of [first, last]) {
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST);
        expect(findings(modalView(card) as never)).toEqual([]);
      }
    }
  },
);
