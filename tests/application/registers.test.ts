import { RequestEvent } from '../../src/domain/request/events.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { press as pressOn } from '../support/press.ts';
import { consents, looksUp, schoolsWithRegisters, sends, YES } from '../support/registers.ts';
import { opens } from '../support/staff-forms.ts';

const NONE = 'No consent is recorded.';
const NOTHING = 'There is nothing here for you.';
const STANDS = 'Saved. It stands in the register.';
const PICTURE = { occasion: 'The science week', pupils: 'Robin Vale, 5B' };

const pressOf = (client: Client, title: string, typed: Readonly<Record<string, string>>) =>
  pressOn(client.card(), title, typed);

/** The answer to whoever asked to take pictures, and the card of whoever says yes or no. */
async function asksForPicture(org: Organisation, pupils = PICTURE.pupils) {
  const ada = await sends(org, 'p-ada', 'take pictures', { ...PICTURE, pupils });
  const told = ada.texts();
  return { told, vera: await opens(org.at('p-vera')) };
}

describe('what is written down', () => {
  it('stands at once and asks nobody, and is found by name', async () => {
    const org = await schoolsWithRegisters();
    const jo = await consents(org);
    expect(jo.texts()).toContain(STANDS);
    expect(org.directory.people.flatMap(({ id }) => org.at(id).inbox())).toEqual([]);
    const ada = await looksUp(org, 'p-ada', 'robin vale');
    expect(ada.texts()).toContain('It stands.');
    expect(ada.texts()).toMatch(/In pictures\?:? ?Yes/);
    expect(ada.texts()).toContain('Jo Kemp');
  });

  it('says so where nothing is recorded, and asks for a name', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    expect((await looksUp(org, 'p-ada', 'Robin Vail')).texts()).toContain(NONE);
    expect((await looksUp(org, 'p-ada', '', '5B')).texts()).toContain('Type a name first.');
    // In another class it is another child: said, and not taken for the same.
    const other = await looksUp(org, 'p-ada', 'Robin Vale', '6B');
    expect(other.texts()).toContain(NONE);
    expect(other.texts()).toContain('Recorded under that name, in another class:');
  });

  it('is for those who keep it: nobody else has the form, in the list or by its words', async () => {
    const org = await schoolsWithRegisters();
    const ada = org.at('p-ada');
    await ada.say('forms');
    expect(ada.titles()).not.toContain('Write down what parents agreed to');
    await ada.say('record consent');
    expect(ada.texts()).toBe(NOTHING);
    const jo = org.at('p-jo');
    await jo.say('forms');
    expect(jo.titles()).toContain('Write down what parents agreed to');
    // A form that somebody else had open.
    await jo.say('record consent');
    await ada.send(pressOf(jo, 'Save it', { 'field-pupil': 'Robin Vale, 5B', 'field-pictures': 'Yes' }));
    expect(ada.texts()).toBe(NOTHING);
    expect((await looksUp(org, 'p-ada', 'Robin Vale')).texts()).toContain(NONE);
  });

  it('is one child, with a class, and one of the answers that are offered', async () => {
    const org = await schoolsWithRegisters();
    for (const [boxes, said] of [
      [{ pupil: 'Robin Vale' }, 'Write a name and a class'],
      [{ pupil: 'Robin Vale, 5B\nSam Lee, 5B' }, 'One child on each form.'],
      [{ pictures: 'Perhaps' }, 'Choose one of the answers on the list.'],
      [{ pupil: '' }, 'Which pupil?'],
    ] as const) {
      const jo = await consents(org, { ...YES, ...boxes });
      expect(jo.texts()).toContain(said);
    }
    // The same child twice in the box is one.
    const jo = await consents(org, { ...YES, pupil: 'Robin Vale, 5B\nrobin vale, 5b' });
    expect(jo.texts()).toContain(STANDS);
  });

  it('is taken for the same child only if somebody says so', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const ben = org.at('p-ben');
    await ben.say('consent');
    const jo = await consents(org, { ...YES, pictures: 'No' });
    expect(jo.texts()).toContain('This name and class are recorded already.');
    expect(jo.answer().type).toBe('keep-form');
    await jo.press('Save it', { same: 'yes', 'field-pictures': 'No', 'field-pupil': YES.pupil });
    expect(jo.texts()).toContain(STANDS);
    const ada = await looksUp(org, 'p-ada', 'Robin Vale');
    expect(ada.texts()).toMatch(/In pictures\?:? ?No/);
    // Whoever still has the earlier one open reads that it is not the newest.
    await ben.press('Open');
    expect(ben.texts()).toContain('Something newer took its place.');
    // Another child of that name and class gets something that tells them apart.
    expect((await consents(org, { ...YES, pupil: 'Robin M. Vale, 5B' })).texts()).toContain(STANDS);
    await ada.say('consent');
    expect(ada.titles().filter((title) => title === 'Open')).toHaveLength(2);
  });

  it('of two who share a name is asked for by class', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    await consents(org, { pupil: 'Robin Vale, 6A', pictures: 'No' });
    const ada = await looksUp(org, 'p-ada', 'Robin Vale');
    expect(ada.texts()).toContain('The class tells them apart.');
    await ada.press('Look', { name: 'Robin Vale', class: '6a' });
    expect(ada.texts()).toMatch(/In pictures\?:? ?No/);
  });

  it('sent twice is one entry', async () => {
    const org = await schoolsWithRegisters();
    const jo = org.at('p-jo');
    await jo.say('record consent');
    const sent = pressOf(jo, 'Save it', { 'field-pupil': YES.pupil, 'field-pictures': 'Yes' });
    await jo.send(sent);
    org.restart();
    await jo.send(sent);
    expect(jo.texts()).toContain(STANDS);
    await jo.say('consent');
    expect(jo.titles().filter((title) => title === 'Open')).toHaveLength(1);
  });

  it('never touches the sealed register of children', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const { store, keyring } = org.deps();
    for (const { id } of org.deps().organisation.sites)
      expect((await store.byToken(keyring.token('children', id))).items).toEqual([]);
  });
});

