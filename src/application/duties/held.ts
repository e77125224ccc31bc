import { type RecordId, RecordId as RecordIdSchema } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import type { DutyRound } from '../../domain/reviews/round.ts';
import type { Pressed } from '../case/work-case.ts';
import { dutyOf, mendersOf } from './cards.ts';
import { leadsAt } from './list.ts';
import { readRound } from './store.ts';

/** A round, the duty it is of, and what this person is to it. */
export interface Held {
  readonly id: RecordId;
  readonly round: DutyRound;
  readonly duty: Recurring | undefined;
  readonly isOwner: boolean;
  readonly mends: boolean;
  /** Hears of it, leads here, or has been given it to read. */
  readonly mayRead: boolean;
  /** Leads here or hears of it: may remind whoever does it, and give the day that the policy does not. */
  readonly follows: boolean;
}

export async function held({ deps, directory, person, press }: Pressed): Promise<Held | undefined> {
  const id = RecordIdSchema.safeParse(press.record);
  const found = id.success ? await readRound(deps, id.data) : undefined;
  if (found === undefined) return undefined;
  const { round } = found;
  const duty = dutyOf(deps, directory, round);
  const isOneOf = (people: readonly Person[]) => people.some((each) => each.id === person.id);
  const isOwner = duty !== undefined && isOneOf(ownersOf(deps.policy, directory, duty, round));
  const mends = duty !== undefined && isOneOf(mendersOf(deps, directory, duty, round));
  const isTold = duty !== undefined && !duty.each && isOneOf(holdersAt(directory, round.sites, duty.tell));
  const { progress } = round;
  const shared = progress.standing === 'done' ? (progress.shared?.with ?? []) : [];
  const hasIt = isOneOf(holdersAt(directory, round.sites, shared));
  const follows = isTold || leadsAt(deps, person, round.sites);
  return { id: found.id, round, duty, isOwner, mends, mayRead: isOwner || follows || hasIt, follows };
}
