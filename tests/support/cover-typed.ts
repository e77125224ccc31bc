import { report } from './concern.ts';
import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** A lead hands over what she has, goes away, and sets the rota. */
export async function coverTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  org: Organisation,
  opens: (org: Organisation, client: Client, document: string) => Promise<void>,
): Promise<void> {
  const iris = org.at('p-iris');
  for (const reporter of ['p-ada', 'p-ben']) {
    await report(org, reporter, { ticks: { also: 'feeling' } });
    await opens(org, iris, 'lead-message');
    await iris.press('I have this');
    await org.settle();
  }
  await iris.say('hand over');
  await press(iris, 'Save');
  await iris.say('away');
  await press(iris, 'Continue', { from: '', until: '' });
  await iris.press('One by one');
  await press(iris, 'Save');
  await iris.say('rota');
  await press(iris, 'Save the rota');
  await iris.say('back');
  await org.settle();
}
