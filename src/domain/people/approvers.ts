import type { Policy } from '../policy/pack.ts';
import { type Directory, holders, type Person, type Waiting } from './directory.ts';
import { directoryOn } from './here.ts';

const isReachable = ({ teams, slack }: Person): boolean => (teams ?? slack) !== undefined;

/**
 * Who may say yes to roles that open more: whoever leads the site or stands apart from the leads there today, and can
 * press a button. Never whoever gains them, and never whoever imported them.
 */
export const approversOf = (
  { leads, independent }: Pick<Policy, 'leads' | 'independent'>,
  stored: Directory,
  { person, site, by }: Pick<Waiting, 'person' | 'site' | 'by'>,
  today: string,
): readonly Person[] =>
  holders(directoryOn(stored, today), site, [...leads, ...independent]).filter(
    (each) => each.id !== person && each.id !== by && isReachable(each),
  );
