import { runCase } from '../../src/application/case/case-store.ts';
import { type ChildId, PersonId } from '../../src/domain/ids.ts';
import type { Directory } from '../../src/domain/people/directory.ts';
import { stateOf } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { withRegister } from '../support/register.ts';
import { LOW, STORY, worry } from '../support/staff-worries.ts';
import { worryAbout } from '../support/story.ts';
import { signed } from '../support/transcript.ts';

const CONDUCT = new RegExp(`${STORY.seen}|${LOW.reason}|${LOW.done}|Ben Orchard|low-level`, 'i');

/** As at a school whose head leads safeguarding too: Vera, who shares the child's story with Lena of the other school. */
async function headWhoLeads() {
  const { directory } = await organisation('two-schools');
  const both: Directory = {
    people: directory.people.map((person) =>
      person.id === 'p-vera'
        ? { ...person, roles: [...person.roles, { role: 'dsl', site: person.roles[0]?.site ?? never() }] }
        : person,
    ),
  };
  const org = await organisation('two-schools', { directory: both });
  const robin = (await withRegister(org.deps()))('1');
  await worryAbout(org, robin, { date: '2026-11-03', seen: 'No breakfast again.' });
  const id = await worry(org);
  await runCase(org.deps(), id, () => ({
    ...{ type: 'LinkChild', at: org.clock.now(), by: PersonId.parse('p-vera') },
    ...{ child: 0, register: robin },
  }));
  const vera = org.at('p-vera');
  await vera.send(signed({ do: 'threshold.open', record: id }));
  await vera.press('Save the judgement', LOW);
  await org.settle();
  expect((await stateOf(org, id)).links).toHaveLength(1);
  return { org, robin, id };
}
const never = (): never => {
  throw new Error('This person has no role');
};

async function story(org: Organisation, client: Client, child: ChildId): Promise<string> {
  await client.send(signed({ do: 'story.open', record: child }, {}, `story-${client.person.id}`));
  let text = client.texts();
  for (let page = 0; page < 10 && client.titles().includes('Later'); page += 1) {
    await client.press('Later');
    text += client.texts();
  }
  await org.settle();
  return text;
}

describe('a worry about an adult in the story of the child', () => {
  it.each(['p-vera', 'p-iris'])('is in nobody’s, whoever works that case: %s', async (person) => {
    const { org, robin } = await headWhoLeads();
    const theirs = await story(org, org.at(person), robin);
    expect(theirs).toContain('No breakfast again.');
    expect(theirs).not.toMatch(CONDUCT);
  });

  it('is in the case itself (control)', async () => {
    const { org, id } = await headWhoLeads();
    const vera = org.at('p-vera');
    await vera.send(signed({ do: 'case.record', record: id }));
    expect(vera.texts()).toMatch(CONDUCT);
  });

  it.each(['story', 'summary'])('is shared with nobody: %s', async (scope) => {
    const { org, robin } = await headWhoLeads();
    const vera = org.at('p-vera');
    await story(org, vera, robin);
    await vera.send(signed({ do: 'story.open', record: robin }, {}, 'again'));
    await vera.press('Share with another site');
    await vera.press('Share', { with: 'p-lena', scope, reason: 'They move.' });
    await org.settle();
    const theirs = await story(org, org.at('p-lena'), robin);
    expect(theirs).toContain('One concern');
    expect(theirs).not.toMatch(CONDUCT);
  });
});
