import type { Refusal } from '../../domain/case/commands.ts';
import type { PlannedStep } from '../../domain/case/plan.ts';
import type { Agency } from '../../domain/policy/step.ts';
import type { Deps } from '../deps.ts';
import { cited, listOf } from './people-words.ts';

/** More than this at once is not read. */
const NAMED = 3;

/** A line of ours names no child: it says for how many the step is left. */
const times = ({ cards, policy }: Deps, [first, ...same]: readonly PlannedStep[]): string =>
  first?.child === undefined
    ? ''
    : ` ${cards.say(same.length === 0 ? 'refused-for-one' : 'refused-for', { ...policy.lexicon, count: same.length + 1 })}`;

function named(deps: Deps, steps: readonly PlannedStep[]): string {
  const groups = [...Map.groupBy(steps, ({ text, why }) => `- ${text} (${cited(deps, why)})`)];
  const lines = groups.slice(0, NAMED).map(([text, same]) => `${text}${times(deps, same)}`);
  const left = groups.slice(NAMED).flatMap(([, same]) => same).length;
  return [...lines, ...(left > 0 ? [deps.cards.say('refused-more', { count: left })] : [])].join('\n');
}

const silent = ({ cards }: Deps, agencies: readonly Agency[]): string =>
  cards.say('refused-confirm-referrals', {
    agencies: listOf([...new Set(agencies)].map((agency) => cards.say(`agency-${agency}`))),
  });

/** Why something did not happen, in words that say what to do next. */
export function refusalWords(deps: Deps, refusal: Refusal | { readonly reason: 'not-allowed' }): string {
  switch (refusal.reason) {
    case 'locked': {
      const deletion = refusal.step.unlocks === undefined ? '' : '-deletion';
      return deps.cards.say(`refused-locked${deletion}`, { steps: named(deps, refusal.steps) });
    }
    case 'confirm':
      return [
        ...(refusal.steps.length > 0
          ? [deps.cards.say('refused-confirm', { steps: named(deps, refusal.steps) })]
          : []),
        ...(refusal.silent === undefined ? [] : [silent(deps, refusal.silent)]),
        ...(refusal.unsettled === undefined
          ? []
          : [deps.cards.say('refused-confirm-work', { count: refusal.unsettled })]),
      ].join('\n');
    case 'steps-left':
      return deps.cards.say(`refused-${refusal.reason}`, {
        steps: named(deps, refusal.steps),
        count: refusal.steps.length,
      });
    case 'not-offered': {
      const [step] = refusal.steps;
      const custody = step?.kind === 'custody' ? '-custody' : '';
      return deps.cards.say(`refused-not-offered${custody}`, {
        answers: (step?.answers ?? []).join(' · '),
        why: cited(deps, step?.why ?? ''),
      });
    }
    default:
      return deps.cards.say(`refused-${refusal.reason}`);
  }
}
