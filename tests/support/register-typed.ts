import { report, stateOf } from './concern.ts';
import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';
import { readsStory, withRegister } from './register.ts';

type Opens = (org: Organisation, client: Client, document: string) => Promise<void>;

/** A lead looks for a child, puts them in the register, finds that it was another one, and changes an entry. */
export async function registerTyped(
  planted: ReturnType<typeof planting>,
  org: Organisation,
  opens: Opens,
): Promise<void> {
  await withRegister(org.deps());
  const id = await report(org, 'p-ben');
  const iris = org.at('p-iris');
  await opens(org, iris, 'lead-message');
  await iris.press('Read the record');
  await iris.press('Same child as …?');
  await planted.press(iris, 'Look');
  await iris.press('New: put them in the register');
  const [link] = (await stateOf(org, id)).links;
  if (link === undefined) throw new Error('Nothing was linked');
  await readsStory(org.deps(), link.register, 'p-owen');
  await iris.press('This is another child');
  await planted.press(iris, 'Take it back');
  await org.settle();
  const nadia = org.at('p-nadia');
  await opens(org, nadia, 'strike-message');
  await planted.press(nadia, 'Decline: it stays');
  await iris.say('register');
  await planted.press(iris, 'Look');
  // The one who was put in at triage: of a child on a list the name is not changed here.
  await iris.press('Look', { name: 'Robin Vale', year: '' });
  await iris.press('Open');
  await iris.press('Change');
  await planted.press(iris, 'Save');
}
