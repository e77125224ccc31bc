import { loadPolicy } from '../../src/storage/files/load-policy.ts';
import { broken } from './broken-steps.ts';
import { edited, errorsOf, LIBRARY, STARTER } from './packs.ts';

it.each(broken)('a pack with $what is refused, with its code and line', async ({ from, to, mark, code }) => {
  const { copy, line } = await edited(STARTER, from, to, mark);
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toContain(`${code} ${line}`);
});

it('the pack that they are edited from has nothing wrong with it', async () => {
  expect(errorsOf(await loadPolicy(STARTER, LIBRARY))).toEqual([]);
});

const HATE = '  - use: hate\n';
const added = (step: string) => `${HATE}    add:\n      - { ${step}, source: floor }\n`;

it.each([
  [
    'a step that waits for one of another procedure',
    HATE,
    added('id: tell, kind: do, text: Tell them., modality: may, after: [nudes.police]'),
  ],
  [
    'fewer answers than the library, with "Not sure" among them',
    '  - { use: ai-fakes, source: kcsie-2026 paragraph 165 }\n',
    '  - { use: ai-fakes, steps: { sexual: { answers: ["Yes", Not sure], source: floor } }, source: floor }\n',
  ],
  [
    'an answer of its own that a step of its own follows',
    '  - { use: deletion, source: floor }\n',
    '  - { use: deletion, steps: { nobody-needs-it: { answers: [Nobody needs it, Not sure, Ask the board], source: floor } }, add: [{ id: board, kind: do, text: Ask them., modality: must, given: { nobody-needs-it: [Ask the board] }, source: floor }], source: floor }\n',
  ],
  [
    'a step for each child, with others that end in a number or wait for it',
    HATE,
    `${HATE}    add:\n      - { id: plan, kind: do, text: Plan., modality: must, each: child, source: floor }\n      - { id: plan-b2, kind: do, text: Look., modality: may, after: [plan], source: floor }\n`,
  ],
])('%s is not refused', async (_, from, to) => {
  const { copy } = await edited(STARTER, from, to);
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toEqual([]);
});

const EXPLOITATION = [
  '  - use: exploitation',
  '    source: kcsie-2026 part one',
  '    steps:',
  '      police: { modality: must, within: PT1H, source: kcsie-2026 part one }',
  '      social-care: { modality: must, within: PT4H, source: kcsie-2026 part one }',
  '',
].join('\n');

it('a step of the library may wait for one of a procedure that the pack leaves out', async () => {
  const { copy } = await edited(STARTER, EXPLOITATION, '');
  // Only the taxonomy and what the review comes after still name it.
  expect(errorsOf(await loadPolicy(copy, LIBRARY)).map((each) => each.split(' ')[0])).toEqual([
    'procedure.missing',
    'duty.missing',
  ]);
});

it('a form that only one person could ever answer is refused', async () => {
  const alone = 'independent: [chair-of-governors]';
  const { copy } = await edited(STARTER, 'independent: [headteacher, chair-of-governors]', alone);
  expect(errorsOf(await loadPolicy(copy, LIBRARY))).toEqual([]);
  const photo = '    by: [headteacher, senior-leader]\n    reason: on-decline\n    until';
  const { copy: worse, line } = await edited(
    copy,
    photo,
    photo.replace('headteacher, senior-leader', 'chair-of-governors'),
    '  - id: photo',
  );
  expect(errorsOf(await loadPolicy(worse, LIBRARY))).toContain(`floor.approver ${line}`);
});

it('a pack that offers fewer answers makes its steps depend on those that are left', async () => {
  const loaded = await loadPolicy(STARTER, LIBRARY);
  if (!loaded.ok) throw new Error('the pack does not load');
  const search = loaded.value.procedures.find(({ id }) => id === 'device-search');
  expect(search?.steps.find(({ id }) => id === 'image')?.given).toEqual({
    ground: ['It may harm somebody', 'It is on the banned list', 'It may show a crime'],
  });
});
