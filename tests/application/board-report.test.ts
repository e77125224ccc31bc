import { lookAtReports } from '../../src/application/board-report/schedule.ts';
import { reportsOf, saveReport } from '../../src/application/board-report/store.ts';
import { readDirectory } from '../../src/application/directory.ts';
import { fetchFile } from '../../src/application/files.ts';
import { startRoll } from '../../src/application/people/roll.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import { leavesOf } from '../support/check-card.ts';
import { report } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';

const DAY = 24;

/** A school in October. Its headteacher is the lead, and writes the report; its chair gets it. */
const inOctober = (): Promise<Organisation> =>
  organisation('one-school', { start: '2026-10-20T09:00:00.000Z' });

const concerns = async (org: Organisation, n: number, more: Parameters<typeof report>[2] = {}) => {
  for (let each = 0; each < n; each += 1) await report(org, 'p-ada', more);
};

const buttons = (client: Client) => buttonsOf(client.card()).map(({ title }) => title);

async function draft(org: Organisation, by = 'p-iris'): Promise<Client> {
  const client = org.at(by);
  await client.say('board report');
  await client.press('Draft it');
  await org.settle();
  await client.say('board report');
  return client;
}

/** The file behind the link that this person has open. */
function linked(org: Organisation, client: Client) {
  const link = leavesOf(client.card().body)
    .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
    .find((action) => action.type === 'Action.OpenUrl');
  return fetchFile(org.deps(), link?.url.split('/').at(-1) ?? '');
}

