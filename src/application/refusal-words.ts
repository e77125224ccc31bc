import type { Refusal } from '../domain/case/commands.ts';
import type { PlannedStep } from '../domain/case/events.ts';
import type { Deps } from './deps.ts';
import { listOf } from './people-words.ts';

const named = (steps: readonly PlannedStep[]): string =>
  listOf(steps.map(({ text, why }) => `${text} (${why})`));

/** Why something did not happen, in words that say what to do next. */
export function refusalWords(deps: Deps, refusal: Refusal | { readonly reason: 'not-allowed' }): string {
  switch (refusal.reason) {
    case 'steps-left':
    case 'locked':
    case 'confirm':
      return deps.cards.say(`refused-${refusal.reason}`, {
        steps: named(refusal.steps),
        count: refusal.steps.length,
      });
    default:
      return deps.cards.say(`refused-${refusal.reason}`);
  }
}
