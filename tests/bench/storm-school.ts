import type { Deps } from '../../src/application/deps.ts';
import type { Press } from '../../src/application/intent.ts';
import type { Store } from '../../src/application/ports.ts';
import { pressForm, startReport } from '../../src/application/report/report-concern.ts';
import { SiteId } from '../../src/domain/ids.ts';
import type { Directory, Person } from '../../src/domain/people/directory.ts';
import { sealedStore } from '../../src/storage/sealed/store.ts';
import { withMany } from '../support/nudges.ts';
import type { SampleSchool } from '../support/sample-school.ts';
import { organisation, testKeyring } from '../support/stores.ts';
import { buttonOf, standing } from './card-buttons.ts';

/** Sealed as a server has it: with the directory opened once for each version of it. */
export const sealedAsServed = (store: Store<string>): Store =>
  sealedStore({ store, keyring: testKeyring, organisation, kept: [testKeyring.recordId('directory')] });

/** The sample school with so many more members of staff, half of them at each site. */
export function manyPeople(school: SampleSchool, count: number): Directory {
  const many = withMany(school.directory, school.person('p-ada'), count);
  const roles = [{ role: 'staff' as const, site: SiteId.parse('brook') }];
  const isAtBrook = (id: string): boolean => Number(/^p-many-(\d+)$/.exec(id)?.[1] ?? 0) % 4 > 1;
  return {
    ...many,
    people: many.people.map((person) => (isAtBrook(person.id) ? { ...person, roles } : person)),
  };
}

/** Somebody in danger, and one tap that the lead is to hear of at once. */
export async function alarm(deps: Deps, directory: Directory, person: Person): Promise<void> {
  const options = { platform: 'slack', view: true } as const;
  let answer = await startReport(deps, directory, person, options);
  for (const title of ['In danger now', 'Tell the safeguarding lead now']) {
    if (answer.type === 'nothing') throw new Error('The form showed nothing');
    const { do: verb, ...data } = buttonOf(answer.card, title).data;
    const press = { ...data, do: verb, inputs: standing(answer.card) } as Press;
    answer = await pressForm(deps, directory, person, press, options);
  }
}
