import type { PersonId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { TableRow } from './read-table.ts';

export interface KnownPeople {
  /** As the store holds it; absent: it is empty. */
  readonly known?: Directory | undefined;
  /** A stable id of somebody new, from their email; `n` counts up where one is taken. */
  readonly idFor: (email: string, n: number) => string;
}

export interface Ids {
  /** The id of a line, as it stands there or as it is known or made; undefined: there is neither id nor email. */
  readonly idOf: (cells: TableRow['cells']) => string | undefined;
  /** Why this line cannot have the id that stands in it. */
  readonly isTaken: (cells: TableRow['cells']) => 'other' | 'former' | undefined;
}

export const emailIn = ({ email = '' }: TableRow['cells']): string => email.normalize('NFC').toLowerCase();

/** Who a line is: by its id, else by its email, else by its accounts; else somebody new. */
export function idsOf({ known, idFor }: KnownPeople): Ids {
  const byEmail = new Map<string, PersonId>();
  const byAccount = new Map<string, PersonId>();
  for (const { id, email, teams, slack } of known?.people ?? []) {
    if (email !== undefined) byEmail.set(email, id);
    if (teams !== undefined) byAccount.set(`teams|${teams}`, id);
    if (slack !== undefined) byAccount.set(`slack|${slack}`, id);
  }
  const former = new Map((known?.former ?? []).map(({ id, name }) => [String(id), name]));
  const knownAs = (cells: TableRow['cells']): PersonId | undefined =>
    byEmail.get(emailIn(cells)) ??
    byAccount.get(`teams|${cells.teams}`) ??
    byAccount.get(`slack|${cells.slack}`);
  // An address can be given to somebody else after years: then they are not who had it before.
  const isAnother = (id: string, name: string | undefined): boolean =>
    former.has(id) && former.get(id) !== name;
  return {
    idOf(cells) {
      if (cells.id !== undefined && cells.id !== '') return cells.id;
      const email = emailIn(cells);
      if (email === '') return undefined;
      const id = knownAs(cells);
      if (id !== undefined) return id;
      for (let n = 1; ; n += 1) if (!isAnother(idFor(email, n), cells.name)) return idFor(email, n);
    },
    isTaken(cells) {
      if (cells.id === undefined || cells.id === '') return undefined;
      if (isAnother(cells.id, cells.name)) return 'former';
      const owner = byEmail.get(emailIn(cells));
      return owner !== undefined && owner !== cells.id ? 'other' : undefined;
    },
  };
}
