import type { z } from 'zod';
import { error, type Finding, type Place, type Remark } from '../../domain/policy/finding.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { located, type YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

const isStep = (part: PropertyKey): part is string | number => typeof part !== 'symbol';
const placeOf = (path: readonly PropertyKey[]): Place => path.filter(isStep);

/** What stands at a place of the data as read. */
function valueAt(data: unknown, at: Place): unknown {
  return at.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

/** Of the forms that an entry may have, the one that it comes nearest to: the fewest things wrong. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, each) => (each.length < best.length ? each : best), branches[0] ?? []);
}

function bad(issue: Issue, at: Place, data: unknown): Remark {
  const value = valueAt(data, at);
  const key = at.at(-1) ?? 'the file';
  if (typeof value === 'boolean' && at.includes('in'))
    return error(
      'condition.boolean',
      at,
      `A condition compares words, and this is the YAML value ${value}`,
      'Put it in quotation marks, like "yes"',
    );
  if (value === undefined)
    return error('key.missing', at.slice(0, -1), `"${key}" is missing`, `Add "${key}" here`);
  if (issue.code === 'invalid_value') {
    const what = `${key === 'fact' ? 'There is no fact' : `"${key}" cannot be`} ${JSON.stringify(value)}`;
    return error(
      key === 'fact' ? 'fact.unknown' : 'value.bad',
      at,
      what,
      `Use one of: ${issue.values.join(', ')}`,
    );
  }
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return error(
      'value.bad',
      at,
      `"${key}" cannot be ${JSON.stringify(value)}`,
      `Use one of: ${issue.options.join(', ')}`,
    );
  return error('value.bad', at, `"${key}" is not what belongs here`, issue.message);
}

function remarksOn(issue: Issue, data: unknown, base: Place = []): readonly Remark[] {
  const at = [...base, ...placeOf(issue.path)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      error(
        'key.unknown',
        [...at, key],
        `"${key}" is not a key that belongs here`,
        'Check its spelling, or take it out',
      ),
    );
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearest(issue.errors).flatMap((inner) => remarksOn(inner, data, at));
  return [bad(issue, at, data)];
}

/** The file as this schema reads it, or everything that is wrong with it and where. */
export function parseAs<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
): Result<z.output<Schema>, readonly Finding[]> {
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return ok(parsed.data);
  return refuse(
    located(
      parsed.error.issues.flatMap((issue) => remarksOn(issue, file.data)),
      file,
    ),
  );
}
