import { textsOf } from '../support/check-card.ts';
import { newlyTold, openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { type Organisation, organisation, type Pack } from '../support/organisation.ts';

const FEELING = { ticks: { also: 'feeling' } };
const DANGER = { danger: 'In danger now', alert: 'I have called, carry on' };

/** Who is told, so many minutes after the report: only the moments at which somebody is. */
async function climb(org: Organisation, minutes: readonly number[]) {
  const told: Record<string, readonly string[]> = {};
  let passed = 0;
  for (const minute of minutes) {
    const before = org.post.sent.length;
    await org.advance({ minutes: minute - passed });
    passed = minute;
    const people = newlyTold(org, before);
    if (people.length > 0) told[minute] = people;
  }
  return told;
}
const readBy = (org: Organisation, id: string) =>
  org.post
    .reached(org.boxesOf(id))
    .map(({ message }) => textsOf(message.card).join('\n'))
    .join('\n');
const without = async (pack: Pack, ...roles: readonly string[]) => {
  const { directory } = await organisation(pack);
  const people = directory.people.filter((person) => !person.roles.some(({ role }) => roles.includes(role)));
  return { people };
};
const unreachable = (org: Organisation, ...ids: readonly string[]) => {
  const boxes = ids.flatMap((id) => org.boxesOf(id));
  org.post.hooks.fault = (to) => (boxes.includes(to) ? { type: 'unreachable', code: 'gone' } : undefined);
};

describe('nobody answers', () => {
  it.each([
    ['now', DANGER, 5, 'two-schools', [['p-iris'], ['p-nadia', 'p-owen'], ['p-rosa'], ['p-greta', 'p-tom']]],
    ['today', {}, 30, 'two-schools', [['p-iris'], ['p-nadia', 'p-owen'], ['p-rosa'], ['p-greta', 'p-tom']]],
    ['now', DANGER, 5, 'one-school', [['p-iris'], ['p-nadia', 'p-owen'], ['p-rosa'], ['p-tom']]],
    ['today', {}, 30, 'one-school', [['p-iris'], ['p-nadia', 'p-owen'], ['p-rosa'], ['p-tom']]],
  ] as const)(
    '%s: each rung in its turn, and then the reporter is told to phone (%s, %i min, %s)',
    async (_, said, rung, pack, rungs) => {
      const org = await organisation(pack);
      const id = await report(org, 'p-ada', said);
      expect(newlyTold(org, 0)).toEqual(rungs[0]);
      const times = [1, 2, 3, 4, 5].flatMap((n) => [n * rung - 1, n * rung]);
      expect(await climb(org, times)).toEqual({
        [rung]: rungs[1],
        [2 * rung]: rungs[2],
        [3 * rung]: rungs[3],
      });
      expect(readBy(org, 'p-ada')).toMatch(/Nobody has answered yet\. Please phone 01632 \d+/);
      expect(readBy(org, 'p-tom')).toContain('has not been answered by anyone who was called');
      expect(await stateOf(org, id)).toMatchObject({ exhausted: true, rung: 2 });
      expect(await stateOf(org, id)).not.toHaveProperty('clock');
    },
  );

  it('says nothing about a child, a name or the worry to the governors', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    await org.advance({ hours: 3 });
    expect(readBy(org, 'p-greta')).not.toMatch(/Robin|bruise|Ada|learner|child/i);
    expect(org.at('p-greta').titles()).toEqual([]);
  });

  it('ordinary worries count working hours only: over an evening', async () => {
    const org = await organisation('two-schools', { start: '2026-11-24T15:00:00.000Z' });
    await report(org, 'p-ada', FEELING);
    // Two hours are left of the day, two more follow from eight in the morning.
    expect(await climb(org, [120, 1139, 1140])).toEqual({ 1140: ['p-nadia', 'p-owen'] });
  });

  it('ordinary worries wait over a weekend, urgent ones do not', async () => {
    const friday = '2026-11-27T16:00:00.000Z';
    const calm = await organisation('two-schools', { start: friday });
    await report(calm, 'p-ada', FEELING);
    // One hour on Friday, three on Monday from eight o'clock.
    const eleven = (8 + 48 + 11) * 60;
    expect(await climb(calm, [eleven - 1, eleven])).toEqual({ [eleven]: ['p-nadia', 'p-owen'] });
    const urgent = await organisation('two-schools', { start: friday });
    await report(urgent, 'p-ada');
    expect(await climb(urgent, [29, 30])).toEqual({ 30: ['p-nadia', 'p-owen'] });
  });
});

