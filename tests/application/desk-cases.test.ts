import { runCase } from '../../src/application/case/case-store.ts';
import { casesCard } from '../../src/application/desk/cases.ts';
import { NO_FILTER } from '../../src/domain/desk/filter.ts';
import { PersonId, type RecordId, refOf } from '../../src/domain/ids.ts';
import { report } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';

const take = (org: Organisation, id: RecordId, by: string) =>
  runCase(org.deps(), id, () => ({ type: 'TakeCase', at: org.clock.now(), by: PersonId.parse(by) }));
/** The references on the page, from the top. */
const refs = (client: Client) =>
  client.titles().flatMap((title) => /^Open ([0-9A-Z]{4}-[0-9A-Z]{4})$/.exec(title)?.[1] ?? []);

async function listed(client: Client, filter: Readonly<Record<string, string>> = {}) {
  await client.say('cases');
  await client.press('Show these', filter);
  return refs(client);
}

describe('the list of cases', () => {
  it('is empty where there are none, and says so', async () => {
    const org = await organisation('one-school');
    const iris = org.at('p-iris');
    await iris.say('cases');
    expect(iris.texts()).toContain('Cases: 0\nNothing fits what you chose.');
    expect(refs(iris)).toEqual([]);
  });

  it('has the newest first, ten a page, and turns its pages', async () => {
    const org = await organisation('one-school');
    const ids: RecordId[] = [];
    const people = ['p-ada', 'p-ben', 'p-cleo'];
    for (let n = 0; n < 21; n += 1) {
      await org.advance({ minutes: 1 });
      ids.push(await report(org, people[n % 3] ?? 'p-ada'));
    }
    const newest = ids.toReversed().map(refOf);
    const iris = org.at('p-iris');
    await iris.say('cases');
    expect(iris.texts()).toContain('Page 1 of 3');
    expect(refs(iris)).toEqual(newest.slice(0, 10));
    expect(iris.titles()).not.toContain('Newer cases');
    await iris.press('Earlier cases');
    expect(refs(iris)).toEqual(newest.slice(10, 20));
    await iris.press('Earlier cases');
    expect(refs(iris)).toEqual(newest.slice(20));
    expect(iris.titles()).not.toContain('Earlier cases');
    await iris.press('Newer cases');
    expect(refs(iris)).toEqual(newest.slice(10, 20));
    // A page that is no longer there: the last one.
    const { card } = {
      card: await casesCard(org.deps(), org.directory, iris.person, { ...NO_FILTER, page: 99 }),
    };
    expect(JSON.stringify(card)).toContain('Page 3 of 3');
  });

  it('shows what was chosen: status, whose, kind, since when, and what waits', async () => {
    const org = await organisation('one-school');
    const first = await report(org, 'p-ada');
    await org.advance({ hours: 24 });
    const second = await report(org, 'p-ben', { ticks: { about: 'images' } });
    await take(org, first, 'p-iris');
    await take(org, second, 'p-nadia');
    await runCase(org.deps(), second, () => ({
      type: 'AskReporter',
      at: org.clock.now(),
      by: PersonId.parse('p-nadia'),
      question: 'When?',
    }));
    const iris = org.at('p-iris');
    const [one, two] = [refOf(first), refOf(second)];
    expect(await listed(iris)).toEqual([two, one]);
    expect(await listed(iris, { whose: 'mine' })).toEqual([one]);
    expect(await listed(iris, { status: 'new' })).toEqual([]);
    expect(await listed(iris, { status: 'owned' })).toEqual([two, one]);
    expect(await listed(iris, { kind: 'nudes' })).toEqual([two]);
    expect(await listed(iris, { since: '2026-11-25' })).toEqual([two]);
    expect(await listed(iris, { since: '2026-11-24' })).toEqual([two, one]);
    expect(await listed(iris, { waits: 'asked' })).toEqual([two]);
    expect(iris.texts()).toContain('Asked today');
    await iris.press('Show all again');
    expect(refs(iris)).toEqual([two, one]);
    expect(iris.texts()).toContain('With Iris Kay.');
  });

  it('keeps what was chosen from page to page, as codes', async () => {
    const org = await organisation('one-school');
    for (let n = 0; n < 12; n += 1) await report(org, 'p-ada');
    const mine = await report(org, 'p-ben');
    await take(org, mine, 'p-iris');
    const iris = org.at('p-iris');
    await listed(iris, { status: 'new', since: '2026-11-24' });
    await iris.press('Earlier cases');
    expect(iris.texts()).toContain('Page 2 of 2');
    expect(refs(iris)).toHaveLength(2);
    expect(refs(iris)).not.toContain(refOf(mine));
    expect(JSON.stringify(iris.card())).toContain('"arg":",new,,,2026-11-24,,"');
  });

  it('offers sites only to a lead of several, and shows only theirs whatever is sent', async () => {
    const org = await organisation('two-schools');
    const [north, south] = [await report(org, 'p-ada'), await report(org, 'p-finn')];
    const [iris, owen] = [org.at('p-iris'), org.at('p-owen')];
    expect(await listed(iris, { site: 'south', status: 'all' })).toEqual([]);
    expect(await listed(iris, { status: 'all' })).toEqual([refOf(north)]);
    expect(await listed(owen, { site: 'south' })).toEqual([refOf(south)]);
    await owen.say('cases');
    expect(owen.texts()).toContain('All my sites');
    await iris.say('cases');
    expect(iris.texts()).not.toContain('All my sites');
  });

  it('has what is closed where that is asked for', async () => {
    const org = await organisation('one-school');
    const id = await report(org, 'p-ada');
    // As if it had been closed: what closing takes is another test's matter.
    const { head } = (await org.store.read(id)) ?? {};
    if (head === undefined) throw new Error('There is no case');
    const brief = { ...(head.brief as object), status: 'closed' };
    await org.store.commit({
      type: 'write',
      expected: head.version,
      head: { ...head, version: head.version + 1, status: 'closed', brief },
      events: [],
      wakes: [],
    });
    const iris = org.at('p-iris');
    expect(await listed(iris)).toEqual([]);
    expect(await listed(iris, { status: 'closed' })).toEqual([refOf(id)]);
    expect(await listed(iris, { status: 'all' })).toEqual([refOf(id)]);
  });

  it('opens a record without a brief, as those before briefs are', async () => {
    const org = await organisation('one-school');
    const id = await report(org, 'p-ada');
    const { head } = (await org.store.read(id)) ?? {};
    if (head === undefined) throw new Error('There is no case');
    const { brief, ...bare } = head;
    expect(brief).toBeDefined();
    await org.store.commit({
      type: 'write',
      expected: head.version,
      head: { ...bare, version: head.version + 1 },
      events: [],
      wakes: [],
    });
    expect(await listed(org.at('p-iris'))).toEqual([refOf(id)]);
  });
});
