import { eventsOf } from '../../src/application/case/case-store.ts';
import { openRecord, recordOf, stateOf } from '../support/concern.ts';
import type { Client } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { next, searchingSchool, upToLooking, upToUrgent } from '../support/search.ts';
import { signed } from '../support/transcript.ts';

/** A search that found something, with this answer to whether it may show a crime, and the headteacher as the lead. */
async function searched(evidence: string) {
  const org = await searchingSchool();
  const lead = org.at('p-iris');
  await lead.join();
  const ada = org.at('p-ada');
  const id = await upToUrgent(ada);
  await next(ada, { answer: 'Yes' });
  await upToLooking(ada);
  await next(ada);
  await next(ada, { answer: 'No' });
  await next(ada, { note: 'Messages that hurt.' });
  await next(ada, { answer: 'No' });
  await next(ada, { answer: evidence });
  await org.settle();
  await openRecord(lead);
  await lead.press('I have this');
  return { org, lead, ada, id };
}

/** The form of one step of the record, wherever it stands. */
async function openStep(lead: Client, step: string): Promise<void> {
  await lead.press('Back to the record').catch(() => undefined);
  for (;;) {
    const found = buttonsOf(lead.card()).find(({ data }) => data.arg?.startsWith(`device-search.${step}@`));
    if (found !== undefined) return void (await lead.send(signed(found.data, {}, `opens-${step}`)));
    const more = lead.titles().find((title) => title.startsWith('Show '));
    if (more === undefined) throw new Error(`${step} has no button`);
    await lead.press(more);
  }
}

async function decides(lead: Client, answer: string): Promise<void> {
  await openStep(lead, 'respond');
  await lead.press('Save the decision', { answer, reason: 'With Ada.' });
}

describe('what was found', () => {
  it('goes to the police and is not deleted where it may show a crime', async () => {
    const { org, lead, id } = await searched('Not sure');
    await openStep(lead, 'hand-over');
    await lead.press('Save the referral', { agency: 'police', who: 'The duty desk', reference: 'X1' });
    await decides(lead, 'Ask for a file to go');
    expect(lead.texts()).toContain('The file stays.');
    await expect(openStep(lead, 'erase')).rejects.toThrow('has no button');
    const { decisionVersion } = await stateOf(org, id);
    const arg = `device-search.erase@${decisionVersion}`;
    await lead.send(signed({ do: 'approval.approve', record: id, arg }, { reason: 'It hurts.' }));
    expect(lead.texts()).toBe('There is nothing here for you.');
    expect(eventsOf(await recordOf(org, id)).some(({ type }) => type === 'ApprovalGiven')).toBe(false);
  });

  it('is not deleted before the police have answered, and says so', async () => {
    const { org, lead, id } = await searched('No');
    await decides(lead, 'Ask for a file to go');
    await openStep(lead, 'erase-ground');
    await lead.press('Done', { answer: 'It would hurt somebody if it stayed' });
    const { decisionVersion } = await stateOf(org, id);
    const arg = `device-search.erase@${decisionVersion}`;
    await lead.send(signed({ do: 'approval.approve', record: id, arg }, { reason: 'It hurts.' }));
    expect(lead.texts()).toContain('Do not delete yet. First:');
    expect(lead.texts()).toContain('Ask the police if it may go.');
  });

  it('is given back only to whom the policy allows, with a name', async () => {
    const { lead } = await searched('No');
    await decides(lead, 'Give it back');
    await openStep(lead, 'release');
    expect(lead.texts()).toContain('A parent or carer');
    await lead.press('Done', { answer: 'An older friend', who: 'A friend, 15:20' });
    expect(lead.texts()).toMatch(
      /Only these may have it: A parent or carer · The child · The police \(Department/,
    );
    await lead.press('Done', { answer: 'A parent or carer', who: '' });
    expect(lead.texts()).toContain('Please write a few words');
    await lead.press('Done', { answer: 'A parent or carer', who: 'His mother, 15:20, at the office' });
    expect(lead.texts()).toContain('Saved.');
    await lead.press('What has been done');
    while (lead.titles().includes('Later')) await lead.press('Later');
    expect(lead.texts()).toContain('His mother, 15:20, at the office');
  });
});

describe('a search in the hands of the lead', () => {
  it('is gone through to its end, whatever kind of case it turns out to be', async () => {
    const { org, lead, id } = await searched('Not sure');
    await lead.press('Name the kind of case');
    await lead.press('Save', { category: 'cyberbullying' });
    expect((await stateOf(org, id)).facts.category).toEqual(['cyberbullying', 'device-search']);
    expect((await stateOf(org, id)).steps.some(({ step }) => step.id === 'device-search.hand-over')).toBe(
      true,
    );
  });

  it('tells the searcher what is left for them, and nothing of what the lead does', async () => {
    const { org, ada } = await searched('Not sure');
    await org.settle();
    await ada.press('Hide');
    const later = org.at('p-ada');
    await later.say('my reports');
    await later.press('Open');
    expect(later.titles()).not.toContain('Go on with the search');
    expect(later.texts()).toContain('Nothing on it is deleted.');
    expect(later.texts()).not.toContain('Hand the device itself to the police');
    expect(later.texts()).not.toContain(
      'Do not search a pupil or a device. Only those whom the headteacher authorised may, step by step.',
    );
  });
});
