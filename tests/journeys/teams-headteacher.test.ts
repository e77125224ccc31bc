import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import {
  LEADS,
  openForm,
  refOf,
  reportPlainly,
  sayWhat,
  sayWho,
  tellTheStory,
} from '../support/teams-report.ts';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let head: TeamsBrowser;
let chair: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('tests/fixtures/one-school', {
    people: [
      'p-lena,Lena Frost,00000000-0000-0000-0000-000000000105,U000000017,senior-leader@main staff@main,p-iris,2026-09-03',
      'p-dora,Dora Penn,00000000-0000-0000-0000-000000000106,U000000018,deputy@main staff@main,p-iris,2026-09-03',
    ],
  });
  staff = journey.staff;
  head = journey.lead;
  chair = await journey.windowOf('p-tom');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

/** Every word in every chat of the headteacher's window, who is the safeguarding lead here. */
async function wholeWindow(): Promise<readonly string[]> {
  const chats: string[] = [];
  for (const chat of ['personal', 'General', LEADS]) {
    await head.openChat(chat);
    chats.push(await head.chatText());
  }
  return chats;
}

describe('where the headteacher is the safeguarding lead', () => {
  it('a concern about the headteacher reaches the chair of governors, and her window stays as it was', async () => {
    const before = await wholeWindow();
    await openForm(staff);
    await staff.press('Not today');
    await sayWho(staff, { child: 'Robin Vale', adult: 'Iris Kay' });
    await sayWhat(staff, 'How an adult here behaves');
    expect(await staff.lastCard()).toContain('Do not speak to the adult about it, and do not warn anyone.');
    await tellTheStory(staff, 'She shouted at Robin with the door closed.');
    const check = await staff.lastCard();
    expect(check).toContain('This goes to someone who is not involved: the chair of the governing board.');
    expect(check).not.toContain('Iris Kay, ');
    await staff.press('Send it');
    const ref = await refOf(staff);
    expect(await staff.lastCard()).toContain('It is on its way to someone who is not involved.');
    await chair.waitForText('Not yet opened');
    expect(await chair.lastCard()).toContain(ref);
    await chair.press('Open');
    await chair.press('Read the record');
    expect(await chair.lastCard()).toContain('She shouted at Robin with the door closed.');
    await chair.press('I have this');
    expect(await wholeWindow()).toEqual(before);
    await head.openChat('personal');
    await head.say('my reports');
    await head.waitForText('You have sent no reports.');
  }, 90_000);

  it('in danger, and it may involve a lead: one tap tells the chair, and her window stays as it was', async () => {
    const before = await wholeWindow();
    await openForm(staff);
    await staff.press('In danger now');
    await staff.press('Tell the chair of governors instead');
    expect(await staff.lastCard()).toContain('Told: the chair of the governing board');
    await chair.waitForText('Not yet opened');
    await chair.press('Open');
    expect(await chair.lastCard()).toContain('Phone them now.');
    await sayWho(staff, { child: 'Kit Marlow' });
    await sayWhat(staff, 'A pupil told me');
    await tellTheStory(staff, 'Kit is afraid to go back into the room.');
    await staff.press('Send it');
    expect(await staff.lastCard()).toContain(await refOf(staff));
    expect(await wholeWindow()).toEqual(before);
  }, 90_000);

  it('in danger and then nothing: the chair is told after three minutes, and her window stays as it was', async () => {
    const before = await wholeWindow();
    await openForm(staff);
    await staff.press('In danger now');
    journey.clock.move({ minutes: 4 });
    await chair.waitForText('Not yet opened');
    await chair.press('Open');
    expect(await chair.lastCard()).toContain('They pressed for help before writing anything.');
    expect(await wholeWindow()).toEqual(before);
    await staff.press('I have called, carry on');
    await sayWho(staff, { child: 'Kit Marlow' });
    await sayWhat(staff, 'Just a feeling');
    await tellTheStory(staff, 'It was quiet when I came back.');
    await staff.press('Send it');
  }, 90_000);

  it('a concern about a child alone does reach her', async () => {
    const before = await wholeWindow();
    const ref = await reportPlainly(staff, {
      child: 'Sol Winter',
      tick: 'Just a feeling',
      story: 'Quiet all week.',
    });
    await head.waitForText(ref);
    expect(await wholeWindow()).not.toEqual(before);
    await head.openChat(LEADS);
    expect(await head.chatText()).not.toContain('Sol');
  }, 60_000);

  it('she is told once that the policy’s review is late, and by whom it is done', async () => {
    await head.openChat('personal');
    journey.clock.move({ hours: 24 });
    await head.waitForText('was due for review on 30 November 2024.');
    await head.press('Who does this?');
    expect(await head.cardText('Start the review')).toContain(
      'This is for the headteacher and chair of governors: Iris Kay and Tom Usher.',
    );
    await head.press('Start the review');
    // The card of the morning may stand below it.
    expect(await head.cardText('The review is done')).toContain('The review has been started.');
  }, 60_000);
});
