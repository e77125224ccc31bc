import type { SlotData } from '../../cards/fill.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isJudged } from '../../domain/case/work/threshold.ts';
import type { Person } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { countFor, countLine } from './count.ts';
import { concernedIn } from './keep.ts';

interface Reading {
  readonly deps: Deps;
  readonly person: Person;
}

/** The line of the adult in it about whom most is kept. */
export async function patternLine({ deps, person }: Reading, state: CaseState): Promise<string | undefined> {
  const adults = concernedIn(state).filter((adult) => adult !== undefined);
  const counts = await Promise.all(adults.map((adult) => countFor(deps, adult, person.id)));
  return countLine(deps, Math.max(0, ...counts));
}

/** How the harm threshold stands, on the first page of a case about an adult, and the way to judge it. */
export async function thresholdOnRecord(
  reading: Reading,
  { state }: { readonly state: CaseState },
): Promise<readonly SlotData[]> {
  if (!isJudged(state)) return [];
  const { say } = reading.deps.cards;
  const { threshold, report } = state;
  const isLow = threshold?.outcome === 'not-met';
  const pattern = isLow ? await patternLine(reading, state) : undefined;
  const line = [
    isLow ? undefined : say('threshold-quiet'),
    threshold === undefined ? say('threshold-not-judged') : `${say(`threshold-${threshold.outcome}`)}.`,
    threshold?.outcome === 'unsure' ? say('threshold-open') : undefined,
    pattern,
    report?.self === true ? say('threshold-self') : undefined,
  ]
    .filter((each) => each !== undefined)
    .join(' ');
  const isClosed = state.progress.status === 'closed';
  return [
    {
      who: say('threshold-title'),
      line,
      known: '',
      do: isClosed ? '' : 'threshold.open',
      arg: '',
      title: say(threshold === undefined ? 'button-threshold' : 'button-threshold-again'),
    },
  ];
}
