import { type Facts, sooner, type Urgency } from './facts.ts';
import type { Policy, Route } from './pack.ts';
import { applies, holds } from './rules.ts';

/** The first route whose condition holds; the loader refuses a pack whose last route has a condition. */
export function chooseRoute(policy: Policy, facts: Facts): Route {
  const route = policy.routes.find((each) => applies(each, facts));
  if (route === undefined)
    throw new Error(`Policy ${policy.id} has no route for this case: its last route must have no "when"`);
  return route;
}

/** The most urgent that the reporter's answer, the route and the floor ask for. */
export function urgencyOf(policy: Policy, facts: Facts): Urgency {
  const danger = facts.danger ?? [];
  const told: Urgency = danger.includes('now')
    ? 'now'
    : danger.includes('tonight') || danger.includes('unsure')
      ? 'today'
      : 'ordinary';
  return policy.urgencyFloor
    .filter(({ when }) => holds(when, facts))
    .map(({ urgency }) => urgency)
    .reduce(sooner, sooner(told, chooseRoute(policy, facts).urgency ?? 'ordinary'));
}
