import { picture } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, openForm, refOf, sayWhat, sayWho, tellTheStory } from '../support/teams-report.ts';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let head: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
  head = await journey.windowOf('p-vera');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

const UPLOADS = 'input[type=file], [class*=upload i], [aria-label*=upload i], [aria-label*=attach i]';

describe('a child in danger now', () => {
  it('comes with 999 first, two numbers, and one tap before anything is typed', async () => {
    await openForm(staff);
    await staff.press('In danger now');
    await picture(staff, 'staff-20-in-danger');
    const card = await staff.lastCard();
    expect(card.trim()).toMatch(/^Call 999 now/);
    expect(card).toContain('01632 960110');
    expect(card).toContain('01632 960130');
    expect(card).toContain('If you stop here, the headteacher is alerted in 3 minutes.');
    await staff.fill('Where are you? (optional)', 'Room 4');
    await staff.fill('Number to call you on (optional)', '01632 960999');
    await staff.press('Tell the safeguarding lead now');
    await picture(staff, 'staff-21-told');
    expect(await staff.lastCard()).toContain('Told: the designated safeguarding lead (DSL), today 10:05.');
  }, 60_000);

  it('calls the lead in the channel and in their own chat, and shows only whom to phone', async () => {
    await lead.waitForText('Urgent.');
    await picture(lead, 'lead-20-urgent');
    await lead.press('Open');
    await picture(lead, 'lead-21-alert');
    const alert = await lead.lastCard();
    expect(alert).toContain('Phone them now.');
    expect(alert).toContain('Room 4');
    expect(alert).toContain('01632 960999');
    expect(alert).toContain('Ada Bell');
    await lead.openChat(LEADS);
    await lead.waitForText('Opened by the safeguarding lead');
    expect(await lead.chatText()).not.toContain('Room 4');
  }, 60_000);

  it('goes on with the form: the prohibitions stand before the text box, and nothing takes a picture', async () => {
    await sayWho(staff, { child: 'Robin Vale' });
    await sayWhat(staff, 'Images or a phone');
    await picture(staff, 'staff-22-images');
    const card = await staff.lastCard();
    const order = [
      'An alert was sent, today 10:05.',
      'Do not look at the image.',
      'Do not ask the child to show it',
      'Do not unlock the device or look through it. Only the steps for searching a device can open that.',
      'What did you see or hear?',
    ].map((line) => card.indexOf(line));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(await staff.countInCard('textarea')).toBeGreaterThan(0);
    expect(await staff.countInCard(UPLOADS)).toBe(0);
    await tellTheStory(staff, 'Robin is in Room 4 and says that a picture was sent to everyone.');
    expect(await staff.countInCard(UPLOADS)).toBe(0);
    await staff.press('Send it');
    expect(await staff.countInCard(UPLOADS)).toBe(0);
    expect(await staff.lastCard()).toContain('We will never ask for one.');
    await lead.openChat('personal');
    await lead.waitForText('Something was added');
    expect(await lead.cardText('Open')).toContain(await refOf(staff));
    await lead.press('I have this');
    expect(await lead.cardText('Read the record')).toContain('May have been harmed: Robin Vale');
    expect(await lead.cardText('Read the record')).not.toContain('a picture was sent to everyone');
    await lead.press('Read the record');
    expect(await lead.lastCard()).toContain('a picture was sent to everyone');
    expect(await lead.lastCard()).toContain('With the safeguarding lead.');
  }, 90_000);

  it('left alone, alerts by itself after three minutes, past the leads', async () => {
    await openForm(staff);
    await staff.press('In danger now');
    journey.clock.move({ minutes: 2 });
    const before = await lead.chatText();
    expect(await head.chatText()).not.toContain('Urgent.');
    journey.clock.move({ minutes: 2 });
    await head.waitForText('Urgent.');
    await head.press('Open');
    await picture(head, 'lead-22-by-itself');
    expect(await head.lastCard()).toContain('They pressed for help before writing anything.');
    expect(await lead.chatText()).toBe(before);
  }, 60_000);
});
