import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pagesOf } from '../../src/application/agreements/text.ts';
import { modalView } from '../../src/channels/slack/render.ts';
import { findings } from '../../src/channels/slack/validate.ts';
import { loadOrganisationFiles } from '../../src/compose/organisation.ts';
import { withheld } from '../../src/domain/policy/withheld.ts';
import { loadPolicy, reviewPolicy } from '../../src/storage/files/load-policy.ts';
import { cards, SAMPLES } from '../cards/samples.ts';
import { errorsOf, LIBRARY, packAt } from './packs.ts';

const AL = 'policies/active-learning.yaml';
const B2 = 'policies/b2-mentoring.yaml';
const PACKS = [
  'active-learning',
  'b2-mentoring',
  'balfour-junior',
  'beauclerc-chennestone',
  'chances-mentoring',
  'starter',
];

const SAMPLE = SAMPLES.agreement?.fullest ?? {};

/** An organisation on this pack whose organisation.yaml says this besides. */
async function folderWith(pack: string, more: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'organisation-'));
  await cp(`tests/obligations/${pack}/organisation`, folder, { recursive: true });
  const file = join(folder, 'organisation.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}\n${more}\n`);
  return folder;
}
const TEXT = 'agreements: { staff-aup: { version: 3, clauses: [{ id: work, text: Only for work. }] } }';
const signpost = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['--no-warnings', 'src/cli/signpost.ts', 'policy', ...words], {
    encoding: 'utf8',
  });

describe('the agreements of a pack', () => {
  it.each(PACKS)('%s: whatever has a text has clauses, each with a section', async (pack) => {
    const policy = await packAt(`policies/${pack}.yaml`);
    expect(policy.agreements.length).toBeGreaterThan(2);
    for (const agreement of policy.agreements) {
      const hasText = withheld(policy, agreement) === undefined;
      expect([agreement.id, agreement.clauses.length > 0]).toEqual([agreement.id, hasText]);
      for (const { source } of agreement.clauses) expect(source.length).toBeGreaterThan(8);
    }
  });

  it.each(PACKS)('%s: every clause is read in full on both platforms', async (pack) => {
    const policy = await packAt(`policies/${pack}.yaml`);
    for (const agreement of policy.agreements) {
      const drawn = pagesOf(agreement).map((clauses) =>
        modalView(
          cards.show('agreement', {
            ...SAMPLE,
            clauses: clauses.map(({ text, source }) => ({ text, why: source })),
          }),
        ),
      );
      for (const view of drawn) expect(findings(view)).toEqual([]);
      const text = JSON.stringify(drawn);
      for (const clause of agreement.clauses)
        expect(text).toContain(JSON.stringify(clause.text).slice(1, -1));
    }
  });

  it('those without a text are the ones whose appendix is not there', async () => {
    const held = async (pack: string) => {
      const policy = await packAt(`policies/${pack}.yaml`);
      return policy.agreements.flatMap((each) => {
        const why = withheld(policy, each);
        return why === undefined ? [] : [`${each.id} ${why}`];
      });
    };
    expect(await held('active-learning')).toEqual([
      'staff-aup under-development',
      'student-aup under-development',
      'visitor-aup under-development',
    ]);
    expect(await held('balfour-junior')).toEqual([
      'staff-aup absent',
      'younger-aup absent',
      'older-aup absent',
      'visitor-aup absent',
    ]);
    expect(await held('chances-mentoring')).toEqual(['parent-form absent']);
    expect(await held('b2-mentoring')).toEqual([]);
  });

  it.each([
    [
      'an appendix that there is not',
      '    appendix: "2"\n    clauses:',
      '    appendix: "9"\n    clauses:',
      'agreement.appendix',
    ],
    ['clauses of an appendix that is not there', 'status: supplied', 'status: absent', 'agreement.no-source'],
    [
      'nobody who is asked',
      'roles: [director, proprietor, dsl, deputy, senior-leader, it-lead, complaints-lead, coordinator, staff, volunteer, contractor]',
      'roles: []',
      'agreement.nobody',
    ],
    ['nobody who signs', '    signatures: [child, parent]\n', '', 'agreement.signatures'],
    ['a role that there is not', 'by: [coordinator, staff, dsl, deputy]', 'by: [governor]', 'role.missing'],
    ['two clauses of one id', '{ id: apply, text: "I act', '{ id: read, text: "I act', 'id.twice'],
    ['a section that there is not', 'later.", source: "3.1; 3.3"', 'later.", source: "99"', 'source.unknown'],
  ])('with %s are refused', async (_, from, to, code) => {
    const text = await readFile(B2, 'utf8');
    const at = text.indexOf('\nagreements:');
    const copy = join(await mkdtemp(join(tmpdir(), 'pack-')), 'edited.yaml');
    const changed =
      code === 'agreement.no-source'
        ? text.replace(from, to)
        : text.slice(0, at) + text.slice(at).replace(from, to);
    expect(changed).not.toBe(text);
    await writeFile(copy, changed);
    expect(errorsOf(await loadPolicy(copy, LIBRARY)).map((each) => each.split(' ')[0])).toContain(code);
  });

  it('with no clauses at all are refused', async () => {
    const text = await readFile('policies/starter.yaml', 'utf8');
    const at = text.indexOf('\nagreements:');
    const copy = join(await mkdtemp(join(tmpdir(), 'pack-')), 'edited.yaml');
    await writeFile(copy, text.slice(0, at) + text.slice(at).replace(/ {4}clauses:\n( {6}- .*\n)+/, ''));
    expect(errorsOf(await loadPolicy(copy, LIBRARY)).map((each) => each.split(' ')[0])).toEqual([
      'agreement.no-text',
    ]);
  });
});

