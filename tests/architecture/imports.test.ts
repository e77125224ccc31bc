import { readFileSync } from 'node:fs';
import { packagesLoaded, type RuleName, violations } from '../support/architecture.ts';
import { filesBelow } from '../support/tree.ts';

const found = filesBelow(['src'], ['.ts']).flatMap(({ path, text }) => violations(path, text));

const broken = (path: string, source: string): readonly RuleName[] => [
  ...new Set(violations(path, source).map(({ rule }) => rule)),
];

describe('the layout of src', () => {
  it('is read at all', () => {
    expect(filesBelow(['src'], ['.ts']).length).toBeGreaterThan(5);
  });

  it.each<RuleName>(['layers', 'homes', 'process', 'purity', 'console', 'size', 'barrels', 'logged errors'])(
    'keeps the rule "%s"',
    (rule) => {
      expect(found.filter((violation) => violation.rule === rule)).toEqual([]);
    },
  );
});

describe('what the bot loads when it runs', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const missing = (path: string, text: string): readonly string[] =>
    packagesLoaded(path, text).filter((name) => !(name in dependencies));

  it('is a dependency, not one of development', () => {
    expect(filesBelow(['src'], ['.ts']).flatMap(({ path, text }) => missing(path, text))).toEqual([]);
  });

  it('is caught where it is not', () => {
    expect(missing('src/main.ts', `import { it } from 'jest/globals';`)).toEqual(['jest']);
    expect(
      missing('src/main.ts', `import type { Schema } from '@types/node';\nimport { z } from 'zod';`),
    ).toEqual([]);
  });
});

describe('the rules catch', () => {
  it.each<readonly [RuleName, string, string]>([
    ['layers', 'src/domain/case/decide.ts', `import type { Store } from '../../application/ports.ts';`],
    ['layers', 'src/domain/policy/pack.ts', `import { parse } from 'yaml';`],
    ['layers', 'src/domain/access.ts', `import { readFile } from 'node:fs/promises';`],
    ['layers', 'src/cards/fill.ts', `import { refOf } from '../domain/ids.ts';`],
    ['layers', 'src/application/deliver.ts', `import { seal } from '../storage/sealed/seal.ts';`],
    ['layers', 'src/application/deliver.ts', `import { readFileSync } from 'node:fs';`],
    ['layers', 'src/channels/slack/render.ts', `import { read } from '../teams/read-activity.ts';`],
    ['layers', 'src/channels/teams/bot.ts', `import { openStore } from '../../storage/sqlite/store.ts';`],
    ['layers', 'src/channels/teams/bot.ts', `import { compose } from '../../compose.ts';`],
    ['layers', 'src/channels/teams/bot.ts', `import type { Request } from 'restify';`],
    ['layers', 'src/storage/sqlite/store.ts', `import { put } from '../cosmos/store.ts';`],
    ['layers', 'src/storage/check-commit.ts', `import { put } from './cosmos/store.ts';`],
    ['layers', 'src/channels/share.ts', `export const one = 1;`],
    ['layers', 'src/application/files.ts', `import { documents } from '../documents/documents.ts';`],
    ['layers', 'src/documents/pdf.ts', `import { openStore } from '../storage/sqlite/store.ts';`],
    ['layers', 'src/documents/pdf.ts', `import restify from 'restify';`],
    ['layers', 'src/http/server.ts', `import type { Store } from '../application/ports.ts';`],
    ['layers', 'src/http/server.ts', `import { logger } from '../logging/logger.ts';`],
    ['layers', 'src/config.ts', `import { compose } from './compose.ts';`],
    ['layers', 'src/domain/ids.ts', `export { Card } from '../cards/model.ts';`],
    ['layers', 'src/domain/ids.ts', `const cards = await import('../cards/model.ts');`],
    ['layers', 'src/domain/ids.ts', `const cards = await import(name);`],
    ['layers', 'src/domain/ids.ts', `type Card = import('../cards/model.ts').Card;`],
    ['layers', 'src/domain/ids.ts', `import fixture from '../../tests/fixture.json' with { type: 'json' };`],
    ['layers', 'src/helpers/text.ts', `export const one = 1;`],
    ['homes', 'src/compose.ts', `import { CloudAdapter } from 'botbuilder';`],
    ['homes', 'src/compose.ts', `import type { Activity } from 'botframework-schema';`],
    ['homes', 'src/compose.ts', `import { App } from '@slack/bolt';`],
    ['homes', 'src/storage/sealed/keyring.ts', `import { CosmosClient } from '@azure/cosmos';`],
    ['homes', 'src/storage/files/load-people.ts', `import { DatabaseSync } from 'node:sqlite';`],
    ['homes', 'src/main.ts', `import restify from 'restify';`],
    ['homes', 'src/compose.ts', `import PDFDocument from 'pdfkit';`],
    ['homes', 'src/compose.ts', `import { env } from 'node:process';`],
    ['process', 'src/config.ts', `export const port = process.env.PORT;`],
    ['process', 'src/config.ts', `export const port = globalThis.process?.env;`],
    ['process', 'src/config.ts', `const { env } = process;`],
    ['purity', 'src/domain/case/decide.ts', `export const at = Date.now();`],
    ['purity', 'src/domain/case/decide.ts', `export const at = new Date(0);`],
    ['purity', 'src/application/commit.ts', `const { now } = Date;`],
    ['purity', 'src/application/commit.ts', `export const at = Temporal.Now.instant();`],
    ['purity', 'src/application/commit.ts', `setTimeout(() => undefined, 5);`],
    ['purity', 'src/application/commit.ts', `globalThis.setInterval(() => undefined, 5);`],
    ['purity', 'src/application/commit.ts', `export const jitter = Math.random() * 5;`],
    ['purity', 'src/application/commit.ts', `export const id = crypto.randomUUID();`],
    ['purity', 'src/application/commit.ts', `import { createHash } from 'node:crypto';`],
    ['console', 'src/main.ts', `console.log('listening');`],
    ['size', 'src/domain/ids.ts', 'export {};\n'.repeat(251)],
    ['barrels', 'src/domain/index.ts', `export const one = 1;`],
    ['barrels', 'src/domain/all.ts', `export { PersonId } from './ids.ts';\nexport * from './access.ts';`],
    ['logged errors', 'src/http/server.ts', `log.error({ event: 'x', code: err.message });`],
    ['logged errors', 'src/http/server.ts', `log.error({ event: 'x', code: err?.stack });`],
    ['logged errors', 'src/http/server.ts', `try { f(); } catch (fault) { log.warn({ fault }); }`],
    ['logged errors', 'src/http/server.ts', `try { f(); } catch (fault) { ports.log.warn(String(fault)); }`],
    [
      'logged errors',
      'src/http/server.ts',
      'try { f(); } catch (fault) { logger.warn(`failed: ${fault}`); }',
    ],
    ['logged errors', 'src/http/server.ts', `f().catch((fault) => log.error({ event: 'x', fault }));`],
  ])('"%s" in %s: %s', (rule, path, source) => {
    expect(broken(path, source)).toContain(rule);
  });
});

