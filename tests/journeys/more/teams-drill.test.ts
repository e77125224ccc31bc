import type { TeamsBrowser } from '../../support/teams-browser.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { LEADS } from '../../support/teams-report.ts';

const MARK = 'This is a drill. Nothing in it is real. Do not phone anybody outside.';
const NIGHT = 'A child who should not go home tonight';

let journey: TeamsJourney;
let lead: TeamsBrowser;
let deputy: TeamsBrowser;
let governor: TeamsBrowser;
let ref = '';

beforeAll(async () => {
  journey = await startJourney('policies/sample');
  lead = journey.lead;
  deputy = await journey.windowOf('p-nadia');
  governor = await journey.windowOf('p-greta');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

/** The newest card of this window, which must say in its first line that it is a drill. */
async function ofDrill(window: TeamsBrowser): Promise<string> {
  const card = (await window.lastCard()).trim();
  expect(card.startsWith(MARK)).toBe(true);
  return card;
}

describe('a drill', () => {
  it('is started by a lead, and comes to the leads as a worry would, with its own reference', async () => {
    await lead.openChat('personal');
    await lead.say('drill');
    await lead.waitForText('An invented worry goes the way a real one would.');
    await lead.choose('What is it about?', NIGHT);
    await lead.press('Start the drill');
    await lead.waitForText('The drill has begun.');
    await lead.openChat(LEADS);
    await lead.waitForText('Urgent. Please open it now.');
    const card = await ofDrill(lead);
    ref = /\bDRILL-[0-9A-Z]{4}\b/.exec(card)?.[0] ?? '';
    expect(ref).not.toBe('');
  }, 60_000);

  it('climbs to a colleague, who opens it and takes it, and reads on every page that it is a drill', async () => {
    expect(await deputy.chatText()).not.toContain('DRILL');
    journey.clock.move({ minutes: 31 });
    await deputy.waitForText(ref);
    expect(await ofDrill(deputy)).toContain(ref);
    await deputy.press('Open');
    await ofDrill(deputy);
    await deputy.press('Read the record');
    expect(await ofDrill(deputy)).toContain('Drill Child');
    await deputy.press('I have this');
    await ofDrill(deputy);
  }, 60_000);

  it('is ended by the lead, and the list says in roles and minutes how it went', async () => {
    expect(await governor.chatText()).not.toContain('DRILL');
    await lead.openChat('personal');
    await lead.say('drill');
    await lead.waitForText('It is still running.');
    await lead.press('End it now');
    const list = await lead.cardText('Start the drill');
    expect(list).toMatch(/Opened after 3\d minutes by the [^.]+\. Taken after 3\d minutes by the [^.]+\./);
    expect(list).toContain('Ended today');
    expect(list).not.toMatch(/Nadia|End it now/);
  }, 60_000);

  it('is told to the safeguarding governor: roles and minutes, and nobody’s name', async () => {
    await governor.waitForText(ref);
    const result = await ofDrill(governor);
    expect(result).toMatch(/Taken after 3\d minutes/);
    expect(result).not.toMatch(/Nadia|Iris|Drill Child/);
    await lead.openChat(LEADS);
    expect(await ofDrill(lead)).toContain(ref);
  }, 60_000);
});
