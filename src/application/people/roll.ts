import { PersonId } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import type { Deps } from '../deps.ts';
import { readDirectory } from '../directory.ts';
import { writeRecord } from '../write-record.ts';
import { requiredOf } from './required.ts';
import { type HeldRoll, type Roll, readRoll } from './roll-record.ts';
import { prepared, readPerson, savePerson } from './store.ts';

/** People of one step: done long before its lease is over. */
const STEP = 200;
const AT_ONCE = 20;
/** Before the next wake-up: reading the directory of a trust costs more than a step. */
const STEPS = 10;

/** What a record depends on: who is here, with which roles, and what the policy asks for. */
const standOf = (deps: Deps, { people }: Directory): string =>
  deps.documents.hash(JSON.stringify([requiredOf(deps), people]));

const write = (deps: Deps, { id, version }: HeldRoll, roll: Roll, isGoingOn: boolean) =>
  writeRecord(deps, id, version, roll, isGoingOn ? [{ lane: 'bulk', at: deps.clock.now() }] : []);

/**
 * Everybody is to have a record that fits the directory and the policy as they are now. Nothing is done when neither has
 * changed since; a walk that is under way begins again.
 */
export async function startRoll(deps: Deps): Promise<void> {
  const held = await readRoll(deps);
  const of = standOf(deps, await readDirectory(deps));
  if (held.roll?.of === of) return;
  const first = held.roll === undefined || held.roll.first === true;
  // A conflict means that another instance began it.
  await write(deps, held, { kind: 'roll', of, cursor: 0, ...(first && { first: true }) }, true);
  deps.kick();
}

/** After a change of the directory or the policy; before the first start has begun the walk, there is nothing to renew. */
export async function renewRoll(deps: Deps): Promise<void> {
  if ((await readRoll(deps)).roll !== undefined) await startRoll(deps);
}

/** What the directory and the policy have a say in, whatever order it is kept in. */
const shapeOf = ({ since, sites, issued, wake }: PersonRecord): string =>
  JSON.stringify([Object.entries(since).sort(), sites, Object.entries(issued).sort(), wake]);

const isHere = (directory: Directory, id: string): boolean =>
  personById(directory, PersonId.parse(id)) !== undefined;

/** Writes only what would be another record than the one that is there; what a press changes meanwhile is as new. */
async function enrol(deps: Deps, directory: Directory, person: Person): Promise<void> {
  const held = await readPerson(deps, person);
  const { version } = held;
  const team = Object.entries(held.record.team).filter(([id]) => isHere(directory, id));
  const record = { ...held.record, team: Object.fromEntries(team) };
  const hasLeavers = team.length < Object.keys(held.record.team).length;
  const next = prepared(deps, person, record);
  const isLost = record.wake !== undefined && record.wake <= deps.clock.now();
  if (version > 0 && !isLost && !hasLeavers && shapeOf(next) === shapeOf(record)) return;
  await savePerson(deps, person, held, { record }, { quiet: record.round === 0 && record.teamRound === 0 });
}

async function step(deps: Deps, directory: Directory, from: number): Promise<void> {
  const people = directory.people.slice(from, from + STEP);
  for (let n = 0; n < people.length; n += AT_ONCE)
    await Promise.all(people.slice(n, n + AT_ONCE).map((person) => enrol(deps, directory, person)));
}

/** Some steps of the walk; where it stands is written down after each, so that it goes on there after a breakdown. */
export async function wakeRoll(deps: Deps, directory: Directory): Promise<{ readonly again?: never }> {
  let held = await readRoll(deps);
  for (let n = 1; n <= STEPS && held.roll?.cursor !== undefined; n += 1) {
    const { cursor, first: _, ...over } = held.roll;
    await step(deps, directory, cursor);
    const next = cursor + STEP;
    const isOver = next >= directory.people.length;
    const roll: Roll = isOver ? over : { ...held.roll, cursor: next };
    // A conflict means that it has begun anew meanwhile, with a wake-up of its own.
    if ((await write(deps, held, roll, !isOver && n === STEPS)) === 'conflict') return {};
    held = { ...held, version: held.version + 1, roll };
  }
  return {};
}
