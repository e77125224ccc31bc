import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readDirectory } from '../../src/application/directory.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { personByAccount } from '../../src/domain/people/directory.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const LEAVER = 'p-ben';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-people-'));
  await cp(join(root, 'policies/sample'), join(folder, 'org'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const env = () => ({ PORT: '0', DATA_DIR: join(folder, 'data'), ORG_DIR: join(folder, 'org') });
const quiet = { write: () => undefined };
const start = () => compose(readConfig(env()), { root, destination: quiet });
const cli = (...args: readonly string[]) =>
  run(process.execPath, [join(root, 'src/cli/signpost.ts'), 'people', 'import', ...args], {
    env: { PATH: '/usr/bin:/bin', ...env() },
  });

it('puts people.csv in place of the directory, and only when told to', async () => {
  const first = await start();
  await first.stop();
  const file = join(folder, 'org/people.csv');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, lines.filter((line) => !line.startsWith(LEAVER)).join('\n'));
  await appendFile(
    file,
    '\n,wren.field@example.org,Wren Field,staff,fernhill,p-vera,2026-09-01,,,00000000-0000-0000-0000-000000000399,\n',
  );

  const dry = await cli();
  const id = /^Joins: (p-[0-9a-z]{12})$/m.exec(dry.stdout)?.[1];
  expect(dry.stdout).toContain(`Joins: ${id}\nLeaves: p-ben\n`);
  expect(dry.stdout).toContain('Nothing was changed');
  // Ids only: a name of a person does not stand in a terminal's history.
  expect(dry.stdout).not.toMatch(/Wren|Nell|@example/);
  expect((await cli('--yes')).stdout).toContain('Done.');
  expect((await cli()).stdout).toContain('holds already');

  const second = await start();
  try {
    const directory = await readDirectory(second.deps);
    expect(directory.people.map(({ id }) => id)).not.toContain(LEAVER);
    expect(personByAccount(directory, 'teams', '00000000-0000-0000-0000-000000000399')?.id).toBe(id);
  } finally {
    await second.stop();
  }
});

it('asks who imports where somebody gets more, and puts in place what needs nobody else', async () => {
  const first = await start();
  await first.stop();
  const file = join(folder, 'org/people.csv');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('Ada Bell,staff,', 'Ada Bell,deputy staff,').replace(/^p-ben.*\n/m, ''));

  await expect(cli('--yes')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--by') });
  const done = await cli('--yes', '--by', 'p-ivo');
  expect(done.stdout).toContain('Waits for a second person: p-ada as deputy@fernhill\n');
  expect(done.stdout).toContain('Leaves: p-ben\n');
  expect(done.stdout).toContain('Done.');
  const again = await cli();
  expect(again.stdout).toContain('Waits for a second person: p-ada');
  expect(again.stdout).toContain('holds already');
});

it('has no list of accounts to read in local mode, and says so', async () => {
  const first = await start();
  await first.stop();
  await expect(
    run(process.execPath, [join(root, 'src/cli/signpost.ts'), 'people', 'sync'], {
      env: { PATH: '/usr/bin:/bin', ...env() },
    }),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('set SLACK_SYNC or GRAPH_SYNC to on') });
});

it('is refused while Signpost runs on the same folder', async () => {
  const app = await start();
  try {
    await expect(cli('--yes')).rejects.toMatchObject({ code: 1 });
  } finally {
    await app.stop();
  }
});
