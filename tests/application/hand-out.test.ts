import { runCase } from '../../src/application/case/case-store.ts';
import { fetchFile, isWaiting } from '../../src/application/files.ts';
import { canonical } from '../../src/application/hand-out/document.ts';
import { documentOnRecord } from '../../src/application/hand-out/on-record.ts';
import { checkFile } from '../../src/documents/check.ts';
import { sha256 } from '../../src/documents/sha256.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { openRecord, report, typesIn } from '../support/concern.ts';
import { askForFile, childEvents, enter, fetchedBy, handedOut, linkChild } from '../support/handed-out.ts';
import { organisation } from '../support/organisation.ts';
import { putPeople } from '../support/put-people.ts';
import { freshFolder, sealed, organisation as sealedFor } from '../support/stores.ts';
import { signed } from '../support/transcript.ts';

const STORY = {
  seen: 'Robin had a bruise.',
  heard: 'saw',
  when: 'about',
  date: '2026-11-20',
  opinion: 'Looked sad.',
};

/** A report that its lead has open, with a note of hers. */
async function opened(options = {}) {
  const school = await organisation('one-school', options);
  const id = await report(school, 'p-ada', { story: STORY });
  const lead = school.at('p-iris');
  await openRecord(lead);
  await lead.press('Add a note');
  await lead.press('Save the note', {
    kind: 'call',
    text: 'His aunt was called.',
    opinion: 'She was calm.',
    date: '2026-11-19',
  });
  await lead.press('What has been done');
  return { school, id, lead };
}

describe('a file of a case', () => {
  it('is made when it is fetched, and written down with its hash before a byte leaves', async () => {
    const { school, id, lead } = await opened();
    const secret = await askForFile(lead);
    expect(await handedOut(school, id)).toEqual([]);
    const { pdf, document } = await fetchedBy(school, secret);
    expect(await checkFile(pdf)).toMatchObject({ type: 'whole-file', hash: sha256(canonical(document)) });
    expect(await handedOut(school, id)).toMatchObject([
      {
        by: 'p-iris',
        what: 'chronology',
        reader: 'The lead of the next school: Oakmead School',
        left: ['No names were left out.'],
        hash: sha256(canonical(document)),
      },
    ]);
  });

  it('has what happened in its order, fact and opinion apart, and on a page of its own who opened it', async () => {
    const { school, lead } = await opened();
    const { document } = await fetchedBy(school, await askForFile(lead));
    expect(document.entries.map(({ title }) => title)).toEqual(['Call', 'Reported']);
    expect(document.entries[0]).toMatchObject({ happened: '19 November 2026', who: 'Iris Kay' });
    expect(document.entries[0]?.lines).toEqual([
      { text: 'His aunt was called.' },
      { text: 'Opinion: She was calm.', opinion: true },
    ]);
    expect(document.openings.length).toBeGreaterThan(0);
    await lead.press('Back to the record');
    await lead.press('What has been done');
    const whole = await fetchedBy(school, await askForFile(lead, { what: 'case-file' }));
    expect(whole.document.entries.map(({ title }) => title).slice(0, 2)).toEqual([
      'Reported',
      'Route chosen',
    ]);
  });

  it('shows an entry on the wrong child struck through, with the reason and both people', async () => {
    const { school, id, lead } = await opened();
    const child = await enter(school, 'p-iris', 'main', { name: 'Robin Vail' });
    await linkChild(school, 'p-iris', id, 0, child);
    const act = { at: school.clock.now(), child: 0 };
    const [iris, nadia] = [PersonId.parse('p-iris'), PersonId.parse('p-nadia')];
    await runCase(school.deps(), id, () => ({
      type: 'AskStrike',
      ...act,
      by: iris,
      reason: 'Another Robin.',
    }));
    await runCase(school.deps(), id, () => ({ type: 'AgreeStrike', ...act, by: nadia, seenBy: [] }));
    const { document } = await fetchedBy(school, await askForFile(lead));
    expect(document.entries.filter(({ struck }) => struck !== undefined)).toMatchObject([
      {
        title: 'Same child as in the register',
        struck: 'Struck through: Another Robin. Said by Iris Kay, agreed by Nadia Marsh.',
      },
    ]);
  });

  it('is fetched once, within ten minutes; a look takes nothing', async () => {
    const { school, id, lead } = await opened();
    const secret = await askForFile(lead);
    expect(await isWaiting(school.deps(), secret)).toBe(true);
    expect(await fetchFile(school.deps(), secret)).toBeDefined();
    expect(await fetchFile(school.deps(), secret)).toBeUndefined();
    await lead.press('Back to the record');
    await lead.press('What has been done');
    const late = await askForFile(lead);
    await school.advance({ minutes: 11 });
    expect(await fetchFile(school.deps(), late)).toBeUndefined();
    expect(await handedOut(school, id)).toHaveLength(1);
  });

  it('is not there for a lead who lost the role between asking and fetching', async () => {
    const { school, id, lead } = await opened();
    const secret = await askForFile(lead);
    const people = school.directory.people.map((person) =>
      person.id === 'p-iris'
        ? { ...person, roles: person.roles.map(({ site }) => ({ site, role: 'staff' as const })) }
        : person,
    );
    await putPeople(school.deps(), { people });
    expect(await fetchFile(school.deps(), secret)).toBeUndefined();
    expect(await handedOut(school, id)).toEqual([]);
  });

  it('asks for whom it is, and is nothing to anybody else', async () => {
    const { school, id, lead } = await opened();
    await lead.press('Make a file to hand out');
    await lead.press('Next', { what: 'chronology', reader: 'school' });
    await lead.press('Make the file', { leave: '' });
    expect(lead.texts()).toContain('Please write who it is for.');
    const ada = school.at('p-ada');
    await ada.send(signed({ do: 'hand.form', record: id }));
    expect(ada.texts()).toBe('There is nothing here for you.');
  });

  it('agrees with the records, and with no others', async () => {
    const store = await openSqliteStore({ folder: await freshFolder(), organisation: sealedFor });
    const { school, lead } = await opened({ store: sealed(store) });
    const { document } = await fetchedBy(school, await askForFile(lead));
    const hash = sha256(canonical(document));
    expect(document.records[0]?.chain).toMatch(/\S{20,}/);
    expect(await documentOnRecord(school.deps(), document, hash)).toEqual({ type: 'handed-out', records: 1 });
    expect((await documentOnRecord(school.deps(), document, 'f'.repeat(64))).type).toBe('never');
    const others = document.records.map((each) => ({ ...each, chain: 'another' }));
    expect((await documentOnRecord(school.deps(), { ...document, records: others }, hash)).type).toBe(
      'other-events',
    );
    await store.close();
  });
});

