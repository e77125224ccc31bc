import type { Policy } from '../../src/domain/policy/pack.ts';
import { duty } from './duties.ts';
import type { Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** A check of which one answer is "no": everything that a duty asks for is asked. */
export const TYPED_DUTY = duty({
  owner: 'headteacher',
  checklist: [{ id: 'iwf', text: 'Is the list blocked?' }],
  onNo: 'it-lead',
  evidence: true,
  meeting: ['headteacher', 'dsl'],
  needs: ['risk'],
  share: ['chair-of-governors'],
});

/** A review without a day, which a change of the systems asks for. */
export const typedReview = ({ review }: Policy): Policy['review'] => ({
  ...review,
  due: null,
  after: { technical: true, source: 'section 3' },
});

/** What is due is done, one thing is put right, and all staff are told. */
export async function dutiesTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  org: Organisation,
): Promise<void> {
  const vera = org.at('p-vera');
  await vera.say('duties');
  await vera.press('Do it now');
  await press(vera, 'It is done', { 'q-iwf': 'no', present: 'headteacher,dsl', next: '2026-12-20' });
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
  await ivo.say('technical change');
  await press(ivo, 'Write it down');
  await org.settle();
  await iris.home();
  await iris.press('Answer this');
  await press(iris, 'Not now');
  await iris.say('reviews');
  await iris.press('Give the day');
  await press(iris, 'Save the day', { date: '2026-12-20' });
  await org.settle();
}
