import { intentHandler } from '../../src/application/handle-intent.ts';
import type { ActionData, Card } from '../../src/cards/model.ts';
import { RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { buttonsOf, press } from '../support/press.ts';
import type { SampleSchool } from '../support/sample-school.ts';
import { DEVICE, searched } from '../support/search.ts';

/** A school where Ada may search a device, and has begun to. */
export async function spotWorldFor(
  plain: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const school = { ...plain, deps: searched(plain.deps, ['staff']) };
  const person = plain.person('p-ada');
  const handle = intentHandler(school.deps);
  const asked = {
    from: { platform: 'slack', account: person.slack ?? '' },
    place: { type: 'private' },
    view: true,
  } as const;
  const cardOf = async (intent: Parameters<typeof handle>[0]): Promise<Card> => {
    const answer = await handle(intent);
    if (answer.type === 'nothing') throw new Error('Nothing is shown');
    return answer.card;
  };
  const form = await cardOf({ type: 'say', text: 'search a device', ...asked });
  if (verb === 'spot.begin')
    return { school, person, data: { do: verb, record: '', arg: buttonsOf(form)[0]?.data.arg ?? '' } };
  const step = await cardOf({ type: 'press', press: press(form, 'Start', DEVICE), ...asked });
  const { record, arg = '' } = buttonsOf(step).find(({ data }) => data.do === 'spot.next')?.data ?? {};
  return { school, person, data: { do: verb, record: RecordId.parse(record), arg } };
}
