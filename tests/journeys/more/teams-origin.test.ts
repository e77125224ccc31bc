import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { LEADS, openForm, refOf, sayWhat, sayWho, tellTheStory } from '../../support/teams-report.ts';

const NAME = 'I am writing this for (name)';
const EMPLOYER = 'Who do they work for? For example an agency, the kitchen, a driver';
const DAY = 'It was on paper, or told, before today: on which day?';
const WHY = 'Why is it entered only now?';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

describe('a report for somebody who has no account, on paper since Friday', () => {
  it('is written by a colleague, who says whose words they are and why it comes late', async () => {
    await openForm(staff);
    await staff.press('Not today');
    await sayWho(staff, { child: 'Robin Vale' });
    await sayWhat(staff, 'Something at home');
    await tellTheStory(staff, 'Robin took bread from the kitchen for the weekend.');
    await staff.press('For someone else, or late');
    await staff.fill(EMPLOYER, 'Kitchen, Bright Meals');
    await staff.choose('Have you read it back to them?', 'Yes');
    await staff.fill(DAY, '2026-11-20');
    await staff.fill('At what time?', '15:10');
    await staff.fill(WHY, 'The network was down.');
    await staff.press('Done');
    expect(await staff.lastCard()).toContain('Give the name of the person you are writing for.');
    expect(await staff.valueOf(EMPLOYER)).toBe('Kitchen, Bright Meals');
    expect(await staff.valueOf(WHY)).toBe('The network was down.');
    await staff.fill(NAME, 'Mo Field');
    await staff.press('Done');
    const last = await staff.lastCard();
    expect(last).toContain('Mo Field, Kitchen, Bright Meals, It was read back to them');
    expect(last).toContain('2026-11-20, 15:10, The network was down.');
  }, 90_000);

  it('reaches the lead, whose record tells whose words they are from who typed them', async () => {
    await lead.openChat(LEADS);
    await staff.press('Send it');
    const ref = await refOf(staff);
    await lead.waitForText(ref);
    expect(await lead.chatText()).not.toMatch(/Mo Field|Kitchen|network/);
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.press('Read the record');
    const record = await lead.lastCard();
    expect(record).toContain('Mo Field, Kitchen, Bright Meals. It was read back to them');
    expect(record).toContain('2026-11-20, 15:10, The network was down.');
    expect(record).toContain('Robin took bread from the kitchen for the weekend.');
    expect(record).toContain('Ada Bell');
    expect(journey.logged()).not.toMatch(/Mo Field|Kitchen/);
  }, 60_000);
});
