import { childIdOf } from '../../src/application/children/child-store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { listed, withRegister } from '../support/register.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** What a button of handing out or of passing on carries besides its record. */
const ARGS: Readonly<Record<string, string>> = {
  'hand.make': 'chronology|school',
  'transfer.form': 'leaving',
  'transfer.save': 'leaving',
};

/** A school with a case and a child of the register, and the lead of both. */
export async function handOutWorldFor(
  school: SampleSchool,
  verb: string,
  record: RecordId,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  await withRegister(school.deps, [listed('1', 'Robin Vale', { sites: ['fernhill'] })]);
  const id = verb.startsWith('hand.') ? record : childIdOf(school.deps, '1');
  return { school, person: school.person('p-iris'), data: { do: verb, record: id, arg: ARGS[verb] ?? '' } };
}
