import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadChildren } from '../../../src/storage/files/load-children.ts';
import { loadOrganisation } from '../../../src/storage/files/load-organisation.ts';

const loaded = await loadOrganisation('policies/sample', 'policies');
if (!loaded.ok) throw new Error('the sample does not load');
const { organisation } = loaded.value;

const HEAD =
  'number,name,known_as,born,group,sites,placing_school,commissioner,siblings,social_worker,plan,looked_after,no_contact,responsibility';
const ROBIN = '1,Robin Vale,Rob,2017-10-04,4 Oak,fernhill,,,,,none,no,,Petra Vale';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'children-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(...lines: readonly string[]) {
  await writeFile(join(folder, 'children.csv'), lines.join('\n'));
  return loadChildren(folder, organisation);
}
const wrong = async (...lines: readonly string[]) => {
  const list = await load(...lines);
  return list.ok ? [] : list.refusal.map(({ code, line }) => `${code} ${line}`);
};
const list = async (...lines: readonly string[]) => {
  const found = await load(HEAD, ...lines);
  if (!found.ok) throw new Error(found.refusal.map(({ message, line }) => `${line}: ${message}`).join('; '));
  return found.value;
};

it('the sample loads, a child a line', async () => {
  const sample = await loadChildren('policies/sample', organisation);
  if (!sample.ok) throw new Error('the sample does not load');
  expect(sample.value).toHaveLength(24);
});

describe('what is put right first, by its line', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['nothing in the file', [''], ['csv 1']],
    [
      'a column that is missing',
      [HEAD.replace('born,', ''), '1,Robin Vale,,,fernhill,,,,,none,no,,'],
      ['csv 1'],
    ],
    ['a column that is not known', [`${HEAD},notes`, `${ROBIN},x`], ['csv 1']],
    ['a column twice', [`${HEAD},name`, `${ROBIN},x`], ['csv 1']],
    ['no line of columns', [ROBIN, ROBIN.replace('1,', '2,')], ['csv 1']],
    ['a line that is too short', [HEAD, ROBIN, '2,Wren Kay'], ['csv 3']],
    ['a line that is too long', [HEAD, `${ROBIN},`], ['csv 2']],
    ['a quotation mark that is not closed', [HEAD, ROBIN.replace('Robin', '"Robin')], ['csv 2']],
    ['no number', [HEAD, ROBIN.replace('1,', ',')], ['value.bad 2']],
    ['no name', [HEAD, ROBIN.replace('Robin Vale', '')], ['value.bad 2']],
    ['a name that is too long', [HEAD, ROBIN.replace('Robin', 'x'.repeat(120))], ['value.bad 2']],
    ['a day that is not in the calendar', [HEAD, ROBIN.replace('2017-10-04', '2017-02-30')], ['value.bad 2']],
    ['a day written another way', [HEAD, ROBIN.replace('2017-10-04', '04/10/2017')], ['value.bad 2']],
    ['a plan that there is not', [HEAD, ROBIN.replace('none', 'some')], ['value.bad 2']],
    ['a word that is not yes or no', [HEAD, ROBIN.replace(',no,', ',maybe,')], ['value.bad 2']],
    ['no site', [HEAD, ROBIN.replace('fernhill', '')], ['site.unknown 2']],
    ['a site that is not there', [HEAD, ROBIN.replace('fernhill', 'fernhill;hill')], ['site.unknown 2']],
    ['one number twice', [HEAD, ROBIN, ROBIN.replace('Robin', 'Wren')], ['number.twice 3']],
    ['a brother who is not there', [HEAD, ROBIN.replace(',,,,none', ',,7,,none')], ['sibling.unknown 2']],
    ['a child who is their own brother', [HEAD, ROBIN.replace(',,,,none', ',,1,,none')], ['sibling.self 2']],
    [
      'two things on one line and one on another',
      [HEAD, ROBIN.replace('2017-10-04', 'soon').replace('none', 'some'), ROBIN.replace('1,', ',')],
      ['value.bad 2', 'value.bad 2', 'value.bad 3'],
    ],
  ])('%s', async (_, lines, findings) => {
    expect(await wrong(...lines)).toEqual(findings);
  });

  it('a file that is not there, and one that is not in UTF-8', async () => {
    const missing = await loadChildren(join(folder, 'nowhere'), organisation);
    expect(missing.ok ? [] : missing.refusal.map(({ code }) => code)).toEqual(['file.unreadable']);
    await writeFile(
      join(folder, 'children.csv'),
      Buffer.from(`${HEAD}\n${ROBIN.replace('Vale', 'V\xe5le')}`, 'latin1'),
    );
    const latin = await loadChildren(folder, organisation);
    expect(latin.ok ? [] : latin.refusal.map(({ code }) => code)).toEqual(['file.encoding']);
  });

  it('and a child is never quoted', async () => {
    const bad = ['soon', 'some', 'maybe', 'hill'].reduce(
      (line, word, n) =>
        line.replace(['2017-10-04', 'none', ',no,', 'fernhill'][n] ?? '', n === 2 ? ',maybe,' : word),
      ROBIN.replace('1,', '77123,'),
    );
    for (const lines of [
      [HEAD, bad],
      [bad, bad],
      [HEAD, ROBIN, ROBIN],
      [HEAD.replace('born', 'Robin Vale'), ROBIN],
    ]) {
      const found = await load(...lines);
      expect(found.ok).toBe(false);
      expect(JSON.stringify(found)).not.toMatch(/Robin|Vale|Rob\b|77123|soon|some\b|maybe|"hill"|Petra/);
    }
  });
});

