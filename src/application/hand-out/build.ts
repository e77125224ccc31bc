import type { Child } from '../../domain/case/report.ts';
import type { ChildId, PersonId } from '../../domain/ids.ts';
import { type RecordId, refOf } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { eventsOf } from '../case/case-store.ts';
import type { ChildRecord } from '../children/child-store.ts';
import { childEventsOf } from '../children/child-store.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Fact, HandOutDocument } from './document.ts';
import { entriesOf, momentOf, openingsOf } from './entries.ts';
import type { Options } from './options.ts';
import { type Redaction, type Registered, redactionFor, type Source, subjectNames } from './people.ts';

/** What a document is made of: cases that its maker may see, and for a child the child's own record. */
export interface Material {
  readonly cases: readonly CaseRecord[];
  readonly child?: ChildRecord | undefined;
  readonly registered: Registered;
}

/** "Made by" and the like, and what the pages say about themselves: all of it among the phrases. */
const WORDS = [
  'confidential',
  'page',
  'happened',
  'written',
  'people',
  'entries',
  'openings',
  'left',
  'check',
  'how',
  'undrawn',
] as const;

/** Which children of a case it is about: those of this register entry, or the one that was chosen. */
const aboutIn = (
  { state }: CaseRecord,
  child: ChildId | undefined,
  chosen: number | undefined,
): readonly number[] =>
  child === undefined
    ? [chosen ?? 0]
    : state.links.flatMap(({ child: place, register }) => (register === child ? [place] : []));

const fact = (deps: Deps, name: string, text: string): readonly Fact[] =>
  text.trim() === '' ? [] : [{ title: deps.cards.say(`hand-fact-${name}`), text }];

/** What the register has of the child; what names other adults only for whoever may read those. */
function registerFacts(deps: Deps, { subject }: Registered, { leave, reader }: Options): readonly Fact[] {
  if (subject === undefined) return [];
  const isFamily = reader === 'parent' || reader === 'subject';
  const born = subject.born === undefined ? '' : dayWords(subject.born);
  return [
    ...fact(deps, 'born', born),
    ...fact(deps, 'group', subject.group),
    ...(isFamily || leave.includes('adults')
      ? []
      : [
          ...fact(deps, 'placing', subject.placingSchool),
          ...fact(deps, 'commissioner', subject.commissioner),
          ...fact(deps, 'social-worker', subject.socialWorker),
          ...fact(deps, 'no-contact', subject.noContact.join(', ')),
          ...fact(deps, 'responsibility', subject.responsibility.join(', ')),
        ]),
  ];
}

/** Where more of it is: another place, or a file that came from an earlier school. */
const pointers = (deps: Deps, { child }: Material, redaction: Redaction): readonly Fact[] =>
  child === undefined
    ? []
    : [
        ...child.state.elsewhere.flatMap(({ where, what }) =>
          fact(deps, 'elsewhere', redaction.text([where, what].filter(Boolean).join(': '))),
        ),
        ...child.state.received.flatMap(({ from, on, what }) =>
          fact(deps, 'received', redaction.text([from, on, what].filter(Boolean).join(', '))),
        ),
      ];

/** Everybody of these cases with their part. */
function peopleFacts(deps: Deps, { cases }: Material, redaction: Redaction): readonly Fact[] {
  const called = ({ name, knownAs, year, description }: Child) =>
    redaction.text([name, knownAs && `“${knownAs}”`, description].filter(Boolean).join(', ')) +
    (redaction.text(name) === name && year !== '' ? `, ${year}` : '');
  return cases.flatMap(({ id, state }) => [
    ...state.children.map((child) => ({
      title: `${deps.cards.say(`part-${child.part}`)}:`,
      text: `${called(child)} · ${refOf(id)}`,
    })),
    ...(state.report?.adults ?? []).map((adult) => ({
      title: `${deps.cards.say('part-adult')}:`,
      text: `${'person' in adult ? redaction.person(adult.person) : redaction.text(adult.name)} · ${refOf(id)}`,
    })),
  ]);
}

const chainOf = ({ snapshot }: { readonly snapshot: CaseRecord['snapshot'] }): string =>
  snapshot.chain?.at(-1) ?? '';

/** Who opened the story of this child, each time. */
const storyOpenings = (deps: Deps, { child }: Material, person: (id: PersonId) => string): readonly Fact[] =>
  child === undefined
    ? []
    : childEventsOf(child).flatMap((event) =>
        event.type === 'StoryOpened' || event.type === 'EntryOpened'
          ? [{ title: person(event.by), text: momentOf(deps, event.at) }]
          : [],
      );

/** The document, for this reader, out of what its maker may see at this moment. */
export function documentOf(
  deps: Deps,
  directory: Directory,
  maker: Person,
  material: Material,
  options: Options,
): HandOutDocument {
  const { say } = deps.cards;
  const { cases, child } = material;
  const sources: readonly Source[] = cases.map((record) => ({
    state: record.state,
    about: aboutIn(record, child?.id, options.about),
  }));
  const redaction = redactionFor(deps, directory, sources, material.registered, options);
  const at = deps.clock.now();
  const [first] = cases;
  const id: RecordId | undefined = child?.snapshot.head.id ?? first?.id;
  const names = [...new Set(subjectNames(sources, material.registered))];
  const placed = cases.flatMap((record) => entriesOf(deps, directory, record, options.what, redaction));
  const sorted = placed.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return {
    format: 1,
    kind: options.what,
    title: say(`hand-title-${options.what}`),
    organisation: deps.organisation.name,
    reference: id === undefined ? '' : refOf(id),
    words: Object.fromEntries(WORDS.map((word) => [word, say(`hand-word-${word}`)])),
    made: { at, policyVersion: deps.policy.version },
    facts: [
      ...fact(deps, 'about', names[0] ?? ''),
      ...fact(deps, 'known-as', names.slice(1).join(', ')),
      ...registerFacts(deps, material.registered, options),
      ...fact(deps, 'for', readerOf(deps, options)),
      ...fact(deps, 'by', redaction.person(maker.id)),
      ...fact(deps, 'at', momentOf(deps, at)),
      ...fact(deps, 'policy', `${deps.policy.title}, ${deps.policy.version}`),
      ...pointers(deps, material, redaction),
    ],
    people: [...peopleFacts(deps, material, redaction)],
    entries: sorted.map(({ entry }) => entry),
    openings: [
      ...storyOpenings(deps, material, redaction.person),
      ...cases.flatMap((record) => openingsOf(deps, record, redaction)),
    ],
    left:
      redaction.left.length === 0 ? [say('hand-left-nothing')] : [...redaction.left, say('hand-left-may')],
    records: [
      ...(child === undefined
        ? []
        : [{ record: child.snapshot.head.id, events: childEventsOf(child).length, chain: chainOf(child) }]),
      ...cases.map((record) => ({
        record: record.id,
        events: eventsOf(record).length,
        chain: chainOf(record),
      })),
    ],
  };
}

/** "A parent or carer: Mr Vale" */
export const readerOf = (deps: Deps, { reader, who }: Options): string =>
  [deps.cards.say(`hand-reader-${reader}`), who].filter((text) => text.trim() !== '').join(': ');
