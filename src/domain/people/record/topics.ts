import type { Training } from '../../policy/training.ts';
import type { Taken } from './state.ts';

/** What was covered within so long counts together: two short sessions can make one whole. */
const TOGETHER = 'P12M';

/** Topics that nothing of the last twelve months, up to this day, covered. */
function lacking({ topics }: Training, taken: readonly Taken[], on: string): readonly string[] {
  const from = Temporal.PlainDate.from(on).subtract(TOGETHER).toString();
  const counted = taken.filter((each) => each.on > from && each.on <= on);
  return topics
    .map(({ id }) => id)
    .filter((id) => !counted.some((each) => each.topics === undefined || each.topics.includes(id)));
}

/** The days on which everything that it must cover was covered. */
export const wholeOn = (training: Training, taken: readonly Taken[]): readonly string[] =>
  taken.map(({ on }) => on).filter((on) => lacking(training, taken, on).length === 0);

/** What the newest time left out, if it was after the last whole one. */
export function uncovered(
  training: Training,
  taken: readonly Taken[],
  last: string | undefined,
): readonly string[] {
  const newest = taken
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return newest === undefined || (last !== undefined && newest <= last)
    ? []
    : lacking(training, taken, newest);
}
