import { intentHandler } from '../../src/application/handle-intent.ts';
import { runRequest } from '../../src/application/requests/store.ts';
import type { ActionData, Card } from '../../src/cards/model.ts';
import { RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { buttonsOf, press } from '../support/press.ts';
import type { SampleSchool } from '../support/sample-school.ts';
import { BYPASS, LOST, withForms } from '../support/staff-forms.ts';

/** A school with two forms, where this verb of a request means something. */
export async function requestWorldFor(
  plain: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const school = { ...plain, deps: withForms(BYPASS, LOST)(plain.deps) };
  const [ada, ivo] = [plain.person('p-ada'), plain.person('p-ivo')];
  const handle = intentHandler(school.deps);
  const asked = {
    from: { platform: 'slack', account: ada.slack ?? '' },
    place: { type: 'private' },
  } as const;
  const cardOf = async (intent: Parameters<typeof handle>[0]): Promise<Card> => {
    const answer = await handle(intent);
    if (answer.type === 'nothing') throw new Error('Nothing is shown');
    return answer.card;
  };
  const isTask = ['asked.done', 'asked.not-ours'].includes(verb);
  const open = await cardOf({ type: 'say', text: isTask ? 'lost device' : 'unblock', view: true, ...asked });
  const arg = buttonsOf(open)[0]?.data.arg ?? '';
  const own = ['ask.form', 'ask.send', 'ask.not-now'];
  if (own.includes(verb))
    return { school, person: ada, data: { do: verb, arg: verb === 'ask.form' ? BYPASS.id : arg } };
  const typed = { 'field-site': 'A page', 'field-what': 'A tablet', 'field-until': '2026-11-24' };
  const view = await cardOf({ type: 'press', press: press(open, 'Send', typed), view: true, ...asked });
  const record = RecordId.parse(
    buttonsOf(view).findLast(({ data }) => data.record !== undefined)?.data.record,
  );
  if (verb === 'asked.ended') {
    const [by, at] = [ivo.id, school.deps.clock.now()];
    await runRequest(school.deps, record, () => ({ type: 'Approve', at, by, words: '' }));
    school.clock.move({ hours: 24 });
    await runRequest(school.deps, record, () => ({ type: 'Tick', at: school.deps.clock.now(), manned: [0] }));
  }
  return { school, person: verb.startsWith('asked.') ? ivo : ada, data: { do: verb, record } };
}
