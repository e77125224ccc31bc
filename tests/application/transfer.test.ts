import { readChild } from '../../src/application/children/child-store.ts';
import { RecordId, refOf } from '../../src/domain/ids.ts';
import { report } from '../support/concern.ts';
import { askForFile, childEvents, enter, fetchedBy, linkChild } from '../support/handed-out.ts';
import { type Client, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { signed } from '../support/transcript.ts';

const STORY = { seen: 'Robin had a bruise.', heard: 'saw', when: 'about' };

/** A child of the register with one case, and the lead at the child's file. */
async function atTheFile() {
  const school = await organisation('one-school');
  const id = await report(school, 'p-ada', { story: STORY });
  const child = await enter(school, 'p-iris', 'main', { name: 'Robin Vale' });
  await linkChild(school, 'p-iris', id, 0, child);
  const lead = school.at('p-iris');
  await lead.send(signed({ do: 'transfer.open', record: child }));
  return { school, child, lead };
}

async function step(lead: Client, title: string, typed: Readonly<Record<string, string>>): Promise<void> {
  await lead.press(title);
  await lead.press('Save', typed);
}
const leaves = (lead: Client, on = '2026-11-24') =>
  step(lead, 'The child leaves', { on, first: 'Oakmead School' });
const confirmed = (lead: Client) =>
  step(lead, 'The new school is confirmed', { first: 'Their lead', second: 'By phone' });

/** Cards that say something about passing a file on, and still have a button. */
const asking = (client: Client) =>
  client
    .inbox()
    .filter(({ message }) => buttonsOf(message.card).some(({ data }) => data.do === 'transfer.open'));

describe('passing a file on to the next school', () => {
  it('goes in its order: leaving, confirmed, sent with the hash of the file, receipt', async () => {
    const { school, child, lead } = await atTheFile();
    await leaves(lead);
    await confirmed(lead);
    const { document } = await fetchedBy(school, await askForFile(lead));
    await lead.press('Back to this child');
    await step(lead, 'The file was sent', { first: 'Their lead', second: 'By courier' });
    await step(lead, 'The receipt came', { first: 'Their office', on: '2026-11-27' });
    expect(lead.texts()).toContain('The file has arrived. Nothing is left to do.');
    const events = await childEvents(school, child);
    const handed = events.find(({ type }) => type === 'StoryHandedOut');
    expect(events.map(({ type }) => type).filter((type) => !type.endsWith('Opened'))).toEqual([
      'ChildEntered',
      'LeavingRecorded',
      'SchoolConfirmed',
      'StoryHandedOut',
      'FileSent',
      'ReceiptRecorded',
    ]);
    expect(events.find(({ type }) => type === 'FileSent')).toMatchObject({
      hash: handed?.type === 'StoryHandedOut' ? handed.hash : '',
      due: '2026-12-01T10:05:00.000Z',
    });
    expect(document.records[0]?.record).toBe(child);
  });

  it('is refused out of its order: not before the school is confirmed, nor without a file', async () => {
    const { school, child, lead } = await atTheFile();
    const sends = () =>
      lead.send(
        signed(
          { do: 'transfer.save', record: child, arg: 'sent' },
          { first: 'x', second: 'x' },
          `s-${school.clock.now()}`,
        ),
      );
    await sends();
    expect(lead.texts()).toContain('First make the file');
    await lead.send(signed({ do: 'transfer.open', record: child }, {}, 'again'));
    await fetchedBy(school, await askForFile(lead));
    await sends();
    expect(lead.texts()).toContain('First the new school must confirm that the child is there.');
    await lead.send(
      signed({ do: 'transfer.save', record: child, arg: 'receipt' }, { first: 'x', on: '2026-11-24' }),
    );
    expect(lead.texts()).toContain('First say how the file was sent.');
  });

  it('is chased when five working days have gone by: first for sending, then for the receipt', async () => {
    const { school, child, lead } = await atTheFile();
    await leaves(lead);
    await school.advance({ hours: 7 * 24 });
    expect(asking(lead)).toHaveLength(0);
    // Leaving on a Tuesday: the fifth working day is the Tuesday after, and the morning after that it is said.
    await school.advance({ hours: 24 });
    expect(asking(lead)).toHaveLength(1);
    expect(asking(school.at('p-ada'))).toHaveLength(0);
    await lead.send(signed({ do: 'transfer.open', record: child }, {}, 'later'));
    await confirmed(lead);
    await fetchedBy(school, await askForFile(lead));
    await lead.press('Back to this child');
    await step(lead, 'The file was sent', { first: 'Their lead', second: 'By courier' });
    await school.settle();
    expect(asking(lead)).toHaveLength(0);
    await school.advance({ hours: 7 * 24 });
    expect(asking(lead)).toHaveLength(1);
    const texts = JSON.stringify(asking(lead));
    expect(texts).toContain('no receipt came');
    expect(texts).not.toContain('Robin');
    const { state } = (await readChild(school.deps(), child)) ?? { state: undefined };
    expect(state?.transfer?.chased).toEqual(['sending', 'receipt']);
    await lead.send(signed({ do: 'transfer.open', record: child }, {}, 'at last'));
    await step(lead, 'The receipt came', { first: 'Their office', on: '2026-12-09' });
    await school.settle();
    expect(asking(lead)).toHaveLength(0);
  });

  it('counts from the day of leaving, also where that is told too late', async () => {
    const { school, lead } = await atTheFile();
    await leaves(lead, '2026-11-02');
    await school.settle();
    expect(asking(lead)).toHaveLength(1);
  });

  it('is listed for leads when they type it, by reference and without a name', async () => {
    const { school, child, lead } = await atTheFile();
    await lead.say('transfer');
    expect(lead.texts()).toContain('No file is waiting to be passed on.');
    await lead.send(signed({ do: 'transfer.open', record: child }, {}, 'again'));
    await leaves(lead, '2026-11-02');
    await lead.say('transfer');
    expect(lead.texts()).toContain(refOf(RecordId.parse(child)));
    expect(lead.texts()).toContain('Late since');
    expect(lead.texts()).not.toContain('Robin');
    await lead.press('Open');
    expect(lead.texts()).toContain('Next: confirm the new school.');
    const ada = school.at('p-ada');
    await ada.say('transfer');
    expect(ada.texts()).toBe('There is nothing here for you.');
  });

  it('keeps where more of it is, and what came from an earlier school, in the file', async () => {
    const { school, lead } = await atTheFile();
    await step(lead, 'More of it is kept elsewhere', {
      first: 'The grey cabinet',
      second: 'Papers until 2024',
    });
    await step(lead, 'A file came from an earlier school', {
      first: 'Elm School',
      on: '2025-09-03',
      second: 'Two folders',
    });
    const { text } = await fetchedBy(school, await askForFile(lead));
    expect(text).toContain('The grey cabinet: Papers until 2024');
    expect(text).toContain('Elm School, 2025-09-03, Two folders');
  });

  it('is nothing to whoever does not lead the site of the child', async () => {
    const { school, child } = await atTheFile();
    for (const person of ['p-ada', 'p-tom']) {
      const other = school.at(person);
      await other.send(signed({ do: 'transfer.open', record: child }));
      expect(other.texts()).toBe('There is nothing here for you.');
      await other.send(signed({ do: 'transfer.open', record: RecordId.parse('0'.repeat(26)) }));
      expect(other.texts()).toBe('There is nothing here for you.');
    }
  });
});
