import { ACCUSED, DSL, type Plan, type PlannedConcern } from './plan.ts';
import { chance, staffOf } from './school.ts';
import type { TrueCase, Truth } from './truth.ts';

/** What comes to be done with a case after it was sent, each so many hours after the report. */
export type Act =
  | 'read'
  | 'take'
  | 'link'
  | 'note'
  | 'decide'
  | 'ask'
  | 'answer'
  | 'refer'
  | 'reply'
  | 'meet'
  | 'task'
  | 'do-task'
  | 'triage'
  | 'hand-back'
  | 'story'
  | 'share'
  | 'unshare'
  | 'export'
  | 'judge'
  | 'close'
  | 'reopen'
  /** Opens the child's own record beside a case about an adult. */
  | 'beside';
export interface Due {
  readonly at: string;
  readonly act: Act;
  readonly case: number;
}

const after = (at: string, minutes: number): string =>
  Temporal.Instant.from(at)
    .add({ minutes: Math.round(minutes) })
    .toString({ smallestUnit: 'millisecond' });

/** To working hours of a day on which the school is open: who works at night is not planned for. */
function whenOpen(at: string): string {
  let time = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
  if (time.hour >= 16) time = time.add({ hours: 24 - time.hour + 8 });
  if (time.hour < 8) time = time.add({ hours: 8 - time.hour });
  const isShut = () => {
    const day = time.toPlainDate().toString();
    return time.dayOfWeek > 5 || (day >= '2027-02-15' && day <= '2027-02-19');
  };
  while (isShut()) time = time.add({ days: 1 });
  return time.toInstant().toString({ smallestUnit: 'millisecond' });
}

/** Everything that will be done about one concern: a child's gets more than one about an adult. */
export function agendaOf(planned: PlannedConcern): readonly Due[] {
  const dice = chance(planned.seed);
  const due: Due[] = [];
  const opened =
    planned.wait > 100 ? whenOpen(after(planned.at, planned.wait)) : after(planned.at, planned.wait);
  const plan = (act: Act, minutes: number): void => {
    due.push({
      at: minutes < 60 ? after(opened, minutes) : whenOpen(after(opened, minutes)),
      act,
      case: planned.index,
    });
  };
  plan('take', 0);
  const HOUR = 60;
  if (planned.about === 'child') plan('link', 2);
  if (planned.about === 'staff' || planned.about === 'head') plan('beside', 40);
  if (planned.about === 'unsure') plan('hand-back', 5 * HOUR);
  if (planned.about === 'child' && dice.isIn(0.2)) plan('triage', 3);
  if (dice.isIn(0.8)) plan('decide', 4);
  if (dice.isIn(0.5)) plan('note', 7 + dice.below(20));
  if (dice.isIn(0.25)) {
    plan('ask', 30);
    if (dice.isIn(0.7)) plan('answer', 3 * HOUR + dice.below(300));
  }
  if (dice.isIn(0.25)) {
    plan('refer', 35);
    if (dice.isIn(0.6)) plan('reply', 50 * HOUR + dice.below(900));
  }
  if (dice.isIn(0.15)) plan('meet', 26 * HOUR);
  if (dice.isIn(0.2)) {
    plan('task', 25 * HOUR);
    if (dice.isIn(0.6)) plan('do-task', 49 * HOUR);
  }
  if (dice.isIn(0.3)) plan('read', 72 * HOUR);
  // Where nobody is sure which child it is, there is no story to open.
  const isKnown = planned.about === 'child' && !isUnsure(planned);
  if (isKnown && dice.isIn(0.3)) plan('story', 80 * HOUR);
  if (isKnown && planned.site === 'fernhill' && dice.isIn(0.12)) {
    plan('share', 81 * HOUR);
    plan('unshare', 200 * HOUR);
  }
  if (isKnown && dice.isIn(0.08)) plan('export', 90 * HOUR);
  if (planned.about === 'staff' && dice.isIn(0.6)) plan('judge', 6 * HOUR);
  if (dice.isIn(0.5)) {
    plan('close', 130 * HOUR);
    if (dice.isIn(0.15)) plan('reopen', 220 * HOUR);
  }
  return due;
}

/** The lead does not know which child it is. */
export const isUnsure = ({ seed }: PlannedConcern): boolean => seed % 10 === 0;

const isAway = ({ absences }: Plan, person: string, now: string): boolean =>
  absences.some((each) => each.person === person && each.at <= now && now.slice(0, 10) <= each.until);

/** Who does it: whoever has it in this school on this day, and has no part in the case. */
export function workerOf(plan: Plan, truth: Truth, found: TrueCase, now: string): string {
  const { site, about, planned } = found;
  const inOrder =
    about === 'child'
      ? [`${site}-dsl`, `${site}-deputy-1`, `${site}-deputy-2`]
      : about === 'head'
        ? ['chair']
        : [`${site}-head`, 'chair'];
  const first =
    planned.seed % 3 === 0 ? inOrder.toSpliced(0, 2, ...inOrder.slice(0, 2).toReversed()) : inOrder;
  const order = about === 'child' ? first : inOrder;
  const person = order.find((each) => truth.mayWork(each, found) && !isAway(plan, each, now));
  return person ?? inOrder[0] ?? '';
}

/** A colleague of the site who has no part in it. */
export const helperOf = ({ planned, involved, site }: TrueCase): string =>
  staffOf(site).find(
    (each, n) =>
      n > planned.seed % 12 &&
      each !== planned.reporter &&
      !involved.has(each) &&
      each !== ACCUSED &&
      each !== DSL,
  ) ?? '';
