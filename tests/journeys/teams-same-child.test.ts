import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../support/teams-report.ts';

const ASK = 'Same child as …?';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

describe('a child whose name was written as it sounds', () => {
  it('is found in the register by the lead, and linked when she says so', async () => {
    await lead.openChat(LEADS);
    const ref = await reportPlainly(staff, {
      child: 'Robyn Vail',
      tick: 'Something at home',
      story: 'Robyn was alone at the gate again.',
    });
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.press('Read the record');
    expect(await lead.lastCard()).toContain('Not linked to the register yet.');
    await lead.press(ASK);
    const match = await lead.lastCard();
    expect(match).toContain('Robin Vale, “Rob”, 4 Oak, born 4 October 2017');
    expect(match).toContain('Sounds the same.');
    expect(match).not.toContain('Marigold');
    await lead.press('Same child');
    expect(await lead.lastCard()).toContain("This is part of that child's story now.");
    expect(await lead.lastCard()).toContain('In the register as Robin Vale');
  }, 90_000);

  it('is taken back with a reason, because nobody has read it there', async () => {
    await lead.press('This is another child');
    await lead.fill('Why is it another child?', 'Robyn of 3 Ash, not Rob of 4 Oak.');
    await lead.press('Take it back');
    expect(await lead.lastCard()).toContain('Taken back.');
    expect(await lead.lastCard()).toContain(ASK);
  }, 60_000);

  it('is nowhere in what the reporter and the leads’ channel see', async () => {
    await lead.openChat(LEADS);
    expect(await lead.chatText()).not.toMatch(/Robin|register/);
    await staff.say('register');
    await staff.waitForText('There is nothing here for you.');
  }, 60_000);
});

describe('the register', () => {
  it('is asked for a name in a form, and shows what it says of that child', async () => {
    await lead.openChat('personal');
    await lead.say('register');
    await lead.waitForText('Find a child in the register');
    await lead.fill('Name, as you know it', 'Bill Marrow');
    await lead.press('Look');
    expect(await lead.lastCard()).toContain('William Marrow');
    await lead.press('Open');
    expect(await lead.lastCard()).toContain('Plan: Child in need');
  }, 60_000);
});
