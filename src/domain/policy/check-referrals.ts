import { error, type Remark, warning } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { stagesFor } from './referrals.ts';
import { sectionOf } from './source.ts';
import { Agency } from './step.ts';

/** Where a reply is waited for, something comes after it; and each step is told from the others. */
export function checkReferrals({ referrals }: PolicyFile): readonly Remark[] {
  if (referrals === undefined) return [];
  const { stages, silent, source } = referrals;
  const section = sectionOf(source);
  const twice = stages.flatMap(({ id }, n) =>
    stages.findIndex((each) => each.id === id) < n
      ? [
          error(
            'id.twice',
            ['referrals', 'stages', n, 'id'],
            `"${id}" stands here twice`,
            'Give one of them another id',
            section,
          ),
        ]
      : [],
  );
  const bare = Agency.options.filter(
    (agency) => !silent.includes(agency) && stagesFor(referrals, agency).length === 0,
  );
  return [
    ...twice,
    ...bare.map((agency) =>
      error(
        'referral.no-stage',
        ['referrals', 'stages'],
        `Nothing says what comes when "${agency}" does not reply`,
        `Add a step without "agencies", or one for "${agency}"; or list it under "silent"`,
        section,
      ),
    ),
  ];
}

/** A step that may take for ever is where a referral is forgotten. */
export const lintReferrals = ({ referrals }: PolicyFile): readonly Remark[] =>
  (referrals?.stages ?? []).flatMap(({ id, within }, n) =>
    within === undefined
      ? [
          warning(
            'referral.no-time',
            ['referrals', 'stages', n],
            `"${id}" has no time: nobody is reminded when it leads to nothing`,
            'Add "within: P1D"',
            sectionOf(referrals?.source ?? ''),
          ),
        ]
      : [],
  );
