import { picture } from '../../support/screens.ts';
import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';

/** Sol is authorised by the headteacher; the client wants six people with a part in safeguarding. */
const PEOPLE = [
  'p-lena,Lena Frost,00000000-0000-0000-0000-000000000105,U000000017,senior-leader@main staff@main,p-iris,2026-09-03',
  'p-dora,Dora Penn,00000000-0000-0000-0000-000000000106,U000000018,deputy@main staff@main,p-iris,2026-09-03',
  'p-sol,Sol Arden,00000000-0000-0000-0000-000000000110,U000000030,authorised-searcher@main staff@main,p-iris,2026-09-03',
];
const STOP = 'Stop: there may be an indecent image';
const GROUND = 'It may show a crime';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let head: TeamsBrowser;
let searcher: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('tests/fixtures/one-school', { people: PEOPLE });
  staff = journey.staff;
  head = journey.lead;
  searcher = await journey.windowOf('p-sol');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

async function begin(): Promise<void> {
  await searcher.say('search a device');
  await searcher.waitForText('Before you search a device');
  await searcher.choose('Whose device is it?', "A pupil's");
  await searcher.fill('What is it?', 'A grey phone with a cracked corner');
  await searcher.fill('Who has it or had it? Their name, or what they look like.', 'Robin Vale');
  await searcher.fill('Where are you?', 'The office by the hall');
  await searcher.press('Start');
}

async function answer(choice: string): Promise<void> {
  await searcher.choose('Your answer', choice);
  await searcher.press('Next');
}

async function note(text: string): Promise<void> {
  await searcher.fill('Anything to add?', text);
  await searcher.press('Next');
}

async function hold(): Promise<void> {
  await searcher.fill('Who has it? Give a name.', 'Sol Arden');
  await searcher.fill('Where is it kept?', 'The safe in the office');
  await searcher.fill('Why is it held?', 'So that nobody looks at it');
  await searcher.press('Next');
}

describe('a device is searched by somebody whom the headteacher authorised', () => {
  it('waits for the headteacher where nobody is hurt by waiting', async () => {
    await begin();
    await picture(searcher, 'search-1-reason');
    expect(await searcher.lastCard()).toContain('What is the reason for the search?');
    await answer(GROUND);
    await answer('No');
    expect(await searcher.lastCard()).toContain('Could somebody be hurt if the search waits?');
    await answer('No');
    expect(await searcher.lastCard()).toContain('Waiting for the headteacher');
    await head.waitForText('It needs a yes or a no from you.');
    expect(await head.chatText()).not.toContain('grey phone');
    await head.press('Open');
    await picture(head, 'search-2-agree');
    expect(await head.lastCard()).toContain('Device: A grey phone with a cracked corner');
    await head.press('Approve');
    await searcher.waitForText('You can go on.');
    await searcher.press('Go on with the search');
    expect(await searcher.lastCard()).toContain('Tell the child why you want to search it.');
  }, 90_000);

  it('goes on to its end, one step at a time', async () => {
    await note('Told him why, in the office.');
    expect(await searcher.valueOf('Anything to add?')).toBe('');
    await note('Told him how.');
    await note('He wants his mother to know.');
    await picture(searcher, 'search-3-custody');
    await hold();
    await answer(GROUND);
    await picture(searcher, 'search-4-examine');
    expect(await searcher.lastCard()).toContain('Look only at what the reason covers');
    await note('Looked at the messages of today.');
    await answer('No');
    await searcher.fill('Write it down here', 'Sol searched, Cleo was there. Threats were found.');
    await searcher.press('Next');
    await answer('Not sure');
    await answer('Not sure');
    await picture(searcher, 'search-5-done');
    expect(await searcher.lastCard()).toContain('That is all for you.');
    expect(await searcher.lastCard()).toContain('Nothing on it is deleted.');
    expect(await searcher.chatText()).not.toContain('Hand the device itself to the police');
  }, 90_000);
});

describe('and otherwise', () => {
  it('one press stops it, wherever it stands', async () => {
    await begin();
    await answer('It may harm somebody');
    await searcher.press(STOP);
    await picture(searcher, 'search-6-stop');
    expect(await searcher.lastCard()).toContain('Stop. Do not look any further.');
    await searcher.press('What to do next');
    expect(await searcher.lastCard()).toContain(
      'Keep it closed and take it straight to a safeguarding lead.',
    );
    await hold();
    expect(await searcher.lastCard()).toContain('That is all for you.');
  }, 60_000);

  it('a member of staff without that role is told what to do instead', async () => {
    await staff.say('search a device');
    await staff.waitForText('You may not search a device.');
    await picture(staff, 'search-7-refused');
    expect(await staff.lastCard()).toContain(
      'Take the device, unopened, straight to the designated safeguarding lead (DSL).',
    );
    await staff.say('my reports');
    await staff.waitForText('You have sent no reports.');
  }, 60_000);
});
