import { eventsOf } from '../../src/application/case/case-store.ts';
import { readDirectory } from '../../src/application/directory.ts';
import { textsOf } from '../support/check-card.ts';
import { newlyTold, openRecord, recordOf, report, stateOf, typesIn } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';
import { putPeople } from '../support/put-people.ts';

const FEELING = { ticks: { also: 'feeling' } };

/** 'p-iris' has a case: she opened it and said so. */
async function owning(concern: Parameters<typeof report>[2] = FEELING) {
  const org = await organisation('two-schools');
  const id = await report(org, 'p-ada', concern);
  const iris = org.at('p-iris');
  await openRecord(iris);
  await iris.press('I have this');
  await org.settle();
  return { org, id, iris };
}
const awayNow = async (org: Organisation) => (await readDirectory(org.deps())).away ?? [];
const goes = async (org: Organisation, id: string, typed: Readonly<Record<string, string>> = {}) => {
  const client = org.at(id);
  await client.say('away');
  await client.press('Continue', typed);
  await org.settle();
  return client;
};
const standing = (org: Organisation, id: string) =>
  org
    .at(id)
    .inbox()
    .map(({ message }) => textsOf(message.card).join('\n'));

describe('saying that one is away', () => {
  it('is from now until the end of today, where nothing else is chosen', async () => {
    const org = await organisation('two-schools');
    const iris = await goes(org, 'p-iris');
    expect(iris.texts()).toBe('You are away from now until the end of 24 November.\nI am back');
    expect(await awayNow(org)).toEqual(['p-iris']);
    await org.advance({ hours: 13, minutes: 54 });
    expect(await awayNow(org)).toEqual(['p-iris']);
    await org.advance({ minutes: 1 });
    expect(await awayNow(org)).toEqual([]);
  });

  it('can be half a day, later, and is refused where it is none', async () => {
    const org = await organisation('two-schools');
    const iris = org.at('p-iris');
    await iris.say('away');
    await iris.press('Continue', { from: '2026-11-26', begins: 'afternoon', until: '2026-11-25' });
    expect(iris.texts()).toContain('It ends before it begins.');
    expect(iris.answer().type).toBe('keep-form');
    await iris.press('Continue', {
      from: '2026-11-26',
      begins: 'afternoon',
      until: '2026-11-30',
      ends: 'morning',
    });
    expect(iris.texts()).toBe('You are away from 26 November 12:00 until 30 November 12:00.');
    expect(await awayNow(org)).toEqual([]);
    await org.advance({ hours: 50 });
    expect(await awayNow(org)).toEqual(['p-iris']);
  });

  it('ends early with "back"', async () => {
    const org = await organisation('two-schools');
    const iris = await goes(org, 'p-iris');
    await iris.say('back');
    expect(iris.texts()).toBe('You are back from now on. New reports reach you again.');
    expect(await awayNow(org)).toEqual([]);
    await iris.say('back');
    expect(iris.texts()).toBe('You were not marked as away.');
  });

  it('takes back what was said for later', async () => {
    const { org, id } = await owning();
    const iris = await goes(org, 'p-iris', { from: '2026-11-26', until: '2026-11-27' });
    await iris.press('Save', {});
    await iris.say('i am back');
    await org.advance({ hours: 72 });
    expect(await awayNow(org)).toEqual([]);
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
  });

  it('is for those who answer reports: nobody else learns that there is such a thing', async () => {
    const org = await organisation('two-schools');
    const iris = org.at('p-iris');
    await iris.say('away');
    const button = press(iris.card(), 'Continue', {});
    for (const person of ['p-ada', 'p-ivo', 'p-greta']) {
      const client = org.at(person);
      for (const text of ['away', 'back', 'hand over', 'rota']) {
        await client.say(text);
        expect(client.texts()).toBe('There is nothing here for you.');
      }
      await client.send(button);
      expect(client.texts()).toBe('There is nothing here for you.');
    }
    expect(await awayNow(org)).toEqual([]);
  });
});

describe('a new report', () => {
  it('reaches the deputies at once when the lead is away', async () => {
    const org = await organisation('two-schools');
    await goes(org, 'p-iris');
    const before = org.post.sent.length;
    const id = await report(org, 'p-ada');
    expect(newlyTold(org, before)).toEqual(['p-nadia', 'p-owen']);
    expect((await stateOf(org, id)).rung).toBe(1);
  });

  it('reaches the lead first when nobody is away (control)', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    expect(newlyTold(org, 0)).toEqual(['p-iris']);
    expect((await stateOf(org, id)).rung).toBe(0);
  });

  it('reaches everybody as before when all of them are away, and the headteacher is told that once', async () => {
    const org = await organisation('two-schools');
    for (const person of ['p-iris', 'p-nadia', 'p-owen']) await goes(org, person);
    expect(standing(org, 'p-vera')).toEqual([]);
    await goes(org, 'p-rosa');
    expect(standing(org, 'p-vera').join('\n')).toContain(
      'Everybody who answers reports at North Primary School is away.',
    );
    expect(standing(org, 'p-vera')).toHaveLength(1);
    const before = org.post.sent.length;
    await report(org, 'p-ada');
    expect(newlyTold(org, before)).toEqual(['p-iris']);
    await org.at('p-nadia').say('back');
    await org.settle();
    expect(standing(org, 'p-vera')).toEqual([expect.stringContaining('is here again.')]);
  });
});

