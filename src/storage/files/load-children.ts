import { join } from 'node:path';
import type { z } from 'zod';
import { ChildEntry } from '../../domain/child/entry.ts';
import { type ListedChild, ListedFacts } from '../../domain/child/listed.ts';
import { SiteId } from '../../domain/ids.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { readTable, type TableRow } from './read-table.ts';

const FILE = 'children.csv';
const COLUMNS = [
  ...['number', 'name', 'known_as', 'born', 'group', 'sites', 'placing_school', 'commissioner', 'siblings'],
  ...['social_worker', 'plan', 'looked_after', 'no_contact', 'responsibility'],
];

const CURES: Readonly<Record<string, string>> = {
  number: "The child's own number in the school's list, at most 40 characters",
  name: 'At least one name, at most 120 characters',
  known_as: 'At most 120 characters, or nothing',
  born: 'A day like 2016-09-03 that is in the calendar, or nothing',
  group: 'At most 60 characters, or nothing',
  placing_school: 'At most 120 characters, or nothing',
  commissioner: 'At most 120 characters, or nothing',
  social_worker: 'At most 300 characters, or nothing',
  plan: `One of: ${ChildEntry.shape.plan.options.join(', ')}; or nothing`,
  looked_after: `One of: ${ChildEntry.shape.lookedAfter.options.join(', ')}; or nothing`,
  no_contact: 'Names with ; between them, at most 120 characters each, or nothing',
  responsibility: 'Names with ; between them, at most 120 characters each, or nothing',
};

const OWN_NAMES: Readonly<Record<string, string>> = {
  knownAs: 'known_as',
  placingSchool: 'placing_school',
  socialWorker: 'social_worker',
  lookedAfter: 'looked_after',
  noContact: 'no_contact',
};

/** Messages name columns and lines: a number, a name or a date of a child never stands in one. */
type Wrong = (code: string, line: number, message: string, cure: string) => Finding;
const wrongIn =
  (file: string): Wrong =>
  (code, line, message, cure) => ({ code, severity: 'error', file, line, message, cure });

const parts = (cell: string | undefined, between: RegExp): readonly string[] =>
  (cell ?? '')
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** As in ChildEntry, without what the list leaves empty. */
function factsIn(cells: TableRow['cells']): Record<string, unknown> {
  const given = {
    knownAs: cells.known_as,
    born: cells.born,
    group: cells.group,
    placingSchool: cells.placing_school,
    commissioner: cells.commissioner,
    socialWorker: cells.social_worker,
    plan: cells.plan?.toLowerCase(),
    lookedAfter: cells.looked_after?.toLowerCase(),
    noContact: parts(cells.no_contact, /;/),
    responsibility: parts(cells.responsibility, /;/),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.length > 0),
  );
}

const Named = ChildEntry.pick({ name: true, number: true }).extend({
  number: ChildEntry.shape.number.min(1),
});

const columnsOf = (error: z.ZodError): readonly string[] => [
  ...new Set(error.issues.map(({ path }) => String(path[0])).map((name) => OWN_NAMES[name] ?? name)),
];

function childIn(
  { cells, line }: TableRow,
  { sites }: Organisation,
  wrong: Wrong,
): Result<ListedChild, readonly Finding[]> {
  const named = Named.safeParse({ name: cells.name, number: cells.number });
  const facts = ListedFacts.safeParse(factsIn(cells));
  const wanted = parts(cells.sites, /[;\s]/);
  const here = wanted.filter((each) => sites.some(({ id }) => id === each));
  const findings = [
    ...(named.error ? columnsOf(named.error) : []),
    ...(facts.error ? columnsOf(facts.error) : []),
  ].map((column) =>
    wrong(
      'value.bad',
      line,
      `"${column}" is missing or not what belongs here`,
      CURES[column] ?? 'Fill it in',
    ),
  );
  if (wanted.length === 0 || here.length < wanted.length)
    findings.push(
      wrong(
        'site.unknown',
        line,
        wanted.length === 0 ? '"sites" is empty' : '"sites" names a site that is not there',
        `Write one or more of: ${sites.map(({ id }) => id).join(', ')}`,
      ),
    );
  if (findings.length > 0 || !named.success || !facts.success) return refuse(findings);
  return ok({
    ...named.data,
    sites: [...new Set(here)].map((each) => SiteId.parse(each)),
    siblings: [...new Set(parts(cells.siblings, /[;\s]/))],
    facts: facts.data,
  });
}

/** Each number once; brothers and sisters are others of the list. */
function checkTogether(children: readonly ListedChild[], lines: readonly number[], wrong: Wrong) {
  const first = new Map<string, number>();
  for (const [n, { number }] of children.entries()) if (!first.has(number)) first.set(number, n);
  return children.flatMap(({ number, siblings }, n): readonly Finding[] => {
    const line = lines[n] ?? 1;
    const others = siblings.filter((each) => each !== number);
    return [
      ...(first.get(number) === n
        ? []
        : [
            wrong(
              'number.twice',
              line,
              'This number stands on another line too',
              'One child, one line, one number',
            ),
          ]),
      ...(others.length === siblings.length
        ? []
        : [wrong('sibling.self', line, '"siblings" names the child of this line', 'Name the others only')]),
      ...(others.every((each) => first.has(each))
        ? []
        : [
            wrong(
              'sibling.unknown',
              line,
              '"siblings" has a number that stands on no line',
              'Correct it, or take it out',
            ),
          ]),
    ];
  });
}

/** `children.csv` of a folder, or everything in it that must be put right first. */
export async function loadChildren(
  folder: string,
  organisation: Organisation,
): Promise<Result<readonly ListedChild[], readonly Finding[]>> {
  const file = join(folder, FILE);
  const wrong = wrongIn(file);
  const table = await readTable(file, COLUMNS);
  if (!table.ok) return table;
  const read = table.value.map((row) => childIn(row, organisation, wrong));
  const findings = read.flatMap((each) => (each.ok ? [] : each.refusal));
  if (findings.length > 0) return refuse(findings);
  const children = read.flatMap((each) => (each.ok ? [each.value] : []));
  const together = checkTogether(
    children,
    table.value.map(({ line }) => line),
    wrong,
  );
  return together.length > 0 ? refuse(together) : ok(children);
}
