import { startGate } from '../../src/application/agreements/wake-gate.ts';
import { fetchFile } from '../../src/application/files.ts';
import { leavesOf } from '../support/check-card.ts';
import { type Client, organisationIn } from '../support/organisation.ts';

const CM = 'tests/obligations/chances-mentoring/organisation';

async function signs(client: Client): Promise<void> {
  await client.say('agreements');
  await client.press('Read and sign');
  while (client.titles().includes('Next page')) await client.press('Next page');
  await client.press('I have read and understood it');
}
const thin = (client: Client) =>
  client.inbox().filter(({ message }) => message.notification === 'Agreements: something to read and sign.');

describe('accounts that wait for a signature', () => {
  it('are a list for whoever runs the systems, and for nobody else', async () => {
    const org = await organisationIn(CM);
    const [it_, sam] = [org.at('p-it'), org.at('p-sam')];
    await it_.say('accounts');
    expect(it_.texts()).toContain('Signpost switches nothing on or off');
    expect(it_.texts()).toContain('Signatures that are missing: 13.');
    expect(it_.texts()).toContain('Sami Wells: E-safety policy (network, e-mail and internet accounts)');
    await signs(sam);
    await it_.say('accounts');
    expect(it_.texts()).toContain('Signatures that are missing: 12.');
    expect(it_.texts()).not.toContain('Sami Wells');
    await sam.say('accounts');
    expect(sam.texts()).toBe('There is nothing here for you.');
  });

  it('are a table behind a link that works once, and not for somebody who is not told any more', async () => {
    const org = await organisationIn(CM);
    const client = org.at('p-it');
    const link = async () => {
      await client.say('accounts');
      await client.press('Get it as a table');
      const found = leavesOf(client.card().body)
        .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
        .find((action) => action.type === 'Action.OpenUrl');
      return found?.url.split('/').at(-1) ?? '';
    };
    const secret = await link();
    const file = await fetchFile(org.deps(), secret);
    expect(file?.name).toBe('accounts-2026-11-24');
    expect(file?.rows[0]).toEqual(['Name', 'E-mail', 'Site', 'Not signed', 'Needed for']);
    expect(file?.rows).toHaveLength(14);
    expect(await fetchFile(org.deps(), secret)).toBeUndefined();
  });

  it('are told of once a week, and only when the list is another one', async () => {
    const org = await organisationIn(CM);
    const it_ = org.at('p-it');
    await it_.join();
    await startGate(org.deps());
    await startGate(org.deps());
    await org.advance({ hours: 24 * 5 });
    expect(thin(it_)).toEqual([]);
    // The Monday after.
    await org.advance({ hours: 24 * 2 });
    expect(thin(it_)).toHaveLength(1);
    await org.advance({ hours: 24 * 7 });
    expect(thin(it_)).toHaveLength(1);
    await signs(org.at('p-sam'));
    await org.advance({ hours: 24 * 7 });
    const told = it_.inbox().map(({ message }) => JSON.stringify(message.card));
    expect(told.filter((card) => card.includes('agree.accounts'))).toHaveLength(1);
    expect(told.join()).not.toContain('Wells');
    await it_.press('Open');
    expect(it_.texts()).toContain('Signatures that are missing: 12.');
  });

  it('are told of to whoever the policy names, and to nobody else', async () => {
    const org = await organisationIn('policies/sample');
    const it_ = org.at('p-ivo');
    await it_.join();
    await startGate(org.deps());
    await org.advance({ hours: 24 * 7 });
    expect(JSON.stringify(it_.inbox().map(({ message }) => message.card))).toContain('agree.accounts');
    for (const { id } of org.directory.people)
      expect(id === 'p-ivo' || !JSON.stringify(org.at(id).inbox()).includes('agree.accounts')).toBe(true);
  });
});
