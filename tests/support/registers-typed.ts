import type { Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** What parents said is written down, found, written down again and ended; a tool is asked for with a colleague. */
export async function keptTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  org: Organisation,
): Promise<void> {
  const jo = org.at('p-jo');
  const robin = { 'field-pupil': 'Robin Plover0000é, 5B' };
  await jo.say('record consent');
  await press(jo, 'Save it', robin);
  // The same child once more: the tick for that stands there only now.
  await jo.say('record consent');
  await jo.press('Save it', { ...robin, 'field-pictures': 'No' });
  await press(jo, 'Save it', { ...robin, same: 'yes' });
  await jo.say('consent');
  await press(jo, 'Look', { class: undefined });
  await jo.say('consent');
  await jo.press('Look', { name: 'Robin Plover0000é' });
  await press(jo, 'End it');
  const ada = org.at('p-ada');
  await ada.say('new tool');
  await press(ada, 'Send', { 'field-second': 'p-ben' });
  await org.settle();
}
