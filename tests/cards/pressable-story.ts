import { childIdOf, runChild } from '../../src/application/children/child-store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { listed, withRegister } from '../support/register.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** A school where a child's story was shared with somebody of the other site, and this verb means something. */
export async function storyWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  await withRegister(deps, [listed('1', 'Robin Vale', { sites: ['brook'] })]);
  const child = childIdOf(deps, '1');
  await runChild(deps, child, () => ({
    ...{ type: 'ShareStory', at: deps.clock.now(), by: PersonId.parse('p-lena') },
    ...{ with: PersonId.parse('p-iris'), scope: 'summary', reason: 'They move.' },
  }));
  if (verb === 'story.list') return { school, person: school.person('p-iris'), data: { do: verb } };
  const arg = verb === 'story.open' ? '0' : 'p-iris';
  return { school, person: school.person('p-lena'), data: { do: verb, record: child, arg } };
}
