import { runCase } from '../../src/application/case/case-store.ts';
import type { Store } from '../../src/application/ports.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { PersonId, type RecordId, refOf, SiteId } from '../../src/domain/ids.ts';
import type { Directory } from '../../src/domain/people/directory.ts';
import { openRecord, report, stateOf } from '../support/concern.ts';
import { deskGroups } from '../support/desk.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { tellingSchool } from '../support/telling-policy.ts';

const [iris, nadia, ada] = ['p-iris', 'p-nadia', 'p-ada'].map((id) => PersonId.parse(id)) as [
  PersonId,
  PersonId,
  PersonId,
];

/** A command as it is decided; none may be refused here. */
async function does(org: Organisation, id: RecordId, command: object): Promise<void> {
  const ran = await runCase(
    org.deps(),
    id,
    () => ({ at: org.clock.now(), by: iris, ...command }) as CaseCommand,
  );
  if (!ran.ok) throw new Error(`Refused: ${ran.refusal.reason}`);
}

async function opened(org: Organisation, by = 'p-iris') {
  const client = org.at(by);
  await client.say('today');
  return { client, groups: deskGroups(client), text: client.texts() };
}
const groupsOf = async (org: Organisation, by = 'p-iris') => Object.keys((await opened(org, by)).groups);

const ORDINARY = { ticks: { about: 'feeling' } };
const URGENT = { danger: 'Tonight, or should not go home yet', alert: 'Go on with the form' };

