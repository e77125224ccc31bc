import type { PersonId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, personById, sitesOf } from '../../domain/people/directory.ts';
import { type Ask, isLate } from '../../domain/people/record/asks.ts';
import { isForManager, isUpNow } from '../../domain/people/record/nudges.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';

type Why = PersonRecord['team'][PersonId]['why'];

/** Whether a platform that is served could ever reach them. */
export const hasAccount = ({ messengers }: Pick<Deps, 'messengers'>, { teams, slack }: Person): boolean =>
  (teams !== undefined && messengers.teams !== undefined) ||
  (slack !== undefined && messengers.slack !== undefined);

/** Those whom the policy has told of it, at the sites of whoever is late. */
const toldOf = (directory: Directory, person: Person, ask: Ask): readonly Person[] =>
  ask.kind === 'training' && ask.training.tell.length > 0
    ? sitesOf(person).flatMap((site) => holders(directory, site, ask.training.tell))
    : [];

/** Who tells somebody whom no chat reaches: their line manager, or whoever leads safeguarding where nobody else can. */
function tellersOf(deps: Deps, directory: Directory, person: Person): readonly Person[] {
  const manager = person.manager === undefined ? undefined : personById(directory, person.manager);
  if (manager !== undefined && hasAccount(deps, manager)) return [manager];
  return sitesOf(person).flatMap((site) => holders(directory, site, deps.policy.leads));
}

/** Who else is to know how this person stands, and why. */
export function othersToTell(
  deps: Deps,
  directory: Directory,
  person: Person,
  record: PersonRecord,
  asks: readonly Ask[],
): ReadonlyMap<PersonId, Why> {
  const today = todayOf(deps);
  const told = new Map<PersonId, Why>();
  for (const ask of asks)
    if (isLate(ask, today)) for (const { id } of toldOf(directory, person, ask)) told.set(id, 'late');
  const manager = person.manager === undefined ? undefined : personById(directory, person.manager);
  const isUnreached = !hasAccount(deps, person) && asks.some((ask) => isUpNow(record, ask, today));
  if (manager !== undefined && asks.some((ask) => isForManager(ask, today))) told.set(manager.id, 'late');
  if (isUnreached) for (const { id } of tellersOf(deps, directory, person)) told.set(id, 'no-account');
  told.delete(person.id);
  return told;
}

/** What this reader is to know of it: a line manager everything that is late, others what the policy has them told of. */
export function lateFor(deps: Deps, reader: Person, person: Person, asks: readonly Ask[]): readonly Ask[] {
  const late = asks.filter((ask) => isLate(ask, todayOf(deps)));
  if (person.manager === reader.id) return late;
  return late.filter(
    (ask) =>
      ask.kind === 'training' &&
      reader.roles.some(
        ({ role, site }) => ask.training.tell.includes(role) && sitesOf(person).includes(site),
      ),
  );
}
