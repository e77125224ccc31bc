import { type SlotData, words } from '../../cards/fill.ts';
import { holders, personById } from '../../domain/people/directory.ts';
import type { Register } from '../../domain/policy/register.ts';
import { childInWords } from '../../domain/request/named-child.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { maySend } from '../requests/ask.ts';
import { dayInWords } from '../requests/words.ts';
import { type Entry, holds, liveEntries } from './entries.ts';
import { registersSeen, sitesSeen } from './seen.ts';

export type Asking = Pick<Pressed, 'deps' | 'directory' | 'person'>;

const A_PAGE = 10;
/** Of one entry: the rest stands in it. */
const MOST_FACTS = 3;

/** What was chosen in the boxes, with what each of them asks. */
function facts({ policy }: Deps, { brief }: Entry): readonly SlotData[] {
  const fields = policy.forms
    .filter(({ keep }) => keep?.register === brief.register)
    .flatMap((form) => form.fields);
  return Object.entries(brief.says)
    .filter(([, answer]) => answer !== '')
    .slice(0, MOST_FACTS)
    .map(([id, answer]) => ({
      label: `${fields.find((field) => field.id === id)?.label ?? id} `,
      answer: words(answer),
    }));
}

function standingOf({ deps, directory }: Asking, entry: Entry): string {
  const { say } = deps.cards;
  const { standing, until, person } = entry.brief;
  const date = until === undefined ? '' : dayInWords(until);
  const line =
    standing === 'ended'
      ? say('kept-ended')
      : holds(deps, entry)
        ? say(until === undefined ? 'kept-stands' : 'kept-stands-until', { date })
        : say('kept-over', { date });
  const isGone = person !== undefined && personById(directory, person) === undefined;
  return isGone ? `${line} ${say('kept-gone')}` : line;
}

/** One entry of a list: whom or what it is about, what was chosen, and how it stands. */
export function entrySlots(asking: Asking, register: Register, entry: Entry): SlotData {
  const { deps, directory, person } = asking;
  const { brief, id } = entry;
  const isOwn = register.about === 'person' && brief.person === undefined;
  const site = deps.organisation.sites.find((each) => each.id === brief.site)?.name;
  return {
    who: words(
      isOwn
        ? nameOf(deps, directory, brief.asker)
        : brief.child === undefined
          ? brief.first
          : childInWords(brief.child),
    ),
    what: isOwn ? words(` ${brief.first}`) : undefined,
    facts: facts(deps, entry),
    line: standingOf(asking, entry),
    site: sitesSeen(deps, person, register).length > 1 ? site : undefined,
    record: id,
  };
}

/** Whoever holds the role that the register is of, as the directory has it today. */
function holderSlots({ deps, directory, person }: Asking, register: Register): SlotData {
  const role = register.holders;
  if (role === undefined) return { holders: undefined };
  const people = sitesSeen(deps, person, register).flatMap((site) => holders(directory, site, [role]));
  const names = [...new Set(people.map(({ name }) => name))];
  return { holders: words(names.length === 0 ? deps.cards.say('kept-no-holders') : listOf(names)) };
}

/** What every card of a register has: its box for a name, the forms that fill it, and where the policy says so. */
export function frameSlots(asking: Asking, register: Register, typed: Pressed['press']['inputs']): SlotData {
  const { deps, person } = asking;
  return {
    register: register.id,
    title: register.title,
    why: register.source,
    child: register.about === 'child',
    'typed-name': words((typed.name ?? '').slice(0, 120)),
    'typed-class': words((typed.class ?? '').slice(0, 60)),
    forms: deps.policy.forms
      .filter((form) => form.keep?.register === register.id && maySend(person, form))
      .map(({ id, title }) => ({ form: id, title })),
    ...holderSlots(asking, register),
  };
}

/** A register, for whoever sees it: what stands there, ten a page. */
export async function registerCard(asking: Asking, register: Register, page = 0): Promise<Answer> {
  const { deps, person } = asking;
  const sites = sitesSeen(deps, person, register);
  if (sites.length === 0) return nothingHere(deps);
  const live = await liveEntries(deps, register.id, sites);
  const byName = (each: Entry): string => each.brief.child?.name ?? '';
  const sorted =
    register.about === 'child' ? live.toSorted((a, b) => byName(a).localeCompare(byName(b), 'en-GB')) : live;
  const last = Math.max(0, Math.ceil(sorted.length / A_PAGE) - 1);
  const at = Math.min(page, last);
  const turn = (to: number): string | undefined => (to < 0 || to > last ? undefined : `${register.id}:${to}`);
  const card = deps.cards.show('kept-list', {
    ...frameSlots(asking, register, {}),
    notice: undefined,
    other: undefined,
    none: sorted.length === 0 ? register.none : undefined,
    entries: sorted.slice(at * A_PAGE, (at + 1) * A_PAGE).map((entry) => entrySlots(asking, register, entry)),
    where:
      last === 0
        ? undefined
        : deps.cards.say('kept-page', { page: at + 1, pages: last + 1, count: sorted.length }),
    previous: turn(at - 1),
    next: turn(at + 1),
  });
  return { type: 'card', card };
}

/** A message stays in the chat: it says that there is a register, and nothing of what is in it. */
export const thinCard = (deps: Deps, register: Register): Answer => ({
  type: 'card',
  card: deps.cards.show('kept-message', { register: register.id }),
});

/** A register's words, typed. */
export const showRegister = async (
  asking: Asking & Pick<Pressed, 'view'>,
  register: Register,
): Promise<Answer> => {
  if (sitesSeen(asking.deps, asking.person, register).length === 0) return nothingHere(asking.deps);
  return asking.view ? registerCard(asking, register) : thinCard(asking.deps, register);
};

/** `registers`: those that this person sees. */
export function listRegisters({ deps, person }: Pick<Asking, 'deps' | 'person'>): Answer {
  const seen = registersSeen(deps, person);
  if (seen.length === 0) return nothingHere(deps);
  const registers = seen.map(({ id, title }) => ({ register: id, title }));
  return { type: 'card', card: deps.cards.show('registers', { registers }) };
}
