import process from 'node:process';
import { Command } from 'commander';
import { policyCheck } from './policy-check.ts';
import { policyExplain } from './policy-explain.ts';

const policy = new Command('policy')
  .description("an organisation's written policy, as the bot runs it")
  .addCommand(policyCheck())
  .addCommand(policyExplain());

await new Command('signpost')
  .description('Signpost, a safeguarding bot for Microsoft Teams and Slack')
  .addCommand(policy)
  .parseAsync(process.argv);
