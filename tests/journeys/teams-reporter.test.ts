import { picture } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, refOf, reportPlainly, sayWhat, sayWho, tellTheStory } from '../support/teams-report.ts';

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

const countOf = (text: string, part: string): number => text.split(part).length - 1;

describe('what a member of staff can ask', () => {
  it('help, the numbers, and what to do', async () => {
    await staff.say('help');
    await staff.waitForText('Worried about a child?');
    await picture(staff, 'staff-30-help');
    await staff.press('Numbers to call');
    await picture(staff, 'staff-31-contacts');
    expect(await staff.lastCard()).toContain('01632 960130');
    await staff.say('contacts');
    await staff.say('what do I do if');
    await staff.waitForText('What do I do if …');
    await picture(staff, 'staff-32-what-to-do');
    await staff.press('What always holds');
    expect(await staff.lastCard()).toContain('Do not promise to keep it secret.');
    await staff.say('my reports');
    await staff.waitForText('You have sent no reports.');
  }, 60_000);

  it('in a channel: one neutral line there, and the form in private', async () => {
    await staff.openChat('Staff room');
    await staff.say('report concern');
    await staff.waitForText('I have sent it to your own chat with me. Please go on there.');
    expect(await staff.chatText()).not.toContain('Is a pupil in danger?');
    await staff.say('my reports');
    await staff.waitForText('Please ask me that in your own chat with me.');
    await staff.say('Robin Vale came in with a bruise');
    await staff.waitForText('Please delete that message if it is about a child or an adult here.');
    await staff.openChat('personal');
    await staff.waitForText('Report in progress');
    await staff.press('Continue');
    expect(await staff.lastCard()).toContain('Is a pupil in danger?');
  }, 60_000);
});

describe('a form that is not finished', () => {
  it('is offered again with its answers after the server was started anew', async () => {
    await staff.press('Not today');
    await sayWho(staff, { child: 'Robin Vale' });
    await sayWhat(staff, 'Just a feeling');
    await journey.restart();
    await staff.say('report concern');
    await staff.waitForText('This report has moved to a newer message below.');
    await staff.press('Continue');
    expect(await staff.lastCard()).toContain('What happened?');
    await staff.press('Back');
    await staff.press('Back');
    expect(await staff.valueOf('Name')).toBe('Robin Vale');
    await staff.press('Continue');
    await staff.press('Continue');
    await tellTheStory(staff, 'Robin was quiet all day.');
  }, 60_000);

  it('sent twice at the same moment is one case and one card', async () => {
    await lead.openChat(LEADS);
    await staff.pressTwice('Send it');
    const ref = await refOf(staff);
    await lead.waitForText(ref);
    await staff.say('my reports');
    await staff.waitForText('Your reports');
    await picture(staff, 'staff-33-my-reports');
    expect(await staff.lastCard()).toContain(ref);
    expect(countOf(await staff.lastCard(), 'Saved. Nobody has opened it yet.')).toBe(1);
    expect(countOf(await lead.chatText(), 'Not yet opened')).toBe(1);
  }, 60_000);
});

describe('a report that was sent', () => {
  it('takes what is added, a call of their own, and another look by somebody else', async () => {
    const ref = await reportPlainly(staff, {
      child: 'Kit Marlow',
      tick: 'Something at home',
      story: 'No lunch again.',
    });
    await staff.press('I have called social care or the police');
    await staff.choose('Who did you call?', "Children's social care");
    await staff.fill('Who did you speak to?', 'The duty desk');
    await picture(staff, 'staff-34-own-call');
    await staff.press('Save it');
    expect(await staff.lastCard()).toContain('Saved.');
    await staff.press('Add something');
    await staff.fill('What would you add?', 'It is the third day.');
    await staff.press('Send it');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.openChat('personal');
    await lead.waitForText(ref);
    await lead.press('Open');
    await lead.press('Read the record');
    await lead.press('What has been done');
    const history = await lead.lastCard();
    expect(history).toContain('The duty desk');
    expect(history).toContain('It is the third day.');
    await staff.press('I do not agree: look again');
    await staff.fill('What worries you still?', 'Nobody has spoken to me.');
    await picture(staff, 'staff-35-look-again');
    await staff.press('Send it');
    expect(await staff.lastCard()).toContain('Saved.');
    await head.waitForText(ref);
    await head.press('Open');
    await head.press('Read the record');
    expect(await head.lastCard()).toContain('No lunch again.');
  }, 90_000);
});
