import type { Deps } from '../deps.ts';
import type { Count } from './coverage.ts';

/** All of them is 100; anything less is never rounded up to it. */
const percent = ({ asked, signed }: Count): number => (asked === 0 ? 0 : Math.floor((signed / asked) * 100));

/** "Staff: 9 of 12 (75 %)." and what the twelve are, where no directory says it. */
export function countLine(deps: Deps, count: Count): string {
  const { say } = deps.cards;
  const { population, asked, signed, of } = count;
  const { children, board } = deps.policy.lexicon;
  const who = say(`agree-population-${population}`, { children, board });
  if (asked === 0) return say('agree-count-nobody', { who });
  const line = say('agree-count', { who, signed, asked, percent: percent(count) });
  return of === 'directory' ? line : `${line} ${say(`agree-count-of-${of}`)}`;
}
