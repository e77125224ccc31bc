import type { Card } from '../../src/cards/model.ts';
import { leavesOf } from './check-card.ts';

type Typed = Readonly<Record<string, string>>;

/** Answers of the policy's step, as the threshold card asks for them. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'It may': 'met',
  'No, it is low-level': 'not-met',
  'The LADO decides': 'unsure',
};

/** On the threshold card an answer is an outcome, with a limb where one must hold; any other form takes it as it is. */
export function asJudgement(card: Card, typed: Typed): Typed {
  const isThreshold = leavesOf(card.body).some((leaf) => 'id' in leaf && leaf.id === 'limbs');
  if (!isThreshold) return typed;
  const outcome = OUTCOMES[typed.answer ?? ''] ?? 'met';
  return {
    reason: 'It was thought through.',
    done: 'As agreed.',
    ...typed,
    outcome,
    limbs: outcome === 'met' ? 'risk' : '',
  };
}
