import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

type Opens = (org: Organisation, client: Client, document: string) => Promise<void>;

/** A decision, a meeting and how it went, and a task that a colleague answers and a lead settles; the record is open. */
export async function workTyped(
  { press }: Pick<ReturnType<typeof planting>, 'press'>,
  org: Organisation,
  lead: Client,
  opens: Opens,
): Promise<void> {
  for (const [what, save, typed] of [
    ['A decision', 'Save the decision', { what: 'keep-watching' }],
    ['A meeting', 'Plan the meeting', { kind: 'strategy', date: '2026-12-10', time: '10:00' }],
    ['A task for a colleague', 'Ask them', { to: 'p-jo', due: '2026-12-10' }],
  ] as const) {
    await lead.press('Add something else');
    await lead.press(what);
    await press(lead, save, typed);
  }
  await lead.press('Meetings and tasks');
  await lead.press('Say how it went');
  await press(lead, 'Save it', { held: 'yes' });
  await org.settle();
  const jo = org.at('p-jo');
  await opens(org, jo, 'task-message');
  await press(jo, 'I cannot, for the reason I wrote');
  await org.settle();
  await lead.press('Meetings and tasks');
  await lead.press('It is settled');
  await press(lead, 'It is settled');
  await org.settle();
}
