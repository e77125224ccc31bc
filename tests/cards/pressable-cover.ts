import type { ActionData } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** Buttons of being away, of handing over and of the rota mean something to a lead at any time. */
export function coverWorldFor(
  school: SampleSchool,
  verb: string,
): { school: SampleSchool; person: Person; data: ActionData } {
  const arg = verb === 'cover.rota' || verb === 'cover.set' ? 'fernhill' : '';
  return { school, person: school.person('p-iris'), data: { do: verb, arg } };
}
