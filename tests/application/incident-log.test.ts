import { parse } from 'csv-parse/sync';
import { fetchFile, isWaiting } from '../../src/application/files.ts';
import { toCsv } from '../../src/storage/files/csv.ts';
import { leavesOf } from '../support/check-card.ts';
import { report } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';

const STORY = { seen: '=cmd() A note was passed on.', heard: 'saw', when: 'about', where: 'The yard' };

/** The secret in the link that stands on the card this person sees. */
function secretOf(client: Client): string {
  const actions = leavesOf(client.card().body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions : [],
  );
  const link = actions.find((action) => action.type === 'Action.OpenUrl');
  if (link === undefined) throw new Error(`No link here, but: ${client.texts()}`);
  return link.url.split('/').at(-1) ?? '';
}

async function rowsFor(school: Organisation, client: Client) {
  await client.say('log');
  await client.press('Make the file', { since: '2026-09-01' });
  const file = await fetchFile(school.deps(), secretOf(client));
  return parse(toCsv(file?.rows ?? []), { bom: true }) as string[][];
}

describe('the incident log', () => {
  it("has the policy's own columns, then ours, marked, and one row a case", async () => {
    const school = await organisation('one-school');
    await report(school, 'p-ada', { story: STORY });
    await school.settle();
    const [header, row, ...rest] = await rowsFor(school, school.at('p-nadia'));
    expect(header).toEqual([
      'Date',
      'Where',
      'What happened',
      'What was done',
      'Recorded by',
      'Outcome (added by Signpost, not in the policy)',
      'Reference (added by Signpost, not in the policy)',
    ]);
    // A spreadsheet would run what begins with "=".
    expect(row?.slice(0, 3)).toEqual(['2026-11-24', 'The yard', "'=cmd() A note was passed on."]);
    expect(row?.[4]).toMatch(/, signed in, 2026-11-24 10:05$/);
    expect(rest).toEqual([]);
  });

  it('has no row about an adult who works here', async () => {
    const school = await organisation('one-school');
    await report(school, 'p-ada', { adult: 'yes', adults: 'p-ben', story: STORY });
    await school.settle();
    expect(await rowsFor(school, school.at('p-nadia'))).toHaveLength(1);
  });

  it('reads the same in whatever order the store lists cases of one moment', async () => {
    const store = memoryStore();
    const order = { isReversed: false };
    const school = await organisation('one-school', {
      store: {
        ...store,
        byToken: async (...asked) => {
          const page = await store.byToken(...asked);
          return order.isReversed ? { ...page, items: page.items.toReversed() } : page;
        },
      },
    });
    for (let n = 0; n < 4; n += 1) await report(school, 'p-ada', { story: STORY });
    const references = async () => (await rowsFor(school, school.at('p-nadia'))).map((row) => row.at(-1));
    const first = await references();
    order.isReversed = true;
    expect(first).toHaveLength(5);
    expect(await references()).toEqual(first);
  });

  it('is nothing to anybody but a lead', async () => {
    const school = await organisation('one-school');
    const ada = school.at('p-ada');
    await ada.say('log');
    expect(ada.texts()).toBe('There is nothing here for you.');
  });

  it('is fetched once, and within ten minutes; a look takes nothing', async () => {
    const school = await organisation('one-school');
    const lead = school.at('p-nadia');
    await lead.say('log');
    await lead.press('Make the file');
    const secret = secretOf(lead);
    expect(await isWaiting(school.deps(), secret)).toBe(true);
    expect(await fetchFile(school.deps(), secret)).toBeDefined();
    expect(await fetchFile(school.deps(), secret)).toBeUndefined();
    await lead.say('log');
    await lead.press('Make the file');
    await school.advance({ minutes: 11 });
    expect(await fetchFile(school.deps(), secretOf(lead))).toBeUndefined();
    expect(await isWaiting(school.deps(), 'anything')).toBe(false);
  });
});
