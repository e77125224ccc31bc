import { rmSync } from 'node:fs';
import { eventsOf } from '../../src/application/case-store.ts';
import type { Json, Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { textsOf } from '../support/check-card.ts';
import { caseIdIn, fillForm, openRecord, recordOf, report, stateOf, typesIn } from '../support/concern.ts';
import { faultyStore, type When } from '../support/faulty-store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';
import { freshFolder, sealed, organisation as sealedFor } from '../support/stores.ts';

const asText = (client: Client) => JSON.stringify(client.card());
const cardsSentTo = (org: Organisation, id: string) =>
  org.post.reached(org.boxesOf(id)).filter(({ type }) => type === 'send');
const isWhole = async (org: Organisation, id: RecordId) => {
  const record = await recordOf(org, id);
  return eventsOf(record).length === record.state.events;
};

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

describe('a crash between a commit and the card', () => {
  it('sends the card when the worker comes back, once', async () => {
    const org = await organisation('two-schools');
    let crashes = 1;
    org.post.hooks.fault = () => {
      crashes -= 1;
      if (crashes >= 0) throw new Error('killed');
      return undefined;
    };
    await report(org, 'p-ada');
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(0);
    org.restart();
    await org.advance({ minutes: 1 });
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(1);
  });

  it.each(['the card arrived and was not written down', 'the platform never said'])(
    'sends it once more and says so, when %s',
    async (how) => {
      const faulty = faultyStore(memoryStore());
      const org = await organisation('two-schools', { store: faulty.store });
      const ada = org.at('p-ada');
      await fillForm(ada);
      await ada.press('Send it');
      // "sending" is the first write of the delivery, "sent" the second.
      if (how.startsWith('the card')) faulty.failAt(2, 'before');
      let silent = how.startsWith('the platform') ? 1 : 0;
      org.post.hooks.fault = () => {
        silent -= 1;
        return silent >= 0 ? { type: 'ambiguous', code: 'timeout' } : undefined;
      };
      await org.settle();
      org.restart();
      await org.advance({ minutes: 2 });
      const cards = cardsSentTo(org, 'p-iris').map(({ message }) => textsOf(message.card).join('\n'));
      expect(cards).toHaveLength(2);
      expect(cards[0]).not.toContain('Sent again');
      expect(cards[1]).toContain('Sent again, because the first may not have arrived.');
      await org.advance({ minutes: 20 });
      expect(cardsSentTo(org, 'p-iris')).toHaveLength(2);
    },
  );

  it('waits as long as the platform asks, and then sends it', async () => {
    const org = await organisation('two-schools');
    org.post.hooks.fault = (to) =>
      to === 'U000000010' ? { type: 'throttled', retryAfterMs: 90_000 } : undefined;
    await report(org, 'p-ada');
    org.post.hooks.fault = undefined;
    await org.advance({ seconds: 89 });
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(0);
    await org.advance({ seconds: 1 });
    expect(cardsSentTo(org, 'p-iris')).toHaveLength(1);
  });
});

/** Presses, and when it could not be saved presses what stands there then, as somebody would who reads it. */
async function untilDone(client: Client, title: string, typed: Record<string, string>): Promise<void> {
  await client.press(title, typed);
  const answer = client.answer();
  const failed =
    JSON.stringify(answer).includes('Not saved yet.') || asText(client).includes('That did not work');
  if (!failed) return;
  // All that was typed is there again.
  for (const text of Object.values(typed)) expect(asText(client)).toContain(text);
  const again = ['Try again', title].find((each) => client.titles().includes(each));
  // A private view that only says so is left, and the message opened once more.
  if (again === undefined) await client.press('Open');
  if (again !== undefined || client.titles().includes(title)) await client.press(again ?? title, {});
}

const WRITES = 16;
const FAULTS = Array.from({ length: WRITES }, (_, n) => n + 1).flatMap((n) =>
  (['before', 'after'] as const).map((when): readonly [number, When] => [n, when]),
);

describe('a store that fails at one write', () => {
  it.each(FAULTS)('number %i, %s it took effect: nothing by halves, and no word lost', async (at, when) => {
    const faulty = faultyStore(memoryStore());
    const org = await organisation('two-schools', { store: faulty.store });
    const ada = org.at('p-ada');
    await ada.say('report concern');
    faulty.failAt(at, when);
    await untilDone(ada, 'Not today', {});
    await untilDone(ada, 'Continue', { 'name-1': 'Robin Vale', adult: 'no' });
    await untilDone(ada, 'Continue', { about: 'told' });
    await untilDone(ada, 'Continue', { seen: 'A bruise.', heard: 'saw', when: 'about' });
    const id = await caseIdIn(org, 'p-ada');
    await untilDone(ada, 'Send it', {});
    expect(ada.texts()).toContain('Saved, today');
    await org.advance({ minutes: 3 });
    const iris = org.at('p-iris');
    await untilDone(iris, 'Open', {});
    if (iris.titles().includes('Read the record')) await untilDone(iris, 'Read the record', {});
    await untilDone(iris, 'I have this', {});
    await untilDone(iris, 'Add a note', {});
    await untilDone(iris, 'Save the note', { text: 'Called home.' });
    await org.advance({ minutes: 5 });
    expect(faulty.writes()).toBeGreaterThan(WRITES - 1);
    expect(await isWhole(org, id)).toBe(true);
    const types = await typesIn(org, id);
    expect(types.filter((type) => type === 'ConcernReported')).toHaveLength(1);
    expect(types.filter((type) => type === 'CaseTaken')).toHaveLength(1);
    // Saved and not told so: the note may stand twice, and is never missing.
    expect([1, 2]).toContain(types.filter((type) => type === 'NoteAdded').length);
    const cards = cardsSentTo(org, 'p-iris');
    expect(cards.length === 1 || JSON.stringify(cards.at(-1)).includes('Sent again')).toBe(true);
  });

  it('gives back even what no card can show whole, and never falls over it', async () => {
    const faulty = faultyStore(memoryStore());
    const org = await organisation('two-schools', { store: faulty.store });
    await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('Add a note');
    const save = press(iris.card(), 'Save the note', { text: '語'.repeat(3000), present: 'p'.repeat(300) });
    const hostile = {
      ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`made-up-${n}`, '\u0001'.repeat(3000)])),
      '': 'x',
      ['i'.repeat(300)]: 'x',
    };
    faulty.failAt(1, 'before');
    const answer = await iris.send(save);
    expect(answer.type).toBe('keep-form');
    expect(asText(iris)).toContain('語'.repeat(3000));
    faulty.failAt(1, 'before');
    await iris.send({ ...save, inputs: { ...save.inputs, ...hostile } });
    expect(iris.texts()).toContain('999');
    expect(asText(iris)).toContain('語'.repeat(3000));
    // However deep a nul is escaped, and however long a name.
    faulty.failAt(1, 'before');
    await iris.send({ ...save, inputs: { ...hostile, text: 'x' } });
    expect(iris.texts()).toContain('999');
  });
});
