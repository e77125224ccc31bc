import type { PersonId } from '../../domain/ids.ts';
import { recentFor } from '../../domain/low-level/pattern.ts';
import { cited } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import { concernsAbout, type ListedConcern } from './low-level-store.ts';

/** Numbers that have a sentence of their own. */
const SPELLED = 5;

/** Where the policy asks for the threshold, or for the route of worries about adults. */
function sourceOf(deps: Deps): string {
  const isAsked = (step: { readonly kind: string; readonly about?: string }) => step.about === 'threshold';
  const step = deps.policy.procedures.flatMap(({ steps }) => steps).find(isAsked);
  const route = deps.policy.routes.find(({ about }) => about === 'adult');
  return cited(deps, step?.source ?? route?.source ?? '');
}

/** "Third low-level concern about this adult in 12 months: think about the LADO." Undefined: there is none. */
export function countLine(deps: Deps, n: number): string | undefined {
  if (n === 0) return undefined;
  const name = n > SPELLED ? 'more' : `${n}`;
  return deps.cards.say(`low-level-count-${name}`, { n, why: sourceOf(deps) });
}

/** Those of the last 12 months that stand, of all that this reader may hear of. */
export const recentOf = (
  deps: Deps,
  concerns: readonly ListedConcern[],
  reader: PersonId,
): readonly ListedConcern[] =>
  recentFor(
    concerns.map(({ id, brief }) => ({ id, brief, ...brief })),
    reader,
    deps.clock.now(),
    deps.organisation.timezone,
  );

/** How many there are about this adult, for whoever works a case about them. */
export const countFor = async (deps: Deps, adult: PersonId, reader: PersonId): Promise<number> =>
  recentOf(deps, await concernsAbout(deps, adult), reader).length;
