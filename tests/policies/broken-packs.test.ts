import { loadPolicy } from '../../src/storage/files/load-policy.ts';
import { broken, deletion } from './broken-packs.ts';
import { BALFOUR, edited, errorsOf, LIBRARY } from './packs.ts';

it.each(broken)('a pack with $what is refused, with its code and line', async ({ from, to, mark, code }) => {
  const { copy, line } = await edited(BALFOUR, from, to, mark);
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toContain(`${code} ${line}`);
});

it('the pack that they are edited from has nothing wrong with it', async () => {
  const { copy } = await edited(BALFOUR, 'version: 1', 'version: 2');
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toEqual([]);
});

it('deleting with its whole lock is not refused', async () => {
  const { from, to } = deletion('agency: police, modality: must');
  const { copy } = await edited(BALFOUR, from, to);
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toEqual([]);
});

it('every finding names the file, the cure, and no more than what the file says', async () => {
  const { copy } = await edited(BALFOUR, 'by: [it-lead, dsl]', 'by: [director, dsl]');
  const loaded = await loadPolicy(copy, LIBRARY);
  expect(loaded).toMatchObject({
    ok: false,
    refusal: [{ severity: 'error', file: copy, cure: expect.stringContaining('"director"') }],
  });
});

it('a library that is not there is said, not guessed', async () => {
  expect(errorsOf(await loadPolicy(BALFOUR, '/nowhere'))).toContain('file.unreadable 1');
});
