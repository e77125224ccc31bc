import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../../support/teams-report.ts';

const NOTHING = 'There is nothing here for you.';

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

describe('a lead who is connected to a child', () => {
  it('reads who is in it before the story, and passes it on', async () => {
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
    expect(await lead.lastCard()).toContain('Wren Kay');
    expect(await lead.lastCard()).not.toContain('does not want to go home');
    await lead.press('I am connected to one of them: pass it on');
    // At once, although she has the card open.
    await lead.waitForText(NOTHING);
  }, 60_000);

  it('sees nothing of it any more, in the channel and in her own chat', async () => {
    expect(await lead.chatText()).not.toContain(ref);
    expect(await lead.chatText()).not.toContain('Wren');
    await lead.openChat(LEADS);
    await lead.waitForText(NOTHING);
    expect(await lead.chatText()).not.toContain(ref);
    expect(await lead.chatText()).not.toContain('Open');
  }, 60_000);

  it('is followed by the deputy, who gets it and takes it', async () => {
    await deputy.waitForText(ref);
    await deputy.press('Open');
    await deputy.press('Read the record');
    const record = await deputy.lastCard();
    expect(record).toContain('Wren does not want to go home.');
    expect(record).toContain('Kept from one person who may be part of it.');
    await deputy.press('I have this');
    journey.clock.move({ minutes: 3 });
    await staff.waitForText('The deputy lead has it.');
  }, 60_000);
});
