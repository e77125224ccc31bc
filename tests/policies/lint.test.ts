import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPolicy, reviewPolicy } from '../../src/storage/files/load-policy.ts';
import { BALFOUR, BEAUCLERC, edited, errorsOf, LIBRARY } from './packs.ts';

const day = Temporal.PlainDate.from('2026-11-21');
const codesOf = async (file: string, on = day) =>
  (await reviewPolicy(file, LIBRARY, on)).map(({ code, severity }) => `${severity} ${code}`);
const findingOf = async (file: string, code: string, on = day) =>
  (await reviewPolicy(file, LIBRARY, on)).find((finding) => finding.code === code);

it('every pack in policies/ loads with no error', async () => {
  const files = (await readdir('policies')).filter((name) => name.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) expect(errorsOf(await loadPolicy(join('policies', name), LIBRARY))).toEqual([]);
});

it('a review that is late is counted in days, from the last day of a month that stands alone', async () => {
  expect(await findingOf(BALFOUR, 'review.overdue')).toMatchObject({
    severity: 'error',
    section: 'cover',
    message: 'This policy was due for review on 30 November 2024. It is 721 days late',
  });
  expect((await findingOf(BEAUCLERC, 'review.overdue'))?.message).toContain('2243 days late');
});

it('a review is not late on its day, and is late the day after', async () => {
  expect(await codesOf(BALFOUR, Temporal.PlainDate.from('2024-11-30'))).not.toContain('error review.overdue');
  const next = await findingOf(BALFOUR, 'review.overdue', Temporal.PlainDate.from('2024-12-01'));
  expect(next?.message).toContain('It is 1 day late');
});

it('a review that comes soon is said without alarm', async () => {
  expect(await codesOf(BALFOUR, Temporal.PlainDate.from('2024-11-15'))).toContain('note review.soon');
});

it('the lead who is the head is pointed out where the policy makes them so, and only there', async () => {
  expect(await findingOf(BALFOUR, 'dsl.is.head')).toMatchObject({ section: '3.3' });
  expect(await findingOf(BEAUCLERC, 'dsl.is.head')).toBeUndefined();
});

it('three kinds of risk leave one out; four do not', async () => {
  expect((await findingOf(BEAUCLERC, 'taxonomy.partial'))?.message).toContain('Commerce');
  expect(await findingOf(BALFOUR, 'taxonomy.partial')).toBeUndefined();
});

it('editions that have been replaced, and two that contradict each other, are named', async () => {
  const codes = await codesOf(BEAUCLERC);
  expect(codes.filter((code) => code === 'warning guidance.outdated')).toHaveLength(6);
  expect(codes).toContain('error guidance.contradiction');
  expect(codes.filter((code) => code === 'warning guidance.undated')).toHaveLength(1);
});

it('a number that nobody has tried for a year is stale', async () => {
  expect(await codesOf(BALFOUR)).not.toContain('warning contact.stale');
  expect(await codesOf(BALFOUR, Temporal.PlainDate.from('2027-11-22'))).toContain('warning contact.stale');
});

it.each([
  ['a policy without a review date', 'due: 2024-11', 'due: null', 'error review.undated'],
  ['a policy that nobody approved', 'approved: 2023-11-28', 'approved: null', 'warning review.unapproved'],
  ['a review every two years', 'every: P12M\n  owner', 'every: P24M\n  owner', 'warning interval.long'],
  [
    'staff trained every two years',
    'every: year\n    by: "10-31"\n    refresher',
    'every: P24M\n    refresher',
    'warning interval.long',
  ],
  [
    'a policy without steps for a child who told someone',
    '  - { use: disclosure, source: 3.3; kcsie-2026 part one }\n',
    '',
    'warning procedure.absent',
  ],
])('%s is pointed out', async (_, from, to, code) => {
  expect(await codesOf(BALFOUR)).not.toContain(code);
  const { copy } = await edited(BALFOUR, from, to);
  expect(await codesOf(copy)).toContain(code);
});

it('a lead for whom no training is set is pointed out', async () => {
  const untrained = async (file: string) =>
    (await reviewPolicy(file, LIBRARY, day))
      .filter(({ code }) => code === 'interval.missing')
      .map(({ message }) => message);
  const words = 'No training is set for the person who deals with complaints';
  expect(await untrained(BALFOUR)).not.toContain(words);
  const { copy } = await edited(BALFOUR, 'leads: [dsl, deputy]', 'leads: [dsl, deputy, complaints-lead]');
  expect(await untrained(copy)).toContain(words);
});

it('what the owner has accepted is a note until its day, and a warning again after it', async () => {
  const gap = 'gaps:\n  - { code: review.overdue, reason: The board meets in January, until: 2027-01-31 }\n';
  const { copy } = await edited(BALFOUR, 'gaps: []\n', gap);
  expect(await findingOf(copy, 'review.overdue')).toMatchObject({
    severity: 'note',
    message: expect.stringContaining('The board meets in January'),
  });
  expect(await findingOf(copy, 'review.overdue', Temporal.PlainDate.from('2027-02-01'))).toMatchObject({
    severity: 'error',
  });
});

it('a gap that nothing needs any more is pointed out', async () => {
  const gap = 'gaps:\n  - { code: taxonomy.partial, reason: Next year, until: 2027-01-31 }\n';
  const { copy } = await edited(BALFOUR, 'gaps: []\n', gap);
  expect(await codesOf(copy)).toContain('note gap.unneeded');
});
