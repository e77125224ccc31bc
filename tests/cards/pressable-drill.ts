import { intentHandler } from '../../src/application/handle-intent.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { SiteId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { press } from '../support/press.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** A school where a drill can be started, or where one runs that can be ended. */
export async function drillWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps } = school;
  const person = school.person('p-iris');
  if (verb !== 'drill.end') return { school, person, data: { do: verb, record: '', arg: '' } };
  const from = { platform: 'slack', account: person.slack ?? '' } as const;
  const place = { type: 'private' } as const;
  const handle = intentHandler(deps);
  const list = await handle({ type: 'say', text: 'drill', from, place, view: true });
  if (list.type === 'nothing') throw new Error('No drill can be started');
  await handle({ type: 'press', from, place, view: true, press: press(list.card, 'Start the drill') });
  const page = await deps.store.byToken(deps.keyring.token('drill', SiteId.parse('fernhill')));
  const [running] = page.items;
  if (running === undefined) throw new Error('No drill has begun');
  return { school, person, data: { do: verb, record: running.id, arg: '' } };
}
