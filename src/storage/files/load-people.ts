import { join } from 'node:path';
import type { Organisation } from '../../domain/organisation.ts';
import { checkBindings, withHeldRoles } from '../../domain/people/bindings.ts';
import { type Directory, Person } from '../../domain/people/directory.ts';
import { isHereOn } from '../../domain/people/here.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { checkPeople, type Lined } from './check-people.ts';
import { emailIn, type Ids, idsOf, type KnownPeople } from './people-ids.ts';
import { readTable, type TableRow } from './read-table.ts';
import { rolesIn } from './roles-in.ts';

const FILE = 'people.csv';
const COLUMNS = ['name', 'roles'];
const OPTIONAL = ['id', 'email', 'site', 'manager', 'started', 'left', 'trained', 'teams', 'slack'];

const CURES: Readonly<Record<string, string>> = {
  id: 'Small letters, digits and hyphens, like p-iris; or leave it empty and fill in "email"',
  name: 'First name and last name',
  email: 'An address like i.kay@example.org, or nothing',
  roles: 'At least one role, as dsl@site or with the site in "site"',
  manager: 'The id or the email of another line, or nothing',
  started: 'A day like 2026-09-03 that is in the calendar, or nothing',
  left: 'A day like 2026-09-03 that is in the calendar, or nothing',
  trained: 'A day like 2026-09-03 that is in the calendar, or nothing',
};

export interface PeopleAsked extends KnownPeople {
  readonly organisation: Organisation;
  readonly policy: Policy;
  /** The organisation's day. */
  readonly today: string;
}

export interface LoadedPeople {
  /** Everybody listed: also whoever is still to come, and whoever has left by the date in their line. */
  readonly listed: readonly Person[];
  readonly warnings: readonly Finding[];
}

type Say = (code: string, line: number, message: string, cure: string) => Finding;

/** Messages name columns, roles and lines; a name, an address or an account never stands in one. */
const sayIn =
  (file: string): Say =>
  (code, line, message, cure) => ({ code, severity: 'error', file, line, message, cure });

const TAKEN = {
  former: ['id.former', '"id" belongs to somebody else, who left', 'Give this person an id of their own'],
  other: [
    'email.other',
    '"email" belongs to somebody with another id',
    'Keep their id, which never changes; or leave "id" empty',
  ],
} as const;

function personIn(
  { cells, line }: TableRow,
  { organisation, policy }: PeopleAsked,
  { idOf, isTaken }: Ids,
  managers: ReadonlyMap<string, string>,
  say: Say,
): Result<Lined, readonly Finding[]> {
  const findings: Finding[] = [];
  const roles = rolesIn(cells.roles ?? '', cells.site ?? '', organisation);
  if (!roles.ok)
    findings.push(...roles.refusal.map(({ message, cure }) => say('role.unknown', line, message, cure)));
  const taken = isTaken(cells);
  if (taken !== undefined) findings.push(say(TAKEN[taken][0], line, TAKEN[taken][1], TAKEN[taken][2]));
  const { manager = '' } = cells;
  const boss = manager.includes('@') ? managers.get(manager.normalize('NFC').toLowerCase()) : manager;
  if (boss === undefined)
    findings.push(say('manager.unknown', line, '"manager" is nobody of this file', CURES.manager ?? ''));
  const given = {
    ...{ id: idOf(cells), name: cells.name?.normalize('NFC'), email: emailIn(cells), teams: cells.teams },
    ...{ slack: cells.slack, roles: roles.ok ? roles.value : undefined, manager: boss },
    ...{ trained: cells.trained, started: cells.started, left: cells.left },
  };
  const person = Person.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
  );
  const bad = person.success ? [] : person.error.issues.map(({ path }) => String(path[0]));
  if (roles.ok && roles.value.length === 0) bad.push('roles');
  findings.push(
    ...[...new Set(bad)]
      .filter((column) => column !== 'roles' || roles.ok)
      .map((column) =>
        say(
          'value.bad',
          line,
          `"${column}" is missing or not what belongs here`,
          CURES[column] ?? 'Fill it in',
        ),
      ),
  );
  if (findings.length > 0 || !person.success) return refuse(findings);
  return ok({ person: withHeldRoles(person.data, policy), line });
}

const idsIn = (rows: readonly TableRow[], { idOf }: Ids): ReadonlySet<string> =>
  new Set(rows.map(({ cells }) => idOf(cells)).filter((id) => id !== undefined));

/** `people.csv` of a folder, or everything in it that must be put right first. */
export async function loadPeople(
  folder: string,
  asked: PeopleAsked,
): Promise<Result<LoadedPeople, readonly Finding[]>> {
  const { organisation, policy, today } = asked;
  const file = join(folder, FILE);
  const say = sayIn(file);
  const table = await readTable(file, COLUMNS, OPTIONAL);
  if (!table.ok) return table;
  const first = table.value[0]?.cells ?? { id: '' };
  if (!Object.hasOwn(first, 'id') && !Object.hasOwn(first, 'email'))
    return refuse([
      say('csv', 1, 'There is no column id, and no column email', 'Add one of them, better both'),
    ]);
  const ids = idsOf(asked);
  const managers = new Map(
    table.value.flatMap(({ cells }) => {
      const id = ids.idOf(cells);
      return id === undefined || emailIn(cells) === '' ? [] : [[emailIn(cells), id] as const];
    }),
  );
  const read = table.value.map((row) => personIn(row, asked, ids, managers, say));
  const lined = read.flatMap((each) => (each.ok ? [each.value] : []));
  const { errors, warnings } = checkPeople(lined, { ...asked, ids: idsIn(table.value, ids) }, file);
  const here: Directory = {
    people: lined.map(({ person }) => person).filter((person) => isHereOn(person, today)),
  };
  const broken = read.flatMap((each) => (each.ok ? [] : each.refusal));
  const bound = checkBindings(policy, organisation, here)
    // What a line that cannot be read would give to somebody is not known.
    .filter(({ severity }) => severity === 'error' && broken.length === 0)
    .map(({ code, message, cure }) => say(code, 1, message, cure));
  const findings = [...broken, ...errors, ...bound].toSorted((a, b) => a.line - b.line);
  return findings.length > 0 ? refuse(findings) : ok({ listed: lined.map(({ person }) => person), warnings });
}
