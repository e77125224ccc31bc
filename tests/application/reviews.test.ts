import { workOnce } from '../../src/application/due-work.ts';
import { duty, sentTo, standing, toldOf, withDuties } from '../support/duties.ts';
import { memoryStore } from '../support/memory-store.ts';
import { buttonsOf, press } from '../support/press.ts';

const LATE = { due: '2026-09-01', owner: 'headteacher' } as const;

describe('the review of the policy', () => {
  it('is said on the first morning, with its days, to owner, co-owner and whoever hears of it', async () => {
    const review = { ...LATE, with: ['senior-leader' as const], tell: ['safeguarding-governor' as const] };
    const org = await withDuties('two-schools', [], { review });
    expect(toldOf(org)).toEqual(['p-rosa', 'p-vera', 'p-hugh', 'p-greta']);
    for (const id of ['p-rosa', 'p-vera', 'p-hugh', 'p-greta'])
      expect(standing(org, id)[0]).toContain('It is 84 days late.');
    expect(org.at('p-rosa').titles()).toContain('Start the review');
    expect(org.at('p-greta').titles()).not.toContain('Start the review');
  });

  it('is in the leads’ channel too, where the policy says so and only people of ours read it', async () => {
    const review = { ...LATE, channel: true as const };
    const org = await withDuties('two-schools', [], { review, start: '2026-11-23T08:00:00.000Z' });
    expect(org.post.sent.some(({ to }) => to.startsWith('channel'))).toBe(false);
    const channel = await org.bindChannel(['p-iris', 'p-nadia']);
    await org.advance({ hours: 48 });
    const [message, ...others] = org.post.box(channel);
    expect(JSON.stringify(message?.message.card)).toContain('days late.');
    expect(others).toEqual([]);
  });

  it('is not in a channel that somebody unknown reads', async () => {
    const review = { ...LATE, channel: true as const };
    const org = await withDuties('two-schools', [], { review });
    const channel = await org.bindChannel(['p-iris']);
    org.post.members.set(channel, [{ account: 'somebody-else', guest: true }]);
    await org.advance({ hours: 48 });
    expect(org.post.box(channel)).toEqual([]);
  });

  it('names the contradiction of two days', async () => {
    const org = await withDuties('two-schools', [], { review: { ...LATE, due: '2020-09' } });
    expect(standing(org, 'p-vera')[0]).toContain(
      'The policy gives more than one day for it: September 2020 and October 2020. The earliest counts.',
    );
  });

  it('shows what it rests on when it opens: what is named, and what is in force', async () => {
    const org = await withDuties('two-schools', [], { review: LATE });
    const vera = org.at('p-vera');
    await vera.press('Start the review');
    await vera.press('The review is done');
    expect(vera.texts()).toContain(
      'Keeping children safe in education: the policy names 2019. In force: 2026.',
    );
    expect(vera.texts()).toContain('the policy names no edition.');
  });
});

describe('a policy without a day for its review', () => {
  const undated = { due: null, every: null, otherwise: 'P12M', owner: 'headteacher' } as const;

  it('asks its owner for one, and counts a year meanwhile that nobody takes for the policy’s', async () => {
    const org = await withDuties('one-school', [], { review: { ...undated, tell: ['chair-of-governors'] } });
    expect(toldOf(org)).toEqual(['p-iris', 'p-tom']);
    expect(standing(org, 'p-iris')[0]).toBe(
      `${org.policy.title} gives no day for its review.\n` +
        'Until somebody gives a day, it is due on 24 November 2027. Larch Junior School set this, not the policy.',
    );
    const iris = org.at('p-iris');
    await iris.press('Give the day');
    await iris.press('Save the day', {});
    expect(iris.texts()).toContain('Choose a day from the calendar.');
    await iris.press('Save the day', { date: '2027-11-25' });
    expect(iris.texts()).toContain('That day is too far off: 24 November 2027 at the latest.');
    await iris.press('Save the day', { date: '2027-03-01' });
    expect(iris.texts()).toContain('is due for review on 1 March 2027.');
    await org.advance({ hours: 24 * 100 });
    // On the first day, thirty days before, and on the day.
    expect(sentTo(org, 'p-iris')).toEqual(['2026-11-24T10:05', '2027-02-01T09:00', '2027-03-01T09:00']);
  });

  it('may be given its day by whoever leads, and by nobody else', async () => {
    const org = await withDuties('one-school', [], { review: { ...undated, owner: 'it-lead' } });
    const vera = org.at('p-vera');
    const nadia = org.at('p-nadia');
    await nadia.say('reviews');
    const ask = press(nadia.card(), 'Give the day');
    await org.at('p-ada').send(ask);
    const ada = org.at('p-ada');
    await ada.send(ask);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await nadia.send(ask);
    await nadia.press('Save the day', { date: '2026-12-01' });
    await org.settle();
    expect(standing(org, 'p-vera').at(-1)).toContain('is due for review on 1 December 2026.');
    await vera.press('Start the review');
    expect(vera.texts()).toContain('The review has been started.');
  });

  it('keeps its year over restarts, and takes the day that a new pack gives', async () => {
    const org = await withDuties('one-school', [], { review: undated });
    org.restart();
    await org.advance({ hours: 72 });
    expect(sentTo(org, 'p-iris')).toHaveLength(1);
    expect(standing(org, 'p-iris')[0]).toContain('it is due on 24 November 2027.');
    org.change([], { ...undated, due: '2026-10' });
    await org.advance({ hours: 24 * 4 });
    expect(standing(org, 'p-iris').at(-1)).toContain('was due for review on 31 October 2026.');
  });
});

