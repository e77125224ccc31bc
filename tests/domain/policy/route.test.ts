import fc from 'fast-check';
import { Urgency } from '../../../src/domain/policy/facts.ts';
import { chooseRoute, urgencyOf } from '../../../src/domain/policy/route.ts';
import { policyOf } from './small-policy.ts';

const policy = policyOf();

it('takes the first route that holds, and the last when none does', () => {
  expect(chooseRoute(policy, { adult: ['yes'] }).id).toBe('adult');
  expect(chooseRoute(policy, { adult: ['unsure'] }).id).toBe('adult');
  expect(chooseRoute(policy, { adult: ['no'] }).id).toBe('child');
  expect(chooseRoute(policy, {}).id).toBe('child');
});

it('says which policy it is when a route is missing', () => {
  const open = policyOf({ routes: policy.routes.slice(0, 1) });
  expect(() => chooseRoute(open, {})).toThrow('Policy small has no route for this case');
});

it.each([
  ['in danger now', { danger: ['now'] }, 'now'],
  ['could be hurt tonight', { danger: ['tonight'] }, 'today'],
  ['not sure about danger', { danger: ['unsure'] }, 'today'],
  ['not today', { danger: ['no'] }, 'ordinary'],
  ['not today, but the floor knows better', { danger: ['no'], image: ['unsure'] }, 'today'],
  ['not today, but the route knows better', { danger: ['no'], adult: ['yes'] }, 'today'],
  ['danger now beats both', { danger: ['now'], image: ['yes'], adult: ['yes'] }, 'now'],
])('%s', (_, facts, urgency) => {
  expect(urgencyOf(policy, facts)).toBe(urgency);
});

it('knowing more never makes it less urgent', () => {
  const order = (facts: object) => Urgency.options.indexOf(urgencyOf(policy, facts));
  const danger = fc.constantFrom('now', 'tonight', 'no', 'unsure');
  fc.assert(
    fc.property(danger, fc.boolean(), fc.boolean(), (said, image, adult) => {
      const more = { danger: [said], ...(image && { image: ['yes'] }), ...(adult && { adult: ['yes'] }) };
      expect(order(more)).toBeLessThanOrEqual(order({ danger: [said] }));
    }),
  );
});
