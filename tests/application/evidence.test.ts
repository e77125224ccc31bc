import { rmSync } from 'node:fs';
import { eventsOf } from '../../src/application/case/case-store.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { openRecord, recordOf, report, typesIn } from '../support/concern.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { freshFolder, sealed, organisation as sealedFor } from '../support/stores.ts';
import { signed } from '../support/transcript.ts';

const STORY = { name: 'Robin Vale', seen: 'A bruise.' };
const shows = (client: Client): boolean =>
  Object.values(STORY).some((text) => JSON.stringify(client.card()).includes(text));
const openings = async (org: Organisation, id: RecordId) =>
  eventsOf(await recordOf(org, id)).filter((event) => event.type === 'RecordOpened');

/** Every way to see something of the story; the last four are buttons of a record that somebody else has open. */
const WAYS = [
  { do: 'case.open' },
  { do: 'case.read' },
  { do: 'case.take' },
  { do: 'case.record', arg: '0' },
  { do: 'case.history', arg: '0' },
  { do: 'case.copy', arg: '0' },
  { do: 'case.note' },
] as const;

describe('an opening', () => {
  it.each(WAYS)('is written down before anything of the record is shown: %o', async (way) => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const nadia = org.at('p-nadia');
    await nadia.send(signed({ ...way, record: id }, way.do === 'case.note' ? { text: 'Seen.' } : {}));
    const seen = shows(nadia);
    const written = await openings(org, id);
    expect({ seen, openings: written.length > 0 }).toEqual({ seen: true, openings: true });
    expect(written[0]).toMatchObject({ by: 'p-nadia', at: org.clock.now() });
  });

  it.each(WAYS)('that cannot be written down shows nothing: %o', async (way) => {
    const faulty = faultyStore(memoryStore());
    const org = await organisation('two-schools', { store: faulty.store });
    const id = await report(org, 'p-ada');
    const nadia = org.at('p-nadia');
    faulty.failAt(1, 'before');
    await nadia.send(signed({ ...way, record: id }, way.do === 'case.note' ? { text: 'Seen.' } : {}));
    expect(shows(nadia)).toBe(false);
    expect(await openings(org, id)).toEqual([]);
  });

  it('is written down each time, with who and when', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    for (let n = 0; n < 3; n += 1) {
      await org.advance({ minutes: 1 });
      await iris.send(signed({ do: 'case.open', record: id }));
    }
    expect((await openings(org, id)).map(({ at, by }) => `${by} ${at}`)).toEqual([
      'p-iris 2026-11-24T10:06:00.000Z',
      'p-iris 2026-11-24T10:07:00.000Z',
      'p-iris 2026-11-24T10:08:00.000Z',
    ]);
  });

  it('in a channel shows nothing there', async () => {
    const org = await organisation('two-schools');
    await org.bindChannel(['p-iris', 'p-nadia', 'p-owen', 'p-rosa']);
    const id = await report(org, 'p-ada');
    const nadia = org.at('p-nadia');
    for (const way of WAYS) {
      await nadia.send(signed({ ...way, record: id }, { text: 'x' }), false);
      expect(shows(nadia)).toBe(false);
    }
  });
});

describe('what was recorded', () => {
  it('is one chain without gaps, each link sealed to the one before', async () => {
    const folder = freshFolder();
    const raw = openSqliteStore({ folder, organisation: sealedFor });
    const org = await organisation('two-schools', { store: sealed(raw) });
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await iris.press('Add a note');
    await iris.press('Save the note', { text: 'Called home.' });
    const found = await raw.read(id, { events: true });
    const links = (found?.events ?? []).map(({ seq, body }) => ({ seq, ...JSON.parse(body) }));
    expect(links.map(({ seq }) => seq)).toEqual(links.map((_, n) => n + 1));
    expect(links.slice(1).map(({ prev }) => prev)).toEqual(links.slice(0, -1).map(({ hash }) => hash));
    expect(JSON.parse(found?.head.body ?? '{}').last).toBe(links.at(-1)?.hash);
    expect(links.length).toBe((await recordOf(org, id)).state.events);
    await raw.close();
    rmSync(folder, { recursive: true });
  });

  it('says of every decision who, when and why', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const iris = org.at('p-iris');
    await openRecord(iris);
    await iris.press('I have this');
    await org.advance({ minutes: 7 });
    await iris.press('Open');
    const decide = buttonsOf(iris.card()).find(({ title }) => title === 'Decide');
    await iris.send(signed(decide?.data ?? { do: '' }, {}, 'form'));
    await iris.press('Save the decision', { answer: 'Help from us', reason: '' });
    expect(await typesIn(org, id)).not.toContain('DecisionMade');
    await iris.press('Save the decision', { answer: 'Help from us', reason: 'It is within the family.' });
    const events = eventsOf(await recordOf(org, id));
    expect(events.find(({ type }) => type === 'DecisionMade')).toMatchObject({
      by: 'p-iris',
      at: '2026-11-24T10:12:00.000Z',
      reason: 'It is within the family.',
    });
    await iris.press('What has been done');
    while (iris.titles().includes('Later')) await iris.press('Later');
    const shown = iris.texts();
    expect(shown).toContain('Iris Kay');
    expect(shown).toContain('It is within the family.');
  });
});

describe('my reports', () => {
  it('shows mine and no other, by reference, without the story', async () => {
    const org = await organisation('two-schools');
    const [mine, theirs] = [await report(org, 'p-ada'), await report(org, 'p-ben')];
    const ada = org.at('p-ada');
    await ada.say('my reports');
    expect(JSON.stringify(ada.card())).toContain(mine);
    expect(JSON.stringify(ada.card())).not.toContain(theirs);
    expect(shows(ada)).toBe(false);
    await ada.press('Open');
    expect(shows(ada)).toBe(false);
    const iris = org.at('p-iris');
    await iris.say('my reports');
    expect(iris.texts()).toBe('You have sent no reports.');
  });

  it('lets nobody else follow, add to or raise a report', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const before = (await recordOf(org, id)).version;
    for (const who of ['p-ben', 'p-iris', 'p-vera']) {
      const other = org.at(who);
      for (const verb of ['mine.open', 'mine.add', 'mine.raise', 'mine.call', 'mine.request', 'mine.hide']) {
        await other.send(
          signed({ do: verb, record: id, arg: 'share-outside' }, { text: 'x', reason: 'x', who: 'x' }),
        );
        expect(other.texts()).toBe('There is nothing here for you.');
      }
    }
    expect((await recordOf(org, id)).version).toBe(before);
  });
});
