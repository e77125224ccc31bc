import { join } from 'node:path';
import type { z } from 'zod';
import {
  checkFloorConditions,
  checkPatternConditions,
  checkSharedConditions,
} from '../../domain/policy/check-conditions.ts';
import { checkSharedSources } from '../../domain/policy/check-sources.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import {
  AdviceFile,
  ContactFile,
  Floor,
  GuidanceFile,
  type Library,
  NicknameFile,
  ProcedureFile,
} from '../../domain/policy/library.ts';
import { PatternFile } from '../../domain/policy/pattern.ts';
import { ReferralFile } from '../../domain/policy/referrals.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { parseAs } from './parse-as.ts';
import { located, readYaml, type YamlFile } from './yaml-file.ts';

type Loaded<Value> = Result<{ readonly value: Value; readonly yaml: YamlFile }, readonly Finding[]>;

async function load<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): Promise<Loaded<z.output<Schema>>> {
  const yaml = await readYaml(join(folder, name));
  if (!yaml.ok) return yaml;
  const parsed = parseAs(schema, yaml.value);
  return parsed.ok ? ok({ value: parsed.value, yaml: yaml.value }) : parsed;
}

const wrong = (loaded: Loaded<unknown>): readonly Finding[] => (loaded.ok ? [] : loaded.refusal);

/** The eight shared files that every pack is merged with. */
export async function loadLibrary(folder: string): Promise<Result<Library, readonly Finding[]>> {
  const procedures = await load(folder, 'procedures.yaml', ProcedureFile);
  const contacts = await load(folder, 'contacts.yaml', ContactFile);
  const advice = await load(folder, 'advice.yaml', AdviceFile);
  const guidance = await load(folder, 'guidance.yaml', GuidanceFile);
  const floor = await load(folder, 'floor.yaml', Floor);
  const nicknames = await load(folder, 'nicknames.yaml', NicknameFile);
  const referrals = await load(folder, 'referrals.yaml', ReferralFile);
  const patterns = await load(folder, 'patterns.yaml', PatternFile);
  if (
    !procedures.ok ||
    !contacts.ok ||
    !advice.ok ||
    !guidance.ok ||
    !floor.ok ||
    !nicknames.ok ||
    !referrals.ok ||
    !patterns.ok
  )
    return refuse(
      [procedures, contacts, advice, guidance, floor, nicknames, referrals, patterns].flatMap(wrong),
    );
  const library: Library = {
    procedures: procedures.value.value.procedures,
    contacts: contacts.value.value.contacts,
    advice: advice.value.value.advice,
    guidance: guidance.value.value.guidance,
    floor: floor.value.value,
    nicknames: nicknames.value.value.nicknames,
    referrals: referrals.value.value,
    patterns: patterns.value.value.patterns,
  };
  const findings = [
    ...located(checkFloorConditions(library), floor.value.yaml),
    ...located(checkSharedConditions(library), procedures.value.yaml),
    ...located(checkPatternConditions(library), patterns.value.yaml),
    ...[procedures, contacts, advice, floor, referrals, patterns].flatMap(({ value: { value, yaml } }) =>
      located(checkSharedSources(value, library), yaml),
    ),
  ];
  return findings.length > 0 ? refuse(findings) : ok(library);
}