it('tells the headteacher in the morning, not at midnight, that nobody is here', async () => {
  const org = await organisation('two-schools');
  for (const person of ['p-iris', 'p-nadia', 'p-owen', 'p-rosa'])
    await goes(org, person, { from: '2026-11-26', until: '2026-11-27' });
  const missing = () => standing(org, 'p-vera').filter((text) => text.includes('is away. New reports'));
  await org.advance({ hours: 45, minutes: 54 });
  expect(missing()).toEqual([]);
  await org.advance({ minutes: 1 });
  expect(missing()).toHaveLength(1);
});

describe('what nobody has yet', () => {
  it('goes to the deputies when the lead goes, without waiting for the clock', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', FEELING);
    const before = org.post.sent.length;
    await goes(org, 'p-iris');
    expect(newlyTold(org, before)).toEqual(['p-nadia', 'p-owen']);
    expect(await typesIn(org, id)).toContain('EscalationRaised');
  });

  it('stays where it is when somebody else goes', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', FEELING);
    const before = org.post.sent.length;
    await goes(org, 'p-nadia');
    expect(newlyTold(org, before)).toEqual([]);
    expect((await stateOf(org, id)).rung).toBe(0);
  });
});

it('brings whoever is back the cards of what nobody has yet', async () => {
  const org = await organisation('two-schools');
  const iris = await goes(org, 'p-iris');
  await report(org, 'p-ada', FEELING);
  expect(standing(org, 'p-iris')).toEqual([]);
  await iris.say('back');
  await org.settle();
  expect(standing(org, 'p-iris').join('\n')).toContain('I have this');
});

describe('what the owner has', () => {
  it('is called again when it is given to nobody', async () => {
    const { org, id, iris } = await owning();
    const before = org.post.sent.length;
    await iris.say('away');
    await iris.press('Continue');
    expect(iris.texts()).toContain('With nobody chosen, each case goes back to the list.');
    await iris.press('Save');
    expect(iris.texts()).toContain('One case goes back to the list when you go.');
    await org.settle();
    expect((await typesIn(org, id)).slice(-2)).toEqual(['DutyLeft', 'EscalationRaised']);
    expect(newlyTold(org, before)).toEqual(['p-nadia', 'p-owen']);
    expect(await stateOf(org, id)).toMatchObject({ progress: { status: 'new' }, rung: 1 });
  });

  it('stays theirs until the morning on which they go, and is called again then', async () => {
    const { org, id } = await owning();
    const iris = await goes(org, 'p-iris', { from: '2026-11-26', until: '2026-11-27' });
    await iris.press('Save');
    // It is Tuesday, five past ten: Thursday opens in 45 hours and 55 minutes.
    await org.advance({ hours: 45, minutes: 54 });
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
    const before = org.post.sent.length;
    await org.advance({ minutes: 1 });
    expect(await typesIn(org, id)).toContain('DutyLeft');
    expect(newlyTold(org, before)).toEqual(['p-nadia', 'p-owen']);
  });

  it('does not wait for the morning where it is urgent', async () => {
    const { org, id } = await owning({});
    await (await goes(org, 'p-iris', { from: '2026-11-26', until: '2026-11-27' })).press('Save');
    await org.advance({ hours: 37, minutes: 54 });
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
    await org.advance({ minutes: 1 });
    expect(await typesIn(org, id)).toContain('DutyLeft');
  });

  it('is not lost to an absence that is over before anybody is at work', async () => {
    const org = await organisation('two-schools', { start: '2026-11-27T16:00:00.000Z' });
    const id = await report(org, 'p-ada', FEELING);
    await openRecord(org.at('p-iris'));
    await org.at('p-iris').press('I have this');
    await (await goes(org, 'p-iris', { from: '2026-11-28', until: '2026-11-29' })).press('Save');
    await org.advance({ hours: 72 });
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
  });

  it('stays theirs if they take it while they are away', async () => {
    const { org, id } = await owning();
    await (await goes(org, 'p-iris')).press('Save');
    await org.settle();
    await openRecord(org.at('p-iris'));
    await org.at('p-iris').press('I have this');
    await org.advance({ hours: 1 });
    expect(await stateOf(org, id)).toMatchObject({ progress: { status: 'owned', owner: 'p-iris' } });
  });

  it('is called again when another lead says that they are away, who learns nothing of it', async () => {
    const { org, id } = await owning();
    const nadia = org.at('p-nadia');
    await nadia.say('away');
    await nadia.press('Continue', { whom: 'p-iris' });
    expect(nadia.texts()).toContain('is marked as away from now until the end of 24 November.');
    expect(nadia.texts()).not.toMatch(/Robin|[0-9A-Z]{4}-[0-9A-Z]{4}/);
    await org.settle();
    expect(await typesIn(org, id)).toContain('DutyLeft');
    expect(standing(org, 'p-iris').join('\n')).toContain(
      'The deputy lead has marked you as away until the end of 24 November.',
    );
    await org.at('p-iris').press('I am back');
    expect(await awayNow(org)).toEqual([]);
    await org.settle();
    expect(standing(org, 'p-iris').join('\n')).toContain('You are not marked as away any more.');
  });

  it('keeps who said so, and that it began and ended', async () => {
    const org = await organisation('two-schools');
    const nadia = org.at('p-nadia');
    await nadia.say('away');
    await nadia.press('Continue', { whom: 'p-iris' });
    await org.settle();
    await org.advance({ hours: 22 });
    const [absence] =
      (await readDirectory(org.deps())).absences?.filter(({ person }) => person === 'p-iris') ?? [];
    const { keyring, store } = org.deps();
    const found = await store.read(keyring.recordId(`absence|p-iris|${absence?.from}`), { events: true });
    expect(found?.events.map(({ body }) => body)).toMatchObject([
      { type: 'AwaySaid', by: 'p-nadia' },
      { type: 'AwayBegan', by: 'p-nadia' },
      { type: 'AwayOver', by: 'p-nadia' },
    ]);
  });

  it('is called again although another record does not open', async () => {
    const { org, id } = await owning();
    const damaged = org.deps().keyring.recordId('damaged');
    const head = { id: damaged, version: 1, status: 'open', tokens: [], body: { kind: 'case' } } as const;
    await org.store.commit({ type: 'write', head, expected: 0, events: [], wakes: [] });
    await (await goes(org, 'p-iris')).press('Save');
    await org.settle();
    expect(await typesIn(org, id)).toContain('DutyLeft');
    expect(org.log.lines.some((line) => line.event === 'record-damaged' && line.record === damaged)).toBe(
      true,
    );
  });

  it('is nobody else’s to say: a lead of another site cannot mark them away', async () => {
    const org = await organisation('two-schools');
    const lena = org.at('p-lena');
    await lena.say('away');
    await lena.press('Continue', { whom: 'p-iris' });
    expect(lena.texts()).toBe('There is nothing here for you.');
    expect(await awayNow(org)).toEqual([]);
    await lena.say('away');
    await lena.press('Continue', { whom: 'p-owen' });
    expect(await awayNow(org)).toEqual(['p-owen']);
  });
});

