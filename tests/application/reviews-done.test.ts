import { duty, sentTo, standing, toldOf, withDuties } from '../support/duties.ts';
import { press } from '../support/press.ts';

const RISK = duty({ id: 'risk', title: 'Risk assessment', owner: 'dsl', first: '2027-03-01' });
const LATE = { due: '2026-09-01', owner: 'headteacher' } as const;
const STRICT = { ...LATE, needs: ['risk'], share: ['safeguarding-governor' as const] };
const DONE = { evidence: 'Read and changed.', shared: 'yes', 'where-risk': 'In the folder.' };
const READ = 'Signpost: something to read.';
const news = (org: Awaited<ReturnType<typeof withDuties>>, id: string) =>
  org.post
    .reached(org.boxesOf(id))
    .filter(({ type, message }) => type === 'send' && message.notification.startsWith(READ));

describe('a review that is said to be done', () => {
  const begun = async () => {
    const org = await withDuties('two-schools', [RISK], { review: STRICT });
    const vera = org.at('p-vera');
    await vera.press('Start the review');
    await vera.press('The review is done');
    return { org, vera };
  };

  it.each<[string, Record<string, string>, string]>([
    ['evidence', { evidence: '' }, 'Say what was done, or where it can be seen.'],
    [
      'a risk assessment',
      { 'where-risk': '' },
      'First do this, or say where it can be seen: Risk assessment.',
    ],
    ['sharing', { shared: 'no' }, 'Share it first, and tick that you did: safeguarding governor.'],
    [
      'a day of sharing that has come',
      { 'shared-on': '2026-11-25' },
      'The day it was shared is still to come.',
    ],
    ['a day that has come', { date: '2026-11-25' }, 'Please give a day that is not in the future.'],
    [
      'a next time within the year',
      { next: '2027-11-25' },
      'The next time is too late: 24 November 2027 at the latest.',
    ],
    ['a next time after this one', { next: '2026-11-24' }, 'The next time must come after this one.'],
  ])('is refused without %s, and every word is kept', async (_, typed, refusal) => {
    const { org, vera } = await begun();
    await vera.press('It is done', { ...DONE, note: '', ...typed });
    expect(vera.answer().type).toBe('keep-form');
    expect(vera.texts()).toContain(refusal);
    if (typed.evidence !== '') expect(JSON.stringify(vera.card())).toContain(DONE.evidence);
    await org.settle();
    expect(news(org, 'p-greta')).toEqual([]);
  });

  it('goes to whom it is shared with, who read its outcome in private; others do not', async () => {
    const { org, vera } = await begun();
    await vera.press('It is done', { ...DONE, next: '2027-09-01' });
    expect(vera.texts()).toContain('It is due again on 1 September 2027.');
    await org.settle();
    expect(news(org, 'p-greta')).toHaveLength(1);
    expect(news(org, 'p-tom')).toEqual([]);
    const greta = org.at('p-greta');
    expect(greta.texts()).not.toContain('Read and changed.');
    await greta.press('See what was done');
    for (const line of [
      'Vera Wynn',
      'Read and changed.',
      'Shared with: safeguarding governor',
      'Risk assessment: In the folder.',
      'The next time is on 1 September 2027.',
    ])
      expect(greta.texts()).toContain(line);
    const view = press(greta.inbox().at(-1)?.message.card ?? greta.card(), 'See what was done');
    const ada = org.at('p-ada');
    await ada.send(view);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await org.advance({ hours: 24 * 255 });
    // Thirty days before, and not a year after.
    expect(sentTo(org, 'p-vera').at(-1)).toBe('2027-08-02T08:00');
  });

  it('is done with a risk assessment of this cycle, however lately it was written down', async () => {
    const org = await withDuties('two-schools', [duty({ ...RISK, first: '2026-11-20' })], { review: STRICT });
    const [iris, owen] = [org.at('p-iris'), org.at('p-owen')];
    for (const lead of [iris, owen]) {
      await lead.press('Do it now');
      await lead.press('It is done');
    }
    const vera = org.at('p-vera');
    await vera.press('Start the review');
    await vera.press('The review is done');
    expect(vera.texts()).toContain('Risk assessment: done on 24 November 2026.');
    await vera.press('It is done', { ...DONE, 'where-risk': '' });
    expect(vera.texts()).toContain('It was done on 24 November 2026.');
  });

  it('is done for two sites only when both have their risk assessment', async () => {
    const org = await withDuties('two-schools', [duty({ ...RISK, first: '2026-11-20' })], { review: STRICT });
    const iris = org.at('p-iris');
    await iris.press('Do it now');
    await iris.press('It is done');
    const vera = org.at('p-vera');
    await vera.press('Start the review');
    await vera.press('The review is done');
    await vera.press('It is done', { ...DONE, 'where-risk': '' });
    expect(vera.texts()).toContain('First do this, or say where it can be seen: Risk assessment.');
  });

  it('was not done before the last time', async () => {
    const org = await withDuties('two-schools', [
      duty({ owner: 'it-lead', every: 'P1W', first: '2026-11-20' }),
    ]);
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done', { date: '2026-11-23' });
    await org.advance({ hours: 24 * 7 });
    await ivo.press('Do it now');
    await ivo.press('It is done', { date: '2026-11-22' });
    expect(ivo.texts()).toContain('It was last done on a later day.');
    await ivo.press('It is done', { date: '2026-11-23' });
    expect(ivo.texts()).toContain('It was done on 23 November 2026.');
  });
});

