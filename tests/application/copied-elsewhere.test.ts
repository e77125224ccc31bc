import { copyText } from '../../src/application/hand-out/copy-text.ts';
import { textOnRecord } from '../../src/application/hand-out/on-record.ts';
import { checkFile } from '../../src/documents/check.ts';
import { sha256 } from '../../src/documents/sha256.ts';
import { CaseBrief } from '../../src/domain/case/brief.ts';
import { refOf } from '../../src/domain/ids.ts';
import { leavesOf } from '../support/check-card.ts';
import { openRecord, recordOf, report, stateOf } from '../support/concern.ts';
import { handedOut } from '../support/handed-out.ts';
import { type Client, organisation } from '../support/organisation.ts';

const STORY = { seen: `A bruise. ${'It was seen again. '.repeat(150)}`, heard: 'saw', when: 'about' };

/** A school whose record is kept in another system, and its lead with a case open. */
async function elsewhere() {
  const school = await organisation('one-school', {
    doctor: (deps) => ({
      ...deps,
      organisation: { ...deps.organisation, record: 'elsewhere', system: 'Ledger' },
    }),
  });
  const id = await report(school, 'p-ada', { story: STORY });
  const lead = school.at('p-iris');
  await openRecord(lead);
  return { school, id, lead };
}

const boxOf = (client: Client): string => {
  const box = leavesOf(client.card().body).find((leaf) => leaf.type === 'Input.Text');
  return box !== undefined && 'value' in box ? String(box.value) : '';
};

/** Every part of it, put together as somebody does who copies them one after another. */
async function copies(lead: Client): Promise<string> {
  await lead.press('Copy for Ledger');
  let text = boxOf(lead);
  while (lead.titles().includes('Next part')) {
    expect(lead.titles()).not.toContain('I have copied it into Ledger');
    await lead.press('Next part');
    text += boxOf(lead);
  }
  return text;
}

const briefOf = async (school: Awaited<ReturnType<typeof organisation>>) => {
  const { items } = await school.store.openCases();
  return CaseBrief.parse(items[0]?.brief);
};

describe('a case whose record is kept in another system', () => {
  it('is copied in numbered parts, and the hash at the end is of all of them', async () => {
    const { school, id, lead } = await elsewhere();
    const text = await copies(lead);
    expect(text).toMatch(/\n\n1\. 24 November 2026 at 10:05, Ada Bell: Reported\n/);
    expect(text).toMatch(/\n\n2\. /);
    const [body = ''] = text.split('SHA-256');
    expect(text.endsWith(`SHA-256 ${sha256(copyText(body))}`)).toBe(true);
    expect((await checkFile(Buffer.from(text))).type).toBe('whole-text');
    expect((await checkFile(Buffer.from(text.replace('bruise', 'graze')))).type).toBe('changed');
    expect(await handedOut(school, id)).toEqual([]);
  });

  it('lists as not copied until the lead says that it is, and the record knows which text', async () => {
    const { school, id, lead } = await elsewhere();
    expect((await briefOf(school)).copied).toBeUndefined();
    const hash = (await copies(lead)).split('SHA-256 ')[1] ?? '';
    await lead.press('I have copied it into Ledger');
    expect((await briefOf(school)).copied).toBe(school.clock.now());
    expect(await handedOut(school, id)).toMatchObject([{ what: 'copy', reader: 'Ledger', hash }]);
    expect(await textOnRecord(school.deps(), refOf(id), hash)).toEqual({ type: 'handed-out', records: 1 });
    expect((await textOnRecord(school.deps(), refOf(id), 'f'.repeat(64))).type).toBe('never');
    // Copied again, it is the same text: that it was copied is no part of it.
    expect((await copies(lead)).split('SHA-256 ')[1]).toBe(hash);
  });

  it('closes only with its reference there', async () => {
    const { school, id, lead } = await elsewhere();
    await copies(lead);
    await lead.press('I have copied it into Ledger');
    await lead.press('Close');
    await lead.press('Close it', { reason: 'Done.', confirmed: 'yes' });
    expect((await stateOf(school, id)).progress.status).not.toBe('closed');
    expect((await recordOf(school, id)).state.copied?.by).toBe('p-iris');
  });
});
