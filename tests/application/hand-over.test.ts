import { runCase } from '../../src/application/case/case-store.ts';
import { takers } from '../../src/application/cover/who.ts';
import { readDirectory } from '../../src/application/directory.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { briefOf } from '../../src/domain/case/brief.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { newlyTold, openRecord, report, stateOf, typesIn } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';

const FEELING = { ticks: { also: 'feeling' } };
const NOTE = 'The aunt phones at three.';
const REFERENCE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** So many cases of 'p-iris', each opened and taken. */
async function owning(count = 1) {
  const org = await organisation('two-schools');
  const ids: RecordId[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push(await report(org, 'p-ada', FEELING));
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await org.settle();
  }
  const [id] = ids;
  if (id === undefined) throw new Error('There is no case');
  return { org, id, ids: ids.sort() };
}
const goes = async (org: Organisation, typed: Readonly<Record<string, string>> = {}) => {
  const iris = org.at('p-iris');
  await iris.say('away');
  await iris.press('Continue', typed);
  return iris;
};
const newest = (org: Organisation, id: string) => textsOf(org.at(id).card()).join('\n');
const awayNow = async (org: Organisation) => (await readDirectory(org.deps())).away ?? [];

describe('all of them to one colleague', () => {
  it('is a card of their own, with the note in the private view only', async () => {
    const { org, id } = await owning();
    const before = org.post.sent.length;
    const iris = await goes(org);
    expect(iris.texts()).toContain('Robin Vale');
    await iris.press('Save', { to: 'p-nadia', note: NOTE });
    expect(iris.texts()).toContain('One case is handed over.');
    await org.settle();
    expect(newest(org, 'p-nadia')).toContain('Handed to you');
    expect(JSON.stringify(org.post.sent)).not.toContain(NOTE);
    expect(newlyTold(org, before)).toContain('p-nadia');
    const nadia = org.at('p-nadia');
    await openRecord(nadia);
    expect(nadia.texts()).toContain('Handed over by the safeguarding lead. They wrote:');
    expect(nadia.texts()).toContain(NOTE);
    await nadia.press('I have this');
    await org.settle();
    expect(await stateOf(org, id)).toMatchObject({ progress: { status: 'owned', owner: 'p-nadia' } });
    expect(nadia.texts()).not.toContain(NOTE);
    await nadia.press('What has been done');
    expect(nadia.texts()).toContain(NOTE);
  });

  it('makes no sound for anybody else', async () => {
    const org = await organisation('two-schools');
    const channel = await org.bindChannel(['p-iris', 'p-nadia', 'p-owen', 'p-rosa']);
    await report(org, 'p-ada', FEELING);
    const iris = org.at('p-iris');
    const [card] = org.post.box(channel).map(({ message }) => message.card);
    if (card === undefined) throw new Error('The channel has no card');
    await iris.send(press(card, 'Open', {}));
    await iris.press('Read the record');
    await iris.press('I have this');
    await org.settle();
    const before = org.post.sent.length;
    await (await goes(org)).press('Save', { to: 'p-nadia', note: NOTE });
    await org.settle();
    const sent = org.post.sent.slice(before).filter(({ type }) => type === 'send');
    const loud = sent.filter(({ message }) => !message.silent).map(({ to }) => to);
    expect(loud.length).toBeGreaterThan(0);
    expect(loud.filter((to) => !org.boxesOf('p-nadia').includes(to))).toEqual([]);
    expect(sent.map(({ to }) => to)).toContain(channel);
  });

  it('waits for them with the ladder’s own clock, and then climbs', async () => {
    const { org, id } = await owning();
    await (await goes(org)).press('Save', { to: 'p-nadia', note: NOTE });
    await org.settle();
    expect((await stateOf(org, id)).clock?.waitsFor).toBe('own');
    await org.advance({ hours: 24 });
    expect(await typesIn(org, id)).toContain('EscalationRaised');
  });

  it('needs a note, and keeps what was chosen', async () => {
    const { org, id } = await owning();
    const iris = await goes(org);
    await iris.press('Save', { to: 'p-nadia' });
    expect(iris.answer().type).toBe('keep-form');
    expect(iris.texts()).toContain('Write what they need to know');
    expect(JSON.stringify(iris.card())).toContain('"value":"p-nadia"');
    expect(await awayNow(org)).toEqual([]);
    expect(await typesIn(org, id)).not.toContain('HandedOver');
  });

  it('leaves nobody called twice: they who were asked are away, the owner is not the owner', async () => {
    const { org, id } = await owning();
    await (await goes(org)).press('Save', { to: 'p-nadia', note: NOTE });
    await org.settle();
    expect(await typesIn(org, id)).not.toContain('DutyLeft');
    expect(await awayNow(org)).toEqual(['p-iris']);
  });

  it('can be done without going anywhere: what is given to nobody stays', async () => {
    const { org, id } = await owning();
    const iris = org.at('p-iris');
    await iris.say('hand over');
    await iris.press('Save');
    expect(iris.texts()).toContain('One case stays with you.');
    expect(await stateOf(org, id)).toMatchObject({ progress: { owner: 'p-iris' } });
    await iris.say('hand over');
    await iris.press('Save', { to: 'p-owen', note: NOTE });
    expect(await typesIn(org, id)).toContain('HandedOver');
    expect(await awayNow(org)).toEqual([]);
    await iris.say('hand over');
    expect(iris.texts()).toBe('You have no case to hand over.');
  });
});