describe('a meeting', () => {
  it('is done with who was there and what was agreed, and the next one has its day', async () => {
    const meeting = duty({
      id: 'meet',
      title: 'Meet the governor',
      owner: 'headteacher',
      every: null,
      otherwise: 'P3M',
      meeting: ['headteacher', 'safeguarding-governor'],
    });
    const org = await withDuties('two-schools', [meeting]);
    const vera = org.at('p-vera');
    await vera.press('Do it now');
    expect(vera.texts()).toContain('Who was there?');
    await vera.press('It is done', { evidence: 'More training.' });
    expect(vera.texts()).toContain('Tick who was there, two or more.');
    await vera.press('It is done', { present: 'headteacher,safeguarding-governor', evidence: '' });
    expect(vera.texts()).toContain('Say what was agreed.');
    await vera.press('It is done', {
      present: 'headteacher,safeguarding-governor',
      evidence: 'More training.',
      next: '2027-01-12',
    });
    expect(vera.texts()).toContain('It is due again on 12 January 2027.');
    await vera.press('See what was done');
    expect(vera.texts()).toContain('There: headteacher and safeguarding governor.');
  });
});

describe('what has to be newer than the policy', () => {
  it('is due at once when the policy was reviewed, and says why', async () => {
    const codes = duty({
      id: 'codes',
      title: 'Codes',
      owner: 'senior-leader',
      first: '2027-06-01',
      newer: 'policy',
    });
    const org = await withDuties('one-school', [codes], { review: LATE });
    expect(toldOf(org)).toEqual(['p-iris']);
    const iris = org.at('p-iris');
    await iris.press('Start the review');
    await iris.press('The review is done');
    await iris.press('It is done', { evidence: 'All of it.' });
    await org.advance({ hours: 48 });
    expect(standing(org, 'p-rosa')[0]).toContain('Codes. It was due on 24 November 2026.');
    expect(standing(org, 'p-rosa')[0]).toContain(
      'older than the policy, which was reviewed on 24 November 2026.',
    );
    const rosa = org.at('p-rosa');
    await rosa.press('Do it now');
    await rosa.press('It is done');
    expect(rosa.texts()).toContain('It is due again on 26 November 2027.');
    await org.advance({ hours: 72 });
    expect(sentTo(org, 'p-rosa').filter((at) => at > '2026-11-27')).toEqual([]);
  });
});
