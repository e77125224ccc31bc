import { SelfAudit } from '../../src/domain/policy/training.ts';
import type { Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** What staff are asked of themselves, where a policy has no such questions. */
export const TYPED_AUDIT = SelfAudit.parse({
  id: 'self-check',
  name: 'What I know',
  roles: ['staff'],
  every: 'P12M',
  within: 'P1D',
  questions: [{ id: 'wishes', text: 'Is there something to learn?', need: 'yes', topic: 'Wishes' }],
  source: 'Appendix 3',
});

type Planting = Pick<ReturnType<typeof planting>, 'press'>;

/** A self-check, a certificate that is not right, and a session with its list of names. */
export async function complianceTyped(
  { press }: Planting,
  lost: Planting,
  org: Organisation,
  { lead, person }: { readonly lead: string; readonly person: string },
): Promise<void> {
  const client = org.at(person);
  await client.say('my training');
  await client.press('Answer the questions');
  await press(client, 'Send my answers', { 'q-wishes': 'yes' });
  const leads = org.at(lead);
  await leads.say('session');
  await leads.press('Record this one');
  await lost.press(leads, 'Save it for everybody');
  await leads.say('compliance');
  await leads.press('Look at them');
  await leads.press('It is not right');
  await press(leads, 'Ask them again');
  await org.settle();
}
