import { z } from 'zod';
import { Instant, PersonId } from '../ids.ts';
import { Role } from '../policy/facts.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isWithin, latestAfter } from './cycle.ts';
import { plansNext, type Recurring } from './duties.ts';

const Answered = z.strictObject({ id: z.string(), text: z.string(), answer: z.enum(['yes', 'no']) });

/** What was written down when a duty was done. What only some duties ask for is absent for the others. */
export const Done = z.strictObject({
  standing: z.literal('done'),
  by: PersonId,
  at: Instant,
  /** The day on which it was done; `at` is when that was written down. */
  on: z.iso.date(),
  answers: z.array(Answered),
  note: z.string(),
  evidence: z.string(),
  /** A meeting: the roles of those who were there. */
  present: z.array(Role).optional(),
  /** What it rests on: another duty and the day that was done, or where it can be found. */
  rests: z
    .array(z.strictObject({ duty: z.string(), on: z.iso.date().optional(), where: z.string() }))
    .optional(),
  /** Who has it, since when. */
  shared: z.strictObject({ with: z.array(Role), on: z.iso.date() }).optional(),
  /** The day of the next time. */
  next: z.iso.date().optional(),
});
export type Done = z.infer<typeof Done>;

/** As somebody filled it in. An empty text: nothing. */
export interface Filled {
  readonly answers: Readonly<Record<string, string>>;
  readonly note: string;
  readonly evidence: string;
  readonly on: string;
  readonly present?: readonly string[];
  /** By duty that this one needs: where that was written down, if not here. */
  readonly where?: Readonly<Record<string, string>>;
  readonly isShared?: boolean;
  readonly sharedOn?: string;
  readonly next?: string;
}

/** What is known besides: the day, when it was last done, and when each duty that it needs was. */
export interface Known {
  readonly today: string;
  readonly lastOn?: string | undefined;
  readonly needed?: Readonly<Record<string, string | undefined>>;
}

export type Lacking =
  | 'unanswered'
  | 'no-evidence'
  | 'not-agreed'
  | 'future'
  | 'before-last'
  | 'nobody-there'
  | 'no-assessment'
  | 'not-shared'
  | 'shared-future'
  | 'next-early'
  | 'next-late';

type Asked = Omit<Done, 'standing' | 'by' | 'at'>;

const answersOf = ({ checklist }: Recurring, filled: Filled): Asked['answers'] =>
  checklist.flatMap(({ id, text }) => {
    const answer = filled.answers[id];
    return answer === 'yes' || answer === 'no' ? [{ id, text, answer }] : [];
  });

/** What it needs and was not done within its cycle has to be somewhere else. */
function restsOf(
  duty: Recurring,
  { on, where = {} }: Filled,
  { lastOn, needed = {} }: Known,
): Asked['rests'] {
  return (duty.needs ?? []).map((id) => {
    const day = needed[id];
    const isDone = day !== undefined && day <= on && isWithin(duty, day, { on, lastOn });
    return { duty: id, ...(isDone && { on: day }), where: where[id] ?? '' };
  });
}

function whenLacking({ on }: Filled, { today, lastOn }: Known): Lacking | undefined {
  if (on > today) return 'future';
  return lastOn !== undefined && on < lastOn ? 'before-last' : undefined;
}

function nextLacking(duty: Recurring, { on, next }: Filled): Lacking | undefined {
  if (!plansNext(duty) || next === undefined) return undefined;
  if (next <= on) return 'next-early';
  const latest = latestAfter(duty, on);
  return latest !== undefined && next > latest ? 'next-late' : undefined;
}

/** It is done when everything that the policy asks for is there, on a day that can be. */
export function whatWasDone(duty: Recurring, filled: Filled, known: Known): Result<Asked, Lacking> {
  const { note, evidence, on, next } = filled;
  const answers = answersOf(duty, filled);
  if (answers.length < duty.checklist.length) return refuse('unanswered');
  const present = (duty.meeting ?? []).filter((role) => filled.present?.includes(role));
  if (duty.meeting !== undefined && present.length < 2) return refuse('nobody-there');
  if (duty.meeting !== undefined && evidence === '') return refuse('not-agreed');
  if (duty.evidence && evidence === '') return refuse('no-evidence');
  const lacking = whenLacking(filled, known);
  if (lacking !== undefined) return refuse(lacking);
  const rests = restsOf(duty, filled, known);
  if (rests?.some((rest) => rest.on === undefined && rest.where === '')) return refuse('no-assessment');
  const { share } = duty;
  const sharedOn = filled.sharedOn ?? on;
  if (share !== undefined && !filled.isShared) return refuse('not-shared');
  if (share !== undefined && sharedOn > known.today) return refuse('shared-future');
  const late = nextLacking(duty, filled);
  if (late !== undefined) return refuse(late);
  return ok({
    ...{ on, answers, note, evidence },
    ...(duty.meeting && { present }),
    ...(duty.needs && { rests }),
    ...(share && { shared: { with: [...share], on: sharedOn } }),
    ...(plansNext(duty) && next !== undefined && { next }),
  });
}