/** What the board reads on the screen. */
async function page(org: Organisation, reader = 'p-tom'): Promise<string> {
  const client = org.at(reader);
  await client.say('board report');
  await client.press('Read it on screen');
  const html = (await linked(org, client))?.page ?? '';
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the report to the board', () => {
  it('is drafted by the bot, looked at and released by whoever leads, and read by the board', async () => {
    const org = await inOctober();
    await concerns(org, 6);
    await org.advance({ hours: 14 * DAY });
    const lead = org.at('p-iris');
    await lead.say('board report');
    expect(lead.texts()).toContain('The next report covers 1 September 2026 to 31 October 2026.');
    await lead.press('Draft it');
    expect(lead.texts()).toContain('The draft is on its way.');
    const chair = org.at('p-tom');
    await chair.say('board report');
    expect(buttons(chair)).toEqual([]);
    await org.settle();
    expect(lead.inbox().at(-1)?.message.notification).toMatch(/^Signpost: something to read/);
    await lead.say('board report');
    expect(lead.texts()).toContain('6 concerns about children were reported.');
    expect(buttons(lead)).toEqual(['See the pages', 'Release it', 'Leave it']);
    await lead.press('Release it');
    await org.settle();
    expect(await page(org)).toContain('6 concerns about children were reported.');
    await lead.say('board report');
    expect(lead.texts()).toContain('Opened once.');
  });

  it('shows the draft to its writer alone, also through a link', async () => {
    const org = await inOctober();
    await org.advance({ hours: 14 * DAY });
    const lead = await draft(org);
    await lead.press('See the pages');
    expect((await linked(org, lead))?.pdf).toBeDefined();
    const chair = org.at('p-tom');
    await chair.say('board report');
    expect(buttons(chair)).toEqual([]);
    const staff = org.at('p-ben');
    await staff.say('board report');
    expect(staff.texts()).toBe('There is nothing here for you.');
  });

  it('says no number under five, and none from which one could be worked out', async () => {
    const org = await inOctober();
    await concerns(org, 3);
    await org.advance({ hours: 14 * DAY });
    const lead = await draft(org);
    expect(lead.texts()).toContain('Fewer than 5 concerns about children were reported.');
    await lead.press('Release it');
    await org.settle();
    expect(await page(org)).not.toMatch(/\b[1-4] concerns/);
  });

  it('counts nothing of which its writer, or somebody who reads it, must learn nothing', async () => {
    const texts = async (more: Parameters<typeof report>[2]) => {
      const org = await inOctober();
      await concerns(org, 6);
      await report(org, 'p-ada', more);
      await org.advance({ hours: 14 * DAY });
      const lead = await draft(org);
      await lead.press('Release it');
      await org.settle();
      return page(org);
    };
    // The seventh is connected to the chair, who reads the report; or it is about an adult.
    expect(await texts({ connected: 'p-tom' })).toContain('6 concerns about children were reported.');
    expect(await texts({ adult: 'yes', adults: 'p-ben' })).toContain(
      '6 concerns about children were reported.',
    );
    expect(await texts({})).toContain('7 concerns about children were reported.');
  });

  it('covers no day twice', async () => {
    const org = await inOctober();
    await org.advance({ hours: 14 * DAY });
    const lead = await draft(org);
    await lead.press('Release it');
    expect(lead.texts()).toContain('It can be drafted once the month is over.');
    expect(buttons(lead)).not.toContain('Draft it');
    await org.advance({ hours: 30 * DAY });
    await lead.say('board report');
    expect(lead.texts()).toContain('The next report covers 1 November 2026 to 30 November 2026.');
  });

  it('is not released where another has told of the same months meanwhile', async () => {
    const org = await inOctober();
    await org.advance({ hours: 14 * DAY });
    const lead = await draft(org);
    const [mine] = await reportsOf(org.deps(), [SiteId.parse('main')]);
    if (mine?.state.progress.standing !== 'drafted') throw new Error('Nothing is drafted');
    const { report } = mine.state.progress;
    const act = { by: PersonId.parse('p-tom'), at: org.clock.now() };
    const other = { ...mine.state, progress: { standing: 'released', ...act, report } } as const;
    const id = org.deps().keyring.recordId('another');
    await saveReport(org.deps(), id, 0, other, { type: 'ReportReleased', ...act });
    await lead.press('Release it');
    expect(lead.texts()).toContain('Not released: another report has these months already.');
    expect(
      (await reportsOf(org.deps(), [SiteId.parse('main')]))
        .map(({ state }) => state.progress.standing)
        .sort(),
    ).toEqual(['drafted', 'released']);
  });

  it('can be asked for by somebody who gets it; the writer still releases it', async () => {
    const org = await inOctober();
    await org.advance({ hours: 14 * DAY });
    const chair = org.at('p-tom');
    await chair.say('board report');
    await chair.press('Ask for it');
    await org.settle();
    await chair.say('board report');
    expect(buttons(chair)).toEqual([]);
    const lead = org.at('p-iris');
    expect(lead.inbox().at(-1)?.message.notification).toMatch(/^Signpost: something to read/);
    await lead.say('board report');
    await lead.press('Release it');
    await org.settle();
    await chair.say('board report');
    expect(buttons(chair)).toEqual(['Get the pages', 'Read it on screen']);
  });

  it('comes by itself when its time is there, once, and not of months before its first day', async () => {
    const late = await inOctober();
    await late.advance({ hours: 73 * DAY });
    await lookAtReports(late.deps(), await readDirectory(late.deps()), late.clock.now().slice(0, 10));
    await late.settle();
    const theirs = late.at('p-iris');
    await theirs.say('board report');
    expect(buttons(theirs)).toEqual(['Draft it']);
    const org = await inOctober();
    // From its first day on everybody has a record.
    await startRoll(org.deps());
    await org.settle();
    const morning = async () => {
      const today = org.clock.now().slice(0, 10);
      await lookAtReports(org.deps(), await readDirectory(org.deps()), today);
      await org.settle();
      await lead.say('board report');
      return buttons(lead);
    };
    const lead = org.at('p-iris');
    expect(await morning()).toEqual(['Draft it']);
    await org.advance({ hours: 73 * DAY });
    expect(await morning()).toEqual(['See the pages', 'Release it', 'Leave it']);
    await lead.press('Leave it');
    expect(lead.texts()).toContain('Left. Nobody was sent it.');
    expect(await morning()).toContain('Draft it');
  });
});
