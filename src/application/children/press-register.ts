import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import { ChildEntry } from '../../domain/child/entry.ts';
import { ChildId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { type ChildRecord, readChild, runChild } from './child-store.ts';
import { factsAfter } from './child-words.ts';
import { entryLines } from './entry-lines.ts';
import { lookedUp } from './match-cards.ts';
import { leadsChild, sitesLed } from './register.ts';

interface Asking {
  readonly deps: Deps;
  readonly person: Person;
}
const EMPTY: SlotData = { matches: [], none: undefined, more: undefined };
const blank = { 'typed-name': words(''), 'typed-year': words('') };

/** "register": a box for a name, for leads. What is typed in chat stays in chat, so a name is typed in the form only. */
export function register({ deps, person }: Asking): Answer {
  if (sitesLed(deps, person).length === 0) return nothingHere(deps);
  return { type: 'card', card: deps.cards.show('register', { ...EMPTY, ...blank }) };
}

async function find(pressed: Pressed): Promise<Answer> {
  const { deps, press } = pressed;
  const name = (press.inputs.name ?? '').slice(0, 120).trim();
  const year = (press.inputs.year ?? '').slice(0, 60).trim();
  const written = { name, knownAs: '', year, description: '' };
  const found = name === '' ? {} : await lookedUp(pressed, written, (slot) => slot);
  const card = deps.cards.show('register', {
    ...EMPTY,
    ...found,
    'typed-name': words(name),
    'typed-year': words(year),
  });
  return { type: 'card', card };
}

/** What the register says of a child: that it was read is written down first. */
async function entry(pressed: Pressed, child: ChildRecord, shown: SlotData = {}): Promise<Answer> {
  const { deps, person } = pressed;
  const ran = await runChild(deps, child.id, (now) =>
    now !== undefined && leadsChild(deps, person, now)
      ? { type: 'OpenEntry', at: deps.clock.now(), by: person.id }
      : undefined,
  );
  if (!ran.ok) return nothingHere(deps);
  const card = deps.cards.show('child-entry', {
    saved: undefined,
    ...shown,
    child: child.id,
    name: words(ran.value.entry.name),
    facts: words(factsAfter(deps, ran.value.entry)),
    lines: await entryLines(pressed, ran.value),
  });
  return { type: 'card', card };
}

/** Of a child who is on no list, the name and the birthday are a lead's to put right. */
const isOwn = ({ number }: ChildEntry): boolean => number === '';

/** As the form has it; what was typed stands over it. */
function edit({ deps, press }: Pressed, { id, state }: ChildRecord, notice?: string): Answer {
  const { entry: now } = state;
  const inputs: Readonly<Record<string, string>> = {
    name: now.name,
    born: now.born ?? '',
    known: now.knownAs,
    group: now.group,
    plan: now.plan,
    care: now.lookedAfter,
    contact: now.noContact.join('\n'),
    parents: now.responsibility.join('\n'),
    worker: now.socialWorker,
    ...(notice !== undefined && press.inputs),
  };
  const typed = Object.fromEntries(
    Object.entries(inputs).map(([key, text]) => [`typed-${key}`, words(text)]),
  );
  const card = deps.cards.show('child-edit', {
    ...typed,
    child: id,
    name: words(now.name),
    own: isOwn(now),
    notice,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

const linesIn = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

async function save(pressed: Pressed, child: ChildRecord): Promise<Answer> {
  const { deps, person, press } = pressed;
  const { inputs } = press;
  const typed = (id: string): string => (inputs[id] ?? '').trim();
  const { entry: now } = child.state;
  const born = z.iso.date().safeParse(inputs.born);
  const wanted = ChildEntry.safeParse({
    ...now,
    ...(isOwn(now) && { name: typed('name') || now.name, ...(born.success && { born: born.data }) }),
    knownAs: typed('known'),
    group: typed('group'),
    plan: ChildEntry.shape.plan.catch(now.plan).parse(inputs.plan),
    lookedAfter: ChildEntry.shape.lookedAfter.catch(now.lookedAfter).parse(inputs.care),
    noContact: linesIn(inputs.contact),
    responsibility: linesIn(inputs.parents),
    socialWorker: typed('worker'),
  });
  if (!wanted.success) return edit(pressed, child, deps.cards.say('child-too-long'));
  const ran = await runChild(deps, child.id, (held) =>
    held !== undefined && leadsChild(deps, person, held)
      ? {
          type: 'ChangeEntry',
          at: deps.clock.now(),
          by: person.id,
          ...(press.actionId !== undefined && { action: press.actionId }),
          entry: wanted.data,
          sites: held.sites,
        }
      : undefined,
  );
  if (ran.ok || ran.refusal.reason === 'same-again')
    return entry(pressed, child, { saved: deps.cards.say('child-changed') });
  return ran.refusal.reason === 'already-done'
    ? entry(pressed, child, { saved: deps.cards.say('child-unchanged') })
    : nothingHere(deps);
}

/** The register in chat: find, read, change. The same answer to a lead of another site as where there is no such child. */
export async function pressRegister(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (sitesLed(deps, person).length === 0 || !view) return nothingHere(deps);
  if (press.do === 'child.find') return find(pressed);
  const id = ChildId.safeParse(press.record);
  const child = id.success ? await readChild(deps, id.data) : undefined;
  if (child === undefined || !leadsChild(deps, person, child.state)) return nothingHere(deps);
  if (press.do === 'child.edit') return edit(pressed, child);
  return press.do === 'child.save' ? save(pressed, child) : entry(pressed, child);
}
