import type { Person } from '../people/directory.ts';
import type { Role } from '../policy/facts.ts';

/** Whom a share is of, in the order in which they are shown. */
export const POPULATIONS = ['students', 'parents', 'staff', 'volunteers', 'board', 'visitors'] as const;
export type Population = (typeof POPULATIONS)[number];

/** Those who oversee the organisation, by whatever name its policy has for them. */
export const BOARD: readonly Role[] = [
  'chair-of-governors',
  'safeguarding-governor',
  'governor',
  'director',
  'trustee',
  'proprietor',
];

/** One for each person: whoever also works here is staff, and so are contractors and people from agencies. */
export function populationOf({ roles }: Pick<Person, 'roles'>): 'staff' | 'volunteers' | 'board' {
  const held = roles.map(({ role }) => role);
  if (held.every((role) => BOARD.includes(role))) return 'board';
  return held.every((role) => role === 'volunteer' || BOARD.includes(role)) ? 'volunteers' : 'staff';
}
