import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Organisation } from '../../domain/organisation.ts';
import { checkBindings, withHeldRoles } from '../../domain/people/bindings.ts';
import { type Directory, Person } from '../../domain/people/directory.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { rolesIn } from './roles-in.ts';

const FILE = 'people.csv';
const COLUMNS = ['id', 'name', 'teams', 'slack', 'roles', 'manager', 'trained'];

const Row = z.object({
  info: z.object({ lines: z.int() }),
  record: z.record(z.string(), z.string()),
});
type Row = z.infer<typeof Row>;

type Say = (code: string, line: number, message: string, cure: string) => Finding;

/** Messages name ids, roles and lines; a name or an account never stands in one. */
const sayIn =
  (file: string): Say =>
  (code, line, message, cure) => ({ code, severity: 'error', file, line, message, cure });

async function readRows(file: string, say: Say): Promise<Result<readonly Row[], readonly Finding[]>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return refuse([say('file.unreadable', 1, 'This file cannot be read', 'Check its name and its rights')]);
  }
  try {
    const rows: unknown = parse(text, {
      bom: true,
      columns: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return ok(z.array(Row).parse(rows));
  } catch (cause) {
    const line = cause instanceof CsvError && typeof cause.lines === 'number' ? cause.lines : 1;
    return refuse([
      say(
        'csv',
        line,
        'This line does not have the columns of the first',
        `The columns are ${COLUMNS.join(',')}`,
      ),
    ]);
  }
}

const filled = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

function personIn(
  { record, info }: Row,
  organisation: Organisation,
  say: Say,
): Result<Person, readonly Finding[]> {
  const roles = rolesIn(record.roles ?? '', organisation);
  if (!roles.ok)
    return refuse(roles.refusal.map(({ message, cure }) => say('role.unknown', info.lines, message, cure)));
  const optional = {
    teams: filled(record.teams),
    slack: filled(record.slack),
    manager: filled(record.manager),
    trained: filled(record.trained),
  };
  const person = Person.safeParse({
    id: record.id,
    name: record.name,
    roles: roles.value,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  });
  if (person.success) return ok(person.data);
  const columns = [...new Set(person.error.issues.map(({ path }) => String(path[0])))];
  return refuse(
    columns.map((column) =>
      say(
        'value.bad',
        info.lines,
        `"${column}" is missing or not what belongs here`,
        CURES[column] ?? 'Fill it in',
      ),
    ),
  );
}

const CURES: Readonly<Record<string, string>> = {
  id: 'Small letters, digits and hyphens, like p-iris',
  trained: 'A day like 2026-09-03, or nothing',
  manager: 'The id of another person, or nothing',
  roles: 'At least one role@site',
};

/** One account is one person, and a manager is somebody of the file. */
function checkTogether(people: readonly Person[], lines: readonly number[], say: Say): readonly Finding[] {
  const findings: Finding[] = [];
  people.forEach((person, n) => {
    const line = lines[n] ?? 1;
    for (const key of ['id', 'teams', 'slack'] as const)
      if (person[key] !== undefined && people.findIndex((each) => each[key] === person[key]) < n)
        findings.push(
          say(
            'account.twice',
            line,
            `This ${key} stands on another line too`,
            'One person, one line, one account',
          ),
        );
    const { manager } = person;
    if (manager !== undefined && (manager === person.id || !people.some(({ id }) => id === manager)))
      findings.push(say('manager.unknown', line, `"${manager}" is nobody else here`, CURES.manager ?? ''));
  });
  return findings;
}

/** `people.csv` of a folder, or everything in it that must be put right first. */
export async function loadPeople(
  folder: string,
  organisation: Organisation,
  policy: Policy,
): Promise<Result<Directory, readonly Finding[]>> {
  const file = join(folder, FILE);
  const say = sayIn(file);
  const rows = await readRows(file, say);
  if (!rows.ok) return rows;
  const missing = COLUMNS.filter((column) => !Object.hasOwn(rows.value[0]?.record ?? {}, column));
  if (missing.length > 0)
    return refuse([
      say('csv', 1, `There is no column ${missing.join(', ')}`, `The columns are ${COLUMNS.join(',')}`),
    ]);
  const read = rows.value.map((row) => personIn(row, organisation, say));
  const wrong = read.flatMap((each) => (each.ok ? [] : each.refusal));
  if (wrong.length > 0) return refuse(wrong);
  const people = read.flatMap((each) => (each.ok ? [withHeldRoles(each.value, policy)] : []));
  const directory = { people };
  const findings = [
    ...checkTogether(
      people,
      rows.value.map(({ info }) => info.lines),
      say,
    ),
    ...checkBindings(policy, organisation, directory)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, cure }) => say(code, 1, message, cure)),
  ];
  return findings.length > 0 ? refuse(findings) : ok(directory);
}
