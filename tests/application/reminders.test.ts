import { workOnce } from '../../src/application/due-work.ts';
import { startCalendar } from '../../src/application/duties/training.ts';
import { textsOf } from '../support/check-card.ts';
import { fillForm, report } from '../support/concern.ts';
import { type Organisation, organisation, type Pack } from '../support/organisation.ts';
import { press } from '../support/press.ts';

type Options = Parameters<typeof organisation>[1];

async function morning(pack: Pack, options: Options = {}): Promise<Organisation> {
  const org = await organisation(pack, options);
  await startCalendar(org.deps());
  await org.settle();
  return org;
}
/** When the directory says that this person last did it. */
async function trained(pack: Pack, id: string, day: string) {
  const { directory } = await organisation(pack);
  return { people: directory.people.map((each) => (each.id === id ? { ...each, trained: day } : each)) };
}
const sentTo = (org: Organisation, id: string, notification = 'Training: something is due.') =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && message.notification === notification);
const REVIEW = 'Reviews: something is due.';
const nudged = (org: Organisation, notification?: string) =>
  org.directory.people.filter(({ id }) => sentTo(org, id, notification).length > 0).map(({ id }) => id);
const standing = (org: Organisation, id: string) =>
  textsOf(org.at(id).inbox().at(-1)?.message.card ?? org.at(id).card()).join('\n');

describe('training', () => {
  it.each([
    ['two-schools', ['p-ivo', 'p-ada', 'p-cleo', 'p-finn']],
    ['one-school', ['p-ada']],
  ] as const)('nudges those whose refresher is due, and nobody else: %s', async (pack, people) => {
    const org = await morning(pack);
    expect(nudged(org)).toEqual(people);
    expect(standing(org, 'p-ada')).toMatch(/was due on 2 October 2026\. It takes about \d+ minutes\./);
  });

  it('nudges once a cycle, however many mornings pass', async () => {
    const org = await morning('two-schools');
    await org.advance({ hours: 24 * 40 });
    for (const id of ['p-ivo', 'p-ada', 'p-cleo', 'p-finn']) expect(sentTo(org, id)).toHaveLength(1);
    expect(nudged(org)).toHaveLength(4);
  });

  it('comes two weeks ahead, at nine in the morning', async () => {
    const directory = await trained('two-schools', 'p-ben', '2025-12-18');
    const org = await morning('two-schools', { directory });
    expect(nudged(org)).not.toContain('p-ben');
    await org.advance({ hours: 24 * 15 });
    expect(sentTo(org, 'p-ben').map(({ at }) => at)).toEqual(['2026-12-04T09:00:00.000Z']);
    expect(standing(org, 'p-ben')).toContain('is due by 18 December 2026.');
  });

  it('is done with a day: noted, and quiet until the next cycle', async () => {
    const org = await morning('two-schools');
    await org.at('p-ada').press('I have done it', { date: '2026-11-20' });
    await org.settle();
    expect(standing(org, 'p-ada')).toContain('Thank you. It is noted as done.');
    await org.advance({ hours: 24 * 330 });
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
    await org.advance({ hours: 24 * 35 });
    expect(sentTo(org, 'p-ada')).toHaveLength(2);
    expect(standing(org, 'p-ada')).toContain('is due by 20 November 2027.');
  });

  it('takes no day that has not come, and keeps its buttons', async () => {
    const org = await morning('two-schools');
    const ada = org.at('p-ada');
    await ada.press('I have done it', { date: '2026-11-25' });
    expect(ada.texts()).toContain('Please give a day that is not in the future.');
    expect(ada.titles()).toContain('I have done it');
  });

  it('reminds five working days later when asked to, and then no more', async () => {
    const org = await morning('two-schools');
    await org.at('p-ada').press('Remind me next week');
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ada').map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-24', '2026-12-01']);
  });

  it('reminds ten working days after a booking', async () => {
    const org = await morning('two-schools');
    await org.at('p-ada').press('I am booked');
    await org.settle();
    expect(standing(org, 'p-ada')).toContain('Thank you. It is noted as booked.');
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ada').map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-24', '2026-12-08']);
  });

  it('is quiet about what was done before the reminder came', async () => {
    const org = await morning('two-schools');
    const ada = org.at('p-ada');
    await ada.press('Remind me next week');
    await ada.press('I have done it', { date: '2026-11-24' });
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
  });

  it('counts one press once, and nobody else’s at all', async () => {
    const org = await morning('two-schools');
    const ada = org.at('p-ada');
    const later = press(ada.card(), 'Remind me next week');
    await org.at('p-ben').send(later);
    await org.advance({ hours: 24 * 10 });
    expect(sentTo(org, 'p-ada')).toHaveLength(1);
    await Promise.all([1, 2, 3].map(() => org.at('p-ada').send(later)));
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-ada')).toHaveLength(2);
    const ben = org.at('p-ben');
    await ben.send(later);
    expect(ben.texts()).toBe('There is nothing here for you.');
  });

  it('waits for somebody whom nothing reaches yet', async () => {
    const org = await morning('two-schools', { platforms: ['teams'] });
    expect(nudged(org)).toEqual([]);
    await org.at('p-ada', 'teams').join();
    await org.advance({ hours: 24 });
    expect(nudged(org)).toEqual(['p-ada']);
  });
});

