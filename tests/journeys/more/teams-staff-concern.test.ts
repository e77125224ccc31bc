import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { openForm, refOf, sayWhat, sayWho, tellTheStory } from '../../support/teams-report.ts';

let journey: TeamsJourney;
let staff: TeamsBrowser;
let head: TeamsBrowser;

beforeAll(async () => {
  journey = await startJourney('tests/fixtures/one-school', {
    people: [
      'p-lena,Lena Frost,00000000-0000-0000-0000-000000000105,U000000017,senior-leader@main staff@main,p-iris,2026-09-03',
      'p-dora,Dora Penn,00000000-0000-0000-0000-000000000106,U000000018,deputy@main staff@main,p-iris,2026-09-03',
    ],
  });
  staff = journey.staff;
  head = journey.lead;
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

/** A worry about Ben Orchard that his head judges to be below the threshold; what she then reads. */
async function lowLevel(): Promise<string> {
  await openForm(staff);
  await staff.press('Not today');
  await sayWho(staff, { child: 'Robin Vale', adult: 'Ben Orchard' });
  await sayWhat(staff, 'How an adult here behaves');
  await tellTheStory(staff, 'He gave Robin a lift home, unasked.');
  await staff.press('Send it');
  await head.openChat('personal');
  await head.waitForText(await refOf(staff));
  await head.press('Open');
  await head.press('Read the record');
  expect(await head.lastCard()).toContain('Do not interview or tell the person until you are advised.');
  await head.press('I have this');
  await head.press('Judge by the threshold');
  await head.choose(
    'Is the threshold met? If one is ticked, it is.',
    'Below the threshold: a low-level concern',
  );
  await head.fill('Why? Say what happened, and what led to it.', 'A lift after a match, with nobody asked.');
  await head.fill('What was done about it? Needed below the threshold.', 'It was talked through on Friday.');
  await head.press('Save the judgement');
  await head.waitForText('kept among the low-level concerns');
  const record = await head.cardText('Judge it again');
  await head.press('Hide');
  return record;
}

describe('a worry about an adult that is below the threshold', () => {
  it('is kept apart by the head, and the third within a year says so', async () => {
    expect(await lowLevel()).toContain('First low-level concern about this adult');
    expect(await lowLevel()).toContain('Second low-level concern about this adult');
    expect(await lowLevel()).toContain(
      'Third low-level concern about this adult in 12 months: think about the LADO',
    );
  }, 240_000);

  it('opens for her alone, from a card that says nothing of it', async () => {
    await head.say('low-level');
    await head.waitForText('They open for you alone');
    expect(await head.lastCard()).not.toContain('Ben');
    await head.press('Open');
    expect(await head.lastCard()).toContain('Ben Orchard');
    expect(await head.lastCard()).toContain('In the last 12 months: 3. In all: 3.');
    await staff.say('low-level');
    await staff.waitForText('an adult here worries me');
    expect(await staff.lastCard()).not.toContain('12 months');
  }, 90_000);
});
