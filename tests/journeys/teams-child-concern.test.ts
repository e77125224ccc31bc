import { picture } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';

const LEADS = 'Safeguarding leads';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let ref = '';

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

const log = async (w: TeamsBrowser) => console.log(await w.lastCard());

/** What the card in the leads' channel comes to say. */
async function channelSays(text: string): Promise<void> {
  await lead.openChat(LEADS);
  await lead.waitForText(text);
  await lead.openChat('personal');
}

describe('a concern about a child, from the first word to closing', () => {
  it('is reported in five short steps', async () => {
    await lead.openChat(LEADS);
    await staff.say('report concern');
    await staff.press('Continue');
    await picture(staff, 'staff-1-right-now');
    await staff.press('Not today');
    await staff.fill('Name', 'Robin Vale');
    await staff.fill('Year or tutor group', '4B');
    await staff.choose('Their part in it', 'May have been harmed');
    await staff.choose('Does any adult who works or volunteers here come into this? Choose one.', 'No');
    await picture(staff, 'staff-2-who');
    await staff.press('Continue');
    await staff.tick('Images or a phone');
    await picture(staff, 'staff-3-what');
    await staff.press('Continue');
    await staff.fill(
      'What did you see or hear? Facts only: there is a box for what you think.',
      'At the end of break Robin turned a phone away from me, and cried.',
    );
    await staff.choose('Did you see or hear this yourself, or did someone tell you?', 'I saw or heard it myself');
    await staff.choose('When did it happen?', 'About then');
    await picture(staff, 'staff-4-what-happened');
    await staff.press('Continue');
    await picture(staff, 'staff-5-check');
    await staff.press('Send it');
    await picture(staff, 'staff-6-receipt');
    ref = /Reference ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await staff.lastCard())?.[1] ?? '';
    expect(ref).not.toBe('');
  }, 90_000);

  it('stands in the leads’ channel without a word about the child', async () => {
    await lead.waitForText('Not yet opened');
    expect(await lead.lastCard()).toContain(ref);
    expect(await lead.chatText()).not.toContain('Robin');
    await picture(lead, 'lead-1-channel');
    await log(lead);
    console.log(await lead.press('Open'));
    expect(await lead.chatText()).not.toContain('Robin');
    await lead.openChat('personal');
    await lead.waitForText('Not yet opened');
    await picture(lead, 'lead-1b-message');
    await lead.press('Open');
    await picture(lead, 'lead-2-people');
    await log(lead);
    await lead.press('Read the record');
    await picture(lead, 'lead-3-record');
    await log(lead);
    journey.clock.move({ minutes: 3 });
    await staff.waitForText('Opened by the safeguarding lead');
    await channelSays('Opened by the safeguarding lead');
    await picture(staff, 'staff-7-status');
    await log(staff);
    await lead.press('I have this');
    await picture(lead, 'lead-4-taken');
    await staff.waitForText('The safeguarding lead has it.');
    await channelSays('With the safeguarding lead.');
    await staff.press('Open');
    await picture(staff, 'staff-8-own-report');
    await log(staff);
    await staff.press('Ask to give a device back');
    await log(staff);
    await staff.fill('Which device, to whom, and have the police said that they do not need it?', 'x').catch((e)=>console.log(String(e).slice(0,200)));
    await picture(staff, 'staff-9-request');
  }, 120_000);
});
