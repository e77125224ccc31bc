import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../support/teams-report.ts';

const NOTE = 'The aunt phones at three.';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let deputy: TeamsBrowser;
let ref = '';

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
  deputy = await journey.windowOf('p-nadia');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

describe('a lead who goes', () => {
  it('has a case', async () => {
    await lead.openChat(LEADS);
    ref = await reportPlainly(staff, {
      child: 'Wren Kay',
      tick: 'Something at home',
      story: 'Wren does not want to go home.',
    });
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.press('Read the record');
    await lead.press('I have this');
    expect(await lead.lastCard()).toContain('It is with you now.');
  }, 60_000);

  it('says so, and gives it to the deputy with a note', async () => {
    await lead.say('away');
    await lead.waitForText('Being away');
    await lead.press('Continue');
    expect(await lead.cardText('Save')).toContain(ref);
    await lead.choose('Who takes all of them?', 'Nadia Marsh, deputy lead');
    await lead.fill('What they need to know', NOTE);
    await lead.press('Save');
    await lead.waitForText('One case is handed over.');
    expect(await lead.cardText('I am back')).toContain('You are away from now until the end of 23 November.');
  }, 60_000);

  it('is followed by the deputy, who reads the note in private and takes it', async () => {
    await deputy.waitForText('Handed to you');
    expect(await deputy.chatText()).not.toContain(NOTE);
    await deputy.press('Open');
    await deputy.press('Read the record');
    const record = await deputy.lastCard();
    expect(record).toContain('Handed over by the safeguarding lead.');
    expect(record).toContain(NOTE);
    await deputy.press('I have this');
    journey.clock.move({ minutes: 3 });
    await staff.waitForText('The deputy lead has it.');
  }, 60_000);
});

describe('who is on', () => {
  it('is the deputy for everybody, until the lead is back', async () => {
    await staff.say('who is on');
    await staff.waitForText('Nadia Marsh');
    expect(await staff.chatText()).toContain('01632 960110');
    await lead.press('I am back');
    await lead.waitForText('You are back from now on.');
    await staff.say('who is on');
    await staff.waitForText('Iris Kay');
  }, 60_000);
});
