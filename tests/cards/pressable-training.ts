import { readPerson, recordOf, savePerson } from '../../src/application/people/store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { noteTeam } from '../../src/domain/people/record/team.ts';
import type { SampleSchool } from '../support/sample-school.ts';

const ARGS: Readonly<Record<string, string>> = {
  'person.done': 'yearly-update',
  'person.record': 'yearly-update',
  'person.later': 'training:yearly-update',
};

/** Somebody whose refresher is late, and who manages somebody else whose is. */
export async function trainingWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const [ada, vera] = [school.person('p-ada'), school.person('p-vera')];
  const person = verb === 'person.team' ? vera : ada;
  const held = await readPerson(deps, person);
  const noted = noteTeam(held.record, ada.id, 'late', '2026-11-24');
  await savePerson(deps, person, held, noted.ok ? noted.value : { record: held.record });
  const arg = ARGS[verb] ?? 'training:yearly-update';
  return { school, person, data: { do: verb, record: recordOf(deps, person.id), arg } };
}
