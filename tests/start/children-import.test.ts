import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childIdOf, readChild } from '../../src/application/children/child-store.ts';
import { childrenOf } from '../../src/application/children/register.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-children-'));
  file = join(folder, 'org/children.csv');
  await cp(join(root, 'policies/sample'), join(folder, 'org'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const env = () => ({ PORT: '0', DATA_DIR: join(folder, 'data'), ORG_DIR: join(folder, 'org') });
const quiet = { write: () => undefined };
const start = () => compose(readConfig(env()), { root, destination: quiet });
const cli = (...args: readonly string[]) =>
  run(process.execPath, [join(root, 'src/cli/signpost.ts'), 'children', 'import', ...args], {
    env: { PATH: '/usr/bin:/bin', ...env() },
  });
const edit = async (change: (text: string) => string) =>
  writeFile(file, change(await readFile(file, 'utf8')));
const without = (number: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(`${number},`))
    .join('\n');

it('fills the register of an empty store once, then changes it only when told to, and takes nobody out', async () => {
  const first = await start();
  const sites = first.deps.organisation.sites.map(({ id }) => id);
  expect(await childrenOf(first.deps, sites)).toHaveLength(24);
  await first.stop();

  await edit(without('1003'));
  await edit((text) => `${text.replace('Robin Vale', 'Robyn Vale')}\n9001,Newt Fallow,,,,brook,,,,,,,,\n`);
  const dry = await cli();
  expect(dry.stdout).toContain('Join: 1\nChange: 1\nNo longer on the list, and kept: 1\n');
  expect(dry.stdout).toContain('Nothing was changed');
  // Numbers of children only: a terminal keeps what it prints.
  expect(dry.stdout).not.toMatch(/Robyn|Newt|9001/);
  expect((await cli('--yes')).stdout).toContain('Done.');
  expect((await cli()).stdout).toContain('The register says what children.csv says.');

  const second = await start();
  try {
    const nameOf = async (number: string) =>
      (await readChild(second.deps, childIdOf(second.deps, number)))?.state.entry.name;
    expect(await Promise.all(['1001', '1003', '9001'].map(nameOf))).toEqual([
      'Robyn Vale',
      'Wren Kay',
      'Newt Fallow',
    ]);
    expect(await childrenOf(second.deps, sites)).toHaveLength(25);
  } finally {
    await second.stop();
  }
});

it('stops the first start where the list is wrong, and begins again once it is right', async () => {
  await edit((text) => text.replace('2017-10-04', '2017-02-30'));
  await expect(start()).rejects.toThrow(/children\.csv:\d+: "born" is missing or not what belongs here/);
  await expect(cli()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('"born"') });
  await edit((text) => text.replace('2017-02-30', '2017-10-04'));
  const app = await start();
  expect(
    await childrenOf(
      app.deps,
      app.deps.organisation.sites.map(({ id }) => id),
    ),
  ).toHaveLength(24);
  await app.stop();
  // Later a list in the making stops nothing.
  await edit(() => 'number');
  await (await start()).stop();
});

it('is not needed: a school without a list begins with an empty register', async () => {
  await rm(file);
  const app = await start();
  expect(
    await childrenOf(
      app.deps,
      app.deps.organisation.sites.map(({ id }) => id),
    ),
  ).toEqual([]);
  await app.stop();
  await expect(cli()).rejects.toMatchObject({ stderr: expect.stringContaining('This file cannot be read') });
});
