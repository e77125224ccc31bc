import { Instant } from '../../domain/ids.ts';
import type { Absence } from '../../domain/people/directory.ts';
import { isHere } from '../../domain/people/duty.ts';
import type { Pressed } from '../case/work-case.ts';
import { readDirectory } from '../directory.ts';
import type { Answer } from '../intent.ts';
import { sayAway } from './absences.ts';
import { spellWords } from './words.ts';

export type Asking = Pick<Pressed, 'deps' | 'directory' | 'person' | 'view'>;
export type Period = Pick<Absence, 'from' | 'until'>;

/** "2026-11-24T12:00:00.000Z|2026-11-25T00:00:00.000Z", as a button carries it. */
export const periodArg = ({ from, until }: Period): string => `${from}|${until}`;

export function periodIn(arg = ''): Period | undefined {
  const [from, until] = arg.split('|').map((each) => Instant.safeParse(each).data);
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** It is written down, and what was done with the cases stands under it. */
export async function gone(
  { deps, person }: Asking,
  period: Period,
  done: readonly string[] = [],
): Promise<Answer> {
  await sayAway(deps, { ...period, person: person.id, by: person.id });
  const directory = await readDirectory(deps);
  return {
    type: 'card',
    card: deps.cards.show('away-done', {
      who: undefined,
      text: deps.cards.say('away-saved', { spell: spellWords(deps, period) }),
      lines: done.map((text) => ({ text })),
      canReturn: !isHere(directory, person),
    }),
  };
}
