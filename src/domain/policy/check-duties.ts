import { error, type Place, type Remark } from './finding.ts';
import { isUse } from './merge.ts';
import type { PolicyFile } from './pack.ts';

const unknown = (at: Place, name: string, what: string): Remark =>
  error(
    'duty.missing',
    at,
    `"${name}" is not among this pack's ${what}`,
    `Add it under "${what}", or take it out`,
  );

/** What a duty waits for, and what a review is proposed after, stands in the pack. */
export function checkDuties({ duties, procedures, review }: PolicyFile): readonly Remark[] {
  const ids = duties.map(({ id }) => id);
  const known = procedures.map((entry) => (isUse(entry) ? entry.use : entry.id));
  const needs = [
    { at: ['review', 'needs'], own: undefined, names: review.needs ?? [] },
    ...duties.map(({ id, needs: names = [] }, n) => ({ at: ['duties', n, 'needs'], own: id, names })),
  ];
  return [
    ...needs.flatMap(({ at, own, names }) =>
      names.filter((name) => name === own || !ids.includes(name)).map((name) => unknown(at, name, 'duties')),
    ),
    ...(review.after?.procedures ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => unknown(['review', 'after', 'procedures'], name, 'procedures')),
    ...(review.every === null && review.otherwise === undefined
      ? [
          error(
            'interval.missing',
            ['review', 'every'],
            'Nothing says how often this policy is reviewed',
            'Write "every", or "every: null" and "otherwise: P12M"',
          ),
        ]
      : []),
  ];
}
