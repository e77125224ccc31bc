import { type SlotData, words } from '../../cards/fill.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { linkOf } from '../../domain/case/work/links.ts';
import { strikesFor } from '../../domain/child/seconders.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { readChild } from './child-store.ts';
import { childLine } from './child-words.ts';
import { sitesLed } from './register.ts';

interface Reading {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}
interface Case {
  readonly state: CaseState;
}

/** As much of a name as a line on a full record has room for. */
const LONGEST = 120;
/** More children than this have a page of their own. */
const ON_RECORD = 1;

const nothing = { title: '', do: '', arg: '' };

/** Which child of the register one child of the case is, and what can be done about that. */
async function lineFor(
  { deps, directory, person }: Reading,
  { state }: Case,
  place: number,
): Promise<SlotData> {
  const { say } = deps.cards;
  const written = state.children[place];
  const who = words(`${(written?.name || written?.description || '').slice(0, LONGEST).toWellFormed()}:`);
  const link = linkOf(state, place);
  const arg = `${place}`;
  if (link === undefined) {
    const isUnsure = state.notSure.includes(place);
    const line = say(isUnsure ? 'register-unsure' : 'register-ask');
    return {
      who,
      line,
      known: '',
      do: 'child.match',
      arg,
      title: say(isUnsure ? 'button-match-again' : 'button-match'),
    };
  }
  const child = await readChild(deps, link.register);
  const known = words(child === undefined ? '' : childLine(deps, child.state.entry).slice(0, 3 * LONGEST));
  if (link.strike === undefined)
    return {
      who,
      line: say('register-linked'),
      known,
      do: 'child.wrong',
      arg,
      title: say('button-wrong-child'),
    };
  const mayAnswer = strikesFor(state, directory, person).includes(place);
  const asked = mayAnswer ? { do: 'child.strike', arg, title: say('button-strike') } : nothing;
  return { who, line: say('register-strike'), known, ...asked };
}

/** A line for each child of the case. */
export const childrenOfCase = (reading: Reading, found: Case): Promise<readonly SlotData[]> =>
  Promise.all(found.state.children.map((_, place) => lineFor(reading, found, place)));

/** What the record says of the register, to leads of its site: a line a child, or one for all of many. */
export async function childrenOnRecord(reading: Reading, found: Case): Promise<readonly SlotData[]> {
  const { deps, person } = reading;
  const { children, links, site } = found.state;
  if (children.length === 0 || !sitesLed(deps, person).includes(site)) return [];
  if (children.length <= ON_RECORD) return childrenOfCase(reading, found);
  const line = deps.cards.say('register-some', { linked: links.length, count: children.length });
  const title = deps.cards.say('button-who');
  return [{ who: '', line, known: '', do: 'child.who', arg: '', title }];
}
