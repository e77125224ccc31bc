import { words } from '../../cards/fill.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { linkTo } from '../files.ts';
import type { Answer } from '../intent.ts';
import { heldBack } from './gate.ts';
import { thinAgreements } from './own.ts';
import { refusalOf } from './text.ts';
import { sitesGated } from './who.ts';

interface Asking {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

const MOST_SHOWN = 30;

/** What of the gate has no text, and so holds nobody back: said, for it is no clearance. */
const refusalsIn = (deps: Deps) =>
  deps.policy.agreements.flatMap((agreement) => {
    const text = agreement.gate === undefined ? undefined : refusalOf(deps, agreement);
    return text === undefined ? [] : [{ text }];
  });

async function listCard(asking: Asking, url?: string): Promise<Answer> {
  const { deps, directory, person } = asking;
  const sites = sitesGated(deps, person);
  if (sites.length === 0) return nothingHere(deps);
  const held = await heldBack(deps, directory, sites);
  const { say } = deps.cards;
  const card = deps.cards.show('accounts', {
    line: say(held.length === 0 ? 'gate-nobody' : 'gate-count', { count: held.length }),
    refusals: refusalsIn(deps),
    held: held.slice(0, MOST_SHOWN).map(({ person: { name }, agreement }) => ({
      name: words(name),
      what: say('gate-what', { name: agreement.name, what: agreement.gate?.what ?? '' }),
    })),
    more: held.length > MOST_SHOWN ? say('gate-more', { count: held.length - MOST_SHOWN }) : undefined,
    file: held.length > 0 && url === undefined,
    url,
  });
  return { type: 'card', card };
}

/** `accounts`: who has not signed what an account waits for. Nothing is switched here. */
export async function accounts({ view, ...asking }: Asking & { readonly view: boolean }): Promise<Answer> {
  const { deps, person } = asking;
  if (sitesGated(deps, person).length === 0) return nothingHere(deps);
  return view ? listCard(asking) : thinAgreements(deps, deps.cards.say('gate-here'), 'agree.accounts');
}

export const accountsCard = (pressed: Pressed): Promise<Answer> => listCard(pressed);

/** "Get it as a table": a link that works once. */
export async function accountsFile(pressed: Pressed): Promise<Answer> {
  const { deps, person } = pressed;
  if (sitesGated(deps, person).length === 0) return nothingHere(deps);
  const url = await linkTo(deps, person.id, { kind: 'accounts' });
  return url === undefined ? line(deps, 'no-address') : listCard(pressed, url);
}
