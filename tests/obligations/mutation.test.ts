import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

// A few rules of each pack, each of which somebody would miss: the whole of it is "npm run mutate", which takes its time.
const MISSED: readonly string[] = [
  'balfour-junior/a route is dropped: routes.about-the-head',
  'balfour-junior/a form is dropped: forms.block-page',
  'balfour-junior/a column of the log is dropped: log.columns.Date',
  'beauclerc-chennestone/a route is dropped: routes.about-a-lead',
  'beauclerc-chennestone/a modality is as in the library: procedures.any-concern.steps.vulnerable.modality',
];
const MISSED_BY_NOBODY = 'balfour-junior/another number of the version: version';

interface Found {
  readonly pack: string;
  readonly mutants: readonly { readonly what: string; readonly where: string; readonly fate: string }[];
}

/** The tool as people run it, with these changes only: how each of them fared. */
async function fates(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const args = [
    'tests/mutation/mutate.ts',
    '--json',
    '--quick',
    ...names.flatMap((name) => ['--only', name]),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  const { runs }: { readonly runs: readonly Found[] } = JSON.parse(stdout);
  return Object.fromEntries(
    runs.flatMap(({ pack, mutants }) =>
      mutants.map(({ what, where, fate }) => [`${pack}/${what}: ${where}`, fate]),
    ),
  );
}

it('a rule that is dropped or weakened fails a test of its obligation, and a change of nothing fails none', async () => {
  const killed = Object.fromEntries(MISSED.map((name) => [name, 'by-id']));
  expect(await fates([...MISSED, MISSED_BY_NOBODY])).toEqual({ ...killed, [MISSED_BY_NOBODY]: 'survived' });
});
