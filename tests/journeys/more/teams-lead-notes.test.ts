import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../../support/teams-report.ts';

const LINE = 'Please meet her at the gate on Thursday.';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let colleague: TeamsBrowser;
let ref = '';

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
  colleague = await journey.windowOf('p-ben');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

describe('what a lead writes down', () => {
  it('is a note with its own time, fact and opinion apart; a time to come is refused, and nothing is lost', async () => {
    await lead.openChat(LEADS);
    ref = await reportPlainly(staff, {
      child: 'Robin Vale',
      tick: 'Something at home',
      story: 'Robin did not want to go home.',
    });
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.press('Read the record');
    await lead.press('I have this');
    await lead.press('Add a note');
    await lead.choose('What was it?', 'An e-mail');
    await lead.fill('When did it happen? Leave it empty if it is now.', '2031-01-06');
    await lead.fill('Who was there?', 'Nobody else');
    await lead.fill('What happened? Facts only.', 'The mother wrote that she is ill.');
    await lead.fill('What do you think of it?', 'I am not sure that she is.');
    await lead.press('Save the note');
    expect(await lead.lastCard()).toContain('That time has not come.');
    expect(await lead.valueOf('What do you think of it?')).toBe('I am not sure that she is.');
    await lead.fill('When did it happen? Leave it empty if it is now.', '2026-11-20');
    await lead.fill('What time?', '16:40');
    await lead.press('Save the note');
    expect(await lead.lastCard()).toContain('Saved.');
  }, 90_000);

  it('is a decision not to refer, with its reason', async () => {
    await lead.press('Add something else');
    await lead.press('A decision');
    await lead.choose('What is decided?', 'No referral');
    await lead.fill('Because', 'The family asked us for help.');
    await lead.press('Save the decision');
    expect(await lead.lastCard()).toContain('Saved.');
  }, 60_000);

  it('is a meeting that stands on the record until somebody says how it went', async () => {
    await lead.press('Add something else');
    await lead.press('A meeting');
    await lead.choose('What kind of meeting?', 'Meeting with the family');
    await lead.fill('Which day?', '2026-11-30');
    await lead.fill('What time?', '15:30');
    await lead.fill('Where, or by what link?', 'Room 2');
    await lead.press('Plan the meeting');
    expect(await lead.lastCard()).toContain('Meeting with the family, 30 November 15:30. Room 2');
    await lead.press('Meetings and tasks');
    await lead.press('Say how it went');
    await lead.choose('Did it take place?', 'It did not');
    await lead.fill('What came of it, or what was in the way?', 'They could not come.');
    await lead.press('Save it');
    expect(await lead.lastCard()).not.toContain('Meeting with the family');
    await lead.press('What has been done');
    const history = await lead.lastCard();
    for (const said of [
      'It happened: 20 November 2026, 16:40',
      'Opinion: I am not sure that she is.',
      'No referral',
      'The family asked us for help.',
      'Meeting not held',
    ])
      expect(history).toContain(said);
    await lead.press('Back to the record');
  }, 90_000);
});

describe('a small task', () => {
  it('goes to one colleague, who sees that line and nothing else', async () => {
    await lead.press('Add something else');
    await lead.press('A task for a colleague');
    await lead.choose('Who is asked?', 'Ben Orchard');
    await lead.fill('What should they do?', LINE);
    await lead.fill('By which day?', '2026-11-26');
    await lead.press('Ask them');
    expect(await lead.lastCard()).toContain(`Ben Orchard: ${LINE}`);
    await colleague.waitForText('You are asked to do something.');
    expect(await colleague.chatText()).not.toMatch(/gate|Robin/);
    await colleague.press('Open');
    expect(await colleague.lastCard()).toContain(LINE);
    expect(await colleague.chatText()).not.toMatch(/Robin|home|Iris|mother/);
    await colleague.fill('Anything to say? If you cannot do it, please say why.', 'She came with her aunt.');
    await colleague.press('Done');
    expect(await colleague.lastCard()).toContain('Sent. Thank you.');
  }, 90_000);

  it('brings the lead a new card, and stands on the record', async () => {
    journey.clock.move({ minutes: 11 });
    await lead.openChat(LEADS);
    await lead.waitForText('There is an answer.');
    expect(await lead.chatText()).not.toContain('aunt');
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText('There is an answer.');
    // The card about training may stand below it.
    await lead.press('Open', 'There is an answer.');
    expect(await lead.chatText()).toContain('Ben Orchard: She came with her aunt.');
    expect(await lead.chatText()).toContain('It is done.');
  }, 90_000);
});
