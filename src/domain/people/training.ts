import type { Policy } from '../policy/pack.ts';
import type { Person } from './directory.ts';

/** Nudged this long before the day, in days. */
const AHEAD_DAYS = 14;

/** What a person must renew soon or should have renewed, with the day it is due. Never trained: due today. */
export function trainingDue(
  policy: Policy,
  person: Person,
  today: string,
): readonly { readonly training: string; readonly due: string }[] {
  const soon = Temporal.PlainDate.from(today).add({ days: AHEAD_DAYS }).toString();
  return policy.training
    .filter(({ roles }) => person.roles.some(({ role }) => roles.includes(role)))
    .map(({ id, every }) => ({
      training: id,
      due:
        person.trained === undefined ? today : Temporal.PlainDate.from(person.trained).add(every).toString(),
    }))
    .filter(({ due }) => due <= soon);
}
