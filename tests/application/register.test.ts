import {
  childEventsOf,
  childMadeAt,
  readChild,
  runChild,
} from '../../src/application/children/child-store.ts';
import { emptyEntry } from '../../src/domain/child/entry.ts';
import { type ChildId, RecordId, SiteId } from '../../src/domain/ids.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { childNow, listed, withRegister } from '../support/register.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';

async function school() {
  const org = await organisation('two-schools');
  const idOf = await withRegister(org.deps());
  const iris = org.at('p-iris');
  await iris.say('register');
  return { org, idOf, iris, robin: idOf('1') };
}
const typesIn = async (org: Organisation, id: ChildId) => {
  const child = await readChild(org.deps(), id, true);
  return child && childEventsOf(child).map(({ type }) => type);
};

it('finds a child by a name that is typed in the form, and writes down that it was read', async () => {
  const { org, iris, robin } = await school();
  await iris.press('Look', { name: 'Robin Vale' });
  expect(iris.texts()).toContain('Robyn Vail');
  expect(iris.texts()).not.toContain('3 Larch');
  await iris.press('Open');
  expect(iris.texts()).toContain('Brothers and sisters: Tom Vail');
  expect(iris.texts()).toContain('Year or group: 4 Oak');
  expect(await typesIn(org, robin)).toEqual(['ChildEntered', 'EntryOpened']);
});

it('looks for nothing where nothing was typed, and says when nobody is like it', async () => {
  const { iris } = await school();
  await iris.press('Look');
  expect(iris.titles()).toEqual(['Look', 'Shared with me']);
  await iris.press('Look', { name: 'Zebedee Quirk' });
  expect(iris.texts()).toContain('Nobody in the register is like that.');
});

it('takes no name from chat: what stands behind the word is let fall', async () => {
  const { iris } = await school();
  await iris.say('register robyn vail');
  expect(iris.texts()).toContain('Find a child in the register');
  expect(iris.texts()).not.toContain('Robyn');
});

it('is changed by a lead, a fact at a time, and says so', async () => {
  const { org, iris, robin } = await school();
  await iris.press('Look', { name: 'Robyn Vail' });
  await iris.press('Open');
  await iris.press('Change');
  await iris.press('Save', {
    known: 'Rob',
    plan: 'child-protection',
    care: 'was',
    contact: 'Grant Thorn\n\n Rex Thorn ',
    parents: 'Petra Vail',
    worker: 'Carys Lunt',
  });
  expect(iris.texts()).toContain('Saved.');
  expect(iris.texts()).toContain('Plan: Child protection plan');
  expect(iris.texts()).toContain('No contact: Grant Thorn; Rex Thorn');
  expect((await childNow(org.deps(), robin)).entry).toMatchObject({
    ...{ name: 'Robyn Vail', knownAs: 'Rob', group: '4 Oak', born: '2017-10-04', plan: 'child-protection' },
    ...{ lookedAfter: 'was', noContact: ['Grant Thorn', 'Rex Thorn'], responsibility: ['Petra Vail'] },
    socialWorker: 'Carys Lunt',
  });
  expect(await typesIn(org, robin)).toContain('EntryChanged');
  await iris.press('Change');
  await iris.press('Save');
  expect(iris.texts()).toContain('Nothing was different');
  // What was taken out is gone; what was not in the form stays.
  await iris.press('Change');
  await iris.press('Save', { known: '', contact: '' });
  expect((await childNow(org.deps(), robin)).entry).toMatchObject({
    knownAs: '',
    noContact: [],
    plan: 'child-protection',
  });
});

it('keeps what was typed where an answer is too long', async () => {
  const { org, iris, robin } = await school();
  await iris.press('Look', { name: 'Robyn Vail' });
  await iris.press('Open');
  await iris.press('Change');
  await iris.press('Save', { contact: 'x'.repeat(121), worker: 'Carys Lunt' });
  expect(iris.answer().type).toBe('keep-form');
  expect(JSON.stringify(iris.card())).toContain('Carys Lunt');
  expect((await childNow(org.deps(), robin)).entry.noContact).toEqual([]);
});

it.each(['p-ada', 'p-rosa', 'p-lena'])('is closed to %s, whether the child exists or not', async (person) => {
  const { org, robin } = await school();
  const client = org.at(person);
  for (const verb of ['child.entry', 'child.edit', 'child.save'])
    for (const record of [robin, '00000000000000000000000000', 'nonsense']) {
      await client.send(signed({ do: verb, record }, { known: 'X' }, `${verb}-${record}`));
      expect(client.texts()).toBe(NOTHING);
    }
  expect(await typesIn(org, robin)).toEqual(['ChildEntered']);
  // A lead of the other school has a register of their own, and nobody of this one in it.
  await client.send(signed({ do: 'child.find' }, { name: 'Robyn Vail' }));
  expect(client.texts()).not.toMatch(/Robyn|4 Oak/);
});

it('opens a child of two sites to both, and names no brother of a site that is not theirs', async () => {
  const org = await organisation('two-schools');
  await withRegister(org.deps(), [
    listed('1', 'Reed Lisle', { sites: ['north', 'south'], siblings: ['2'] }),
    listed('2', 'Dale Lisle'),
  ]);
  const lena = org.at('p-lena');
  await lena.say('register');
  await lena.press('Look', { name: 'Reed Lisle' });
  await lena.press('Open');
  expect(lena.texts()).toContain('Brothers and sisters: of another site');
  expect(lena.texts()).not.toContain('Dale');
});

it('stands in nothing that others read', async () => {
  const { iris, robin } = await school();
  await iris.send(signed({ do: 'child.entry', record: robin }), false);
  expect(iris.texts()).toBe(NOTHING);
});

it('lets a lead name a child who was put in at triage, and not one of the list', async () => {
  const { org, iris, robin } = await school();
  const { deps, made } = {
    deps: org.deps(),
    made: childMadeAt(org.deps(), RecordId.parse('r'.repeat(26)), 0, 0),
  };
  const act = { at: org.clock.now(), by: iris.person.id };
  await runChild(deps, made, () => ({
    ...{ type: 'EnterChild', ...act, from: 'triage' },
    ...{ entry: emptyEntry('About eight, red coat'), sites: [SiteId.parse('north')] },
  }));
  await iris.send(signed({ do: 'child.edit', record: made }));
  await iris.press('Save', { name: 'Newt Fallow', born: '2018-02-02' });
  expect((await childNow(deps, made)).entry).toMatchObject({ name: 'Newt Fallow', born: '2018-02-02' });
  await iris.send(signed({ do: 'child.save', record: robin }, { name: 'Newt Fallow', group: '5 Oak' }));
  expect((await childNow(deps, robin)).entry).toMatchObject({ name: 'Robyn Vail', group: '5 Oak' });
});