describe('Today', () => {
  it('says that nothing is waiting', async () => {
    const org = await organisation('two-schools');
    const { client, groups, text } = await opened(org);
    expect(text).toContain('Today, Tuesday 24 November\nNothing is waiting.');
    expect(groups).toEqual({});
    expect(client.titles()).toEqual(['All cases', 'Hide']);
  });

  it('is nobody else’s', async () => {
    const org = await organisation('two-schools');
    for (const text of ['today', 'cases'])
      for (const person of ['p-ada', 'p-ivo', 'p-greta']) {
        const client = org.at(person);
        await client.say(text);
        expect(client.texts()).toBe('There is nothing here for you.');
      }
  });

  it('names nobody before the case was opened, and opening is recorded', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const before = await opened(org);
    expect(before.groups['Not opened yet']).toEqual([
      `${refOf(id)} Urgent. A child told someone. Sent today 10:05.`,
    ]);
    expect(JSON.stringify(before.client.card())).not.toContain('Robin');
    expect((await stateOf(org, id)).openedBy).toEqual([]);
    await before.client.press(`Open ${refOf(id)}`);
    expect((await stateOf(org, id)).openedBy).toMatchObject([{ by: iris }]);
    const after = await opened(org);
    expect(after.text).toContain('Robin Vale');
    expect(Object.keys(after.groups)).toEqual(['Before home time', 'Say which child it is']);
    // Of somebody who has not opened it, nothing has changed.
    expect(JSON.stringify((await opened(org, 'p-nadia')).client.card())).not.toContain('Robin');
  });

  it('has what somebody has taken for them alone, until it is closed', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await does(org, id, { type: 'TakeCase' });
    expect(await groupsOf(org)).toContain('You have these');
    expect(await groupsOf(org, 'p-owen')).not.toContain('You have these');
  });

  it('has before home time what is urgent', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ben', ORDINARY);
    const id = await report(org, 'p-ada', URGENT);
    const { text, groups } = await opened(org);
    expect(text).toContain('2 things cannot wait.');
    expect(groups['Before home time']).toEqual([`${refOf(id)} Urgent: today, before home time.`]);
    await does(org, id, { type: 'TakeCase' });
    expect(await groupsOf(org)).toContain('Before home time');
    // Somebody has it: the day after, the times of its steps are what counts.
    await org.advance({ hours: 24 });
    expect(await groupsOf(org)).not.toContain('Before home time');
  });

  it('has a step that is due before home time, and calls it late when its time is over', async () => {
    const org = await tellingSchool();
    const id = await report(org, 'p-ada', ORDINARY);
    expect((await opened(org)).groups['Before home time']).toEqual([`${refOf(id)} Due today 14:05.`]);
    await org.advance({ hours: 4, minutes: 1 });
    const { groups } = await opened(org);
    expect(groups['Before home time']).toBeUndefined();
    expect(groups.Late).toEqual([`${refOf(id)} Was due today 14:05.`]);
  });

  it('has referrals until there is a reply, and says when to take it further', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await does(org, id, { type: 'OpenRecord' });
    const due = '2026-11-25T10:00:00.000Z';
    const call = { agency: 'social-care', who: 'Duty desk', when: '10:05', reference: 'A1', due };
    await does(org, id, { type: 'RecordReferral', ...call });
    expect((await opened(org)).groups['No reply yet']?.[0]).toContain(
      "Children's social care: reply due tomorrow 10:00.",
    );
    await org.advance({ hours: 24 });
    expect((await opened(org)).groups['No reply yet']?.[0]).toContain('Open it to take it further.');
    await does(org, id, { type: 'RecordReply', referral: 0, outcome: 'accepted', text: '' });
    expect(await groupsOf(org)).not.toContain('No reply yet');
  });

  it('has meetings of the next working days, and those that nobody said the end of', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    const plan = (when: string) =>
      does(org, id, { type: 'PlanMeeting', kind: 'strategy', when, where: 'Here', who: 'All' });
    await plan('2026-12-04T09:00:00.000Z');
    expect(await groupsOf(org)).not.toContain('Meetings');
    await plan('2026-11-25T09:00:00.000Z');
    expect((await opened(org)).groups.Meetings?.[0]).toContain('Strategy meeting, tomorrow 09:00.');
    await org.advance({ hours: 24 });
    expect((await opened(org)).groups.Meetings?.[0]).toContain('Say what came of it.');
    await does(org, id, { type: 'EndMeeting', meeting: 1, held: true, text: 'A plan.' });
    expect(await groupsOf(org)).not.toContain('Meetings');
  });

  it('has what was asked and not answered, tasks, and what was handed over', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada');
    await does(org, id, { type: 'TakeCase' });
    await does(org, id, { type: 'AskReporter', question: 'When?' });
    await does(org, id, { type: 'GiveTask', to: ada, text: 'Meet at the gate.', due: '2026-11-30' });
    const { groups } = await opened(org);
    expect(groups['Asked, no answer yet']?.[0]).toContain('Asked today 10:05.');
    expect(groups['Asked of colleagues']?.[0]).toContain('One job is open.');
    await does(org, id, { type: 'AnswerTask', task: 0, done: true, text: '' });
    await does(org, id, { type: 'HandOver', to: nadia, note: 'I am out.' });
    expect(await groupsOf(org)).not.toContain('Asked of colleagues');
    expect(await groupsOf(org, 'p-nadia')).toContain('Handed to you');
    expect(await groupsOf(org)).not.toContain('Handed to you');
    await does(org, id, { type: 'TakeCase', by: nadia });
    expect(await groupsOf(org, 'p-nadia')).not.toContain('Handed to you');
  });

  it('has what is not yet in the other system, where that keeps the record', async () => {
    const org = await organisation('two-schools', {
      doctor: (deps) => ({
        ...deps,
        organisation: { ...deps.organisation, record: 'elsewhere', system: 'Ledger' },
      }),
    });
    const id = await report(org, 'p-ada');
    expect(await groupsOf(org)).toContain('Not yet copied to Ledger');
    await does(org, id, { type: 'HandOut', what: 'copy', reader: 'Ledger', left: [], hash: 'x' });
    expect(await groupsOf(org)).not.toContain('Not yet copied to Ledger');
    const here = await organisation('two-schools');
    await report(here, 'p-ada');
    expect((await groupsOf(here)).join()).not.toContain('Not yet copied');
  });

  it('asks nobody but a lead which child it is', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', URGENT);
    await org.advance({ hours: 2 });
    expect((await opened(org, 'p-rosa')).text).toContain(refOf(id));
    expect(await groupsOf(org, 'p-rosa')).not.toContain('Say which child it is');
    expect(await groupsOf(org)).toContain('Say which child it is');
  });

  it('says how many are new since it was opened before', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-ada');
    expect((await opened(org)).text).not.toContain('since you last looked');
    await org.advance({ minutes: 10 });
    expect((await opened(org)).text).not.toContain('since you last looked');
    await org.advance({ hours: 24 * 7 });
    await report(org, 'p-ben');
    await report(org, 'p-cleo');
    expect((await opened(org)).text).toContain('New since you last looked, 24 November 10:05: 2.');
    // Back from a case it still says so.
    await org.advance({ minutes: 5 });
    expect((await opened(org)).text).toContain('New since you last looked, 24 November 10:05: 2.');
    await org.advance({ hours: 3 });
    expect((await opened(org)).text).toContain('Nothing is new since you last looked, today 10:15.');
  });

  it('shows a few of many, and a list with all', async () => {
    const org = await organisation('two-schools');
    for (const by of ['p-ada', 'p-ben', 'p-cleo', 'p-jo', 'p-vera']) await report(org, by);
    const { client, groups } = await opened(org);
    expect(groups['Not opened yet']).toHaveLength(3);
    expect(client.texts()).toContain('Not opened yet: 5');
    await client.press('See all 5');
    expect(client.texts()).toContain('Cases: 5');
    expect(client.titles().filter((title) => title.startsWith('Open '))).toHaveLength(5);
    await client.press('Back to Today');
    expect(client.texts()).toContain('Not opened yet: 5');
  });

  it('is shown when nothing can be saved', async () => {
    const memory = memoryStore();
    let isBroken = false;
    const breaks = async (): Promise<never> => {
      throw new Error('disk full');
    };
    const store: Store = { ...memory, commit: (change) => (isBroken ? breaks() : memory.commit(change)) };
    const org = await organisation('two-schools', { store });
    await report(org, 'p-ada');
    // Slack knows them from the directory: nothing has to be kept before.
    await opened(org);
    await org.advance({ hours: 1 });
    isBroken = true;
    expect((await opened(org)).text).toContain('Not opened yet: 1');
    expect(org.log.lines.map(({ event }) => event)).toContain('look-not-noted');
  });

  it('is one site only for a lead of one, and names the site for a lead of two', async () => {
    const org = await organisation('two-schools');
    await report(org, 'p-finn');
    expect(Object.keys((await opened(org)).groups)).toEqual([]);
    expect((await opened(org, 'p-owen')).text).toContain('A child told someone, South Primary School.');
  });

  it('says who is on duty now, and nobody out of hours', async () => {
    const directory = await rotaOf();
    const org = await organisation('two-schools', { directory });
    expect((await opened(org)).text).toContain('On duty now\nNorth Primary School: Nadia Marsh');
    await org.advance({ hours: 24 });
    // Nobody is on the rota: the lead.
    expect((await opened(org)).text).toContain('North Primary School: Iris Kay');
    await org.advance({ hours: 10 });
    expect((await opened(org)).text).not.toContain('On duty now');
  });

  it('leaves only a number in a chat: typed where the answer is a message', async () => {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', ORDINARY);
    const client = org.at('p-iris');
    await openRecord(client);
    await client.say('today');
    expect(client.texts()).toContain(refOf(id));
    await client.press('Hide');
    expect(client.texts()).toContain('Nothing is new or late. 1 thing waits in all.');
    expect(JSON.stringify(client.card())).not.toMatch(new RegExp(`${id}|${refOf(id)}|Robin|told someone`));
    await client.press('Open Today');
    expect(client.texts()).toContain(refOf(id));
  });
});

async function rotaOf(): Promise<Directory> {
  const { directory } = await organisation('two-schools');
  return { ...directory, rota: [{ site: SiteId.parse('north'), day: 2, half: 'all-day', person: nadia }] };
}
