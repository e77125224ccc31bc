import { type Facts, mayInvolveLead, type Role } from '../domain/policy/facts.ts';
import { inWords } from '../domain/policy/minutes.ts';
import type { Policy } from '../domain/policy/pack.ts';
import { planFor } from '../domain/policy/plan.ts';
import { holderOf, labelOf } from '../domain/policy/roles.ts';
import { withheld } from '../domain/policy/withheld.ts';

type Plan = ReturnType<typeof planFor>;

function leftOut(_policy: Policy, plan: Plan, facts: Facts): readonly Role[] {
  const leads = mayInvolveLead(facts) ? plan.leads : [];
  return [...new Set([...plan.route.exclude, ...leads])];
}

function ladder(policy: Policy, plan: Plan, out: readonly Role[]): readonly string[] {
  const gone = out.map((role) => holderOf(policy, role));
  return plan.route.rungs
    .map((rung) => rung.filter((role) => !gone.includes(holderOf(policy, role))))
    .filter((rung) => rung.length > 0)
    .map((rung, n) => `  ${n + 1}. ${rung.map((role) => labelOf(policy, role)).join(', ')}`);
}

const contact = (policy: Policy, id: string): string => {
  const found = policy.contacts.find((each) => each.id === id);
  return `${found?.name ?? id} (${found?.phone ?? found?.web ?? 'local number'})`;
};

function who(policy: Policy, plan: Plan, facts: Facts): readonly string[] {
  const out = leftOut(policy, plan, facts);
  const names = [...out.map((role) => labelOf(policy, role)), 'everyone who is part of it'];
  return [
    `Who hears of it, in this order (${plan.route.id})`,
    ...ladder(policy, plan, out),
    `  Left out: ${names.join(', ')}`,
    `  In the leads' channel: ${plan.route.channel ? 'yes' : 'no'}`,
    `  At the end: ${plan.route.outside.map((id) => contact(policy, id)).join(', ')}`,
    `  Why: ${plan.route.why}`,
  ];
}

function when({ urgency, clocks }: Plan, policy: Policy): readonly string[] {
  const hours = urgency === 'ordinary' ? ' (working hours)' : '';
  return [
    `How soon: ${urgency}`,
    `  The next person hears if it is unopened for ${inWords(clocks.rung)}, if nobody has taken it for`,
    `  ${inWords(clocks.opened)}, or if nothing is decided for ${inWords(clocks.decision)}${hours}.`,
    `  Why: ${policy.clocks.source}`,
  ];
}

const guards = (plan: Plan, kind: 'do' | 'never'): readonly string[] =>
  plan.guards
    .filter((guard) => guard.kind === kind)
    .flatMap(({ text, why }) => [`  - ${text}`, `    Why: ${why}`]);

const onlyIf = ({ given }: Plan['steps'][number]): readonly string[] =>
  Object.entries(given ?? {}).map(([id, answers]) => `    Only if ${id} is answered: ${answers.join(' / ')}`);

function steps(policy: Policy, plan: Plan): readonly string[] {
  return plan.procedures.flatMap(({ name, why }) => [
    '',
    `  ${name} (${why})`,
    ...plan.steps
      .filter(({ procedure }) => procedure === name)
      .flatMap((step) => [
        `  - ${step.modality}, ${step.kind}: ${step.text}`,
        ...(step.by === undefined
          ? []
          : [`    Asked of: ${step.by.map((role) => labelOf(policy, role)).join(', ')}`]),
        ...onlyIf(step),
        ...(step.to === undefined
          ? []
          : [
              `    Told: ${step.to.map((role) => labelOf(policy, role)).join(', ')}${step.itself ? ' (with the report)' : ''}`,
            ]),
        ...(step.answers === undefined ? [] : [`    Answers: ${step.answers.join(' / ')}`]),
        ...(step.each ? ['    Once for each child'] : []),
        ...(step.spot ? ['    By: the member of staff who is there'] : []),
        ...(step.once === undefined
          ? []
          : [`    One act (${step.once}): a case asks only for the strictest step of it`]),
        ...(step.after.length === 0 ? [] : [`    After: ${step.after.join(', ')}`]),
        ...(step.within === undefined ? [] : [`    Within: ${inWords(step.within)}`]),
        `    Why: ${step.why}`,
      ]),
  ]);
}

const requests = (policy: Policy, plan: Plan): readonly string[] =>
  plan.requests.flatMap(({ title, by, why }) => [
    `  - ${title} (asked of: ${by.map((role) => labelOf(policy, role)).join(', ')})`,
    `    Why: ${why}`,
  ]);

/** What does not depend on a worry: forms, and the answers to "what do I do if". */
const always = (policy: Policy): readonly string[] => [
  '',
  'Staff may ask for, or pass on, at any time',
  ...policy.forms.flatMap(({ title, by, source }) => [
    `  - ${title} (goes to: ${by.map((role) => labelOf(policy, role)).join(', ')})`,
    `    Why: ${source}`,
  ]),
  '',
  'Answers to "what do I do if"',
  ...policy.advice.map(({ title }) => `  - ${title}`),
  '',
  'What is read and signed',
  ...policy.agreements.flatMap((agreement) => [
    `  - ${agreement.name} (${standing(policy, agreement)})`,
    `    Why: ${agreement.source}`,
  ]),
];

function standing(policy: Policy, agreement: Policy['agreements'][number]): string {
  const why = withheld(policy, agreement);
  if (why !== undefined)
    return `not issued: appendix ${agreement.appendix} is ${why === 'absent' ? 'not there' : 'under development'}`;
  const from = policy.supplied.includes(agreement.id) ? ', the text is in organisation.yaml' : '';
  return `version ${agreement.version}, clauses: ${agreement.clauses.length}${from}`;
}

/** What would happen if: everything the policy says about a situation. */
export function explainText(policy: Policy, facts: Facts): string {
  const plan = planFor(policy, facts);
  const said = Object.entries(facts).map(([name, values]) => `${name}=${values.join(',')}`);
  return [
    `${policy.title}, version ${policy.version}`,
    said.length === 0 ? 'Nothing is known.' : `If ${said.join(' and ')}:`,
    '',
    ...who(policy, plan, facts),
    '',
    ...when(plan, policy),
    '',
    'Do',
    ...guards(plan, 'do'),
    '',
    'Do not',
    ...guards(plan, 'never'),
    '',
    'Steps',
    ...steps(policy, plan),
    '',
    'Staff may ask',
    ...requests(policy, plan),
    ...always(policy),
    '',
  ].join('\n');
}
