import { eventsOf } from '../../src/application/case/case-store.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { caseIdIn, fillForm, openRecord, recordOf, report, typesIn } from '../support/concern.ts';
import { faultyStore, type When } from '../support/faulty-store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';

const asText = (client: Client) => JSON.stringify(client.card());
const cardsSentTo = (org: Organisation, id: string) =>
  org.post.reached(org.boxesOf(id)).filter(({ type }) => type === 'send');
const isWhole = async (org: Organisation, id: RecordId) => {
  const record = await recordOf(org, id);
  return eventsOf(record).length === record.state.events;
};

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
