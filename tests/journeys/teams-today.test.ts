import { picture } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { reportPlainly } from '../support/teams-report.ts';

let journey: TeamsJourney;
let lead: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  lead = journey.lead;
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

it('today: a number in the chat, and what waits behind one press; opened from there and back', async () => {
  const story = { child: 'Robin Vale', tick: 'Something at home', story: 'He would not say more.' };
  const ref = await reportPlainly(journey.staff, story);
  await lead.openChat('personal');
  await lead.say('today');
  await lead.waitForText('1 thing cannot wait.');
  expect(await lead.lastCard()).not.toContain(ref);
  await lead.press('Open Today');
  const today = await lead.lastCard();
  expect(today).toContain('Not opened yet: 1');
  expect(today).toContain(ref);
  expect(today).not.toContain('Robin');
  await picture(lead, 'lead-60-today');
  await lead.press(`Open ${ref}`);
  await lead.press('Read the record');
  expect(await lead.lastCard()).toContain('He would not say more.');
  await lead.press('Back to Today');
  const after = await lead.lastCard();
  expect(after).toContain('Robin Vale');
  expect(after).not.toContain('Not opened yet');
  await lead.press('All cases');
  expect(await lead.lastCard()).toContain('Cases: 1');
  await picture(lead, 'lead-61-cases');
  await lead.choose('How they stand', 'Closed');
  await lead.press('Show these');
  expect(await lead.lastCard()).toContain('Nothing fits what you chose.');
  await lead.press('Show all again');
  expect(await lead.lastCard()).toContain(ref);
  await lead.press('Hide');
  expect(await lead.lastCard()).not.toContain('Robin');
}, 90_000);

it('says nothing to anybody else', async () => {
  await journey.staff.say('today');
  await journey.staff.waitForText('There is nothing here for you.');
}, 30_000);
