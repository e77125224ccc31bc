import { eventsOf, runCase } from '../../src/application/case/case-store.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { openRecord, recordOf, report, stateOf } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { childNow, readsStory, withRegister } from '../support/register.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const ASK = 'Same child as …?';

async function atTriage() {
  const org = await organisation('two-schools');
  const idOf = await withRegister(org.deps());
  const id = await report(org, 'p-ada');
  const iris = org.at('p-iris');
  await openRecord(iris);
  return { org, id, iris, robin: idOf('1'), idOf };
}
const links = async (org: Organisation, id: RecordId) => (await stateOf(org, id)).links;
const pressed = async (client: Client, verb: string, record: string, arg: string, inputs = {}) => {
  await client.send(signed({ do: verb, record, arg }, inputs, `${verb}-${arg}`));
  return client.texts();
};

/** Iris says it is Robyn; a minute later somebody else reads that child's story. */
async function readElsewhere() {
  const all = await atTriage();
  const { org, iris, robin } = all;
  await iris.press(ASK);
  await iris.press('Same child');
  await org.advance({ minutes: 1 });
  await readsStory(org.deps(), robin, 'p-owen');
  return all;
}
async function askedToStrike() {
  const all = await readElsewhere();
  await all.iris.press('This is another child');
  await all.iris.press('Take it back', { reason: 'It is the other Robin.' });
  await all.org.settle();
  return all;
}

describe('same child as …?', () => {
  it('stands on the record of a lead as one line, with its button', async () => {
    const { iris } = await atTriage();
    expect(iris.texts()).toContain('Not linked to the register yet.');
    expect(iris.titles().filter((title) => title === ASK)).toHaveLength(1);
  });

  it('shows who may be meant and why, of this lead’s own school only, and links when a lead says so', async () => {
    const { org, id, iris, robin } = await atTriage();
    expect(await links(org, id)).toEqual([]);
    await iris.press(ASK);
    expect(iris.texts()).toContain('Robyn Vail');
    expect(iris.texts()).toContain('Sounds the same.');
    expect(iris.texts()).toContain('4 Oak, born 4 October 2017');
    // A namesake at the other school, and somebody else.
    expect(iris.texts()).not.toMatch(/3 Larch|Wren/);
    await iris.press('Same child');
    expect(await links(org, id)).toMatchObject([{ child: 0, register: robin, by: 'p-iris' }]);
    expect(iris.texts()).toContain('In the register as');
    expect(iris.texts()).toContain('Robyn Vail');
    expect((await recordOf(org, id)).snapshot.head.tokens).toContain(
      org.deps().keyring.token('child', robin),
    );
  });

  it('looks by another name that the lead knows better', async () => {
    const { iris } = await atTriage();
    await iris.press(ASK);
    await iris.press('Look', { name: 'Wrenn Kaye' });
    expect(iris.texts()).toContain('Wren Kay');
    await iris.press('Look', { name: 'Nobody Likethis' });
    expect(iris.texts()).toContain('Nobody in the register is like that.');
  });

  it('makes an entry for a new child, once, from what is known', async () => {
    const { org, id, iris } = await atTriage();
    await iris.press(ASK);
    await iris.press('New: put them in the register');
    const [link] = await links(org, id);
    if (link === undefined) throw new Error('Nothing was linked');
    expect(await childNow(org.deps(), link.register)).toMatchObject({
      entry: { name: 'Robin Vale', number: '' },
      sites: ['north'],
    });
    // The same press from another screen finds the child there.
    await pressed(org.at('p-nadia'), 'child.new', id, '0');
    expect(await links(org, id)).toEqual([link]);
  });

  it('may be left open, and looked at again', async () => {
    const { org, id, iris } = await atTriage();
    await iris.press(ASK);
    await iris.press('Not sure');
    expect((await stateOf(org, id)).notSure).toEqual([0]);
    await iris.press('Look again');
    await iris.press('Same child');
    expect((await stateOf(org, id)).notSure).toEqual([]);
  });

  it('never links by itself: two leads at once make one link, and the second hears of it', async () => {
    const { org, id, iris, robin, idOf } = await atTriage();
    await iris.press(ASK);
    await iris.press('Same child');
    const nadia = org.at('p-nadia');
    const text = await pressed(nadia, 'child.link', id, `0@${idOf('3')}`);
    expect(text).toContain('It is linked to another child of the register.');
    expect(await links(org, id)).toMatchObject([{ register: robin }]);
  });
});

