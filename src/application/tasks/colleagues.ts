import { barred } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { Role } from '../../domain/policy/facts.ts';

/**
 * Who can be asked to do something small: whoever is at the site, and nobody who is part of it. The reporter of a case about
 * an adult knows of that adult, and is asked nothing about the child's own record.
 */
export function colleagues(state: CaseState, directory: Directory, viewer: Person): readonly Person[] {
  const out = barred(state, directory);
  return holders(directory, state.site, Role.options)
    .filter(
      ({ id }) =>
        id !== viewer.id && !out.has(id) && !(state.beside?.side === 'child' && id === state.reporter),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
