import process from 'node:process';
import { Command } from 'commander';
import { reviewPolicy } from '../storage/files/load-policy.ts';
import { findingsText } from './findings-text.ts';
import { LIBRARY } from './library-folder.ts';
import { textsOf } from './organisation-texts.ts';

interface Options {
  readonly date?: string;
  readonly json?: true;
  readonly library: string;
  readonly organisation?: string;
}

function dayIn(date: string | undefined): Temporal.PlainDate | undefined {
  try {
    return date === undefined ? Temporal.Now.plainDateISO() : Temporal.PlainDate.from(date);
  } catch {
    return undefined;
  }
}

async function check(file: string, options: Options): Promise<void> {
  const today = dayIn(options.date);
  if (today === undefined) {
    process.stderr.write('--date is not a day: write one like 2026-11-21\n');
    process.exitCode = 2;
    return;
  }
  const texts = await textsOf(options.organisation);
  if (!texts.ok) {
    process.stderr.write(findingsText(texts.refusal));
    process.exitCode = 1;
    return;
  }
  const findings = await reviewPolicy(file, options.library, today, Object.keys(texts.value));
  process.stdout.write(options.json ? `${JSON.stringify(findings, null, 2)}\n` : findingsText(findings));
  if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

export const policyCheck = (): Command =>
  new Command('check')
    .description('say what is wrong with a policy file, and what its owner should know')
    .argument('<file>', 'a policy, like policies/your-school.yaml')
    .option('--date <day>', 'the day to judge by, instead of today')
    .option('--json', 'print JSON')
    .option('--organisation <folder>', 'a folder with organisation.yaml, which may give texts of agreements')
    .option('--library <folder>', 'shared procedures, contacts, guidance and the floor', LIBRARY)
    .action(check);
