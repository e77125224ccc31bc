import type { Facts } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { readFacts } from '../../src/domain/policy/read-facts.ts';
import { BALFOUR, BEAUCLERC, packAt } from './packs.ts';

const balfour = await packAt(BALFOUR);
const beauclerc = await packAt(BEAUCLERC);

/** What the policy says when this is known: "harm=images". */
function when(policy: Policy, ...words: readonly string[]) {
  const facts = readFacts(words, policy);
  if (!facts.ok) throw new Error(facts.refusal);
  return planFor(policy, facts.value);
}
const step = (policy: Policy, id: string, ...words: readonly string[]) =>
  when(policy, ...words).steps.find((each) => each.id === id);

describe('who hears of it', () => {
  it('a worry about a child goes to the lead, the deputy, a senior leader, in that order', () => {
    for (const policy of [balfour, beauclerc])
      expect(when(policy, 'harm=home', 'adult=no').route).toMatchObject({
        rungs: [['dsl'], ['deputy'], ['senior-leader']],
        channel: true,
      });
  });

  it('a worry about the head goes to the chair and never to the head, who is also the lead', () => {
    const { route } = when(balfour, 'adult-role=headteacher,dsl', 'danger=tonight');
    expect(route.rungs).toEqual([['chair-of-governors']]);
    expect(route.exclude).toEqual(['headteacher', 'dsl']);
    expect(route.outside).toContain('lado');
    expect(route.why).toContain('section 3.3');
  });

  it('what may involve a lead goes past the head where the head is the lead', () => {
    for (const words of ['may-involve-lead=yes', 'adult=unsure'])
      expect(when(balfour, words).route.rungs).toEqual([['chair-of-governors']]);
  });

  it('what may involve a lead goes to the head where the head is not one of them', () => {
    for (const words of ['may-involve-lead=yes', 'adult=unsure'])
      expect(when(beauclerc, words).route.rungs).toEqual([['headteacher'], ['chair-of-governors']]);
  });

  it('a worry about a member of staff goes to the head of the site, not to the lead', () => {
    const { route, urgency } = when(beauclerc, 'adult-role=staff');
    expect(route.rungs).toEqual([['headteacher'], ['chair-of-governors']]);
    expect(route).toMatchObject({ channel: false, why: expect.stringContaining('section 10.2') });
    expect(urgency).toBe('today');
  });

  it('an adult who is not in the directory, or a tick about an adult, keeps it from the leads too', () => {
    for (const policy of [balfour, beauclerc])
      for (const words of ['adult-role=not-listed', 'harm=adult-behaviour'])
        expect(when(policy, words).route.id).toBe('about-an-adult');
  });
});

describe('the two policies differ where their texts differ', () => {
  it('hate that may be a crime: one school considers the police, the other must call them', () => {
    const words = ['harm=hate', 'offence=yes'];
    expect(step(balfour, 'hate.police', ...words)?.modality).toBe('consider');
    expect(step(beauclerc, 'hate.police', ...words)?.modality).toBe('must');
  });

  it('a worry about an adult: the LADO is a duty in one and to be considered in the other', () => {
    expect(step(balfour, 'staff-allegation.lado', 'adult=yes')?.modality).toBe('consider');
    expect(step(beauclerc, 'staff-allegation.lado', 'adult=yes')?.modality).toBe('must');
  });

  it('exploitation: the police within the hour', () => {
    expect(step(beauclerc, 'csae.police', 'category=csae')).toMatchObject({
      modality: 'must',
      within: 'PT1H',
    });
  });

  it('a device goes back to parents only, or as the head or a lead decides', () => {
    const asked = (policy: Policy) =>
      when(policy, 'device=yes').requests.find(({ id }) => id === 'give-device-back');
    expect(asked(balfour)?.by).toEqual(['headteacher', 'deputy']);
    expect(asked(beauclerc)?.prompt).toContain('parent or carer');
  });

  it('a filter bypass is no part of a worry about a child', () => {
    const asked = (policy: Policy) => when(policy, 'harm=filter').requests.map(({ id }) => id);
    for (const policy of [balfour, beauclerc]) expect(asked(policy)).not.toContain('filter-bypass');
    expect(balfour.forms.find(({ id }) => id === 'filter-bypass')).toMatchObject({ by: ['it-lead', 'dsl'] });
  });
});

describe('what holds under every policy', () => {
  const policies = [balfour, beauclerc];

  it('the floor is said first, and "why?" says so', () => {
    for (const policy of policies) {
      const [first] = when(policy).guards;
      expect(first?.why).toContain("Signpost's own rule for everyone");
    }
  });

  it('nobody may look, and nothing may be deleted before the police have answered', () => {
    for (const policy of policies) {
      const said = when(policy, 'harm=images').guards.map(({ text }) => text);
      expect(said.some((text) => text.startsWith('Do not look at the image.'))).toBe(true);
      const agree = step(policy, 'deletion.agree', 'category=deletion');
      expect(agree).toMatchObject({ kind: 'approve', reason: 'always' });
      expect(agree?.after).toContain('deletion.police');
      expect(step(policy, 'deletion.police', 'category=deletion')?.modality).toBe('must');
    }
  });

  it.each(['told', 'mark', 'images', 'self-harm', 'missing', 'adult-behaviour'])(
    'a tick at "%s" is urgent today, even if the reporter said that it is not',
    (harm) => {
      for (const policy of policies) expect(when(policy, `harm=${harm}`, 'danger=no').urgency).toBe('today');
    },
  );

  it('being unsure counts as yes', () => {
    for (const policy of policies) {
      const facts = (value: string): Facts => ({ image: [value], device: [value], offence: [value] });
      const ids = (value: string) => planFor(policy, facts(value)).steps.map(({ id }) => id);
      expect(ids('unsure')).toEqual(ids('yes'));
      expect(ids('unsure')).not.toEqual(ids('no'));
    }
  });

  it('every concern asks for a decision, for parents and for what was learned', () => {
    for (const policy of policies) {
      const duties = when(policy).steps.filter(({ kind }) => kind === 'decide' || kind === 'record');
      expect(duties.map(({ id }) => id)).toEqual(
        expect.arrayContaining([
          'any-concern.wishes',
          'any-concern.decision',
          'any-concern.parents',
          'any-concern.lessons',
        ]),
      );
    }
  });

  it('every source is in words', () => {
    for (const policy of policies) {
      const all = [...policy.guards, ...policy.routes, ...policy.contacts, ...policy.requests];
      const sources = [...all, ...policy.procedures.flatMap(({ steps }) => steps)].map(
        ({ source }) => source,
      );
      expect(sources.filter((source) => !/^(Signpost|[A-Z])[^;]*\w{3}/.test(source))).toEqual([]);
      expect(sources).toContain(
        `${policy.title}, section 8.2`.replace('8.2', policy === balfour ? '6.3' : '11.2'),
      );
      expect(sources.some((source) => source.startsWith('UKCIS, Sharing nudes and semi-nudes (2024)'))).toBe(
        true,
      );
    }
  });

  it('no line of a step or a guard is longer than a phone shows in three lines', () => {
    for (const policy of policies) {
      const texts = [...policy.guards, ...policy.procedures.flatMap(({ steps }) => steps)].map(
        ({ text }) => text,
      );
      expect(texts.filter((text) => text.length > 120)).toEqual([]);
    }
  });
});
