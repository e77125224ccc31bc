import type { Plan, PlannedStep } from '../case/plan.ts';
import { type Facts, sooner, type Urgency } from './facts.ts';
import type { Policy, StaffRequest } from './pack.ts';
import { type CaseStep, chooseGuards, chooseProcedures, chooseRequests, chooseSteps } from './procedure.ts';
import { chooseRoute, urgencyOf } from './route.ts';

function planned({ id, procedure, step, after, given }: CaseStep): PlannedStep {
  return {
    id,
    procedure,
    kind: step.kind,
    text: step.text,
    modality: step.modality,
    why: step.source,
    after: [...after],
    ...(step.given !== undefined && { given }),
    ...(step.within !== undefined && { within: step.within }),
    ...(step.once !== undefined && { once: step.once }),
    ...(step.spot && { spot: step.spot }),
    ...(step.each && { each: step.each }),
    ...(step.linked && { linked: [...step.linked] }),
    ...('answers' in step && step.answers !== undefined && { answers: step.answers }),
    ...(step.kind === 'decide' && { about: step.about, ...(step.waits && { waits: step.waits }) }),
    ...(step.kind === 'approve' && { by: step.by, reason: step.reason }),
    ...('unlocks' in step && step.unlocks !== undefined && { unlocks: step.unlocks }),
    ...(step.kind === 'refer' && { agency: step.agency }),
    ...(step.kind === 'inform' && {
      to: step.to,
      ...(step.draft && { draft: step.draft }),
      ...(step.itself && { itself: step.itself }),
    }),
    ...(step.kind === 'contact' && { whom: step.whom }),
  };
}

const request = ({ id, title, prompt, by, reason, source }: StaffRequest) => ({
  id,
  title,
  prompt,
  by,
  reason,
  why: source,
});

/**
 * Everything the policy says about a situation: who, how soon, what to do, what never to do, each with its section.
 * `atLeast` keeps an urgency that was already given: it rises and does not fall by itself.
 */
export function planFor(policy: Policy, facts: Facts, atLeast: Urgency = 'ordinary'): Plan {
  const route = chooseRoute(policy, facts);
  const urgency = sooner(urgencyOf(policy, facts), atLeast);
  return {
    policy: { id: policy.id, version: policy.version, title: policy.title },
    urgency,
    route: {
      id: route.id,
      why: route.source,
      about: route.about,
      ...(route.child !== undefined && { child: route.child }),
      rungs: route.rungs,
      channel: route.channel,
      exclude: route.exclude ?? [],
      outside: route.outside,
    },
    procedures: chooseProcedures(policy, facts).map(({ id, name, source }) => ({ id, name, why: source })),
    steps: chooseSteps(policy, facts).map(planned),
    guards: chooseGuards(policy, facts).map(({ kind, text, source }) => ({ kind, text, why: source })),
    requests: chooseRequests(policy, facts).map(request),
    clocks: policy.clocks[urgency],
    leads: policy.leads,
    independent: policy.independent,
    oversight: policy.oversight,
  };
}