describe('somebody answers', () => {
  it('opening pauses the ladder: the next is called when nobody has taken it an hour later', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await org.advance({ minutes: 10 });
    await openRecord(org.at('p-iris'));
    expect(await climb(org, [59, 60])).toEqual({ 60: ['p-nadia', 'p-owen'] });
    expect(await typesIn(org, id)).toContain('EscalationRaised');
    // 'p-ada' sees who opened it, by role.
    expect(readBy(org, 'p-ada')).toContain('Opened by the safeguarding lead');
  });

  it('taking it stops the ladder, and a second clock runs to the first decision', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    expect((await stateOf(org, id)).clock?.waitsFor).toBe('decide');
    expect(await climb(org, [239, 240])).toEqual({ 240: ['p-nadia', 'p-owen'] });
  });

  it('a first decision stops the second clock', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await iris.press('Add something else');
    await iris.press('A decision');
    await iris.press('Save the decision', { what: 'keep-watching', reason: 'Seen every day.' });
    expect(await stateOf(org, id)).not.toHaveProperty('clock');
    expect(await climb(org, [240, 6000])).toEqual({});
  });

  it('an alert taken after everybody was called says so to those who were told it was not', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    await org.advance({ hours: 2 });
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await org.settle();
    const now = (who: string) =>
      org
        .at(who)
        .inbox()
        .map(({ message }) => textsOf(message.card).join('\n'));
    expect(now('p-tom').join()).toContain('has been picked up');
    expect(now('p-tom').join()).not.toContain('has not been answered');
    expect(now('p-ada').join()).not.toContain('Nobody has answered');
  });
});

describe('a rung with nobody who can be reached', () => {
  it('is skipped at once when nobody holds its roles', async () => {
    const directory = await without('two-schools', 'deputy');
    const org = await organisation('two-schools', { directory });
    await report(org, 'p-ada');
    expect(await climb(org, [29, 30, 60])).toMatchObject({ 30: ['p-rosa'] });
  });

  it('begins with the next when the first has nobody', async () => {
    const directory = await without('two-schools', 'dsl', 'deputy');
    const org = await organisation('two-schools', { directory });
    await report(org, 'p-ada');
    expect(newlyTold(org, 0)).toEqual(['p-rosa']);
  });

  it('is passed at once when no message reaches them any more', async () => {
    const org = await organisation('two-schools');
    unreachable(org, 'p-iris', 'p-nadia', 'p-owen');
    const id = await report(org, 'p-ada');
    expect(newlyTold(org, 0)).toEqual(['p-rosa']);
    expect((await stateOf(org, id)).rung).toBe(2);
  });

  it('is passed at once when they have no address at all', async () => {
    const { directory } = await organisation('two-schools');
    const people = directory.people.map(({ slack, ...rest }) =>
      rest.id === 'p-iris' ? rest : { ...rest, slack },
    );
    const org = await organisation('two-schools', {
      directory: { people: people as typeof directory.people },
    });
    await report(org, 'p-ada');
    expect(newlyTold(org, 0)).toEqual(['p-nadia', 'p-owen']);
  });

  it('still counts when one of two deputies can be reached', async () => {
    const org = await organisation('two-schools');
    unreachable(org, 'p-nadia');
    await report(org, 'p-ada');
    expect(await climb(org, [30, 59, 60])).toMatchObject({ 30: ['p-owen'], 60: ['p-rosa'] });
  });

  it('reaches the lead one to one when the channel refuses the card', async () => {
    const org = await organisation('two-schools');
    const channel = await org.bindChannel(['p-iris', 'p-nadia', 'p-owen', 'p-rosa']);
    org.post.hooks.fault = (to) => (to === channel ? { type: 'unreachable', code: 'gone' } : undefined);
    await report(org, 'p-ada');
    expect(newlyTold(org, 0)).toEqual(['p-iris']);
    expect(await climb(org, [29, 30])).toEqual({ 30: ['p-nadia', 'p-owen'] });
  });

  it('tells the reporter to phone at once when nobody at all is reached', async () => {
    const org = await organisation('two-schools');
    unreachable(org, 'p-iris', 'p-nadia', 'p-owen', 'p-rosa');
    await report(org, 'p-ada');
    expect(readBy(org, 'p-ada')).toContain('Please phone 01632 960310');
    expect(newlyTold(org, 0)).toEqual(['p-greta', 'p-tom']);
  });
});

describe('nobody is left', () => {
  it('gives the reporter numbers outside, and keeps the case', async () => {
    const directory = await without(
      'one-school',
      'headteacher',
      'deputy',
      'senior-leader',
      'chair-of-governors',
    );
    const org = await organisation('one-school', { directory });
    const ada = org.at('p-ada');
    const id = await report(org, 'p-ada');
    await ada.say('my reports');
    expect(readBy(org, 'p-ada')).toContain('Please phone 01632 960210');
    expect(await stateOf(org, id)).toMatchObject({ exhausted: true, progress: { status: 'new' } });
    expect(newlyTold(org, 0)).toEqual([]);
  });

  it('shows them on the receipt itself', async () => {
    const directory = await without('one-school', 'headteacher', 'chair-of-governors');
    const org = await organisation('one-school', { directory });
    await report(org, 'p-ada', { adult: 'unsure' });
    const texts = org.drawn;
    const receipts = [...texts]
      .filter(([, name]) => name === 'receipt')
      .map(([card]) => textsOf(card).join('\n'));
    expect(receipts.join()).toContain('It is kept, but nobody here can be reached.');
    expect(receipts.join()).toContain('Phone 01632 960210 (school office) now.');
    expect(receipts.join()).toContain('01632 960240');
  });
});
