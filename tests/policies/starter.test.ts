import { planFor } from '../../src/domain/policy/plan.ts';
import { readFacts } from '../../src/domain/policy/read-facts.ts';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { reviewPolicy } from '../../src/storage/files/load-policy.ts';
import { edited, LIBRARY, packAt, STARTER } from './packs.ts';

const day = Temporal.PlainDate.from('2026-11-21');
const starter = await packAt(STARTER);

/** What the pack says when this is known: "harm=images". */
function when(...words: readonly string[]) {
  const facts = readFacts(words, starter);
  if (!facts.ok) throw new Error(facts.refusal);
  return planFor(starter, facts.value);
}

/** Every value of this key, wherever it stands. */
function valuesOf(key: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(key, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : valuesOf(key, inner),
  );
}

describe('who hears of it', () => {
  it('a worry about an adult goes to the head, then the chair, and the child keeps a record of their own', () => {
    for (const words of ['adult-role=staff', 'adult-role=not-listed', 'harm=adult-behaviour'])
      expect(when(words).route).toMatchObject({
        about: 'adult',
        child: 'about-a-child',
        rungs: [['headteacher'], ['chair-of-governors']],
        channel: false,
      });
  });

  it('a worry about the head goes to the chair alone, and never to the head', () => {
    for (const words of ['adult-role=headteacher', 'adult-role=headteacher,staff'])
      expect(when(words, 'may-involve-lead=yes').route).toMatchObject({
        rungs: [['chair-of-governors']],
        exclude: ['headteacher'],
        channel: false,
        outside: expect.arrayContaining(['lado', 'police', 'social-care']),
      });
  });

  it('what may involve a lead goes past both of them', () => {
    for (const words of ['may-involve-lead=yes', 'adult=unsure', 'adult-role=dsl', 'adult-role=deputy'])
      expect(when(words).route).toMatchObject({
        rungs: [['headteacher'], ['chair-of-governors']],
        exclude: ['dsl', 'deputy'],
        channel: false,
      });
  });

  it('a worry about a child climbs from the lead to a senior leader, and ends with a number for the night', () => {
    const { route } = when('harm=home', 'adult=no');
    expect(route).toMatchObject({ rungs: [['dsl'], ['deputy'], ['senior-leader']], channel: true });
    expect(route.outside).toContain('social-care-night');
  });
});

it.each([
  [['adult=no'], ['dsl', 'deputy', 'headteacher']],
  [['adult=yes'], ['headteacher', 'chair-of-governors']],
  [['adult=unsure'], ['headteacher', 'chair-of-governors']],
  [['adult-role=staff'], ['headteacher', 'chair-of-governors']],
  [
    ['adult=no', 'harm=adult-behaviour'],
    ['headteacher', 'chair-of-governors'],
  ],
  [
    ['adult=no', 'may-involve-lead=yes'],
    ['headteacher', 'chair-of-governors'],
  ],
])('with %j whoever has the case answers each request, once', (words, by) => {
  const { requests } = when('device=yes', ...words);
  expect(requests.map((request) => [request.title, request.by])).toEqual([
    ['Ask to give a device back', by],
    ['Ask to share it outside the school', by],
  ]);
});

it('a teacher is told of the call that is theirs alone where a child told them something or has a mark', () => {
  const fgm = (harm: string) => {
    const { guards, steps } = when(`harm=${harm}`);
    return [guards, steps].map((lines) =>
      lines.some(({ text }) => text.includes('FGM') && text.includes('101')),
    );
  };
  expect(['told', 'mark', 'filter'].map(fgm)).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});

it('cites nothing that has been replaced, and says so itself once it has been', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const inForce = loaded.value.guidance.filter(({ supersededBy }) => supersededBy === undefined);
  const { references = [], ...said } = starter;
  const named = inForce.filter(({ series }) => references.some((each) => each.series === series));
  const names = [...named.map(({ title, edition }) => `${title} (${edition})`), "Signpost's own"];
  const sources = valuesOf('source', said);
  const isKnown = (source: string) =>
    source.split('; ').every((part) => names.some((name) => part.includes(name)));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => !isKnown(source))).toEqual([]);
  const { copy } = await edited(STARTER, 'series: kcsie, edition: "2026"', 'series: kcsie, edition: "2025"');
  const codes = async (file: string) => (await reviewPolicy(file, LIBRARY, day)).map(({ code }) => code);
  expect(await codes(STARTER)).not.toContain('guidance.outdated');
  expect(await codes(copy)).toContain('guidance.outdated');
});

it('has no finding but numbers that are local, and addresses that nobody has tried yet', async () => {
  const found = await reviewPolicy(STARTER, LIBRARY, day);
  expect(new Set(found.map(({ severity, code }) => `${severity} ${code}`))).toEqual(
    new Set(['note contact.local', 'warning contact.unchecked']),
  );
});

it('begins each duty on a working day', () => {
  const days = starter.duties.map(({ first }) => Temporal.PlainDate.from(first).dayOfWeek);
  expect(days.length).toBeGreaterThan(10);
  expect(days.filter((each) => each > 5)).toEqual([]);
});

it('no line is longer than a phone shows in three lines, or raises its voice', () => {
  const texts = [...valuesOf('text', starter), ...valuesOf('label', starter), ...valuesOf('prompt', starter)];
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter((text) => text.length > 130 || text.includes('!'))).toEqual([]);
});
