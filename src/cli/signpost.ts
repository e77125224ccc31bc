import process from 'node:process';
import { Command } from 'commander';
import { childrenImport } from './children-import.ts';
import { peopleImport } from './people-import.ts';
import { peopleSync } from './people-sync.ts';
import { policyCheck } from './policy-check.ts';
import { policyCoverage } from './policy-coverage.ts';
import { policyExplain } from './policy-explain.ts';
import { verify } from './verify.ts';

const policy = new Command('policy')
  .description("an organisation's written policy, as the bot runs it")
  .addCommand(policyCheck())
  .addCommand(policyExplain())
  .addCommand(policyCoverage());

const people = new Command('people')
  .description('who belongs to the organisation, and which roles they hold')
  .addCommand(peopleImport())
  .addCommand(peopleSync());

const children = new Command('children')
  .description('the register of children, for safeguarding leads only')
  .addCommand(childrenImport());

await new Command('signpost')
  .description('Signpost, a safeguarding bot for Microsoft Teams and Slack')
  .addCommand(policy)
  .addCommand(people)
  .addCommand(verify())
  .addCommand(children)
  .parseAsync(process.argv);