describe('what nobody planned', () => {
  it('a pack that changes its day or interval mid-year moves the round, and nobody is told twice', async () => {
    const org = await withDuties('one-school', [], { review: { ...LATE, due: '2026-12-01' } });
    expect(sentTo(org, 'p-iris')).toHaveLength(1);
    org.change([], { ...LATE, due: '2026-12-10' });
    await org.advance({ hours: 24 });
    expect(standing(org, 'p-iris')[0]).toContain('The policy has changed. This is due on another day now.');
    expect(standing(org, 'p-iris').at(-1)).toContain('is due for review on 10 December 2026.');
    org.restart();
    await org.advance({ hours: 24 });
    expect(sentTo(org, 'p-iris')).toHaveLength(2);
    const iris = org.at('p-iris');
    await iris.press('Start the review');
    await iris.press('The review is done');
    await iris.press('It is done', { evidence: 'Done.', next: '2027-11-01' });
    await org.advance({ hours: 24 });
    org.change([], { ...LATE, due: '2026-12-10', every: 'P6M' });
    await org.advance({ hours: 24 });
    await iris.say('reviews');
    expect(iris.texts()).toContain('is due for review on 26 May 2027.');
    expect(iris.texts()).toContain('Done on 26 November 2026 by');
  });

  it('falls to whoever answers when its owner has left', async () => {
    const org = await withDuties('one-school', [], { review: { ...LATE, owner: 'safeguarding-governor' } });
    expect(toldOf(org)).toEqual(['p-tom']);
    expect(org.at('p-tom').titles()).toContain('Start the review');
    await org.at('p-tom').press('Who does this?');
  });

  it('comes again on the same day where what was done was older than that', async () => {
    const weekly = duty({ owner: 'headteacher', every: 'P1W', first: '2026-11-24' });
    const org = await withDuties('one-school', [weekly]);
    const iris = org.at('p-iris');
    for (const date of ['2026-11-24', '2026-11-24']) {
      await iris.press('Do it now');
      await iris.press('It is done', { date });
      expect(iris.texts()).toContain('It is due again on 1 December 2026.');
      await org.advance({ hours: 24 * 7 });
      expect(standing(org, 'p-iris').at(-1)).toMatch(/due on 1 December 2026/);
    }
    const ids = sentTo(org, 'p-iris');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is sent once, however often the worker dies', async () => {
    const store = memoryStore();
    const org = await withDuties('one-school', [], {
      review: { ...LATE, tell: ['chair-of-governors'] },
      store,
    });
    for (let n = 0; n < 5; n += 1) {
      org.restart();
      await workOnce(org.deps(), `worker-${n}`);
      await org.settle();
    }
    expect(toldOf(org)).toEqual(['p-iris', 'p-tom']);
    expect([sentTo(org, 'p-iris'), sentTo(org, 'p-tom')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('is 81 days late on a Saturday where Saturday is a day of work', async () => {
    const org = await withDuties('one-school', [], {
      review: LATE,
      days: [1, 2, 3, 4, 5, 6],
      start: '2026-11-21T10:00:00.000Z',
    });
    expect(standing(org, 'p-iris')[0]).toContain('It is 81 days late.');
    expect(buttonsOf(org.at('p-iris').card()).map(({ title }) => title)).toContain('Start the review');
  });
});
