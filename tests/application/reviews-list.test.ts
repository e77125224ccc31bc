import { proposeAfterCase } from '../../src/application/duties/proposals.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { drillIdOf, PersonId } from '../../src/domain/ids.ts';
import { report, stateOf } from '../support/concern.ts';
import { duty, sentTo, standing, withDuties } from '../support/duties.ts';
import { press } from '../support/press.ts';

const LATE = { due: '2026-09-01', owner: 'headteacher' } as const;

describe('reviews, when they are typed', () => {
  const lock = duty({
    id: 'lock',
    title: 'Lock check',
    owner: 'it-lead',
    every: null,
    otherwise: 'P1M',
    evidence: true,
  });
  const later = duty({ id: 'later', title: 'Poster check', owner: 'senior-leader', first: '2027-09' });

  it('are all of them for whoever leads, the most overdue first, with who set the interval', async () => {
    const org = await withDuties('two-schools', [later, lock], { review: { ...LATE, due: '2024-09-01' } });
    const iris = org.at('p-iris');
    await iris.say('reviews');
    const texts = iris.texts();
    expect(texts).toContain('2 are late.');
    const order = [
      `${org.policy.title} was due for review`,
      'Lock check. It was due',
      'Poster check. It is due',
    ].map((line) => texts.indexOf(line));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(texts).toContain('It is 814 days late.');
    expect(texts).toContain('It is due on 30 September 2027. That is in 310 days.');
    expect(texts).toContain('The policy gives no interval; every month was set by');
    expect(texts).toContain('Never done here.');
    expect(iris.titles()).toContain('Remind them');
  });

  it('show when it was last done, by whom, and what was said of it', async () => {
    const org = await withDuties('two-schools', [lock], {});
    const ivo = org.at('p-ivo');
    await ivo.press('Do it now');
    await ivo.press('It is done', { evidence: 'All locked. '.repeat(30) });
    const vera = org.at('p-vera');
    await vera.say('reviews');
    expect(vera.texts()).toContain('Done on 24 November 2026 by Ivo Stone');
    expect(vera.texts()).toMatch(/All locked\. .{100,160}…/);
    await vera.press('See what was done');
    expect(vera.texts()).toContain('All locked. '.repeat(30).trim());
  });

  it('are a thin card where others may look, and nothing for whoever has none', async () => {
    const org = await withDuties('two-schools', [lock]);
    const iris = org.at('p-iris');
    await iris.say('reviews');
    const hide = press(iris.card(), 'Hide');
    await iris.send(hide);
    expect(iris.titles()).toEqual(['Open the reviews']);
    expect(iris.texts()).not.toContain('Lock check');
    await iris.press('Open the reviews');
    expect(iris.texts()).toContain('Lock check');
    const ada = org.at('p-ada');
    await ada.say('reviews');
    expect(ada.texts()).toBe('There is nothing here for you.');
    await iris.send(hide, false);
    expect(iris.texts()).toBe('Please ask me that in your own chat with me.');
  });

  it('turn over when there are many', async () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      duty({
        id: `check-${n}`,
        title: `Check ${n + 1}`,
        owner: 'it-lead',
        first: `2026-09-${String(n + 1).padStart(2, '0')}`,
      }),
    );
    const org = await withDuties('one-school', many);
    const iris = org.at('p-iris');
    await iris.say('reviews');
    expect(iris.texts()).toContain('Check 5. ');
    expect(iris.texts()).not.toContain('Check 6. ');
    await iris.press('More reviews');
    expect(iris.texts()).toContain('Check 6. ');
    await iris.press('Earlier in the list');
    expect(iris.texts()).toContain('Check 1. ');
  });

  it('let whoever follows one remind its owner, once a day, and not themselves', async () => {
    const org = await withDuties('two-schools', [lock]);
    const vera = org.at('p-vera');
    await vera.say('reviews');
    const remind = press(vera.card(), 'Remind them');
    await vera.send(remind);
    expect(vera.texts()).toContain('They were told today already.');
    await org.advance({ hours: 24 });
    await vera.send(remind);
    expect(vera.texts()).toContain('They were reminded.');
    await org.settle();
    expect(sentTo(org, 'p-ivo')).toEqual(['2026-11-24T10:05', '2026-11-25T10:05']);
    await vera.send(remind);
    await org.settle();
    expect(sentTo(org, 'p-ivo')).toHaveLength(2);
    for (const id of ['p-ivo', 'p-ada']) {
      const other = org.at(id);
      await other.send(remind);
      expect(other.texts()).toBe('There is nothing here for you.');
    }
  });
});