describe('a request that needs consent', () => {
  it('names whoever has none to the asker, and gets no yes', async () => {
    const org = await schoolsWithRegisters();
    const { told, vera } = await asksForPicture(org);
    expect(told).toContain('No consent is recorded. Missing for: Robin Vale, 5B');
    expect(vera.texts()).toContain('Missing for: Robin Vale, 5B');
    await vera.press('Approve');
    expect(vera.texts()).toContain('You cannot say yes yet.');
    expect(vera.titles()).toContain('Decline');
    await vera.press('Decline', { reason: 'Ask the parents first.' });
    expect(vera.texts()).toContain('Declined.');
  });

  it('gets its yes once the consent is recorded, by the same card', async () => {
    const org = await schoolsWithRegisters();
    const { vera } = await asksForPicture(org);
    await vera.press('Approve');
    await consents(org);
    await vera.press('Approve');
    expect(vera.texts()).toContain('Approved. It stands until 24 November 2027.');
    expect(vera.texts()).not.toContain('Missing for');
  });

  it.each([
    ['was refused', { ...YES, pictures: 'No' }, 'Robin Vale, 5B'],
    ['is of another class', { ...YES, pupil: 'Robin Vale, 6B' }, 'Robin Vale, 5B'],
  ])('that %s gets no yes', async (_, consent, missing) => {
    const org = await schoolsWithRegisters();
    await consents(org, consent);
    const { told, vera } = await asksForPicture(org);
    expect(told).toContain(`Missing for: ${missing}`);
    await vera.press('Approve');
    expect(vera.texts()).toContain('You cannot say yes yet.');
  });

  it('names those who lack it and no others', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    await consents(org, { ...YES, pupil: 'Sam Lee, 5B' });
    const { told } = await asksForPicture(org, 'Robin Vale, 5B\nSam Lee, 5B\nAlex Reed, 5B\nNoor Hale, 5C');
    expect(told).toContain('Missing for: Alex Reed, 5B and Noor Hale, 5C');
    expect(told).not.toMatch(/Missing for:[^\n]*(Robin|Sam)/);
  });

  it('loses it when the consent is taken back before anybody has answered', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const { told, vera } = await asksForPicture(org);
    expect(told).not.toContain('Missing for');
    const jo = await looksUp(org, 'p-jo', 'Robin Vale', '5B');
    await jo.press('End it', { why: 'The mother wrote to us.' });
    await vera.press('Approve');
    expect(vera.texts()).toContain('You cannot say yes yet.');
  });

  it('that was allowed says so when the consent is taken back afterwards', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const { vera } = await asksForPicture(org);
    await vera.press('Approve');
    await vera.say('allowed pictures');
    await vera.press('Open');
    expect(vera.texts()).not.toContain('Missing for');
    const jo = await looksUp(org, 'p-jo', 'Robin Vale', '5B');
    await jo.press('End it', { why: 'The mother wrote to us.' });
    await vera.say('allowed pictures');
    await vera.press('Open');
    expect(vera.texts()).toContain('No consent is recorded. Missing for: Robin Vale, 5B');
  });

  it('with nobody in it needs none (control)', async () => {
    const org = await schoolsWithRegisters();
    const { told, vera } = await asksForPicture(org, '');
    expect(told).not.toContain('Missing for');
    await vera.press('Approve');
    expect(vera.texts()).toContain('Approved.');
  });
});

it('keeps names out of every message and out of what is in the clear', async () => {
  const org = await schoolsWithRegisters();
  await consents(org);
  await asksForPicture(org, 'Robin Vale, 5B\nAlex Reed, 5B');
  const sent = JSON.stringify(org.directory.people.flatMap(({ id }) => org.at(id).inbox()));
  expect(sent).toContain('A colleague has asked for something.');
  expect(sent).not.toMatch(/Robin|Vale|Alex|Reed/);
  expect(JSON.stringify(org.log.lines)).not.toMatch(/Robin|Vale|Alex|Reed/);
  const { store, keyring } = org.deps();
  const [north] = org.deps().organisation.sites;
  if (north === undefined) throw new Error('No site');
  const { items } = await store.byToken(keyring.token('register:consents', north.id));
  const heads = await Promise.all(items.map(({ id }) => store.read(id, { events: true })));
  expect(
    heads.flatMap((each) => each?.events ?? []).map(({ body }) => RequestEvent.parse(body).type),
  ).toEqual(['RequestMade', 'RequestDone']);
  for (const each of heads) expect(JSON.stringify(each?.head.tokens)).not.toMatch(/robin|vale|5b/i);
});
