import type { PersonId, SiteId } from '../ids.ts';
import { type Directory, holders, type Person } from '../people/directory.ts';
import type { Role } from '../policy/facts.ts';
import { answerOf, type RequestState } from './state.ts';

interface Asking {
  readonly site: SiteId;
  readonly asker: PersonId;
  readonly form: { readonly roles: readonly Role[] };
}

const others = ({ site, asker }: Asking, directory: Directory, roles: readonly Role[]): readonly Person[] =>
  holders(directory, site, roles).filter(({ id }) => id !== asker);

/** Places in the form's list of roles that somebody other than the asker holds. */
export const mannedRoles = (asking: Asking, directory: Directory): readonly number[] =>
  asking.form.roles.flatMap((role, at) => (others(asking, directory, [role]).length > 0 ? [at] : []));

/** Everyone who was called so far: they may open it and answer. Never the one who asked. */
export const calledFor = (state: RequestState, directory: Directory): readonly Person[] =>
  others(state, directory, state.form.roles.slice(0, state.rung + 1));

/** Whoever may end an entry of a register: the form's own roles, and where nobody holds them, whoever was called. */
function keepersOf(state: RequestState, directory: Directory): readonly Person[] {
  const own = state.form.keep && holders(directory, state.site, state.form.keep.by);
  return own !== undefined && own.length > 0 ? own : calledFor(state, directory);
}

/** Whoever said yes ends it; if they no longer hold the role, whoever does. */
export function endersOf(state: RequestState, directory: Directory): readonly Person[] {
  const called = keepersOf(state, directory);
  const own = called.filter(({ id }) => id === answerOf(state)?.by);
  return own.length > 0 ? own : called;
}

export const mayEnd = (person: Person, state: RequestState, directory: Directory): boolean =>
  state.form.keep !== undefined && keepersOf(state, directory).some(({ id }) => id === person.id);

export const mayAnswer = (person: Person, state: RequestState, directory: Directory): boolean =>
  calledFor(state, directory).some(({ id }) => id === person.id);
