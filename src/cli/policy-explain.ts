import process from 'node:process';
import { Command } from 'commander';
import { readFacts } from '../domain/policy/read-facts.ts';
import { withTexts } from '../domain/policy/supply.ts';
import { loadPolicy } from '../storage/files/load-policy.ts';
import { explainText } from './explain-text.ts';
import { findingsText } from './findings-text.ts';
import { LIBRARY } from './library-folder.ts';
import { textsOf } from './organisation-texts.ts';

interface Options {
  readonly fact: readonly string[];
  readonly library: string;
  readonly organisation?: string;
}

async function explain(file: string, options: Options): Promise<void> {
  const policy = await loadPolicy(file, options.library);
  const texts = await textsOf(options.organisation);
  if (!policy.ok || !texts.ok) {
    process.stderr.write(findingsText([policy, texts].flatMap((each) => (each.ok ? [] : each.refusal))));
    process.exitCode = 1;
    return;
  }
  const facts = readFacts(options.fact, policy.value);
  const read = withTexts(policy.value, { agreements: texts.value });
  if (facts.ok) process.stdout.write(explainText(read, facts.value));
  else {
    process.stderr.write(`${facts.refusal}\n`);
    process.exitCode = 2;
  }
}

export const policyExplain = (): Command =>
  new Command('explain')
    .description('say what would happen if: who hears, how soon, what to do and what not to do, and why')
    .argument('<file>', 'a policy, like policies/your-school.yaml')
    .option(
      '--fact <name=value>',
      'what is known, like harm=images; give it again for more',
      (fact: string, before: readonly string[]) => [...before, fact],
      [],
    )
    .option('--organisation <folder>', 'a folder with organisation.yaml, which may give texts of agreements')
    .option('--library <folder>', 'shared procedures, contacts, guidance and the floor', LIBRARY)
    .action(explain);
