import { type SlotData, words } from '../../cards/fill.ts';
import type { ChildState } from '../../domain/child/state.ts';
import type { Pressed } from '../case/work-case.ts';
import { readChild } from './child-store.ts';
import { dayWords } from './child-words.ts';
import { leadsChild } from './register.ts';

/** Brothers and sisters by name, where this person leads their site too. */
async function siblingsOf({ deps, person }: Pressed, { entry }: ChildState): Promise<string> {
  const names = await Promise.all(
    entry.siblings.map(async (id) => {
      const child = await readChild(deps, id);
      if (child === undefined) return '';
      return leadsChild(deps, person, child.state)
        ? child.state.entry.name
        : deps.cards.say('entry-elsewhere');
    }),
  );
  return names.filter(Boolean).join(', ');
}

/** What the register says, a line each; what is not known has none. */
export async function entryLines(pressed: Pressed, state: ChildState): Promise<readonly SlotData[]> {
  const { deps } = pressed;
  const { say } = deps.cards;
  const { entry, sites } = state;
  const names = deps.organisation.sites.filter(({ id }) => sites.includes(id)).map(({ name }) => name);
  const lines: readonly (readonly [string, string])[] = [
    ['known-as', entry.knownAs],
    ['group', entry.group],
    ['born', entry.born === undefined ? '' : dayWords(entry.born)],
    ['sites', names.join(', ')],
    ['number', entry.number],
    ['plan', say(`plan-${entry.plan}`)],
    ['care', say(`care-${entry.lookedAfter}`)],
    ['contact', entry.noContact.join('; ')],
    ['parents', entry.responsibility.join('; ')],
    ['worker', entry.socialWorker],
    ['siblings', await siblingsOf(pressed, state)],
    ['placing', entry.placingSchool],
    ['commissioner', entry.commissioner],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ title: say(`entry-${name}`), text: words(text) }));
}
