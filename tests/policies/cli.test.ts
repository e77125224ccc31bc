import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { BALFOUR, BEAUCLERC, edited, STARTER } from './packs.ts';

const signpost = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['--no-warnings', 'src/cli/signpost.ts', 'policy', ...words], {
    encoding: 'utf8',
  });

it('check prints like a compiler, and ends well when there are only warnings', () => {
  const { status, stdout } = signpost('check', STARTER, '--date', '2026-11-21');
  expect(stdout).toContain('warning contact.unchecked');
  expect(stdout).toMatch(/0 errors, \d+ warnings, \d+ notes\n$/);
  expect(status).toBe(0);
});

it('check ends with 1 on an error of the policy itself, which still runs', () => {
  const { status, stdout } = signpost('check', BALFOUR, '--date', '2026-11-21');
  expect(stdout).toContain(`${BALFOUR}:10: error review.overdue (cover)\n`);
  expect(stdout).toContain('It is 721 days late.');
  expect(stdout).toContain('Until then this is switched off: issuing what rests on it.');
  expect(status).toBe(1);
});

it('check ends with 1 on an error, and says where it stands and what would put it right', async () => {
  const { copy, line } = await edited(BALFOUR, 'fact: adult-role', 'fact: grown-up');
  const { status, stdout } = signpost('check', copy, '--date', '2026-11-21');
  expect(stdout).toContain(`${copy}:${line}: error fact.unknown\n`);
  expect(stdout).toContain('To put it right: Use one of: danger, harm,');
  expect(status).toBe(1);
});

it('check prints JSON for other programs', () => {
  const { stdout } = signpost('check', BEAUCLERC, '--date', '2026-11-21', '--json');
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ code: 'review.overdue', severity: 'error', line: 20 }),
  );
});

it('explain says who, in which order, who is left out, how soon and why', () => {
  const { status, stdout } = signpost(
    'explain',
    BALFOUR,
    '--fact',
    'harm=images',
    '--fact',
    'danger=tonight',
    '--fact',
    'adult-role=headteacher',
  );
  expect(stdout).toContain(
    '  1. chair of the governing board\n  Left out: headteacher, designated safeguarding lead (DSL)',
  );
  expect(stdout).not.toContain('  2. ');
  expect(stdout).toContain('How soon: today');
  expect(stdout).toContain('Do not look at the image.');
  expect(stdout).toContain('  - must, custody: ');
  expect(stdout).toContain('section 6.3');
  expect(status).toBe(0);
});

it('explain says what a step depends on, who is told, and what staff may ask for', () => {
  const { stdout } = signpost(
    'explain',
    STARTER,
    '--fact',
    'category=device-search',
    '--fact',
    'harm=filter',
  );
  expect(stdout).toContain('    Only if device-search.image is answered: Yes / Not sure\n');
  expect(stdout).toContain('    By: the member of staff who is there\n');
  expect(stdout).toContain('    Told: IT lead (with the report)\n');
  expect(stdout).toContain('  - Ask for a site to be opened (goes to: designated safeguarding lead (DSL), ');
  expect(stdout).toContain('  - a child tells me something\n');
});

it('explain says what there is when a fact or a value is unknown', () => {
  const fact = signpost('explain', BALFOUR, '--fact', 'hurm=images');
  expect(fact).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('There are: danger, harm,'),
  });
  const value = signpost('explain', BALFOUR, '--fact', 'harm=picture');
  expect(value).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('It can be: told, mark, images'),
  });
});
