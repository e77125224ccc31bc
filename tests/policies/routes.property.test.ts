import fc from 'fast-check';
import { FACTS, type FactName, type Facts } from '../../src/domain/policy/facts.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { holderOf } from '../../src/domain/policy/roles.ts';
import { BALFOUR, BEAUCLERC, packAt } from './packs.ts';

const policies = [await packAt(BALFOUR), await packAt(BEAUCLERC)];

const some = (name: FactName, least = 0) =>
  fc.uniqueArray(fc.constantFrom(...FACTS[name]), { minLength: least, maxLength: 3 });
/** Anything that a report can say. */
const facts = fc
  .record({
    danger: some('danger'),
    harm: some('harm'),
    'adult-role': some('adult-role'),
    'may-involve-lead': some('may-involve-lead'),
    heard: some('heard'),
    device: some('device'),
    image: some('image'),
    offence: some('offence'),
  })
  .map((said): Facts => ({ ...said, adult: said['adult-role'].length > 0 ? ['yes'] : ['no'] }));
const policy = fc.constantFrom(...policies);

it('whatever is reported, somebody hears, or there is a number outside that can be called', () => {
  fc.assert(
    fc.property(policy, facts, (pack, known) => {
      const { route } = planFor(pack, known);
      expect(route.rungs.flat().length).toBeGreaterThan(0);
      const phones = route.outside.map((id) => pack.contacts.find((each) => each.id === id)?.phone);
      expect(phones.some((phone) => phone !== undefined)).toBe(true);
    }),
  );
});

it('whoever holds the role that it is about is never the first to hear', () => {
  fc.assert(
    fc.property(
      policy,
      fc.constantFrom('dsl', 'deputy', 'headteacher', 'senior-leader', 'staff'),
      facts,
      (pack, role, known) => {
        const { route } = planFor(pack, { ...known, adult: ['yes'], 'adult-role': [role] });
        const first = route.rungs[0] ?? [];
        expect(first.map((each) => holderOf(pack, each))).not.toContain(holderOf(pack, role));
        expect(route.channel).toBe(false);
      },
    ),
  );
});

it('what may involve a lead is heard by no lead, whatever else is known', () => {
  fc.assert(
    fc.property(policy, facts, (pack, known) => {
      const { route } = planFor(pack, { ...known, 'may-involve-lead': ['yes'] });
      const leads = pack.leads.map((role) => holderOf(pack, role));
      expect(route.rungs.flat().filter((role) => leads.includes(holderOf(pack, role)))).toEqual([]);
      expect(route.channel).toBe(false);
    }),
  );
});

it('danger now is urgent now, whatever else is known', () => {
  fc.assert(
    fc.property(policy, facts, (pack, known) => {
      expect(planFor(pack, { ...known, danger: ['now'] }).urgency).toBe('now');
    }),
  );
});

it('unsure never protects less than no: as urgent, every prohibition, every duty', () => {
  const asked = fc.constantFrom<FactName>('device', 'image', 'offence', 'adult');
  const speeds = ['now', 'today', 'ordinary'];
  fc.assert(
    fc.property(policy, facts, asked, (pack, known, fact) => {
      const no = planFor(pack, { ...known, [fact]: ['no'] });
      const unsure = planFor(pack, { ...known, [fact]: ['unsure'] });
      expect(speeds.indexOf(unsure.urgency)).toBeLessThanOrEqual(speeds.indexOf(no.urgency));
      const nevers = unsure.guards.filter(({ kind }) => kind === 'never').map(({ text }) => text);
      for (const { kind, text } of no.guards) if (kind === 'never') expect(nevers).toContain(text);
      const duties = unsure.steps.map(({ id }) => id);
      for (const { id } of no.steps) expect(duties).toContain(id);
    }),
  );
});