describe('what is right as it is', () => {
  it('columns in another order, a byte order mark, Windows line ends, comments and empty lines', async () => {
    const [first, ...rest] = HEAD.split(',');
    const [number, ...cells] = ROBIN.split(',');
    const found = await load(
      `\uFEFF# our list\r\n${[...rest, first].join(',')}\r\n\r\n${[...cells, number].join(',')}\r\n`,
    );
    expect(found.ok && found.value).toMatchObject([
      { number: '1', name: 'Robin Vale', facts: { born: '2017-10-04' } },
    ]);
  });

  it('nobody at all', async () => {
    expect(await list()).toEqual([]);
  });

  it('twins with one birthday, each the other’s', async () => {
    const twins = await list(
      '1,Isla Thorn,,2019-01-14,2 Oak,fernhill,,,2,,none,no,,',
      '2,Ivy Thorn,,2019-01-14,2 Oak,fernhill,,,1,,none,no,,',
    );
    expect(twins.map(({ siblings }) => siblings)).toEqual([['2'], ['1']]);
  });

  it('a child at two sites, said either way and once', async () => {
    const [both, spaced, twice] = await list(
      '1,Reed Lisle,,,,fernhill;brook,,,,,,,,',
      '2,Nell Copse,,,,brook fernhill,,,,,,,,',
      '3,Dale Moor,,,,brook; brook,,,,,,,,',
    );
    expect([both?.sites, spaced?.sites, twice?.sites]).toEqual([
      ['fernhill', 'brook'],
      ['brook', 'fernhill'],
      ['brook'],
    ]);
  });

  it('a child without a surname or anything else, whose facts stay open', async () => {
    expect(await list('1,Amara,,,,fernhill,,,,,,,,')).toEqual([
      { number: '1', name: 'Amara', sites: ['fernhill'], siblings: [], facts: {} },
    ]);
  });

  it('a name that is written from right to left, letter for letter', async () => {
    const [child] = await list('1,يوسف الحداد,,,,fernhill,,,,,,,,');
    expect(child?.name).toBe('يوسف الحداد');
  });

  it('several adults in one cell, and a comma in quotation marks', async () => {
    const [child] = await list(
      '1,Robin Vale,,,,fernhill,,,,"Carys Lunt, team 2",none,no, Grant Thorn ;; Rex Thorn,',
    );
    expect(child?.facts).toMatchObject({
      noContact: ['Grant Thorn', 'Rex Thorn'],
      socialWorker: 'Carys Lunt, team 2',
    });
  });
});