describe('the rules leave alone', () => {
  it.each([
    ['src/domain/case/decide.ts', `import { z } from 'zod';\nimport { ok } from '../result.ts';`],
    [
      'src/domain/time/working-time.ts',
      `export const later = (at: Temporal.Instant) => Math.max(1, Date.parse('x'));`,
    ],
    [
      'src/application/commit.ts',
      `import type { Card } from '../cards/model.ts';\nimport { ok } from '../domain/result.ts';`,
    ],
    [
      'src/channels/teams/bot.ts',
      `import { CloudAdapter } from 'botbuilder';\nawait adapter.process(req, res);`,
    ],
    [
      'src/channels/slack/receiver.ts',
      `interface Receiver { process(body: string): void }\nclass R { process() {} }`,
    ],
    [
      'src/storage/sqlite/store.ts',
      `import { DatabaseSync } from 'node:sqlite';\nimport { checkCommit } from '../check-commit.ts';`,
    ],
    [
      'src/http/server.ts',
      `import type { Log } from '../logging/logger.ts';\nimport restify from 'restify';`,
    ],
    [
      'src/http/server.ts',
      `try { f(); } catch (err) { log.error({ event: 'x', code: codeOf(err), n: err.code }); }`,
    ],
    [
      'src/compose.ts',
      `import { serve } from './http/server.ts';\nimport { bot } from './channels/teams/bot.ts';`,
    ],
    ['src/main.ts', `import { compose } from './compose.ts';\nprocess.exitCode = 1;`],
    ['src/domain/ids.ts', 'export {};\n'.repeat(250)],
  ])('%s: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});