describe('an owner who leaves', () => {
  const leaving = async (change: (org: Organisation) => Organisation['directory']['people']) => {
    const { org, id } = await owning();
    await putPeople(org.deps(), { people: change(org) });
    const before = org.post.sent.length;
    await org.settle();
    return { org, id, told: newlyTold(org, before) };
  };

  it('has the case no more, and the others are called', async () => {
    const { org, id, told } = await leaving(({ directory }) =>
      directory.people.filter((each) => each.id !== 'p-iris'),
    );
    expect((await typesIn(org, id)).slice(-2)).toEqual(['DutyLeft', 'EscalationRaised']);
    expect(told).toEqual(['p-nadia', 'p-owen']);
  });

  it('has it no more when only the role is lost', async () => {
    const { org, id } = await leaving(({ directory }) =>
      directory.people.map((each) =>
        each.id === 'p-iris' ? { ...each, roles: each.roles.filter(({ role }) => role === 'staff') } : each,
      ),
    );
    expect(await typesIn(org, id)).toContain('DutyLeft');
    expect(standing(org, 'p-iris')).toEqual(['There is nothing here for you.']);
  });

  it('keeps it when somebody else leaves (control)', async () => {
    const { org, id } = await leaving(({ directory }) =>
      directory.people.filter((each) => each.id !== 'p-nadia'),
    );
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
    expect(await stateOf(org, id)).toMatchObject({ progress: { owner: 'p-iris' } });
  });

  it('who stays is still away, and the rota still has them', async () => {
    const org = await organisation('two-schools');
    await goes(org, 'p-iris');
    await goes(org, 'p-nadia');
    const people = org.directory.people.filter((each) => each.id !== 'p-nadia');
    await putPeople(org.deps(), { people });
    expect(await awayNow(org)).toEqual(['p-iris']);
  });
});

it('writes the history of each step into the case', async () => {
  const { org, id } = await owning();
  await (await goes(org, 'p-iris')).press('Save');
  await org.settle();
  const left = eventsOf(await recordOf(org, id)).find(({ type }) => type === 'DutyLeft');
  expect(left).toMatchObject({ by: 'p-iris', clock: { waitsFor: 'open' } });
});
