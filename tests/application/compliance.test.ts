import { startCalendar } from '../../src/application/duties/mornings.ts';
import { fetchFile } from '../../src/application/files.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { SelfAudit, Training } from '../../src/domain/policy/training.ts';
import { leavesOf, textsOf } from '../support/check-card.ts';
import { type Client, type Organisation, organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { signed } from '../support/transcript.ts';

const REFRESHER = Training.parse({
  id: 'refresher',
  name: 'Safeguarding refresher',
  roles: ['staff', 'headteacher', 'deputy', 'senior-leader', 'it-lead'],
  every: 'P12M',
  minutes: 40,
  refresher: true,
  topics: [
    { id: 'online', text: 'Staying safe online' },
    { id: 'filter', text: 'Filtering and monitoring' },
  ],
  source: 'section 11',
});
const COURSE = Training.parse({
  id: 'course',
  name: 'Course for leads',
  roles: ['deputy'],
  every: 'P24M',
  minutes: 360,
  certificate: true,
  verify: ['headteacher'],
  source: 'section 11',
});
const AUDIT = SelfAudit.parse({
  id: 'self-check',
  name: 'What I know',
  roles: ['staff'],
  every: 'year',
  by: '10-31',
  questions: [
    { id: 'who', text: 'Do you know who leads?', need: 'no', topic: 'Who leads', atOnce: 'show-leads' },
    { id: 'wishes', text: 'Is there something to learn?', need: 'yes', topic: 'What they asked for' },
  ],
  source: 'Appendix 3',
});

/** A school on its first morning, 24 November 2026; Ada's refresher was due on 2 October. */
async function school(more: Partial<Policy> = {}): Promise<Organisation> {
  const parts = { training: [REFRESHER], agreements: [], audits: [], duties: [], ...more };
  const org = await organisation('one-school', {
    doctor: (deps) => ({
      ...deps,
      policy: { ...deps.policy, review: { ...deps.policy.review, due: null }, ...parts },
    }),
  });
  await startCalendar(org.deps());
  await org.advance({ hours: 1 });
  return org;
}

const titles = (client: Client) => buttonsOf(client.card()).map(({ title }) => title);

async function asked(org: Organisation, who = 'p-iris'): Promise<Client> {
  const client = org.at(who);
  await client.say('compliance');
  return client;
}

describe('how training and agreements stand', () => {
  it('says on the first day who is late, with what and for how long', async () => {
    const lead = await asked(await school());
    expect(lead.texts()).toContain('1 person is late.');
    expect(lead.texts()).toMatch(/Ada Bell\s+Safeguarding refresher\. 53 days late\./);
    expect(lead.texts()).toContain('Late: 1.');
  });

  it('shows numbers and no names to whoever answers for the organisation, and nothing to anybody else', async () => {
    const org = await school();
    const chair = await asked(org, 'p-tom');
    const staff = await asked(org, 'p-ben');
    expect(staff.texts()).toBe('There is nothing here for you.');
    expect(chair.texts()).toContain('1 person is late.');
    const board = { by: ['headteacher'], to: ['it-lead'], every: null, source: '3' } as const;
    const other = await asked(
      await school({ board: { ...board, by: [...board.by], to: [...board.to] } }),
      'p-vera',
    );
    expect(other.texts()).toContain('1 person is late.');
    expect(other.texts()).not.toContain('Ada');
    expect(titles(other)).toEqual(['Hide']);
  });

  it('reminds everybody who is late with one press, once a day', async () => {
    const org = await school();
    const before = org.at('p-ada').inbox().length;
    await org.advance({ hours: 24 });
    const lead = await asked(org);
    await lead.press('Remind everybody who is late');
    await org.settle();
    await lead.press('Remind everybody who is late');
    await org.settle();
    expect(org.at('p-ada').inbox().length).toBe(before + 1);
  });

  it('tells the leads once a week, and not in a week in which nobody is late', async () => {
    const org = await school();
    const texts = () =>
      org
        .at('p-iris')
        .inbox()
        .filter(({ message }) => JSON.stringify(message.card).includes('to learn or sign'));
    expect(texts()).toHaveLength(1);
    await org.advance({ hours: 24 * 7 });
    expect(texts()).toHaveLength(2);
    const lead = org.at('p-iris');
    await lead.say('session');
    await lead.press('Record this one');
    const today = org.clock.now().slice(0, 10);
    await lead.press('Save it for everybody', { date: today, topics: 'online,filter', who: 'everybody' });
    await org.advance({ hours: 24 * 7 });
    expect(texts()).toHaveLength(2);
  });

  it('tells whoever leads at two schools once, of both', async () => {
    const org = await organisation('two-schools', {
      doctor: (deps) => ({
        ...deps,
        policy: { ...deps.policy, training: [REFRESHER], agreements: [], audits: [], duties: [] },
      }),
    });
    await startCalendar(org.deps());
    await org.advance({ hours: 24 * 30 });
    const told = (id: string) =>
      org.post
        .reached(org.boxesOf(id))
        .filter(
          ({ type, message }) => type === 'send' && org.drawn.get(message.card) === 'compliance-message',
        )
        .map(({ at, message }) => [at.slice(0, 10), textsOf(message.card)[0]] as const);
    const days = told('p-owen').map(([day]) => day);
    expect(days.length).toBeGreaterThan(2);
    expect(new Set(days).size).toBe(days.length);
    // Of more people than whoever leads at one of them.
    const late = (id: string): number => Number(told(id).at(-1)?.[1]?.split(' ')[0]);
    expect(late('p-owen')).toBeGreaterThan(late('p-lena'));
    expect(late('p-owen')).toBeGreaterThan(late('p-iris'));
  });

  it('shows how it stood a month ago', async () => {
    const org = await school();
    await org.advance({ hours: 24 * 35 });
    const lead = await asked(org);
    expect(lead.texts()).toContain('A month ago it was the same.');
  });

  it('gives the table as a file, with everybody in it', async () => {
    const org = await school();
    const lead = await asked(org);
    await lead.press('Get the table');
    const link = leavesOf(lead.card().body)
      .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
      .find((action) => action.type === 'Action.OpenUrl');
    const file = await fetchFile(org.deps(), link?.url.split('/').at(-1) ?? '');
    expect(file?.rows[0]).toEqual(['Person', 'What', 'How it stands', 'Last done', 'Due']);
    expect(file?.rows).toContainEqual([
      'Ada Bell',
      'Safeguarding refresher',
      'Late',
      '2025-10-02',
      '2026-10-02',
    ]);
  });
});

describe('a session that many came to', () => {
  it('is recorded in one go, and says what is still to be covered', async () => {
    const org = await school();
    const lead = org.at('p-iris');
    await lead.say('session');
    await lead.press('Record this one');
    await lead.press('Save it for everybody', {
      date: '2026-11-24',
      topics: 'online,filter',
      who: 'listed',
      names: 'Bell, Ada\nben orchard',
    });
    expect(lead.texts()).toContain('Saved for 2 people: Safeguarding refresher.');
    await org.settle();
    await lead.press('How things stand');
    expect(lead.texts()).toContain('Nobody is late.');
    await lead.say('session');
    await lead.press('Record this one');
    await lead.press('Save it for everybody', { date: '2026-11-23', topics: 'online', who: 'everybody' });
    expect(lead.texts()).toContain('Still to cover:\nFiltering and monitoring');
  });

  it('keeps what was typed when a name fits nobody, or the day is to come', async () => {
    const org = await school();
    const lead = org.at('p-iris');
    await lead.say('session');
    await lead.press('Record this one');
    const typed = { date: '2026-11-24', topics: '', who: 'listed', names: 'Ada Bell\nNobody Here' };
    await lead.press('Save it for everybody', typed);
    expect(lead.texts()).toContain('Lines that fit nobody, or more than one person: 1.');
    await lead.press('Save it for everybody', { ...typed, names: 'Ada Bell', date: '2027-01-01' });
    expect(titles(lead)).toContain('Save it for everybody');
    await lead.press('Save it for everybody', { ...typed, names: 'Ada Bell', date: '2009-11-24' });
    expect(lead.texts()).toContain('nor long ago.');
    await lead.press('Save it for everybody', { ...typed, names: '' });
    expect(lead.texts()).toContain('Say who was there.');
  });

  it('says of whom nothing is written, and writes nothing where that is everybody', async () => {
    const org = await school();
    const lead = org.at('p-iris');
    const record = async (names: string) => {
      await lead.say('session');
      await lead.press('Record this one');
      await lead.press('Save it for everybody', { date: '2026-11-24', who: 'listed', names });
      return lead.texts();
    };
    // Cleo is a contractor, of whom it is not asked.
    expect(await record('Cleo Dunn')).toContain('This training is asked of none of them');
    const mixed = await record('Ada Bell\nCleo Dunn');
    expect(mixed).toContain('Saved for 1 person');
    expect(mixed).toContain('Nothing is written for 1 more');
  });

  it('writes no certificate of whoever holds it: they add their own', async () => {
    const org = await school({ training: [{ ...COURSE, roles: ['deputy', 'headteacher'] }] });
    const lead = org.at('p-iris');
    await lead.say('session');
    await lead.press('Record this one');
    await lead.press('Save it for everybody', { date: '2026-11-24', who: 'everybody' });
    expect(lead.texts()).toContain('Saved for 2 people');
    expect(lead.texts()).toContain('Nothing is written for 1 more');
  });
});

describe('what somebody said that they did', () => {
  it('is looked at by a lead, who says that it is right, or why not', async () => {
    const org = await school({ training: [COURSE] });
    const deputy = org.at('p-nadia');
    const done = { date: org.clock.now().slice(0, 10), certificate: 'C-17' };
    await deputy.press('I have done it');
    await deputy.press('Save it', done);
    await org.settle();
    const lead = await asked(org);
    expect(lead.texts()).toContain('Waiting for you to look at: 1.');
    await lead.press('Look at them');
    expect(lead.texts()).toContain('C-17');
    await lead.press('It is not right');
    await lead.press('Ask them again', { why: 'That is the old certificate.' });
    expect(lead.texts()).toContain('Nothing waits for you.');
  });
});

describe('who checks what somebody said', () => {
  const said = async (verify: readonly Role[]) => {
    const org = await school({ training: [{ ...COURSE, verify: [...verify] }] });
    const deputy = org.at('p-nadia');
    await deputy.press('I have done it');
    await deputy.press('Save it', { date: '2026-11-24', certificate: 'C-17' });
    await org.settle();
    const looks = async (who: string) => {
      const client = await asked(org, who);
      return client.texts().includes('Waiting for you to look at');
    };
    return { org, looks };
  };

  it('is whoever the policy names; other leads see how it stands and do not answer', async () => {
    const { looks } = await said(['headteacher']);
    expect([await looks('p-iris'), await looks('p-owen')]).toEqual([true, false]);
  });

  it('is whoever leads where nobody has that role, and never oneself', async () => {
    const { looks } = await said(['trustee']);
    expect([await looks('p-iris'), await looks('p-owen'), await looks('p-nadia')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('cannot be somebody else by pressing a button that is not theirs', async () => {
    const { org, looks } = await said(['headteacher']);
    const head = await asked(org);
    await head.press('Look at them');
    const right = buttonsOf(head.card()).find(({ title }) => title === 'It is right');
    if (right === undefined) throw new Error('There is nothing to check');
    const owen = org.at('p-owen');
    await owen.send(signed(right.data));
    expect(owen.texts()).toBe('There is nothing here for you.');
    expect(await looks('p-iris')).toBe(true);
  });
});

describe('a self-check', () => {
  it('shows at once who leads, and collects what people need for the next training', async () => {
    const org = await school({ training: [REFRESHER], audits: [AUDIT] });
    const lead = await asked(org);
    await lead.press('What people need');
    await lead.press('Ask everybody now');
    await org.settle();
    const ben = org.at('p-ben');
    await ben.say('my training');
    await ben.press('Answer the questions');
    await ben.press('Send my answers', { 'q-who': 'no', 'q-wishes': 'yes', 'c-1': 'AI' });
    expect(ben.texts()).toContain('Iris Kay');
    await org.settle();
    await lead.say('compliance');
    await lead.press('What people need');
    expect(lead.texts()).toContain('Who leads: 1.');
    expect(lead.texts()).toContain('Ben Orchard');
    expect(lead.texts()).toMatch(/Ben Orchard:\s+AI/);
    await lead.press('Record a session');
    await lead.press('Record this one');
    expect(lead.texts()).toContain('People asked for help with: What they asked for and Who leads.');
  });
});