describe('a review ahead of its day', () => {
  const after = { technical: true as const, source: 'section 3' };
  const review = { due: '2027-09-01', owner: 'headteacher', after } as const;

  it('is proposed when somebody writes down that the systems have changed, once', async () => {
    const org = await withDuties('one-school', [], { review });
    const vera = org.at('p-vera');
    const head = org.at('p-iris');
    await head.say('reviews');
    await head.press('Our systems have changed');
    expect(head.titles()).toContain('Write it down');
    await vera.say('technical change');
    const send = press(vera.card(), 'Write it down', { what: 'A new filter.' });
    await vera.press('Write it down', { what: ' ' });
    expect(vera.texts()).toContain('Not saved yet. Say what has changed.');
    await vera.send(send);
    await vera.send(send);
    await org.settle();
    expect(sentTo(org, 'p-iris')).toHaveLength(1);
    expect(standing(org, 'p-iris')[0]).not.toContain('A new filter.');
    const iris = org.at('p-iris');
    await iris.press('Answer this');
    expect(iris.texts()).toContain('A new filter.');
    const no = press(iris.card(), 'Not now', { reason: 'The policy names no filter.' });
    await iris.press('Not now', {});
    expect(iris.texts()).toContain('Not saved yet. Say why not now.');
    await iris.send(no);
    expect(iris.texts()).toContain('It is not reviewed before its day.');
    await org.advance({ hours: 24 * 30 });
    expect(sentTo(org, 'p-iris')).toHaveLength(1);
    const ada = org.at('p-ada');
    await ada.send(no);
    expect(ada.texts()).toBe('There is nothing here for you.');
    await ada.say('technical change');
    expect(ada.texts()).toBe('There is nothing here for you.');
  });

  it('is due at once where its owner says so, and then again a year on', async () => {
    const org = await withDuties('one-school', [], { review });
    await org.at('p-vera').say('technical change');
    const vera = org.at('p-vera');
    await vera.say('technical change');
    await vera.press('Write it down', { what: 'A new filter.' });
    await org.settle();
    const iris = org.at('p-iris');
    await iris.press('Answer this');
    await iris.press('Review it now');
    expect(iris.texts()).toContain('The review is due now.');
    await org.settle();
    expect(standing(org, 'p-iris').at(-1)).toContain('is due for review on 24 November 2026.');
    await org.advance({ hours: 48 });
    await iris.press('Start the review');
    await iris.press('The review is done');
    await iris.press('It is done', { evidence: 'Section 7 is new.' });
    expect(iris.texts()).toContain('It is due again on 26 November 2027.');
    const told = sentTo(org, 'p-iris').length;
    await org.advance({ hours: 24 * 300 });
    expect(sentTo(org, 'p-iris')).toHaveLength(told);
  });

  it('is not for a policy that does not ask for it', async () => {
    const org = await withDuties('one-school', [], { review: LATE });
    const vera = org.at('p-vera');
    await vera.say('technical change');
    expect(vera.texts()).toBe('There is nothing here for you.');
  });

  describe('after a case', () => {
    const CLOSED = 'A child protection case was closed.';
    const wants = {
      due: '2027-09-01',
      owner: 'headteacher',
      after: { procedures: ['csae'], source: 'section 3' },
    } as const;
    const after = { ...wants.after, procedures: [...wants.after.procedures] };

    /** A case that was closed, as far as a proposal looks at it, and whether one came. */
    async function proposed(change: (state: CaseState) => CaseState, isDrill = false, times = 1) {
      const org = await withDuties('two-schools', [], { review: { ...wants, after } });
      const id = await report(org, 'p-rosa');
      const state = await stateOf(org, id);
      const procedures = [{ id: 'csae', name: 'Exploitation', why: 'section 11.3' }];
      const closed = { ...state, plan: { ...state.plan, procedures }, progress: { status: 'closed' } };
      for (let n = 0; n < times; n += 1)
        await proposeAfterCase(
          org.deps(),
          org.directory,
          isDrill ? drillIdOf(id) : id,
          change(closed as CaseState),
        );
      await org.settle();
      const atOnce = standing(org, 'p-vera').filter((text) => text.includes(CLOSED)).length;
      await org.advance({ hours: 48 });
      return { org, atOnce, after: standing(org, 'p-vera').filter((text) => text.includes(CLOSED)).length };
    }

    it('comes the next working morning, once, and says nothing of the case', async () => {
      const { org, ...counts } = await proposed((state) => state, false, 3);
      expect(counts).toEqual({ atOnce: 0, after: 1 });
      expect(standing(org, 'p-vera').join()).not.toMatch(/Robin|Exploitation/);
      expect(standing(org, 'p-hugh').filter((text) => text.includes(CLOSED))).toHaveLength(1);
    });

    it.each<[string, (state: CaseState) => CaseState, boolean]>([
      [
        'an owner of the review is part of it',
        (state) => ({ ...state, conflicted: [PersonId.parse('p-hugh')] }),
        false,
      ],
      [
        'it is about an adult',
        (state) => ({ ...state, plan: { ...state.plan, route: { ...state.plan.route, about: 'adult' } } }),
        false,
      ],
      ['it is of another kind', (state) => ({ ...state, plan: { ...state.plan, procedures: [] } }), false],
      ['it is open', (state) => ({ ...state, progress: { status: 'new' } }) as CaseState, false],
      ['it is a drill', (state) => state, true],
    ])('does not come where %s', async (_, change, isDrill) => {
      expect(await proposed(change, isDrill)).toMatchObject({ atOnce: 0, after: 0 });
    });
  });
});
