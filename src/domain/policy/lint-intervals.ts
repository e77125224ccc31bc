import { type Remark, warning } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { sectionOf } from './source.ts';

/** True where the written policy itself says so; false where guidance, the floor or a default stands in for it. */
export const isSaid = (source: string): boolean => sectionOf(source) !== undefined;

const lintDuties = ({ duties }: PolicyFile): readonly Remark[] =>
  duties.flatMap(({ title, every, otherwise, newcomers, source }, n) =>
    // For everybody new there is no interval to name.
    every === null && newcomers === undefined && isSaid(source)
      ? [
          warning(
            'interval.missing',
            ['duties', n, 'every'],
            `The policy says "regularly" for "${title}"; ${otherwise ?? 'a default'} is used`,
            'Say how often',
            sectionOf(source),
          ),
        ]
      : [],
  );

/** What people learn or answer, as often as the organisation has decided. */
const lintLearning = (
  field: 'training' | 'audits',
  asked: PolicyFile['training'] | PolicyFile['audits'],
): readonly Remark[] =>
  asked.flatMap(({ name, every, otherwise, source }, n) =>
    every === null && isSaid(source)
      ? [
          warning(
            'interval.missing',
            [field, n, 'every'],
            `The policy does not say how often "${name}" comes; ${otherwise ?? 'once'} is used`,
            'Say how often',
            sectionOf(source),
          ),
        ]
      : [],
  );

/** What comes round, and the policy does not say how often. */
export const lintIntervals = (pack: PolicyFile): readonly Remark[] => [
  ...lintDuties(pack),
  ...lintLearning('training', pack.training),
  ...lintLearning('audits', pack.audits),
];