describe('a text that the organisation gives', () => {
  it('takes the place of what is missing, with its own version, and says where it comes from', async () => {
    const { policy } = await loadOrganisationFiles(await folderWith('active-learning', TEXT), 'policies');
    const given = policy.agreements.find(({ id }) => id === 'staff-aup');
    expect(given).toMatchObject({ version: 3, clauses: [{ id: 'work', text: 'Only for work.' }] });
    expect(given?.clauses[0]?.source).toContain('organisation.yaml');
    expect(given && withheld(policy, given)).toBeUndefined();
    const visitors = policy.agreements.find(({ id }) => id === 'visitor-aup');
    expect(visitors && withheld(policy, visitors)).toBe('under-development');
  });

  it.each([
    [
      'an agreement that there is not',
      TEXT.replace('staff-aup', 'staff-apu'),
      'has no agreement "staff-apu"',
    ],
    ['an agreement that has a text', TEXT.replace('staff-aup', 'policy'), 'has the text of "policy" itself'],
    ['one clause twice', TEXT.replace('}] }', '}, { id: work, text: Again. }] }'), '"work" is used twice'],
    ['a key that there is not', TEXT.replace('text:', 'txt:'), 'txt'],
    ['no version', TEXT.replace('version: 3, ', ''), 'version'],
    ['children of a site that there is not', 'children: { elsewhere: 20 }', 'There is no site "elsewhere"'],
  ])('for %s stops the start', async (_, more, said) => {
    const folder = await folderWith('active-learning', more);
    await expect(loadOrganisationFiles(folder, 'policies')).rejects.toThrow(said);
  });

  it('is a note of the linter, and what rests on it is not switched off any more', async () => {
    const today = Temporal.PlainDate.from('2026-11-21');
    const without = await reviewPolicy(AL, LIBRARY, today);
    const stopped = without.filter(({ stops }) => stops === 'agreements');
    expect(stopped.map(({ message }) => message)).toEqual([
      expect.stringContaining('on it rests "Acceptable use: students and parents"'),
      expect.stringContaining(
        '"Acceptable use: staff, directors and volunteers" and "Acceptable use: visitors"',
      ),
    ]);
    const given = await reviewPolicy(AL, LIBRARY, today, ['staff-aup', 'visitor-aup']);
    expect(given.filter(({ stops }) => stops === 'agreements')).toHaveLength(1);
    expect(given.filter(({ code }) => code === 'agreement.supplied').map(({ message }) => message)).toEqual([
      'The text of "Acceptable use: staff, directors and volunteers" comes from organisation.yaml',
      'The text of "Acceptable use: visitors" comes from organisation.yaml',
    ]);
  });

  it('is read by check and explain from the folder that they are given', async () => {
    const folder = await folderWith('active-learning', TEXT);
    const check = signpost('check', AL, '--date', '2026-11-21', '--organisation', folder);
    expect(check.stdout).toContain(
      'The text of "Acceptable use: staff, directors and volunteers" comes from',
    );
    const explain = signpost('explain', AL, '--organisation', folder);
    expect(explain.stdout).toContain(
      'Acceptable use: staff, directors and volunteers (version 3, clauses: 1, the text is in organisation.yaml)',
    );
    expect(explain.stdout).toContain(
      'Acceptable use: visitors (not issued: appendix 2 is under development)',
    );
    expect(signpost('explain', AL, '--organisation', '/nowhere').status).toBe(1);
  });
});
