import type { Client } from './organisation.ts';
import type { planting } from './planted.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

/** From the record: a text for an agency, the referral with its reasons, what comes when nobody replies, and the reply. */
export async function referralsTyped({ press }: ReturnType<typeof planting>, lead: Client): Promise<void> {
  const record = buttonsOf(lead.card())[0]?.data.record ?? '';
  await lead.send(signed({ do: 'case.form', record, arg: 'refer' }, {}, 'refers'));
  await lead.press('Make a text to copy first');
  await press(lead, 'Write the text');
  await press(lead, 'Another text');
  await lead.press('Back');
  await press(lead, 'Save the referral', { agency: 'social-care' });
  for (const [form, save] of [
    ['referral.next', 'Save it'],
    ['referral.answer', 'Save the reply'],
  ] as const) {
    await lead.send(signed({ do: form, record, arg: '0' }, {}, form));
    await press(lead, save, { outcome: 'more-asked' });
  }
  await lead.press('Back to the record');
}