describe('nobody else sees any of it', () => {
  const VERBS = ['child.match', 'child.new', 'child.unsure', 'child.wrong', 'child.who', 'child.strike'];

  it.each(['p-ada', 'p-lena', 'p-rosa', 'p-tom'])('not %s, by any button', async (person) => {
    const { org, id, robin } = await atTriage();
    const client = org.at(person);
    for (const verb of [...VERBS, 'child.link', 'child.undo', 'child.agree'])
      expect(await pressed(client, verb, id, `0@${robin}`, { reason: 'x' })).toBe(NOTHING);
    expect(await links(org, id)).toEqual([]);
    await client.say('register');
    expect(client.texts().includes(NOTHING)).toBe(person !== 'p-lena');
  });

  it('not a lead who is left out of the case', async () => {
    const { org, id, robin } = await atTriage();
    await runCase(org.deps(), id, () => ({
      ...{ type: 'NamePersonInvolved', at: org.clock.now(), by: PersonId.parse('p-iris') },
      person: PersonId.parse('p-nadia'),
    }));
    const nadia = org.at('p-nadia');
    expect(await pressed(nadia, 'child.match', id, '0')).toBe(NOTHING);
    expect(await pressed(nadia, 'child.link', id, `0@${robin}`)).toBe(NOTHING);
  });

  it('not a senior leader who works the case, whose record has no such line', async () => {
    const { org, id } = await atTriage();
    await org.advance({ hours: 6 });
    const rosa = org.at('p-rosa');
    await openRecord(rosa);
    expect(rosa.texts()).toContain('A bruise.');
    expect(rosa.texts()).not.toContain('register');
    expect(await pressed(rosa, 'child.match', id, '0')).toBe(NOTHING);
  });

  it('and a lead of this school cannot link a child of the other', async () => {
    const { org, id, iris, idOf } = await atTriage();
    expect(await pressed(iris, 'child.link', id, `0@${idOf('9')}`)).toBe(NOTHING);
    expect(await pressed(iris, 'child.link', id, '0@0000000000000000000000000')).toBe(NOTHING);
    expect(await links(org, id)).toEqual([]);
  });

  it('and nothing of a child stands where others read', async () => {
    const { org, id } = await askedToStrike();
    await org.at('p-iris').send(signed({ do: 'child.match', record: id, arg: '0' }), false);
    expect(org.at('p-iris').texts()).not.toContain('Robyn');
    expect(JSON.stringify(org.post.sent)).not.toMatch(/Robyn|Vail|Vale/);
  });
});

