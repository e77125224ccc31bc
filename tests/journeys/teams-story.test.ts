import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../support/teams-report.ts';

const MARA =
  'p-mara,mara.lind@example.org,Mara Lind,deputy staff,brook,p-hugh,2020-09-01,,2026-09-04,00000000-0000-0000-0000-000000000901,';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let other: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample', { people: [MARA] });
  ({ staff, lead } = journey);
  other = await journey.windowOf('p-mara');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

/** One more worry about Robin, opened and linked by the lead in her own chat. */
async function worry(story: string): Promise<void> {
  await lead.openChat(LEADS);
  const ref = await reportPlainly(staff, { child: 'Robin Vale', tick: 'Something at home', story });
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.openChat('personal');
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.press('Read the record');
  await lead.press('Same child as …?');
  await lead.press('Same child');
}

describe('small worries about one child', () => {
  it('stand on top of the record of the last of them', async () => {
    await worry('No coat in the rain.');
    expect(await lead.lastCard()).toContain('First concern about this child.');
    await worry('No breakfast again.');
    await worry('Asked to stay in at break.');
    const record = await lead.lastCard();
    expect(record).toContain('Third concern about this child. Two before.');
    expect(record).toContain('Three in 6 weeks: something at home.');
    expect(record).not.toContain('No breakfast again.');
  }, 240_000);

  it('are one story, oldest first, and who read it stands at its end', async () => {
    await lead.press('Open the story');
    const story = await lead.lastCard();
    expect(story).toContain('Three concerns. The last:');
    expect(story.indexOf('No coat in the rain.')).toBeLessThan(story.indexOf('No breakfast again.'));
    expect(story).toContain('Asked to stay in at break.');
    await lead.press('Later');
    expect(await lead.lastCard()).toMatch(/Who opened this story[\s\S]*Iris Kay/);
  }, 60_000);

  it('are shared with a lead of the other site, who reads them and no case', async () => {
    await lead.press('Share with another site');
    await lead.choose('With which lead?', 'Mara Lind, Brook Primary School');
    await lead.choose('How much may they read?', "The whole story, other people's names included");
    await lead.fill('Why do they need it?', 'Robin starts there in January.');
    await lead.press('Share');
    expect(await lead.lastCard()).toContain('Shared. They get a message');
    await other.waitForText('A safeguarding lead of another site has shared something with you.');
    expect(await other.chatText()).not.toMatch(/Robin|Vale/);
    await other.press('Open');
    const story = await other.lastCard();
    expect(story).toContain('No breakfast again.');
    expect(story).not.toContain('Open the record');
  }, 60_000);

  it('are shut again when the lead ends it', async () => {
    await lead.press('Stop sharing');
    await lead.fill('Why does it end?', 'Robin stays.');
    await lead.press('Stop sharing');
    expect(await lead.lastCard()).toContain('Ended. They can open it no more.');
    // Also off the screen on which the story still stood.
    await other.waitForText('This is not shared with you any more.');
    expect(await other.chatText()).not.toMatch(/Robin|breakfast/);
    await other.say('children');
    await other.waitForText('Shared with you');
    await other.press('Show whose story it is');
    expect(await other.lastCard()).toContain('Nothing is shared with you at the moment.');
  }, 60_000);
});
