import { openPage } from '../support/chromium.ts';
import { pagePicture, picture } from '../support/screens.ts';
import type { TeamsBrowser } from '../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';

const UPDATE = 'Safeguarding and online safety update';
const COURSE = 'Course for safeguarding leads';
const QUESTIONS = [
  'Do you know who leads on online safety here?',
  'Do you know how pupils can hurt each other online?',
  'Do you know what to do when a pupil tells you about a worry?',
  'Do you know what you agreed to when you use our systems?',
  'Do you know what pupils and their parents agree to?',
  'Do you change your password often?',
  'Do you know what we do about bullying online?',
] as const;
const WISHES = 'Is there something that you would like to learn more about?';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let lead: TeamsBrowser;
let head: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  ({ staff, lead } = journey);
  head = await journey.windowOf('p-vera');
  await lead.openChat('personal');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

/** What a typed word opens: a card in the chat with one button, and behind it what only the presser sees. */
async function open(window: TeamsBrowser, words: string, line: string, button = 'Open'): Promise<string> {
  await window.say(words);
  await window.waitForText(line);
  await window.press(button);
  return window.lastCard();
}

const compliance = (window: TeamsBrowser): Promise<string> =>
  open(window, 'compliance', 'How training and agreements stand is here.');

describe('on its first day', () => {
  it('the lead sees who is late and how the reviews stand', async () => {
    const reviews = await open(lead, 'reviews', 'One is late.', 'Open the reviews');
    expect(reviews).toMatch(/Tell parents what filters we use .*77 days late\./);
    expect(reviews).toContain('Review filtering and monitoring. It is due on 18 January 2027.');
    await picture(lead, 'lead-70-reviews');
    const standing = await compliance(lead);
    expect(standing).toContain('3 people are late. 0 of 15 people have done everything.');
    expect(standing).toContain(`Ada Bell ${UPDATE}. 23 days late.`);
    expect(standing).toContain(`Nell Ash ${UPDATE}. 23 days late. No chat account.`);
    expect(standing).not.toContain('A month ago');
    await picture(lead, 'lead-71-compliance');
  }, 60_000);

  it('one button reminds them; the colleague says in three taps that it is done, and is late no more', async () => {
    await lead.press('Remind everybody who is late');
    await lead.waitForText('Reminders are on their way to 2 people.');
    expect(await lead.lastCard()).toContain('1 person has no chat account: somebody is asked to tell them.');
    await staff.waitForText('4 things are due; the first was due on 31 October 2026.');
    await picture(staff, 'people-1-card');
    await staff.press('Open');
    expect(await staff.lastCard()).toContain('Your line manager has been told.');
    await picture(staff, 'people-2-my-training');
    await staff.press('I have done it');
    expect(await staff.valueOf('Which day did you do it?')).not.toBe('');
    await picture(staff, 'people-3-done');
    await staff.press('Save it');
    await staff.waitForText('It is noted as done. Thank you.');
    const standing = await compliance(lead);
    expect(standing).toContain('2 people are late.');
    expect(standing).not.toContain('Ada Bell');
  }, 60_000);

  it('they sign, and answer what they know', async () => {
    await open(staff, 'agreements', 'There are 2 things for you to read and sign.');
    await staff.press('Read and sign');
    expect(await staff.lastCard()).toContain(
      'I have read and understood it. I sign as Ada Bell, member of staff.',
    );
    await picture(staff, 'people-4-agreement');
    await staff.press('I have read and understood it');
    await staff.waitForText('Signed. Thank you.');
    await open(staff, 'my training', 'due');
    await staff.press('Answer the questions');
    for (const question of QUESTIONS) await staff.choose(question, 'Yes');
    await staff.choose(WISHES, 'No');
    await picture(staff, 'people-5-self-check');
    await staff.press('Send my answers');
    await staff.waitForText('Saved. Thank you');
    await compliance(lead);
    await lead.press('What people need');
    expect(await lead.lastCard()).toContain('1 of 13 have answered.');
  }, 60_000);

  it('what a lead did is checked by the headteacher', async () => {
    await open(lead, 'my training', 'due');
    await lead.press('I have done it');
    expect(await lead.lastCard()).toContain(COURSE);
    await lead.fill('Number or name of the certificate', 'C-17');
    await lead.press('Save it');
    await lead.waitForText('It is noted, and will be checked. Thank you.');
    expect(await compliance(head)).toContain('Waiting for you to look at: 1.');
    await head.press('Look at them');
    expect(await head.lastCard()).toContain(`Iris Kay says: ${COURSE}, done on 23 November 2026.`);
    await picture(head, 'lead-72-check');
    await head.press('It is right');
    expect(await head.lastCard()).toContain('Nothing waits for you.');
    await head.press('Back');
    expect(await head.lastCard()).toContain(`${COURSE}\n\n1 of 4 have done it (25 %).`);
  }, 60_000);
});

describe('the report to the board', () => {
  it('is drafted, looked at and released by the lead', async () => {
    await open(lead, 'board report', 'The report to the board is here.', 'Open the report');
    await lead.press('Draft it');
    await lead.waitForText('The report to the governing board is drafted. Look at it before it goes out.');
    await lead.press('Open the report');
    expect(await lead.lastCard()).toContain('The draft: 1 September 2026 to 31 October 2026');
    await picture(lead, 'lead-73-board');
    await lead.press('Release it');
    await lead.waitForText('Released. Everybody who gets it has a card now.');
  }, 60_000);

  it('is read by whoever gets it, on a page that opens once', async () => {
    await head.waitForText('There is a new report to the governing board for you.');
    await head.press('Open the report');
    await head.press('Read it on screen');
    const link = await head.linkOf('Open the report');
    const { page, close } = await openPage();
    try {
      await page.goto(link);
      await page.getByRole('button', { name: 'Get the file' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
        'report to the governing board',
      );
      expect(await page.getByRole('img').count()).toBeGreaterThan(0);
      expect(await page.innerText('body')).not.toMatch(/Ada|Iris|Vera/);
      await pagePicture(page, 'lead-74-board-page', 1500);
      await page.goto(link);
      expect(await page.innerText('body')).toContain('There is no file here. A link works once');
    } finally {
      await close();
    }
    await lead.waitForText('Everybody who gets it has a card now.');
    await open(lead, 'board report', 'The report to the board is here.', 'Open the report');
    expect(await lead.lastCard()).toContain('Opened once.');
  }, 60_000);
});
