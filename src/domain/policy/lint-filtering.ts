import type { Duty } from './duty.ts';
import { error, type Remark, warning } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { sectionOf } from './source.ts';

const filtering = ({ about }: Duty): boolean => about === 'filtering';
const MONTHS_A_YEAR = 12;

/** National guidance expects filtering and monitoring to be somebody's duty, once a year. */
export function lintFiltering(pack: PolicyFile): readonly Remark[] {
  const n = pack.duties.findIndex(filtering);
  const duty = pack.duties[n];
  if (duty === undefined || sectionOf(duty.source) === undefined)
    return [
      error(
        'filter.gap',
        ['duties'],
        'The policy gives nobody the duty to review filtering and monitoring',
        'Name who reviews it, every year',
        sectionOf(duty?.source ?? ''),
      ),
    ];
  const months = Number(/^P(\d+)M$/.exec(duty.every ?? '')?.[1] ?? Number.POSITIVE_INFINITY);
  return months <= MONTHS_A_YEAR
    ? []
    : [
        warning(
          'filter.gap',
          ['duties', n],
          'The policy does not say that filtering and monitoring are reviewed every year',
          'Write P12M',
          sectionOf(duty.source),
        ),
      ];
}