describe('the review of the policy', () => {
  it.each([
    ['one-school', ['p-iris'], 'was due for review on 30 November 2024. It is 724 days late.'],
    ['two-schools', ['p-iris', 'p-owen'], 'was due for review on 30 September 2020. It is 2246 days late.'],
  ] as const)('goes to whoever owns it, with the days it is late: %s', async (pack, owners, line) => {
    const org = await morning(pack);
    expect(nudged(org, REVIEW)).toEqual(owners);
    expect(standing(org, 'p-iris')).toContain(line);
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-iris', REVIEW)).toHaveLength(1);
  });

  it('says who does this, and is started once', async () => {
    const org = await morning('one-school');
    const iris = org.at('p-iris');
    await iris.press('Who does this?');
    expect(iris.texts()).toContain('This is for the headteacher: Iris Kay.');
    await iris.press('Start the review');
    await org.settle();
    expect(standing(org, 'p-iris')).toContain('The review has been started.');
    expect(org.at('p-iris').titles()).not.toContain('Start the review');
  });

  it('is nobody else’s to start', async () => {
    const org = await morning('one-school');
    const start = press(org.at('p-iris').card(), 'Start the review');
    const ada = org.at('p-ada');
    await ada.send(start);
    expect(ada.texts()).toBe('There is nothing here for you.');
    expect(standing(org, 'p-iris')).not.toContain('has been started');
  });
});

describe('a nudge and a child', () => {
  it('lets every case go first, also those that came later', async () => {
    const org = await organisation('two-schools');
    await startCalendar(org.deps());
    await workOnce(org.deps(), 'worker');
    // The nudges are due now; two reports come before anything was sent.
    for (const who of ['p-ada', 'p-ben']) {
      const client = org.at(who);
      await fillForm(client);
      await client.press('Send it');
    }
    await org.settle();
    const kinds = org.post.sent.map(({ message }) => message.notification.split(':')[0]);
    const lastCase = kinds.lastIndexOf('Safeguarding');
    expect(kinds.indexOf('Training')).toBeGreaterThan(lastCase);
    expect(kinds.indexOf('Reviews')).toBeGreaterThan(lastCase);
    expect(lastCase).toBeGreaterThan(0);
  });

  it('is not held up for ever by a card that cannot be sent', async () => {
    const org = await organisation('two-schools');
    org.post.hooks.fault = (to) => (to === 'U000000010' ? { type: 'not-sent', code: 'refused' } : undefined);
    await report(org, 'p-ada');
    await startCalendar(org.deps());
    await org.advance({ minutes: 1 });
    expect(nudged(org)).toContain('p-ada');
  });
});
