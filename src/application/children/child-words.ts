import { type SlotData, words } from '../../cards/fill.ts';
import type { Match } from '../../domain/child/matching.ts';
import type { ChildBrief } from '../../domain/child/state.ts';
import type { Deps } from '../deps.ts';
import type { Registered } from './register.ts';

type Known = Pick<ChildBrief, 'name' | 'knownAs' | 'born' | 'group'>;

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** "4 October 2017" */
export const dayWords = (day: string): string => LONG.format(Temporal.PlainDate.from(day));

/** ", “Rob”, 4 Oak, born 4 October 2017": what stands behind a name so that two are told apart. */
export const factsAfter = ({ cards }: Pick<Deps, 'cards'>, { knownAs, born, group }: Known): string =>
  [knownAs && `“${knownAs}”`, group, born && cards.say('child-born', { date: dayWords(born) })]
    .filter(Boolean)
    .map((each) => `, ${each}`)
    .join('');

export const childLine = (deps: Pick<Deps, 'cards'>, child: Known): string =>
  `${child.name}${factsAfter(deps, child)}`;

/** A child who may be meant, and why the bot thinks so. */
export const matchSlot = (deps: Deps, { child, why }: Match<Registered>): SlotData => ({
  name: words(child.brief.name),
  facts: words(factsAfter(deps, child.brief)),
  why: [...why, ...(child.brief.left ? ['left'] : [])]
    .map((each) => deps.cards.say(`match-${each}`))
    .join(' '),
  child: child.id,
});
