import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganisationFolder } from '../../src/compose/organisation.ts';
import { watchPolicy } from '../../src/compose/watch-policy.ts';
import type { Finding } from '../../src/domain/policy/finding.ts';

let root: string;
let stop: () => void = () => undefined;
const heard: (readonly Finding[] | string)[] = [];
let told: () => void = () => undefined;

/** The next thing the watcher says that fits; it may say the same twice, as a file is written in pieces. */
async function next(fits: (what: readonly Finding[] | string) => boolean) {
  for (;;) {
    const found = heard.find(fits);
    if (found !== undefined) return found;
    await new Promise<void>((resolve) => {
      told = resolve;
    });
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  await cp(join(process.cwd(), 'policies'), join(root, 'policies'), { recursive: true });
  await cp(join(process.cwd(), 'tests/fixtures/one-school'), join(root, 'one-school'), { recursive: true });
  const places = { organisation: join(root, 'one-school'), policies: join(root, 'policies') };
  const { directory, policy } = await loadOrganisationFolder(places.organisation, places.policies);
  const named = /^policy: (\S+)$/m.exec(
    await readFile(join(places.organisation, 'organisation.yaml'), 'utf8'),
  );
  file = join(places.policies, `${named?.[1]}.yaml`);
  heard.length = 0;
  const say = async (what: readonly Finding[] | string) => {
    heard.push(what);
    told();
  };
  stop = await watchPolicy({
    places,
    directory: async () => directory,
    good: ({ title }) => say(title),
    bad: (findings) => say(findings),
  });
  expect(policy.title).not.toBe('A better title');
});
afterEach(async () => {
  stop();
  await rm(root, { recursive: true });
});

/** The pack that the organisation names, in the copy. */
let file: string;
const pack = () => file;
const change = async (from: RegExp, to: string) =>
  writeFile(pack(), (await readFile(pack(), 'utf8')).replace(from, to));

describe('a policy file that changes while the bot runs', () => {
  it('is in use at once when it is good', async () => {
    await change(/^title: .*$/m, 'title: A better title');
    expect(await next((what) => what === 'A better title')).toBe('A better title');
  });

  it('is refused with file, line, what and cure when it is not, and used once it is mended', async () => {
    await change(/^guards:$/m, 'gards:');
    const findings = await next((what) => typeof what !== 'string' && what.length > 0 && !isEmptyFile(what));
    expect(findings).toContainEqual(
      expect.objectContaining({
        file: pack(),
        line: expect.any(Number),
        message: expect.stringContaining('gards'),
        cure: expect.any(String),
      }),
    );
    await change(/^gards:$/m, 'guards:');
    expect(await next((what) => typeof what === 'string')).toContain('online safety policy');
  });
});

/** A write empties the file first, and may be seen half done. */
const isEmptyFile = (findings: readonly Finding[]): boolean =>
  !findings.some(({ message }) => message.includes('gards'));