describe('one by one', () => {
  it('gives each case its own answer, over several pages', async () => {
    const { org, ids } = await owning(5);
    const iris = await goes(org);
    await iris.press('One by one');
    const [first, second] = ids;
    await iris.press('Save', {
      ...Object.fromEntries(ids.slice(0, 4).map((id) => [`to-${id}`, 'nobody'])),
      [`to-${first}`]: 'p-nadia',
      [`note-${first}`]: NOTE,
      [`to-${second}`]: 'p-rosa',
      [`note-${second}`]: NOTE,
    });
    // The senior leader was not called for it, and is not offered.
    expect(await awayNow(org)).toEqual([]);
    await iris.press('Save', { [`to-${ids[4]}`]: 'p-owen', [`note-${ids[4]}`]: NOTE });
    expect(iris.texts()).toContain('You are away from now');
    await org.settle();
    const handed = await Promise.all(ids.map(async (id) => (await stateOf(org, id)).handed?.to ?? 'nobody'));
    expect(handed).toEqual(['p-nadia', 'nobody', 'nobody', 'nobody', 'p-owen']);
    const left = await Promise.all(ids.map(async (id) => (await typesIn(org, id)).includes('DutyLeft')));
    expect(left).toEqual([false, true, true, true, false]);
  });
});

describe('who can take it', () => {
  const offered = async (org: Organisation, id: RecordId) =>
    takers(
      await readDirectory(org.deps()),
      briefOf(await stateOf(org, id), org.deps().calendar),
      PersonId.parse('p-iris'),
    ).map((person) => person.id);

  it('is whoever may work it and is here', async () => {
    const { org, id } = await owning();
    expect(await offered(org, id)).toEqual(['p-nadia', 'p-owen']);
    const nadia = org.at('p-nadia');
    await nadia.say('away');
    await nadia.press('Continue');
    expect(await offered(org, id)).toEqual(['p-owen']);
  });

  it('is never somebody who must not know of it, and their name says nothing', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', { ...FEELING, connected: 'p-nadia' });
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await org.settle();
    expect(await offered(org, id)).toEqual(['p-owen']);
    const button = press((await goes(org)).card(), 'Save', { to: 'p-nadia', note: NOTE });
    await org.at('p-iris').send(button);
    expect(await typesIn(org, id)).not.toContain('HandedOver');
    expect(org.at('p-nadia').inbox()).toEqual([]);
  });

  it('lists to nobody what somebody else has: a lead of another site, a colleague', async () => {
    const { org } = await owning();
    for (const person of ['p-lena', 'p-nadia', 'p-vera']) {
      const client = org.at(person);
      await client.say('hand over');
      expect(client.texts()).toBe('You have no case to hand over.');
      expect(client.texts()).not.toMatch(REFERENCE);
    }
  });

  it('says no more than how many where the answer is a message', async () => {
    const { org } = await owning();
    const { person } = org.at('p-iris');
    const from = { platform: 'teams', account: person.teams ?? '' } as const;
    const place = { type: 'private' } as const;
    const answer = await intentHandler(org.deps())({
      type: 'say',
      text: 'hand over',
      from,
      place,
      view: false,
    });
    const text = answer.type === 'nothing' ? '' : textsOf(answer.card).join('\n');
    expect(text).toContain('Cases that you have: 1.');
    expect(text).not.toMatch(REFERENCE);
    expect(text).not.toContain('Robin');
  });
});

describe('two leads at once', () => {
  it('shows the second how things stand now', async () => {
    const { org, id } = await owning();
    const iris = org.at('p-iris');
    await iris.say('hand over');
    const save = press(iris.card(), 'Save', { to: 'p-owen', note: NOTE });
    await Promise.all([iris.send(save), org.at('p-iris').send(save)]);
    expect((await typesIn(org, id)).filter((type) => type === 'HandedOver')).toHaveLength(1);
    const [nadia, owen] = [org.at('p-nadia'), org.at('p-owen')];
    await org.settle();
    await openRecord(owen);
    await nadia.send({ ...press(owen.card(), 'I have this', {}) });
    await owen.press('I have this');
    expect(owen.texts()).toContain('Somebody else has it already.');
    expect(await stateOf(org, id)).toMatchObject({ progress: { owner: 'p-nadia' } });
  });

  it('one hands over while the other takes it: the one that was written first holds', async () => {
    const { org, id } = await owning();
    const { deps } = org;
    const at = deps().clock.now();
    const [iris, nadia, owen] = ['p-iris', 'p-nadia', 'p-owen'].map((person) => PersonId.parse(person));
    if (iris === undefined || nadia === undefined || owen === undefined) throw new Error('Three people');
    const late = await runCase(deps(), id, (record) => {
      if (record === undefined) return undefined;
      return { type: 'HandOver', at, by: iris, to: nadia, note: NOTE };
    });
    expect(late.ok).toBe(true);
    const [took, gave] = await Promise.all([
      runCase(deps(), id, () => ({ type: 'TakeCase', at, by: owen })),
      runCase(deps(), id, () => ({ type: 'HandOver', at, by: iris, to: nadia, note: NOTE })),
    ]);
    expect([took.ok, gave.ok]).toEqual([true, false]);
    expect(gave).toMatchObject({ refusal: { reason: 'not-owner' } });
    expect(await stateOf(org, id)).toMatchObject({ progress: { owner: 'p-owen' } });
  });
});
