import { z } from 'zod';
import { ok, type Result, refuse } from '../result.ts';

/** A child as a form names them: ordinary school data, apart from the sealed register of children. */
export const NamedChild = z.strictObject({ name: z.string(), group: z.string() });
export type NamedChild = z.infer<typeof NamedChild>;

/** A class on a trip. */
export const MOST_CHILDREN = 40;

/** "Zoë  Vale" and "zoe vale" are one name; so are "5B" and "5 b". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const nameKey = ({ name }: Pick<NamedChild, 'name'>): string => plain(name);
const childKey = (child: NamedChild): string => `${nameKey(child)}|${plain(child.group).replaceAll(' ', '')}`;
export const isSameChild = (a: NamedChild, b: NamedChild): boolean => childKey(a) === childKey(b);

/** "Robin Vale, 5B" */
export const childInWords = ({ name, group }: NamedChild): string => `${name}, ${group}`;

function childIn(line: string): NamedChild {
  const at = line.lastIndexOf(',');
  return at < 0
    ? { name: line.trim(), group: '' }
    : { name: line.slice(0, at).trim(), group: line.slice(at + 1).trim() };
}

/** Why the children of a box cannot be told: a class tells apart two who share a name. */
export type ChildProblem = 'no-class' | 'too-many';

/** One child a line, name and class with a comma between; a child who stands there twice is one child. */
export function childrenIn(text: string): Result<readonly NamedChild[], ChildProblem> {
  const children = text
    .split('\n')
    .filter((line) => plain(line) !== '')
    .map(childIn);
  if (children.some((child) => nameKey(child) === '' || plain(child.group) === '')) return refuse('no-class');
  const once = children.filter((child, n) => children.findIndex((other) => isSameChild(child, other)) === n);
  return once.length > MOST_CHILDREN ? refuse('too-many') : ok(once);
}
