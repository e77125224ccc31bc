import { runCase } from '../../src/application/case/case-store.ts';
import { childIdOf } from '../../src/application/children/child-store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { type ChildId, PersonId, type RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { listed, withRegister } from '../support/register.ts';
import type { SampleSchool } from '../support/sample-school.ts';

const IRIS = PersonId.parse('p-iris');
const OF_STRIKES = ['child.strike', 'child.agree', 'child.decline'];
const LINKED = ['child.wrong', 'child.undo', ...OF_STRIKES];

async function link({ deps }: SampleSchool, id: RecordId, register: ChildId, isAsked: boolean) {
  const act = { at: deps.clock.now(), by: IRIS, child: 0 };
  await runCase(deps, id, () => ({ type: 'LinkChild', ...act, register }));
  if (isAsked) await runCase(deps, id, () => ({ type: 'AskStrike', ...act, reason: 'Another class.' }));
}

/** A school with a register, where this verb of it means something. */
export async function childWorldFor(
  school: SampleSchool,
  verb: string,
  record: RecordId,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  await withRegister(school.deps, [listed('1', 'Robin Vale', { sites: ['fernhill'] })]);
  const register = childIdOf(school.deps, '1');
  if (LINKED.includes(verb)) await link(school, record, register, OF_STRIKES.includes(verb));
  const person = school.person(OF_STRIKES.includes(verb) ? 'p-nadia' : 'p-iris');
  if (verb === 'child.find') return { school, person, data: { do: verb } };
  const isEntry = ['child.entry', 'child.edit', 'child.save'].includes(verb);
  if (isEntry) return { school, person, data: { do: verb, record: register } };
  const arg = OF_STRIKES.includes(verb) ? '0' : `0@${register}`;
  return { school, person, data: { do: verb, record, arg } };
}
