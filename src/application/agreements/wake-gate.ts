import type { Instant } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { atWork, dayOf, workingMorningOn } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards, sentFor } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { type Held, heldBack } from './gate.ts';
import { sitesGated } from './who.ts';

type Gate = Extract<RecordBody, { kind: 'gate' }>;

const gateId = (deps: Deps) => deps.keyring.recordId('gate');

const isGated = ({ policy }: Deps): boolean => policy.agreements.some(({ gate }) => gate !== undefined);

/** The next Monday, or the first working day after it. */
function nextWeek(deps: Deps): Instant {
  const today = dayOf(deps.clock.now(), deps.organisation.timezone);
  return workingMorningOn(today.add({ days: 8 - today.dayOfWeek }).toString(), deps.calendar);
}

/** Looks once a week from the first start on. */
export async function startGate(deps: Deps): Promise<void> {
  if (!isGated(deps) || (await deps.store.read(gateId(deps))) !== undefined) return;
  const at = nextWeek(deps);
  await writeRecord(deps, gateId(deps), 0, { kind: 'gate', told: {} }, [{ lane: 'bulk', at }]);
}

const standOf = (deps: Deps, held: readonly Held[]): string =>
  held.length === 0
    ? ''
    : deps.documents.hash(JSON.stringify(held.map(({ person, agreement }) => [person.id, agreement.id])));

/** Whoever runs the systems, each once. */
function readersOf({ policy, organisation }: Deps, directory: Directory): readonly Person[] {
  const roles = policy.agreements.flatMap(({ gate }) => gate?.tell ?? []);
  const all = organisation.sites.flatMap(({ id }) => holders(directory, id, roles));
  return all.filter(({ id }, n) => all.findIndex((each) => each.id === id) === n);
}

/** Their own list is another one than when they last heard of it, and not empty. */
async function lookFor(deps: Deps, directory: Directory, person: Person, { told }: Gate) {
  const list = standOf(deps, await heldBack(deps, directory, sitesGated(deps, person)));
  const before = told[person.id] ?? { list: '', round: 0 };
  const isNews = list !== before.list && list !== '';
  return [person.id, { list, round: before.round + (isNews ? 1 : 0) }] as const;
}

/** One thin card each, without a name; those of earlier weeks are emptied. */
async function tell(deps: Deps, directory: Directory, snapshot: RecordSnapshot<unknown>, { told }: Gate) {
  const text = deps.cards.say('gate-here');
  const card = (isOld: boolean) => ({
    shows: isOld ? 'old' : text,
    once: true,
    notBefore: atWork(deps.clock.now(), deps.calendar),
    message: () => ({
      card: isOld
        ? deps.cards.show('line', { text: deps.cards.say('newer-card') })
        : deps.cards.show('agreements-message', { text, do: 'agree.accounts' }),
      notification: deps.cards.notify('agreements'),
      silent: true,
    }),
  });
  const wanted = await Promise.all(
    readersOf(deps, directory)
      .filter(({ id }) => (told[id]?.round ?? 0) > 0)
      .map(async (person) =>
        (await addressesOf(deps, person))
          .slice(0, 1)
          .map((to) => ({ for: `gate:${person.id}:${told[person.id]?.round}`, to, ...card(false) })),
      ),
  );
  const now = wanted.flat();
  const stale = sentFor(snapshot.deliveries).filter((sent) => !now.some((each) => each.for === sent.for));
  return deliverCards(deps, snapshot.head.id, snapshot.deliveries, [
    ...now,
    ...stale.map((sent) => ({ for: sent.for, to: sent.card.address, ...card(true) })),
  ]);
}

/** Once a week: whoever runs the systems hears only of a change, and not of an empty list. */
export async function wakeGate(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'gate' || !isGated(deps)) return {};
  const readers = readersOf(deps, directory);
  const looked = await Promise.all(readers.map((person) => lookFor(deps, directory, person, body)));
  const next: Gate = { kind: 'gate', told: Object.fromEntries(looked) };
  if (JSON.stringify(next) !== JSON.stringify(body)) {
    const { id, version } = snapshot.head;
    if ((await writeRecord(deps, id, version, next)) === 'conflict') return { again: deps.clock.now() };
  }
  const { again } = await tell(deps, directory, snapshot, next);
  return { again: again ?? nextWeek(deps) };
}
