import { error, note, type Remark, warning } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { labelOf } from './roles.ts';
import { sectionOf } from './source.ts';

const SOON_DAYS = 30;

/** A month alone is read as its last day. */
export function lastDayOf(date: string): Temporal.PlainDate {
  if (date.length > 7) return Temporal.PlainDate.from(date);
  const month = Temporal.PlainYearMonth.from(date);
  return month.toPlainDate({ day: month.daysInMonth });
}

const spoken = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const monthsOf = (period: string | null): number => Number(/^P(\d+)M$/.exec(period ?? '')?.[1] ?? 0);

/** A yearly duty in national guidance: a policy that waits longer says less than the law. */
const YEAR = 12;

/** Two days for the same review: the earliest holds, and somebody should say so. */
function lintDates({ document }: PolicyFile): readonly Remark[] {
  const days = [...new Set((document?.reviews ?? []).map(({ due }) => due))];
  const last = document?.reviews.at(-1);
  return days.length < 2 || last === undefined
    ? []
    : [
        error(
          'review.contradiction',
          ['document', 'reviews'],
          `The policy gives several days for its own review: ${days.join(', ')}; the earliest holds`,
          'Write one',
          sectionOf(last.source),
        ),
      ];
}

export function lintReview(pack: PolicyFile, today: Temporal.PlainDate): readonly Remark[] {
  const { review, approved } = pack;
  const section = sectionOf(review.source);
  const owner = labelOf(pack, review.owner);
  const remarks: Remark[] = [];
  if (approved === null)
    remarks.push(
      warning(
        'review.unapproved',
        ['approved'],
        'Nobody wrote down when this policy was approved',
        'Ask for the date',
      ),
    );
  remarks.push(...lintDates(pack));
  if (monthsOf(review.every) > YEAR)
    remarks.push(
      warning(
        'interval.long',
        ['review', 'every'],
        `This policy is reviewed every ${monthsOf(review.every)} months; national guidance asks for every year`,
        'Write P12M',
        section,
      ),
    );
  if (review.due === null)
    return [
      ...remarks,
      error(
        'review.undated',
        ['review', 'due'],
        'This policy does not say when it is due for review',
        `Ask the ${owner} for a date`,
        section,
      ),
    ];
  const due = lastDayOf(review.due);
  const days = due.until(today, { largestUnit: 'day' }).days;
  if (days > 0)
    remarks.push(
      error(
        'review.overdue',
        ['review', 'due'],
        `This policy was due for review on ${spoken(due)}. It is ${days} day${days === 1 ? '' : 's'} late`,
        `The ${owner} starts the review`,
        section,
      ),
    );
  else if (days > -SOON_DAYS)
    remarks.push(
      note(
        'review.soon',
        ['review', 'due'],
        `This policy is due for review on ${spoken(due)}`,
        `The ${owner} starts the review`,
        section,
      ),
    );
  return remarks;
}

export function lintTraining(pack: PolicyFile): readonly Remark[] {
  const long = pack.training.flatMap(({ name, every, roles, source }, n) =>
    roles.includes('staff') && monthsOf(every) > YEAR
      ? [
          warning(
            'interval.long',
            ['training', n, 'every'],
            `"${name}" comes every ${monthsOf(every)} months; national guidance asks for every year`,
            'Write P12M, or add a yearly update',
            sectionOf(source),
          ),
        ]
      : [],
  );
  const covered = pack.training.flatMap(({ roles }) => roles);
  const missing = [...new Set([...pack.leads, 'staff' as const])]
    .filter((role) => !covered.includes(role))
    .map((role) =>
      warning(
        'interval.missing',
        ['training'],
        `No training is set for the ${labelOf(pack, role)}`,
        `Add the role to an entry under "training"`,
      ),
    );
  return [...long, ...missing];
}
