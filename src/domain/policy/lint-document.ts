import { error, note, type Place, type Remark, warning } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { labelOf } from './roles.ts';
import { sectionOf } from './source.ts';
import { appendixOf, withheld } from './withheld.ts';

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' and ');

/** What cannot be issued while this part of the policy has no text, and what the organisation gives a text for. */
function restingOn(pack: PolicyFile, n: number, supplied: readonly string[]) {
  const appendix = pack.document?.appendices[n];
  const resting = pack.agreements.filter((each) => appendixOf(pack, each) === appendix && appendix);
  return {
    held: resting.filter((each) => withheld({ ...pack, supplied }, each) !== undefined),
    given: resting.filter(({ id }) => supplied.includes(id)),
  };
}

function lintAppendices(pack: PolicyFile, supplied: readonly string[]): readonly Remark[] {
  return (pack.document?.appendices ?? []).flatMap(
    ({ number, title, status, cited }, n): readonly Remark[] => {
      const at = ['document', 'appendices', n];
      const wrong = cited.filter(({ as }) => number !== undefined && as !== number);
      const mismatch = wrong.map(({ as, source }) =>
        error(
          'appendix.mismatch',
          at,
          `The text calls "${title}" appendix ${as}, and it is appendix ${number ?? ''}`,
          `Write ${number ?? ''}`,
          sectionOf(source),
        ),
      );
      if (status === 'supplied') return mismatch;
      const isBegun = status === 'under-development';
      const absent = number === undefined ? 'agreement.missing' : 'appendix.missing';
      const { held, given } = restingOn(pack, n, supplied);
      const rests = held.length === 0 ? '' : `; on it rests ${listed(held.map(({ name }) => name))}`;
      const gone = error(
        isBegun ? 'appendix.under_development' : absent,
        at,
        `"${title}" is ${isBegun ? 'still being written' : 'relied on and not there'}${rests}`,
        isBegun ? 'Finish it' : 'Add its text',
        sectionOf(cited[0]?.source ?? ''),
      );
      return [
        ...mismatch,
        { ...gone, ...(held.length > 0 && { stops: 'agreements' }) },
        ...given.map(({ name, source }) =>
          note(
            'agreement.supplied',
            at,
            `The text of "${name}" comes from organisation.yaml`,
            'Take it into the written policy at the next review',
            sectionOf(source),
          ),
        ),
      ];
    },
  );
}

type NamedPerson = NonNullable<PolicyFile['document']>['people'][number];

function lintPerson(pack: PolicyFile, { role, named, source }: NamedPerson, at: Place): readonly Remark[] {
  const section = sectionOf(source);
  const label = labelOf(pack, role);
  const bind = `Give somebody the role "${role}" in the directory, and name it here at the next review`;
  if (named === 'elsewhere') {
    const code = role === 'dsl' ? 'role.unbound' : 'role.by.reference';
    return [error(code, at, `Who the ${label} is stands only in another policy`, bind, section)];
  }
  if (named === 'nowhere') {
    const absent = role === 'dsl' ? error : warning;
    return [absent('role.absent', at, `The policy has no ${label}`, bind, section)];
  }
  const differs = `The policy names the ${label} differently in different places`;
  const ask = 'Ask who it is at each site, and put it right';
  return named === 'differently' ? [error(`${role}.mismatch`, at, differs, ask, section)] : [];
}

function lintPeople(pack: PolicyFile): readonly Remark[] {
  return (pack.document?.people ?? []).flatMap((person, n): readonly Remark[] => {
    const at = ['document', 'people', n];
    const { role, words, source } = person;
    const several = `The ${labelOf(pack, role)} has several names: ${words.join(', ')}`;
    return [
      ...lintPerson(pack, person, at),
      ...(words.length > 1 ? [warning('role.synonyms', at, several, 'Choose one', sectionOf(source))] : []),
    ];
  });
}

/** Two counties cannot both be the one whose procedures hold. */
function lintPlaces({ document }: PolicyFile): readonly Remark[] {
  const places = document?.places ?? [];
  const first = places[0];
  const other = places.findIndex(({ place }) => place !== first?.place);
  const found = places[other];
  if (first === undefined || found === undefined) return [];
  return [
    error(
      'jurisdiction.mismatch',
      ['document', 'places', other],
      `The policy belongs to ${first.place} (${first.for}) and to ${found.place} (${found.for})`,
      'Name the one whose partnership this is; numbers come from organisation.yaml',
      sectionOf(found.source),
    ),
  ];
}

/** The one question of a self-audit that everybody must be able to answer. */
const WHO_LEADS = 'who-leads';

function lintAudit({ document }: PolicyFile): readonly Remark[] {
  const audit = document?.audit;
  return audit === undefined || audit.asks.includes(WHO_LEADS)
    ? []
    : [
        warning(
          'audit.gap',
          ['document', 'audit'],
          'The self-audit does not ask who leads on safeguarding',
          'Add the question',
          sectionOf(audit.source),
        ),
      ];
}

/** What the document says of itself, judged by rule; `supplied`: agreements whose text the organisation gives. */
export const lintDocument = (pack: PolicyFile, supplied: readonly string[]): readonly Remark[] => [
  ...lintAppendices(pack, supplied),
  ...lintPeople(pack),
  ...lintPlaces(pack),
  ...lintAudit(pack),
];
