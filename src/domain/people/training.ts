import type { Policy } from '../policy/pack.ts';
import type { Person } from './directory.ts';

type Training = Policy['training'][number];

/** Nudged this long before the day, in days. */
const AHEAD_DAYS = 14;

/** What the policy asks of this person, whatever site they work at. */
export const trainingsOf = (policy: Policy, person: Person): readonly Training[] =>
  policy.training.filter(({ roles }) => person.roles.some(({ role }) => roles.includes(role)));

/**
 * The day by which it is to be renewed, if that is soon or past. `done` is the last day on which this person said that
 * they did it; the directory's own day counts too, whichever is later. Never done: due today.
 */
export function dueDay(
  training: Training,
  person: Person,
  done: string | undefined,
  today: string,
): string | undefined {
  const last = [person.trained, done]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const due =
    last === undefined
      ? today
      : Temporal.PlainDate.from(last)
          .add(training.every?.startsWith('P') ? training.every : 'P12M')
          .toString();
  return due <= Temporal.PlainDate.from(today).add({ days: AHEAD_DAYS }).toString() ? due : undefined;
}