describe('this is another child', () => {
  it('is taken back at once while nobody else has read it there, with a reason', async () => {
    const { org, id, iris, robin } = await atTriage();
    await iris.press(ASK);
    await iris.press('Same child');
    // Whoever linked it may look.
    await readsStory(org.deps(), robin, 'p-iris');
    await iris.press('This is another child');
    await iris.press('Take it back');
    expect(iris.texts()).toContain('Please write a few words');
    await iris.press('Take it back', { reason: 'Another class.' });
    expect(iris.texts()).toContain('Taken back.');
    expect(await links(org, id)).toEqual([]);
    expect((await stateOf(org, id)).struck).toEqual([]);
    expect(iris.titles()).toContain(ASK);
  });

  it('asks a second lead once somebody else has read it there', async () => {
    const { org, id, iris } = await readElsewhere();
    await iris.press('This is another child');
    await iris.press('Take it back', { reason: 'It is the other Robin.' });
    expect(iris.texts()).toContain('A second lead is asked to agree.');
    expect(await links(org, id)).toHaveLength(1);
    await org.settle();
    for (const other of ['p-nadia', 'p-owen'])
      expect(JSON.stringify(org.at(other).inbox().at(-1)?.message.card)).toContain("wrong child's story");
    expect(JSON.stringify(iris.inbox().map(({ message }) => message.card))).not.toContain(
      "wrong child's story",
    );
    // Whoever asked cannot answer.
    expect(await pressed(iris, 'child.strike', id, '0')).toBe(NOTHING);
    expect(await pressed(iris, 'child.agree', id, '0')).toBe(NOTHING);
    expect(await links(org, id)).toHaveLength(1);
  });

  it('is not asked of a second lead who read the story before it was linked', async () => {
    const { org, id, iris, robin } = await atTriage();
    await readsStory(org.deps(), robin, 'p-owen');
    await org.advance({ minutes: 1 });
    await iris.press(ASK);
    await iris.press('Same child');
    await iris.press('This is another child');
    await iris.press('Take it back', { reason: 'Another class.' });
    expect(await links(org, id)).toEqual([]);
  });

  it('lists who has read it, and is struck through when they agree', async () => {
    const { org, id, robin } = await askedToStrike();
    const nadia = org.at('p-nadia');
    await nadia.press('Open');
    expect(nadia.texts()).toContain('Iris Kay');
    expect(nadia.texts()).toContain('It is the other Robin.');
    expect(nadia.texts()).toMatch(/In that child's story: .*Owen Pike/);
    expect(nadia.texts()).toMatch(/In the case: .*Iris Kay/);
    await nadia.press('Agree: strike it through');
    const { struck, links: left } = await stateOf(org, id);
    expect(left).toEqual([]);
    expect(struck).toMatchObject([
      {
        register: robin,
        by: 'p-iris',
        agreedBy: 'p-nadia',
        seenBy: ['p-owen'],
        reason: 'It is the other Robin.',
      },
    ]);
    const { tokens } = (await recordOf(org, id)).snapshot.head;
    expect(tokens).not.toContain(org.deps().keyring.token('child', robin));
    expect(eventsOf(await recordOf(org, id)).map(({ type }) => type)).toContain('RecordOpened');
  });

  it('stays when they decline, which needs a reason', async () => {
    const { org, id } = await askedToStrike();
    const nadia = org.at('p-nadia');
    await nadia.press('Open');
    await nadia.press('Decline: it stays');
    expect(nadia.texts()).toContain('Please write a few words');
    await nadia.press('Decline: it stays', { reason: 'It is this Robin.' });
    expect(nadia.texts()).toContain('Kept.');
    expect(await links(org, id)).toMatchObject([{ by: 'p-iris' }]);
    expect((await links(org, id))[0]?.strike).toBeUndefined();
    // The other who was asked finds it answered.
    expect(await pressed(org.at('p-owen'), 'child.agree', id, '0')).toBe(NOTHING);
  });

  it('goes to the independent role where nobody else leads or works the case', async () => {
    const { org, id } = await askedToStrike();
    for (const person of ['p-nadia', 'p-owen', 'p-rosa'])
      await runCase(org.deps(), id, () => ({
        ...{ type: 'NamePersonInvolved', at: org.clock.now(), by: PersonId.parse('p-iris') },
        person: PersonId.parse(person),
      }));
    await org.settle();
    const vera = org.at('p-vera');
    await vera.press('Open');
    expect(vera.texts()).toContain('It is the other Robin.');
    await vera.press('Agree: strike it through');
    expect(vera.texts()).toContain('Struck through.');
    expect((await stateOf(org, id)).struck).toMatchObject([{ agreedBy: 'p-vera' }]);
    expect(vera.texts()).not.toContain('A bruise');
  });
});
