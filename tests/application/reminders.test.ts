import { workOnce } from '../../src/application/due-work.ts';
import { startCalendar } from '../../src/application/duties/mornings.ts';
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
/** What the card about training says. */
const standingOf = (org: Organisation, id: string) =>
  sentTo(org, id)
    .flatMap(({ message }) => textsOf(message.card))
    .join('\n');
const standing = (org: Organisation, id: string) =>
  textsOf(
    org
      .at(id)
      .inbox()
      .findLast(({ message }) => message.notification === REVIEW)?.message.card ?? org.at(id).card(),
  ).join('\n');

describe('training', () => {
  it.each([
    ['two-schools', ['p-ivo', 'p-ada', 'p-finn']],
    ['one-school', ['p-ada']],
  ] as const)('reminds those who are late on the very first day: %s', async (pack, people) => {
    const org = await morning(pack);
    const late = nudged(org).filter((id) => /was due on/.test(standingOf(org, id)));
    expect(late).toEqual(people);
  });

  it('comes thirty days ahead, at nine in the morning', async () => {
    const directory = await trained('two-schools', 'p-ben', '2026-01-10');
    const org = await morning('two-schools', { directory });
    await org.advance({ hours: 24 * 18 });
    expect(sentTo(org, 'p-ben').map(({ at }) => at)).toContain('2026-12-11T09:00:00.000Z');
  });
});

describe('the review of the policy', () => {
  it.each([
    ['one-school', ['p-iris', 'p-tom'], 'was due for review on 30 November 2024. It is 724 days late.'],
    [
      'two-schools',
      ['p-iris', 'p-owen', 'p-rosa', 'p-vera', 'p-hugh', 'p-greta'],
      'was due for review on 30 September 2020. It is 2246 days late.',
    ],
  ] as const)(
    'goes to whoever owns it or hears of it, with the days it is late: %s',
    async (pack, owners, line) => {
      const org = await morning(pack);
      expect(nudged(org, REVIEW)).toEqual(owners);
      expect(standing(org, 'p-iris')).toContain(line);
      await org.advance({ hours: 24 * 30 });
      expect(sentTo(org, 'p-iris', REVIEW)).toHaveLength(1);
    },
  );

  it('says who does this, and is started once', async () => {
    const org = await morning('one-school');
    const iris = org.at('p-iris');
    await iris.press('Who does this?');
    expect(iris.texts()).toContain(
      'This is for the headteacher and chair of governors: Iris Kay and Tom Usher.',
    );
    await iris.press('Start the review');
    await org.settle();
    expect(standing(org, 'p-iris')).toContain('The review has been started.');
    expect(org.at('p-iris').titles()).not.toContain('Start the review');
  });

  it('is nobody else’s to start', async () => {
    const org = await morning('one-school');
    const [sent] = sentTo(org, 'p-iris', REVIEW);
    const start = press(sent?.message.card ?? org.at('p-iris').card(), 'Start the review');
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