describe('a file of a child', () => {
  it('has every case of theirs that its maker may see, and is written down on each', async () => {
    const { school, id, lead } = await opened();
    const second = await report(school, 'p-ben', { story: { ...STORY, seen: 'Robin was hungry.' } });
    const child = await enter(school, 'p-iris', 'main', { name: 'Robin Vale', group: 'Year 4' });
    for (const each of [id, second]) await linkChild(school, 'p-iris', each, 0, child);
    await lead.send(signed({ do: 'transfer.open', record: child }));
    const { document, text } = await fetchedBy(school, await askForFile(lead));
    expect(text).toContain('Robin was hungry.');
    expect(document.facts).toContainEqual({ title: 'Class or year:', text: 'Year 4' });
    for (const each of [id, second]) expect(await handedOut(school, each)).toHaveLength(1);
    const types = (await childEvents(school, child)).map(({ type }) => type);
    expect(types).toEqual(['ChildEntered', 'EntryOpened', 'StoryOpened', 'StoryHandedOut']);
  });

  it('has nothing of a case about an adult, nor of one that is kept from its maker', async () => {
    const { school, id, lead } = await opened();
    const adult = await report(school, 'p-ada', {
      adult: 'yes',
      adults: 'p-ben',
      story: { ...STORY, seen: 'Shouted.' },
    });
    const kept = await report(school, 'p-ada', {
      connected: 'p-iris',
      story: { ...STORY, seen: 'Kept away.' },
    });
    const child = await enter(school, 'p-iris', 'main', { name: 'Robin Vale' });
    for (const each of [id, adult, kept]) await linkChild(school, 'p-iris', each, 0, child);
    await lead.send(signed({ do: 'transfer.open', record: child }));
    const { document, text } = await fetchedBy(school, await askForFile(lead, { what: 'case-file' }));
    expect(document.records.map(({ record }) => record)).toEqual([child, id]);
    expect(text).not.toMatch(/Shouted|Kept away/);
    expect(await typesIn(school, kept)).not.toContain('RecordHandedOut');
  });
});
