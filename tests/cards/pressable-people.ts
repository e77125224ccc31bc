import { changeDirectory } from '../../src/application/directory.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { type Person, Waiting } from '../../src/domain/people/directory.ts';
import type { SampleSchool } from '../support/sample-school.ts';
import { put } from './pressable-duties.ts';

const SINCE = '2026-11-23T10:00:00.000Z';

/** A school where roles of somebody wait, and roles have changed: for a lead. */
export async function peopleWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const person = school.person('p-iris');
  if (verb === 'people.open') return { school, person, data: { do: verb } };
  if (verb === 'people.roles') {
    const changes = [{ person: 'p-nadia', gained: [], lost: ['deputy'] }];
    const news = { at: SINCE, site: 'fernhill', by: 'p-ivo', changes };
    return {
      school,
      person,
      data: { do: verb, record: await put(school, 'news', { kind: 'role-news', news }) },
    };
  }
  const ask = Waiting.parse({
    person: 'p-ada',
    site: 'fernhill',
    roles: ['deputy'],
    by: 'p-ivo',
    since: SINCE,
  });
  await changeDirectory(school.deps, (stored) => ({ ...stored, waiting: [ask] }));
  return {
    school,
    person,
    data: { do: verb, record: await put(school, 'ask', { kind: 'access-ask', ask }) },
  };
}
