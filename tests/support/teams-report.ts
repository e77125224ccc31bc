import type { TeamsBrowser } from './teams-browser.ts';

const SEEN = 'What did you see or hear? Facts only: there is a box for what you think.';
const FIRST_HAND = 'Did you see or hear this yourself, or did someone tell you?';
const ANY_ADULT = 'Does any adult who works or volunteers here come into this? Choose one.';
const WHICH_ADULT = 'People who work or volunteer here';
export const LEADS = 'Safeguarding leads';

/** Opens the form: a message with a button, and behind it the first question. */
export async function openForm(staff: TeamsBrowser): Promise<void> {
  await staff.say('report concern');
  await staff.waitForText('Report in progress');
  await staff.press('Continue');
}

export async function sayWho(
  staff: TeamsBrowser,
  { child, adult }: { readonly child: string; readonly adult?: string },
): Promise<void> {
  await staff.fill('Name', child);
  await staff.choose(ANY_ADULT, adult === undefined ? 'No' : 'Yes');
  await staff.press('Continue');
  if (adult === undefined) return;
  await staff.choose(WHICH_ADULT, adult);
  await staff.press('Continue');
}

export async function sayWhat(staff: TeamsBrowser, ...ticks: readonly string[]): Promise<void> {
  for (const tick of ticks) await staff.tick(tick);
  await staff.press('Continue');
}

export async function tellTheStory(staff: TeamsBrowser, story: string): Promise<void> {
  await staff.fill(SEEN, story);
  await staff.choose(FIRST_HAND, 'I saw or heard it (also as a witness)');
  await staff.choose('When did it happen?', 'About then');
  await staff.press('Continue');
}

/** The reference on the last card of a report. */
export async function refOf(staff: TeamsBrowser): Promise<string> {
  const ref = /Reference ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await staff.lastCard())?.[1];
  if (ref === undefined) throw new Error('The newest card is not the receipt of a report.');
  return ref;
}

/** From the first word to the receipt, with nothing special in it; the reference. */
export async function reportPlainly(
  staff: TeamsBrowser,
  { child, tick, story }: { readonly child: string; readonly tick: string; readonly story: string },
): Promise<string> {
  await openForm(staff);
  await staff.press('Not today');
  await sayWho(staff, { child });
  await sayWhat(staff, tick);
  await tellTheStory(staff, story);
  await staff.press('Send it');
  return refOf(staff);
}
