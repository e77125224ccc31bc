import type { Instant } from '../domain/ids.ts';
import type { Directory } from '../domain/people/directory.ts';
import { directoryAt } from '../domain/people/duty.ts';
import { directoryOn, nextTurn } from '../domain/people/here.ts';
import { dayOf } from '../domain/time/working-time.ts';
import type { Deps } from './deps.ts';
import type { Json, Wake } from './ports.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** The organisation's day. */
export const todayOf = ({ clock, organisation }: Pick<Deps, 'clock' | 'organisation'>): string =>
  dayOf(clock.now(), organisation.timezone).toString();

/**
 * The directory as it is now, of those who are here today, with who is away: `access` for opening, approving and export
 * reads it afresh each time.
 */
export async function readDirectory(deps: Deps): Promise<Directory> {
  const { directory } = await storedDirectory(deps);
  return directoryAt(directoryOn(directory, todayOf(deps)), deps.clock.now());
}

/** The directory of a store, which may not have one yet. */
export async function knownDirectory(deps: Pick<Deps, 'store' | 'keyring'>): Promise<Directory | undefined> {
  const snapshot = await deps.store.read(deps.keyring.recordId('directory'));
  return snapshot === undefined ? undefined : directoryIn(snapshot.head.body);
}

/** As it is written down: with those who are still to come, and without who is away at one moment. */
export async function storedDirectory(
  deps: Deps,
): Promise<{ readonly version: number; readonly directory: Directory }> {
  const snapshot = await deps.store.read(deps.keyring.recordId('directory'));
  if (snapshot === undefined)
    throw new Error('The store holds no directory: start Signpost once with people.csv in ORG_DIR');
  return { version: snapshot.head.version, directory: directoryIn(snapshot.head.body) };
}

/** The sealed store gives the same object for as long as the record is the same: read each time, parsed once. */
const parsed = new WeakMap<object, Directory>();

function directoryIn(json: Json): Directory {
  const place = typeof json === 'object' && json !== null ? json : {};
  const known = parsed.get(place);
  if (known !== undefined) return known;
  const body = RecordBody.parse(json);
  if (body.kind !== 'directory')
    throw new Error('The directory record holds something else: restore the store from a backup');
  parsed.set(place, body.directory);
  return body.directory;
}

/** Seeds an empty store, once; later changes go through `signpost people import`. */
export async function seedDirectory(deps: Deps, directory: Directory): Promise<'seeded' | 'kept'> {
  const id = deps.keyring.recordId('directory');
  if ((await deps.store.read(id)) !== undefined) return 'kept';
  const isTurning = nextTurn(directory, todayOf(deps)) !== undefined;
  const wakes: readonly Wake[] = isTurning ? [{ lane: 'case', at: deps.clock.now() }] : [];
  const result = await writeRecord(deps, id, 0, { kind: 'directory', directory }, wakes);
  return result === 'committed' ? 'seeded' : 'kept';
}

const ATTEMPTS = 6;

/**
 * Changes who is away or on duty, or whatever else is written in the directory; it wakes at once, for what follows from
 * that. Undefined: nothing is to be changed. Somebody else's change in between is read and decided again.
 */
export async function changeDirectory(
  deps: Deps,
  change: (stored: Directory) => Directory | undefined,
  later: readonly Instant[] = [],
): Promise<'changed' | 'kept'> {
  const id = deps.keyring.recordId('directory');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { version, directory: stored } = await storedDirectory(deps);
    const directory = change(stored);
    if (directory === undefined) return 'kept';
    const wakes = [deps.clock.now(), ...later].map((at): Wake => ({ lane: 'case', at }));
    if ((await writeRecord(deps, id, version, { kind: 'directory', directory }, wakes)) === 'committed') {
      deps.kick();
      return 'changed';
    }
  }
  throw new Error(
    `The directory changed ${ATTEMPTS} times while one press was handled: let them press again`,
  );
}
