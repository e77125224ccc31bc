import type { PersonId } from '../ids.ts';
import type { Person } from './directory.ts';

/** Who was at a session, of the names that somebody typed or pasted, one a line. */
export interface Attendance {
  readonly people: readonly PersonId[];
  /** Lines that mean nobody here, or more than one. */
  readonly unknown: readonly string[];
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

/** "Kay, Iris", "iris kay" and an e-mail address mean Iris Kay; a line that could mean two people means neither. */
export function attendanceIn(text: string, people: readonly Person[]): Attendance {
  const lines = text
    .split(/[\n;]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const found = lines.map((line) => {
    const turned = line.includes(',') ? line.split(',').reverse().join(' ') : line;
    const wanted = plain(turned);
    const meant = people.filter(
      ({ name, email }) => plain(name) === wanted || (email !== undefined && plain(email) === plain(line)),
    );
    return { line, id: meant.length === 1 ? meant[0]?.id : undefined };
  });
  return {
    people: [...new Set(found.flatMap(({ id }) => id ?? []))],
    unknown: found.flatMap(({ line, id }) => (id === undefined ? [line] : [])),
  };
}
