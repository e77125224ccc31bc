import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Starts Signpost as an operator would, with nothing of our own environment. */
async function start(env: Readonly<Record<string, string>>): Promise<Ended> {
  const given = { PATH: '/usr/bin:/bin', PORT: '0', DATA_DIR: join(folder, 'data'), ...env };
  try {
    const { stderr } = await run(process.execPath, [join(root, 'src/main.ts')], { env: given, cwd: root });
    return { code: 0, said: stderr };
  } catch (fault) {
    const { code, stderr } = fault as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-invented',
  SLACK_SIGNING_SECRET: 'invented',
  SLACK_TEAMS: 'T000000001',
};

/** A copy of the sample organisation with one text put in the place of another. */
async function organisation(file: string, from: string, to: string): Promise<string> {
  const copy = join(folder, 'org');
  await cp(join(root, 'policies/sample'), copy, { recursive: true });
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
  return copy;
}

describe('a start that cannot be says what is wrong, where, and what would mend it', () => {
  const tells = async (env: Readonly<Record<string, string>>, ...parts: readonly string[]) => {
    const { code, said } = await start(env);
    expect(code).toBe(1);
    for (const part of parts) expect(said).toContain(part);
    expect(said).not.toContain('    at ');
  };

  it('without credentials and without local mode', () =>
    tells({ PLAYGROUND: 'off' }, 'MicrosoftAppId', 'PLAYGROUND'));

  it('with half of the credentials', () =>
    tells({ SLACK_BOT_TOKEN: 'xoxb-invented' }, 'SLACK_SIGNING_SECRET', 'Basic Information'));

  it('with a pack that does not exist', async () =>
    tells(
      {
        ORG_DIR: await organisation('organisation.yaml', 'policy: ', 'policy: nowhere # '),
      },
      'nowhere.yaml',
    ));

  it('with a misspelt key in the organisation', async () =>
    tells(
      { ORG_DIR: await organisation('organisation.yaml', 'timezone:', 'timezoen:') },
      'organisation.yaml:',
      'timezoen',
    ));

  it('with a role that nobody holds', async () =>
    tells(
      { ORG_DIR: await organisation('people.csv', 'dsl staff,fernhill', 'staff,fernhill') },
      'people.csv',
      'fernhill',
    ));

  it('with a role that does not exist', async () =>
    tells(
      { ORG_DIR: await organisation('people.csv', 'dsl staff,fernhill', 'chief staff,fernhill') },
      'people.csv:9:',
      'no role',
    ));

  it('with a data folder that is a file', async () => {
    const file = join(folder, 'data');
    await writeFile(file, '');
    await tells({ ...slack, KEY_FILE: join(folder, 'key'), DATA_DIR: file }, 'DATA_DIR');
  });

  it('with a key that is not there, and nothing is written in the clear', async () => {
    await tells({ ...slack, KEY_FILE: join(folder, 'key') }, 'KEY_FILE', 'cannot be read');
    expect(await readdir(folder)).not.toContain('key');
  });

  it('with a key that is too short', async () => {
    await writeFile(join(folder, 'key'), 'short', { mode: 0o400 });
    await tells({ ...slack, KEY_FILE: join(folder, 'key') }, 'KEY_FILE', '32');
  });
});
