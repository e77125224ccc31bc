import process from 'node:process';
import { Command } from 'commander';
import { peopleImport } from './people-import.ts';
import { policyCheck } from './policy-check.ts';
import { policyCoverage } from './policy-coverage.ts';
import { policyExplain } from './policy-explain.ts';

const policy = new Command('policy')
  .description("an organisation's written policy, as the bot runs it")
  .addCommand(policyCheck())
  .addCommand(policyExplain())
  .addCommand(policyCoverage());

const people = new Command('people')
  .description('who belongs to the organisation, and which roles they hold')
  .addCommand(peopleImport());

await new Command('signpost')
  .description('Signpost, a safeguarding bot for Microsoft Teams and Slack')
  .addCommand(policy)
  .addCommand(people)
  .parseAsync(process.argv);
