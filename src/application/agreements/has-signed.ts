import type { PersonId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { requiredOf } from '../people/required.ts';
import { personIn, recordOf, todayOf } from '../people/store.ts';

/**
 * Whether this person has signed the version of the agreement that stands today. Where nothing says that they have, they
 * have not: what asks for a signature is not allowed by mistake.
 */
export async function hasSigned(deps: Deps, person: PersonId, agreement: string): Promise<boolean> {
  const issue = requiredOf(deps).issues.find((each) => each.agreement.id === agreement);
  if (issue === undefined) return false;
  const held = personIn(await deps.store.read(recordOf(deps, person)));
  const last = held?.record.signed[agreement]?.findLast(({ hash }) => hash === issue.hash);
  const { every } = issue.agreement;
  if (last === undefined || every === undefined) return last !== undefined;
  return Temporal.PlainDate.from(last.on).add(every).toString() >= todayOf(deps);
}
