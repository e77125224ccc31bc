import { picture, sideBySide } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { answerStep, MOST_STEPS, nextStep } from '../support/teams-steps.ts';

const LEADS = 'Safeguarding leads';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let ref = '';

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
}, 90_000);
afterAll(async () => {
  await journey?.stop();
  await sideBySide(
    'overview',
    { name: 'staff-6-receipt', title: 'A member of staff has sent a report' },
    { name: 'lead-3-record', title: 'The safeguarding lead opens it' },
  );
}, 60_000);

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
    await staff.choose(
      'Did you see or hear this yourself, or did someone tell you?',
      'I saw or heard it (also as a witness)',
    );
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
    await picture(lead, 'lead-1-channel');
    expect(await lead.press('Open')).toBe('I have sent it to your own chat with me. Please go on there.');
    expect(await lead.chatText()).not.toContain('Robin');
  }, 60_000);

  it('opens in the lead’s own chat: first who is in it, then the record', async () => {
    await lead.openChat('personal');
    await lead.waitForText('Not yet opened');
    await lead.press('Open');
    await picture(lead, 'lead-2-people');
    const people = await lead.lastCard();
    expect(people).toContain('May have been harmed: Robin Vale, 4B');
    expect(people).not.toContain('cried');
    await lead.press('Read the record');
    await picture(lead, 'lead-3-record');
    expect(await lead.lastCard()).toContain(
      'At the end of break Robin turned a phone away from me, and cried.',
    );
    await channelSays('Opened by the safeguarding lead');
  }, 60_000);

  it('tells the reporter how it stands, in one line that changes in its place', async () => {
    journey.clock.move({ minutes: 3 });
    await staff.waitForText('Opened by the safeguarding lead');
    await picture(staff, 'staff-7-status');
    await lead.press('I have this');
    await picture(lead, 'lead-4-taken');
    expect(await lead.lastCard()).toContain('It is with you now.');
    await staff.waitForText('The safeguarding lead has it.');
    expect(await staff.chatText()).not.toContain('Opened by');
    await channelSays('With the safeguarding lead.');
  }, 60_000);

  it('does not close while something must be done, and says where that stands', async () => {
    await lead.press('Close');
    await lead.fill('Why can it close, and what was learned?', 'Robin is safe.');
    await lead.press('Close it');
    await picture(lead, 'lead-5-close-refused');
    const refused = await lead.lastCard();
    expect(refused).toContain('You cannot close this yet.');
    expect(refused).toContain('Keeping children safe in education (2026), part one');
    expect(await lead.valueOf('Why can it close, and what was learned?')).toBe('Robin is safe.');
    await lead.press('Back to the record');
  }, 60_000);

  it('asks the reporter, who answers', async () => {
    await lead.press('Ask the reporter');
    await lead.fill('Your question', 'Where is the phone now?');
    await picture(lead, 'lead-6-ask');
    await lead.press('Send the question');
    await staff.waitForText('There is a question for you about something you reported.');
    expect(await staff.chatText()).not.toContain('Where is the phone now?');
    await picture(staff, 'staff-8-question');
    await staff.press('Open');
    await picture(staff, 'staff-9-own-report');
    expect(await staff.lastCard()).toContain('Where is the phone now?');
    await staff.press('Add something');
    await staff.fill('What would you add?', 'In the office, switched off, in a sealed envelope.');
    await picture(staff, 'staff-10-answer');
    await staff.press('Send it');
    expect(await staff.lastCard()).toContain('Saved.');
    expect(await staff.lastCard()).not.toContain('Where is the phone now?');
    await lead.waitForText('The reporter has added something.');
  }, 60_000);

  it('takes a request of the reporter, which the lead answers', async () => {
    await staff.press('Ask to give a device back');
    await staff.fill(
      'Which device, to whom, and is it certain that the police do not need it?',
      'The mother of Robin, on Friday. The police said so.',
    );
    await picture(staff, 'staff-11-request');
    await staff.press('Send the request');
    await picture(staff, 'staff-12-asked');
    expect(await staff.lastCard()).toContain('waiting for an answer');
    await lead.waitForText('It needs a yes or a no from you.');
    await picture(lead, 'lead-7-approval-message');
    await lead.press('Open');
    await picture(lead, 'lead-8-approval');
    expect(await lead.lastCard()).toContain('The mother of Robin, on Friday.');
    await lead.press('Approve');
    await picture(lead, 'lead-9-approved');
    expect(await lead.lastCard()).toContain('Ask to give a device back: approved.');
    await staff.press('Add something');
    await staff.press('Back');
    expect(await staff.lastCard()).toContain('Ask to give a device back: approved.');
  }, 60_000);

  it('is worked step by step, each with its own question', async () => {
    await lead.press('Back to the record');
    await lead.press('Say who holds it');
    await lead.fill('Who holds it, and where is it kept?', 'Iris Kay, in the safe of the office.');
    await picture(lead, 'lead-10-custody');
    await lead.press('Done');
    await lead.press('Add a note');
    await lead.choose('What was it?', 'A call');
    await lead.fill('What happened? Facts only.', 'Spoke to the class teacher.');
    await picture(lead, 'lead-11-note');
    await lead.press('Save the note');
    const kinds = new Set<string>();
    for (let left = MOST_STEPS; left > 0; left -= 1) {
      const button = nextStep(await lead.cardText('Add a note'));
      if (button === undefined) break;
      await lead.press(button);
      await answerStep(lead, button, kinds.has(button));
      kinds.add(button);
      expect(await lead.cardText('Add a note')).toContain('Saved.');
    }
    expect([...kinds].sort()).toEqual([
      'Answer this',
      'Decide',
      'Do this',
      'Record a referral',
      'Record this',
      'Say who holds it',
      'Say whom you told',
    ]);
    await picture(lead, 'lead-15-all-done');
    await lead.press('What has been done');
    await picture(lead, 'lead-16-history');
    expect(await lead.cardText('Back to the record')).toContain('Spoke to the class teacher.');
    await lead.press('Back to the record');
  }, 120_000);

  it('closes with a line to the reporter', async () => {
    await lead.press('Close');
    await lead.fill('Why can it close, and what was learned?', 'Robin is safe. We learned to ask sooner.');
    await lead.fill(
      'One line of your own to the reporter, if you like',
      'Thank you. Keep watching, come and see me.',
    );
    // The police and social care have not replied to what was recorded just now.
    await lead.tick('I have looked at what should be done and is not, and at replies that are missing');
    await picture(lead, 'lead-17-close');
    await lead.press('Close it');
    await picture(lead, 'lead-18-closed');
    await channelSays('Closed, 23 November');
    await staff.press('Hide');
    await staff.waitForText('This step is finished.');
    await staff.press('Open');
    await picture(staff, 'staff-13-finished');
    expect(await staff.lastCard()).toContain('Thank you. Keep watching, come and see me.');
  }, 60_000);

  it('leaves nothing on the screen that reads as if it were for somebody else', async () => {
    journey.clock.move({ minutes: 11 });
    await staff.waitForText('This has been answered.');
    await lead.waitForText('This has been answered.');
    expect(await staff.chatText()).not.toContain('There is nothing here for you.');
    expect(await lead.chatText()).not.toContain('There is nothing here for you.');
  }, 60_000);
});
