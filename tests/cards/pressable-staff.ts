import { readCase, runCase } from '../../src/application/case/case-store.ts';
import { keepLowLevel } from '../../src/application/staff-concerns/keep.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { type RecordId, RecordId as RecordIdSchema } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { atTheForm, cardOf } from '../support/filled-form.ts';
import { buttonsOf } from '../support/press.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** A worry about an adult, sent by Ada of the sample school. */
async function reported(school: SampleSchool): Promise<RecordId> {
  const form = await atTheForm(school, school.person('p-ada'));
  await form.press('Not today');
  await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'yes' });
  await form.press('Continue', { adults: 'p-ben' });
  await form.press('Continue', { also: 'adult-behaviour' });
  await form.press('Continue', { seen: 'He shouted.', heard: 'saw', when: 'about' });
  const sent = cardOf((await form.press('Send it')).answer());
  return RecordIdSchema.parse(buttonsOf(sent)[0]?.data.record);
}

/** Where a button about the harm threshold or the low-level concerns means something: the head's. */
export async function staffWorldFor(
  school: SampleSchool,
  verb: string,
): Promise<{ school: SampleSchool; person: Person; data: ActionData }> {
  const { deps, directory } = school;
  const vera = school.person('p-vera');
  const record = await reported(school);
  if (verb.startsWith('threshold.')) return { school, person: vera, data: { do: verb, record } };
  await runCase(deps, record, () => ({
    type: 'DecideThreshold',
    at: deps.clock.now(),
    by: vera.id,
    limbs: [],
    outcome: 'not-met',
    reason: 'It was loud.',
    done: 'It was talked through.',
    lado: { asked: 'no', when: '', advice: '' },
  }));
  const judged = await readCase(deps, record);
  if (judged !== undefined) await keepLowLevel(deps, judged, directory);
  const kept = (await readCase(deps, record))?.state.lowLevel ?? '';
  return {
    school,
    person: vera,
    data: { do: verb, record: verb === 'low-level.list' ? '' : kept, arg: '0' },
  };
}
