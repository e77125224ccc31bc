import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { coverageOf, type Obligation, type Result } from '../../src/cli/policy-coverage-report.ts';

type Claim = Result['rows'][number];

const obligation = (id: string, capability = 'ROUTE'): Obligation => ({
  ...{ id, pack: 'oak-lane', capability, requirement: `What ${id} asks for` },
});
const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  ...{ id, how: 'executed', title: `${id} is shown`, result: 'passed' },
  ...more,
});
const result = (rows: readonly Claim[], more: Partial<Result> = {}): Result => ({
  ...{ pack: 'oak-lane', file: 'routes.test.ts', text: '', isCurrent: true, rows: [...rows] },
  ...more,
});
const REGISTER = [obligation('XA-1a'), obligation('XA-1b', 'GUIDE')];
const BOTH = [claim('XA-1a'), claim('XA-1b', { how: 'guided' })];

describe('how obligations are met', () => {
  it('is what their tests showed', () => {
    expect(coverageOf(REGISTER, [result(BOTH)])).toEqual({
      rows: [
        { ...obligation('XA-1a'), how: 'executed', titles: ['XA-1a is shown'] },
        { ...obligation('XA-1b', 'GUIDE'), how: 'guided', titles: ['XA-1b is shown'] },
      ],
      faults: [],
    });
  });

  it.each<readonly [string, readonly Result[]]>([
    ['XA-1b has no test', [result([claim('XA-1a')])]],
    ['XA-1b failed: XA-1b is shown', [result([claim('XA-1a'), claim('XA-1b', { result: 'failed' })])]],
    ['XA-1b did not run: XA-1b is shown', [result([claim('XA-1a'), claim('XA-1b', { result: 'not-run' })])]],
    // One test that failed is not made good by another that passed.
    ['XA-1b failed: XA-1b is shown', [result([...BOTH, claim('XA-1b', { result: 'failed' })])]],
    ['XA-9z in routes.test.ts is not an obligation of oak-lane', [result([...BOTH, claim('XA-9z')])]],
    ['XA-1a in routes.test.ts is not an obligation of elm-road', [result(BOTH, { pack: 'elm-road' })]],
    [
      'XA-1a has a test, and is said to be not by a bot',
      [result([...BOTH, claim('XA-1a', { how: 'not-by-a-bot' })])],
    ],
    ['routes.test.ts has changed since it ran', [result(BOTH, { isCurrent: false })]],
    [
      '1 of 2 rows are not by a bot: fewer than 5 % may be',
      [result([claim('XA-1a'), claim('XA-1b', { how: 'not-by-a-bot', title: 'People do.' })])],
    ],
  ])('is at fault where %s', (fault, results) => {
    expect(coverageOf(REGISTER, results).faults).toContain(fault);
  });

  it('leaves one row in a hundred to people, and not one in twenty', () => {
    const register = Array.from({ length: 100 }, (_, n) => obligation(`XA-${n}`));
    const left = (most: number) =>
      coverageOf(register, [
        result(register.map(({ id }, n) => claim(id, n < most ? { how: 'not-by-a-bot' } : {}))),
      ]).faults;
    expect(left(4)).toEqual([]);
    expect(left(5)).toEqual(['5 of 100 rows are not by a bot: fewer than 5 % may be']);
  });
});

/** The command, on results as a run of the tests leaves them. */
function coverage(rows: readonly Claim[] | undefined, ...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  const results = join(folder, 'results');
  const register = join(folder, 'register.json');
  writeFileSync(register, JSON.stringify(REGISTER));
  if (rows !== undefined) {
    mkdirSync(results);
    const file = 'tests/policies/coverage.test.ts';
    const text = createHash('sha256').update(readFileSync(file)).digest('hex');
    writeFileSync(join(results, 'a.json'), JSON.stringify({ pack: 'oak-lane', file, text, rows }));
    const gone = { pack: 'oak-lane', file: 'tests/gone.test.ts', text, rows: [claim('XA-9z')] };
    writeFileSync(join(results, 'b.json'), JSON.stringify(gone));
  }
  const command = ['src/cli/signpost.ts', 'policy', 'coverage', '--register', register, '--results', results];
  return spawnSync(process.execPath, ['--no-warnings', ...command, ...words], { encoding: 'utf8' });
}

describe('signpost policy coverage', () => {
  it('prints pack by pack and capability by capability how each obligation is met', () => {
    const { status, stdout } = coverage(BOTH);
    expect(stdout).toBe(
      [
        'oak-lane: 2 of 2',
        '  ROUTE: 1 of 1 (executed 1)',
        '    XA-1a  executed: XA-1a is shown',
        '  GUIDE: 1 of 1 (guided 1)',
        '    XA-1b  guided: XA-1b is shown',
        '',
        '2 of 2 obligations are met or reasoned (executed 1, guided 1).',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
  });

  it('ends with 1 where nothing shows an obligation, and says which', () => {
    const { status, stdout } = coverage([claim('XA-1a')]);
    expect(stdout).toContain('    XA-1b  open: nothing shows it. What XA-1b asks for\n');
    expect(stdout).toContain('To be put right\n  XA-1b has no test.\n');
    expect(status).toBe(1);
  });

  it('prints JSON for other programs', () => {
    const { stdout } = coverage(BOTH, '--json');
    expect(JSON.parse(stdout)).toEqual(coverageOf(REGISTER, [result(BOTH)]));
  });

  it('asks for a run of the tests where there are no results', () => {
    const { status, stdout, stderr } = coverage(undefined);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^There are no results in .*: run npm test first, in a checkout of Signpost\n$/);
  });
});
