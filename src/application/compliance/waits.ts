import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import type { Overview } from '../../domain/people/overview.ts';
import type { Deps } from '../deps.ts';
import { mayCheck } from './read.ts';

/**
 * What of an overview waits for this person to look at: nothing that they said themselves, and only what the policy gives
 * to them to check.
 */
export function waitsFor(
  deps: Deps,
  directory: Directory,
  person: Person,
  { toCheck, notMine }: Overview,
): Pick<Overview, 'toCheck' | 'notMine'> {
  const isOther = (each: { readonly person: Person['id'] }) => each.person !== person.id;
  const isTheirs = ({ person: id, ask }: Overview['toCheck'][number]): boolean => {
    const about = personById(directory, id);
    if (about === undefined) return false;
    return ask.kind !== 'training' || mayCheck(deps, directory, person, ask.training, about);
  };
  return {
    toCheck: toCheck.filter(isOther).filter(isTheirs),
    notMine: notMine.filter(isOther),
  };
}
