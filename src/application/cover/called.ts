import { mayDo, onRung } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { isHere } from '../../domain/people/duty.ts';
import { atWork } from '../../domain/time/working-time.ts';
import type { CaseRecord } from '../case/case-store.ts';
import type { Kind } from '../case/thin-card.ts';
import { sentFor } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { onDuty } from './who.ts';

/** It was handed to one person: for everybody else, and for the channel, that is no news that needs them. */
export function forOne(lead: Omit<Kind, 'for'>, { handed }: CaseState, person?: Person): Omit<Kind, 'for'> {
  if (handed === undefined) return lead;
  return handed.to === person?.id
    ? { ...lead, card: 'handed-message' }
    : { ...lead, notification: 'something-to-read', silent: true };
}

/** "lead:p-iris:0", the last card of this person's own. */
const heldBy = ({ snapshot }: CaseRecord, { id }: Person): string | undefined =>
  sentFor(snapshot.deliveries)
    .filter((sent) => sent.for.startsWith(`lead:${id}:`))
    .map((sent) => sent.for.split(':').slice(0, 3))
    .sort((a, b) => Number(a[2]) - Number(b[2]))
    .at(-1)
    ?.join(':');

/** Who is away is called for nothing new; the card that they have stays up to date, and they may open it. */
export function awayWithCard(record: CaseRecord, directory: Directory, rung: number): readonly Person[] {
  const { away: _, ...everybody } = directory;
  return onRung(record.state, everybody, rung).filter(
    (person) => !isHere(directory, person) && heldBy(record, person) !== undefined,
  );
}

/** Whoever the rota has when it comes in, or when work begins after that: told one to one, beside the channel. */
export function onDutyFor(
  deps: Deps,
  { state, snapshot }: CaseRecord,
  directory: Directory,
): readonly Person[] {
  const duty = onDuty(deps, directory, state.site, atWork(state.reportedAt, deps.calendar));
  if (duty.by !== 'rota') return [];
  const isNew = state.progress.status === 'new';
  const has = ({ id }: Person) =>
    sentFor(snapshot.deliveries).some((sent) => sent.for.startsWith(`lead:${id}:`));
  return duty.people.filter(
    (person) => (isNew || has(person)) && mayDo(person, { type: 'work' }, state, directory),
  );
}

/** What their card is for: something new is a new one, except for those who are away. */
export const cardOf = (record: CaseRecord, directory: Directory, person: Person, round: number): string =>
  (isHere(directory, person) ? undefined : heldBy(record, person)) ?? `lead:${person.id}:${round}`;
