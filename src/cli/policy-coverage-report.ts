import { z } from 'zod';

/** One thing that a written policy requires, in a few words. */
export const Obligation = z.strictObject({
  id: z.string(),
  pack: z.string(),
  capability: z.string(),
  requirement: z.string(),
});
export type Obligation = z.infer<typeof Obligation>;

const How = z.enum(['executed', 'guided', 'recorded', 'reported', 'not-by-a-bot']);
export type How = z.infer<typeof How>;

/** What one test file showed when it last ran. */
export const Shown = z.strictObject({
  pack: z.string(),
  file: z.string(),
  /** SHA-256 of the test file as it ran. */
  text: z.string(),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      how: How,
      /** The test's title, or why no bot can do it. */
      title: z.string(),
      result: z.enum(['passed', 'failed', 'not-run']),
    }),
  ),
});
export type Shown = z.infer<typeof Shown>;

/** Results of a test file, and whether that file still is what ran. */
export interface Result extends Shown {
  readonly isCurrent: boolean;
}

export interface Row extends Obligation {
  /** `open`: no test of it has passed. */
  readonly how: How | 'open';
  /** Titles of its tests, or the reason. */
  readonly titles: readonly string[];
}

export interface Coverage {
  readonly rows: readonly Row[];
  /** What is to be put right; empty when every row is met or reasoned. */
  readonly faults: readonly string[];
}

/** "Not by a bot" stays below this share of the rows. */
const MOST_BY_PEOPLE = 0.05;

type Claim = Shown['rows'][number];

function rowOf(obligation: Obligation, claims: readonly Claim[]): Row {
  const [first] = claims;
  const met = first !== undefined && claims.every(({ result }) => result === 'passed');
  return { ...obligation, how: met ? first.how : 'open', titles: claims.map(({ title }) => title) };
}

function faultsOf({ id }: Obligation, claims: readonly Claim[]): readonly string[] {
  if (claims.length === 0) return [`${id} has no test`];
  const bad = claims.filter(({ result }) => result !== 'passed');
  const people = claims.filter(({ how }) => how === 'not-by-a-bot').length;
  return [
    ...bad.map(({ result, title }) => `${id} ${result === 'failed' ? 'failed' : 'did not run'}: ${title}`),
    ...(people > 0 && people < claims.length ? [`${id} has a test, and is said to be not by a bot`] : []),
  ];
}

const tooMany = (rows: readonly Row[]): readonly string[] => {
  const people = rows.filter(({ how }) => how === 'not-by-a-bot').length;
  return people > 0 && people >= rows.length * MOST_BY_PEOPLE
    ? [`${people} of ${rows.length} rows are not by a bot: fewer than 5 % may be`]
    : [];
};

/** Each obligation, how it is met by the tests that carry its id, and what is missing. */
export function coverageOf(register: readonly Obligation[], results: readonly Result[]): Coverage {
  const current = results.filter(({ isCurrent }) => isCurrent);
  const claims = Map.groupBy(
    current.flatMap((each) => each.rows),
    ({ id }) => id,
  );
  const known = (pack: string, id: string) => register.some((each) => each.id === id && each.pack === pack);
  const rows = register.map((each) => rowOf(each, claims.get(each.id) ?? []));
  return {
    rows,
    faults: [
      ...results.filter(({ isCurrent }) => !isCurrent).map(({ file }) => `${file} has changed since it ran`),
      ...current.flatMap(({ pack, file, rows: claimed }) =>
        claimed
          .filter(({ id }) => !known(pack, id))
          .map(({ id }) => `${id} in ${file} is not an obligation of ${pack}`),
      ),
      ...register.flatMap((each) => faultsOf(each, claims.get(each.id) ?? [])),
      ...tooMany(rows),
    ],
  };
}
