import { rmSync } from 'node:fs';
import type { Json, Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { caseIdIn, fillForm, openRecord, recordOf, report, stateOf, typesIn } from '../support/concern.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';
import { freshFolder, sealed, organisation as sealedFor } from '../support/stores.ts';

const asText = (client: Client) => JSON.stringify(client.card());
const cardsSentTo = (org: Organisation, id: string) =>
  org.post.reached(org.boxesOf(id)).filter(({ type }) => type === 'send');

describe('the same press, again and again', () => {
  it('fifty at once are one report and one card for each reader', async () => {
    const org = await organisation('two-schools');
    const ada = org.at('p-ada');
    await fillForm(ada);
    const id = await caseIdIn(org, 'p-ada');
    const send = press(ada.card(), 'Send it');
    const many = Array.from({ length: 50 }, () => org.at('p-ada'));
    const answers = await Promise.all(many.map((each) => each.send(send)));
    await org.settle();
    expect(await typesIn(org, id)).toEqual(['ConcernReported', 'RouteChosen']);
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(1);
    expect(answers.every(({ type }) => type === 'card')).toBe(true);
    expect(many.every((each) => each.texts().includes('Saved, today 10:05.'))).toBe(true);
  });

  it('fifty one after another are no more, also after the draft is gone and days later', async () => {
    const org = await organisation('two-schools');
    const ada = org.at('p-ada');
    await fillForm(ada);
    const id = await caseIdIn(org, 'p-ada');
    const send = press(ada.card(), 'Send it');
    for (let n = 0; n < 50; n += 1) {
      await ada.send(send);
      if (n === 25) await org.advance({ hours: 72 });
    }
    await org.settle();
    expect((await typesIn(org, id)).filter((type) => type === 'ConcernReported')).toHaveLength(1);
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(1);
    expect(ada.texts()).toContain('This was sent already.');
  });

  it('a note saved twice by one button is one note, and another button is another', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Add a note');
    const save = press(iris.card(), 'Save the note', { text: 'Called home.' });
    await Promise.all(Array.from({ length: 20 }, () => org.at('p-iris').send(save)));
    expect((await typesIn(org, id)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
    await iris.press('Back to the record');
    await iris.press('Add a note');
    await iris.press('Save the note', { text: 'Called home.' });
    expect((await typesIn(org, id)).filter((type) => type === 'NoteAdded')).toHaveLength(2);
  });

  it('two people who take it at once: one has it, and the other is told', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await org.advance({ minutes: 31 });
    const [nadia, owen] = [org.at('p-nadia'), org.at('p-owen')];
    const take = press(nadia.inbox().at(-1)?.message.card ?? nadia.card(), 'I have this');
    await Promise.all([nadia.send(take), owen.send(take)]);
    expect((await typesIn(org, id)).filter((type) => type === 'CaseTaken')).toHaveLength(1);
    expect([nadia.texts(), owen.texts()].join()).toContain('Somebody else has it already.');
    await nadia.press('Read the record').catch(() => nadia);
    expect(await stateOf(org, id)).toMatchObject({ progress: { status: 'owned' } });
  });
});

describe('an old button', () => {
  it('closes nothing that changed since its form was opened', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', { ticks: { also: 'feeling' } });
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Close');
    const close = press(iris.card(), 'Close it', { reason: 'Done.', confirmed: 'yes' });
    const ada = org.at('p-ada');
    await ada.say('my reports');
    await ada.press('Open');
    await ada.press('Add something');
    await ada.press('Send it', { text: 'There is more.' });
    await iris.send(close);
    expect((await stateOf(org, id)).progress.status).not.toBe('closed');
    expect(asText(iris)).toContain('Done.');
  });

  it('is told how things stand, once the case is closed to them', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Add a note');
    const save = press(iris.card(), 'Save the note', { text: 'Late.' });
    await iris.press('Back to the record');
    await iris.press('I am connected to one of them: pass it on');
    await iris.send(save);
    expect(iris.texts()).toBe('There is nothing here for you.');
    expect(await typesIn(org, id)).not.toContain('NoteAdded');
  });
});

describe('a forged button', () => {
  it('changes nothing and is told nothing', async () => {
    const org = await organisation('two-schools');
    const [first, second] = [await report(org, 'p-ada'), await report(org, 'p-ben')];
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    const versions = async () => [
      (await recordOf(org, first)).version,
      (await recordOf(org, second)).version,
    ];
    const before = await versions();
    await iris.press('Add a note');
    const save = press(iris.card(), 'Save the note', { text: 'Forged.' });
    const other = save.record === first ? second : first;
    for (const forged of [
      { ...save, record: other },
      { ...save, do: 'case.ask', inputs: { question: 'Forged?' } },
      { ...save, arg: 'note@1' },
      { ...save, actionId: 'another' },
      { ...save, sig: '' },
      { ...save, sig: (save.sig ?? '').toLowerCase() },
      { do: save.do, record: first, inputs: save.inputs },
    ]) {
      await iris.send(forged);
      expect(iris.texts()).toContain('That button is from an older message.');
    }
    expect(await versions()).toEqual(before);
  });
});

/** From the first word to a case that is taken, noted and asked about. */
async function journey(org: Organisation, between: () => Promise<void> | void): Promise<RecordId> {
  const ada = org.at('p-ada');
  const steps: readonly (readonly [Client, string, Record<string, string>?])[] = [
    [ada, 'Not today'],
    [ada, 'Continue', { 'name-1': 'Robin Vale', adult: 'no' }],
    [ada, 'Continue', { about: 'told' }],
    [ada, 'Continue', { seen: 'A bruise.', heard: 'saw', when: 'about' }],
  ];
  await ada.say('report concern');
  for (const [client, title, typed] of steps) {
    await client.press(title, typed);
    await between();
  }
  const id = await caseIdIn(org, 'p-ada');
  await ada.press('Send it');
  await between();
  await org.settle();
  await between();
  const iris = org.at('p-iris');
  const work: readonly (readonly [string, Record<string, string>?])[] = [
    ['Open'],
    ['Read the record'],
    ['I have this'],
    ['Add a note'],
    ['Save the note', { text: 'Called home.' }],
    ['Ask the reporter'],
    ['Send the question', { question: 'Which arm?' }],
  ];
  for (const [title, typed] of work) {
    await iris.press(title, typed);
    await between();
  }
  await org.settle();
  await between();
  await ada.say('my reports');
  await ada.press('Open');
  await ada.press('Add something');
  await ada.press('Send it', { text: 'The left.' });
  await between();
  await org.settle();
  return id;
}

/** No key, no head is remembered from one call to the next. */
const forgetful = (raw: Store<string>): Store<Json> => ({
  ...sealed(raw),
  read: (id, options) => sealed(raw).read(id, options),
  commit: (change) => sealed(raw).commit(change),
  saveDelivery: (record, delivery) => sealed(raw).saveDelivery(record, delivery),
});

describe('a restart', () => {
  it('between any two steps changes nothing', async () => {
    const plain = await organisation('two-schools');
    const expected = await typesIn(plain, await journey(plain, () => undefined));
    const folder = freshFolder();
    const raw = openSqliteStore({ folder, organisation: sealedFor });
    const org = await organisation('two-schools', { store: forgetful(raw) });
    const id = await journey(org, org.restart);
    expect(await typesIn(org, id)).toEqual(expected);
    expect(org.post.sent.map(({ to, type }) => `${type} ${to}`)).toEqual(
      plain.post.sent.map(({ to, type }) => `${type} ${to}`),
    );
    await raw.close();
    rmSync(folder, { recursive: true });
  });
});
