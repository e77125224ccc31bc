import { intentHandler } from '../../src/application/handle-intent.ts';
import type { ActionData } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { buttonsOf, press } from '../support/press.ts';
import { withRegisters } from '../support/registers.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** A school where a consent is recorded, and whoever recorded it. */
export async function registerWorldFor(
  plain: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const school = { ...plain, deps: withRegisters(plain.deps) };
  const jo = school.person('p-jo');
  const handle = intentHandler(school.deps);
  const from = { platform: 'slack', account: jo.slack ?? '' } as const;
  const asking = { from, place: { type: 'private' }, view: true } as const;
  const form = await handle({ type: 'say', text: 'record consent', ...asking });
  if (form.type === 'nothing') throw new Error('There is no form');
  const typed = { 'field-pupil': 'Robin Vale, 5B', 'field-pictures': 'Yes' };
  await handle({ type: 'press', press: press(form.card, 'Save it', typed), ...asking });
  const list = await handle({ type: 'say', text: 'consent', ...asking });
  const open =
    list.type === 'nothing' ? undefined : buttonsOf(list.card).find(({ title }) => title === 'Open');
  if (open?.data.record === undefined) throw new Error('Nothing is recorded');
  const { record } = open.data;
  const isEntry = verb === 'kept.open' || verb === 'kept.end';
  return { school, person: jo, data: isEntry ? { do: verb, record } : { do: verb, arg: 'consents' } };
}
