import { startJourney, type TeamsJourney } from '../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../support/teams-report.ts';

const TEXT = 'The text';
let journey: TeamsJourney;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

it('a referral: a text to copy, written down, no reply, taken further, a reply', async () => {
  const { staff, lead, clock } = journey;
  await lead.openChat(LEADS);
  const ref = await reportPlainly(staff, {
    child: 'Wren Kay',
    tick: 'Something at home',
    story: 'Wren does not want to go home.',
  });
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.openChat('personal');
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.press('Read the record');
  await lead.press('I have this');
  await lead.press('Record a referral');
  await lead.press('Make a text to copy first');
  await lead.choose('Who is it for?', "Children's social care");
  await lead.press('Write the text');
  const text = await lead.valueOf(TEXT);
  expect(text).toContain('Name: Wren Kay');
  expect(text).toContain('Wren does not want to go home.');
  expect(text).toContain('What was left out, and why');
  await lead.press('Record the referral');
  await lead.choose('Who did you call?', "Children's social care");
  await lead.fill('Who did you speak to?', 'The duty desk');
  await lead.choose('Did the parents or the child agree? A no stops nothing.', 'They said no');
  await lead.press('Save the referral');
  expect(await lead.lastCard()).toContain('why was there no consent?');
  expect(await lead.lastCard()).toContain("Children's social care: a reply is due by");

  clock.move({ hours: 30 });
  await lead.waitForText('A referral has had no reply.');
  // The cards of the morning stand below it.
  await lead.press('Open', 'A referral has had no reply.');
  expect(await lead.cardText("Children's social care: reply")).toContain('no reply since');
  await lead.press("Children's social care: reply");
  await lead.press('Take it further');
  await lead.fill('Who did you speak to?', 'The team manager');
  await lead.press('Save it');
  expect(await lead.cardText('They replied')).toContain('The next step: Ask for the service manager.');
  await lead.press('They replied');
  await lead.choose('What did they say?', 'They take it on');
  await lead.press('Save the reply');
  expect(await lead.cardText('They replied')).toContain("Children's social care: They take it on");
  await lead.press('Back to the record');
  expect(await lead.cardText('Add something else')).not.toContain("Children's social care: ");
  expect(journey.logged()).not.toContain('Wren');
}, 120_000);
