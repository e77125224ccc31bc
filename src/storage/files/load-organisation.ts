import { join, resolve } from 'node:path';
import { Organisation } from '../../domain/organisation.ts';
import { checkLinks, checkOutside } from '../../domain/people/bindings.ts';
import { error, type Finding, type Remark } from '../../domain/policy/finding.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { checkTexts } from '../../domain/policy/supply.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { parseAs } from './parse-as.ts';
import { located, readYaml } from './yaml-file.ts';

const FILE = 'organisation.yaml';

export interface LoadedOrganisation {
  readonly organisation: Organisation;
  /** The pack that it names. */
  readonly policyFile: string;
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkOrganisation(organisation: Organisation): readonly Remark[] {
  const { timezone, working, closures, halfDays = [], sites, record, system } = organisation;
  const remarks: Remark[] = [];
  if (!isTimezone(timezone))
    remarks.push(
      error('timezone.unknown', ['timezone'], 'There is no such time zone', 'Write one like Europe/London'),
    );
  if (!CLOCK.test(working.from) || !CLOCK.test(working.to) || working.from >= working.to)
    remarks.push(
      error('working.hours', ['working'], 'These are not working hours', 'Write from "08:00" to "17:00"'),
    );
  if (record === 'elsewhere' && system === undefined)
    remarks.push(
      error(
        'system.missing',
        ['record'],
        'The record is kept elsewhere, and nothing says where',
        'Add "system"',
      ),
    );
  closures.forEach(({ from, to }, n) => {
    if (from > to)
      remarks.push(
        error('closure.order', ['closures', n], 'This closure ends before it starts', 'Swap the days'),
      );
  });
  halfDays.forEach(({ date, to }, n) => {
    const place = ['halfDays', n];
    if (!CLOCK.test(to) || to <= working.from || to >= working.to)
      remarks.push(
        error(
          'half-day.time',
          place,
          'This half-day does not end within the working day',
          'Write a time like "12:30"',
        ),
      );
    if (halfDays.findIndex((each) => each.date === date) < n)
      remarks.push(error('half-day.twice', place, 'This day stands here twice', 'Take one of them away'));
  });
  sites.forEach(({ id }, n) => {
    if (sites.findIndex((site) => site.id === id) < n)
      remarks.push(error('id.twice', ['sites', n], `"${id}" is used twice`, 'Give one of them another id'));
  });
  return remarks;
}

/** `organisation.yaml` of a folder. Its `policy` is an id in `policiesFolder`, or a path from the file itself. */
export async function loadOrganisation(
  folder: string,
  policiesFolder: string,
): Promise<Result<LoadedOrganisation, readonly Finding[]>> {
  const yaml = await readYaml(join(folder, FILE));
  if (!yaml.ok) return yaml;
  const parsed = parseAs(Organisation, yaml.value);
  if (!parsed.ok) return parsed;
  const findings = located(checkOrganisation(parsed.value), yaml.value);
  if (findings.length > 0) return refuse(findings);
  const { policy } = parsed.value;
  const policyFile = /[/\\.]/.test(policy) ? resolve(folder, policy) : join(policiesFolder, `${policy}.yaml`);
  return ok({ organisation: parsed.value, policyFile });
}

/** Whether the organisation has the numbers that its policy ends with. Errors stop the start; warnings are said. */
export async function reviewOrganisation(
  folder: string,
  organisation: Organisation,
  policy: Policy,
): Promise<readonly Finding[]> {
  const yaml = await readYaml(join(folder, FILE));
  if (!yaml.ok) return yaml.refusal;
  return located(
    [
      ...checkOutside(policy, organisation),
      ...checkLinks(policy, organisation),
      ...checkTexts(policy, organisation),
    ],
    yaml.value,
  );
}
