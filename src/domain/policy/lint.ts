import { lintReferrals } from './check-referrals.ts';
import type { Role } from './facts.ts';
import { error, note, type Remark, warning } from './finding.ts';
import type { Library } from './library.ts';
import { lintDocument } from './lint-document.ts';
import { lintContacts, lintProcedures, lintReferences, lintTaxonomy } from './lint-guidance.ts';
import { lintNoticed } from './lint-noticed.ts';
import { lintReview, lintTraining } from './lint-review.ts';
import { lintSilence } from './lint-silence.ts';
import { lintSearch } from './lint-stops.ts';
import type { PolicyFile } from './pack.ts';
import { holderOf, labelOf } from './roles.ts';
import { sectionOf } from './source.ts';

const EXPECTED: readonly (readonly [Role, string])[] = [
  ['deputy', 'nobody stands in when the safeguarding lead is away'],
  ['chair-of-governors', 'a worry about the headteacher has nobody to go to'],
  ['safeguarding-governor', 'nobody on the board leads on safeguarding'],
  ['it-lead', 'nobody is named for filtering'],
];

function lintRoles(pack: PolicyFile): readonly Remark[] {
  const absent = EXPECTED.filter(([role]) => pack.roles[role] === undefined).map(([role, why]) =>
    warning('role.absent', ['roles'], `This pack has no "${role}": ${why}`, `Add "${role}" under "roles"`),
  );
  const dsl = pack.roles.dsl;
  if (dsl === undefined || holderOf(pack, 'dsl') !== holderOf(pack, 'headteacher')) return absent;
  return [
    ...absent,
    error(
      'dsl.is.head',
      ['roles', 'dsl', 'heldBy'],
      `The ${labelOf(pack, 'dsl')} is the ${labelOf(pack, 'headteacher')}, so whoever reports to the board is reported on`,
      'Send reports for the board to the chair as well; worries that may involve a lead go past both',
      sectionOf(dsl.source),
    ),
  ];
}

/** A finding that the owner knows of and accepts until a day is a note until that day. */
function accept(remark: Remark, { gaps }: PolicyFile, today: Temporal.PlainDate): Remark {
  const gap = gaps.find(({ code }) => code === remark.code);
  // What switches something off for safety is not accepted away.
  if (gap === undefined || remark.stops !== undefined) return remark;
  const over = Temporal.PlainDate.compare(today, gap.until) > 0;
  return over
    ? { ...remark, message: `${remark.message} (accepted until ${gap.until}, which has passed)` }
    : {
        ...remark,
        severity: 'note',
        message: `${remark.message} (accepted until ${gap.until}: ${gap.reason})`,
      };
}

/** A gap that no finding needs is a sign that something was put right. */
const lintGaps = ({ gaps }: PolicyFile, remarks: readonly Remark[]): readonly Remark[] =>
  gaps.flatMap(({ code }, n) =>
    remarks.some((remark) => remark.code === code)
      ? []
      : [note('gap.unneeded', ['gaps', n], `Nothing here is "${code}" any more`, 'Take the gap out')],
  );

/** What an owner should know about a pack that runs: an error here is one of the policy, or switches one thing off. */
export function lintPack(
  pack: PolicyFile,
  library: Library,
  today: Temporal.PlainDate,
  supplied: readonly string[] = [],
): readonly Remark[] {
  const remarks = [
    ...lintReview(pack, today),
    ...lintRoles(pack),
    ...lintTaxonomy(pack, library),
    ...lintProcedures(pack),
    ...lintReferences(pack, library),
    ...lintTraining(pack),
    ...lintDocument(pack, supplied),
    ...lintNoticed(pack),
    // A pack without a written policy (no sections) is guidance itself: there is nothing that it could be silent about.
    ...(pack.sections?.length === 0 ? [] : lintSilence(pack, library)),
    ...lintSearch(pack),
    ...lintReferrals(pack),
    ...lintContacts(pack, library, today),
  ];
  return [...remarks.map((remark) => accept(remark, pack, today)), ...lintGaps(pack, remarks)];
}
