import type { CaseState } from '../../domain/case/state.ts';
import type { ChildEntry } from '../../domain/child/entry.ts';
import type { ChildId, PersonId } from '../../domain/ids.ts';
import { type Directory, nameById } from '../../domain/people/directory.ts';
import { nameOf, roleWord } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import type { Options } from './options.ts';
import { type Hidden, letterOf, redactor } from './redact.ts';

/** A case, and which of its children the document is about, by place. */
export interface Source {
  readonly state: CaseState;
  readonly about: readonly number[];
}

/** What the register knows of the children who come into it. */
export interface Registered {
  readonly subject?: ChildEntry | undefined;
  readonly others: ReadonlyMap<ChildId, ChildEntry>;
}

const isName = (text: string): boolean => text.trim() !== '';
const namesIn = (entry: ChildEntry | undefined): readonly string[] =>
  entry === undefined ? [] : [entry.name, entry.knownAs].filter(isName);

/** Everything that the subject is called: it stays, also where somebody else shares it. */
export const subjectNames = (sources: readonly Source[], registered: Registered): readonly string[] => [
  ...namesIn(registered.subject),
  ...sources.flatMap(({ state, about }) =>
    about.flatMap((place) => {
      const child = state.children[place];
      return child === undefined ? [] : [child.name, child.knownAs].filter(isName);
    }),
  ),
];

/** The other children, each once: by the register where a lead said who they are, else by name or description. */
function otherChildren(deps: Deps, sources: readonly Source[], registered: Registered): readonly Hidden[] {
  const found = new Map<string, { names: Set<string>; descriptions: Set<string> }>();
  const of = (key: string) => {
    const known = found.get(key) ?? { names: new Set<string>(), descriptions: new Set<string>() };
    found.set(key, known);
    return known;
  };
  for (const { state, about } of sources)
    state.children.forEach(({ name, knownAs, description }, place) => {
      if (about.includes(place)) return;
      const register = state.links.find(({ child }) => child === place)?.register;
      const other = of(register ?? (name || knownAs || description).toLocaleLowerCase('en-GB'));
      for (const each of [name, knownAs].filter(isName)) other.names.add(each);
      if (isName(description)) other.descriptions.add(description);
    });
  for (const [id, entry] of registered.others) for (const name of namesIn(entry)) of(id).names.add(name);
  return [...found.values()].map(({ names, descriptions }, n) => ({
    names: [...names],
    descriptions: [...descriptions],
    label: deps.cards.say('hand-child', { letter: letterOf(n + 1) }),
  }));
}

const reportersOf = (deps: Deps, directory: Directory, sources: readonly Source[]): readonly Hidden[] => [
  {
    label: deps.cards.say('hand-reporter'),
    names: sources.flatMap(({ state }) => [
      ...(nameById(directory, state.reporter) === undefined ? [] : [nameOf(deps, directory, state.reporter)]),
      ...(state.report?.behalf === undefined ? [] : [state.report.behalf.name]),
    ]),
  },
];

/** Staff become what they are here; adults whom nobody here knows get a letter. */
function adultsOf(
  deps: Deps,
  directory: Directory,
  sources: readonly Source[],
  { subject }: Registered,
): readonly Hidden[] {
  const site = sources[0]?.state.site;
  const staff = directory.people.map((person) => ({
    names: [person.name],
    label: deps.cards.say('hand-staff', {
      role: site === undefined ? deps.cards.say('a-colleague') : roleWord(deps, person, site),
    }),
  }));
  const left = (directory.former ?? []).map(({ name }) => ({
    names: [name],
    label: deps.cards.say('hand-staff', { role: deps.cards.say('a-colleague') }),
  }));
  const typed = new Set([
    ...sources.flatMap(({ state }) =>
      (state.report?.adults ?? []).flatMap((adult) => ('name' in adult ? [adult.name] : [])),
    ),
    ...(subject === undefined ? [] : [...subject.noContact, ...subject.responsibility]),
  ]);
  const others = [...typed]
    .filter(isName)
    .map((name, n) => ({ names: [name], label: deps.cards.say('hand-adult', { letter: letterOf(n) }) }));
  return [...staff, ...left, ...others];
}

export interface Redaction {
  readonly text: (text: string) => string;
  /** How somebody of the directory is written. */
  readonly person: (id: PersonId) => string;
  /** What was left out, and why: one line each. */
  readonly left: readonly string[];
}

/** Everything that this reader is not given, as a function over text. */
export function redactionFor(
  deps: Deps,
  directory: Directory,
  sources: readonly Source[],
  registered: Registered,
  { leave, names, reader }: Options,
): Redaction {
  const { say } = deps.cards;
  const children = leave.includes('children') ? otherChildren(deps, sources, registered) : [];
  const reporters = leave.includes('reporters') ? reportersOf(deps, directory, sources) : [];
  const adults = leave.includes('adults') ? adultsOf(deps, directory, sources, registered) : [];
  const more = names.filter(isName).map((name) => ({ names: [name], label: say('hand-somebody') }));
  // Who reported comes first: the role of a colleague would tell who it was.
  const hidden = [...reporters, ...children, ...adults, ...more];
  const taken = new Set<string>();
  const once = hidden.map((each) => {
    const own = each.names.filter((name) => !taken.has(name));
    for (const name of own) taken.add(name);
    return { ...each, names: own };
  });
  // In a sentence brackets say that these are not the writer's words.
  const marked = once.map((each) => ({ ...each, label: `[${each.label}]` }));
  const text = redactor(marked, subjectNames(sources, registered), `[${say('hand-somebody')}]`);
  const why = say(`hand-why-${reader === 'parent' || reader === 'subject' ? 'family' : 'reader'}`);
  const line = (name: string, is: boolean, labels: readonly Hidden[] = []) =>
    is ? [say(name, { labels: labels.map(({ label }) => label).join(', '), why })] : [];
  return {
    text,
    person: (id) => {
      const name = nameOf(deps, directory, id);
      const found = once.find((each) => each.names.includes(name));
      return found === undefined ? name : found.label;
    },
    left: [
      ...line('hand-left-children', children.length > 0, children),
      ...line(
        'hand-left-reporters',
        reporters.some((each) => each.names.length > 0),
      ),
      ...line('hand-left-adults', adults.length > 0),
      ...line('hand-left-more', more.length > 0),
    ],
  };
}
