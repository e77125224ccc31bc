import { duty } from './duties.ts';
import type { Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** A check of which one answer is "no": everything that a duty asks for is asked. */
export const TYPED_DUTY = duty({
  owner: 'headteacher',
  checklist: [{ id: 'iwf', text: 'Is the list blocked?' }],
  onNo: 'it-lead',
  evidence: true,
});

/** What is due is done, one thing is put right, and all staff are told. */
export async function dutiesTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  org: Organisation,
): Promise<void> {
  const vera = org.at('p-vera');
  await vera.say('duties');
  await vera.press('Do it now');
  await press(vera, 'It is done', { 'q-iwf': 'no' });
  await org.settle();
  const ivo = org.at('p-ivo');
  await ivo.say('duties');
  await ivo.press('It is put right');
  await press(ivo, 'Save it');
  const iris = org.at('p-iris');
  await iris.say('duties');
  await iris.press('Write to all staff');
  await press(iris, 'Send it to all staff');
  await org.settle();
}
