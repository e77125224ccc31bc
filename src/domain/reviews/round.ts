import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isChased, isToldNow } from './cycle.ts';
import type { Recurring } from './duties.ts';

const act = { by: PersonId, at: Instant };

const Answered = z.strictObject({ id: z.string(), text: z.string(), answer: z.enum(['yes', 'no']) });

const Done = z.strictObject({
  standing: z.literal('done'),
  ...act,
  /** The day on which it was done; `at` is when that was written down. */
  on: z.iso.date(),
  answers: z.array(Answered),
  note: z.string(),
  evidence: z.string(),
});
export type Done = z.infer<typeof Done>;

/** One "no", and whether it is put right. */
const ToMend = z.strictObject({
  id: z.string(),
  text: z.string(),
  rounds: z.int(),
  toldOn: z.iso.date(),
  right: z.strictObject({ ...act, what: z.string() }).optional(),
});
export type ToMend = z.infer<typeof ToMend>;

/** One turn of a duty: from the day its owners hear of it to the day it is done and everything is put right. */
export const DutyRound = z.strictObject({
  duty: z.string(),
  /** As the policy called it then. */
  title: z.string(),
  due: z.iso.date(),
  sites: z.array(SiteId).min(1),
  /** Whoever newly holds a role, where that is what it is for. */
  about: PersonId.optional(),
  /** How often its owners were told, and when last. */
  rounds: z.int(),
  toldOn: z.iso.date().optional(),
  /** The last morning on which it was looked at. */
  lookedOn: z.iso.date().optional(),
  progress: z.discriminatedUnion('standing', [
    z.strictObject({ standing: z.literal('due') }),
    z.strictObject({ standing: z.literal('started'), ...act }),
    Done,
    /** The policy has changed, and with it the day. */
    z.strictObject({ standing: z.literal('moved') }),
  ]),
  toMend: z.array(ToMend),
  /** How many events were recorded. */
  events: z.int(),
});
export type DutyRound = z.infer<typeof DutyRound>;

export type DutyEvent =
  | { readonly type: 'DutyStarted'; readonly by: PersonId; readonly at: Instant }
  | ({ readonly type: 'DutyDone' } & Omit<Done, 'standing'>)
  | {
      readonly type: 'PutRight';
      readonly by: PersonId;
      readonly at: Instant;
      readonly question: string;
      readonly what: string;
    };
export type Changed = Result<
  { readonly round: DutyRound; readonly event: DutyEvent },
  'nothing-new' | 'unanswered' | 'no-evidence' | 'future' | 'empty'
>;

type Act = Pick<Done, 'by' | 'at'>;

export const isOpen = ({ progress }: DutyRound): boolean =>
  progress.standing === 'due' || progress.standing === 'started';

export const leftToMend = ({ toMend }: DutyRound): readonly ToMend[] =>
  toMend.filter(({ right }) => right === undefined);

export const isOver = (round: DutyRound): boolean => !isOpen(round) && leftToMend(round).length === 0;

/** What a morning changes: who is told anew. */
export function onMorning(round: DutyRound, duty: Recurring, today: string): DutyRound {
  const isDue = round.progress.standing === 'due';
  const isTold = isDue && isToldNow(round, { ahead: duty.ahead, chased: !duty.isReview }, today);
  return {
    ...round,
    lookedOn: today,
    ...(isTold && { rounds: round.rounds + 1, toldOn: today }),
    toMend: round.toMend.map((each) =>
      each.right === undefined && isChased(each.toldOn, today)
        ? { ...each, rounds: each.rounds + 1, toldOn: today }
        : each,
    ),
  };
}

export function start(round: DutyRound, act: Act): Changed {
  if (round.progress.standing !== 'due') return refuse('nothing-new');
  return ok({
    round: { ...round, progress: { standing: 'started', ...act } },
    event: { type: 'DutyStarted', ...act },
  });
}

export interface Filled {
  readonly answers: Readonly<Record<string, string>>;
  readonly note: string;
  readonly evidence: string;
  readonly on: string;
}

/** It is done when every question has its answer and, where the policy wants it, there is a word on what was done. */
export function finish(
  round: DutyRound,
  duty: Recurring,
  filled: Filled,
  act: Act & { readonly today: string },
): Changed {
  const { by, at, today } = act;
  if (!isOpen(round)) return refuse('nothing-new');
  const answers = duty.checklist.flatMap(({ id, text }) => {
    const answer = filled.answers[id];
    return answer === 'yes' || answer === 'no' ? [{ id, text, answer } as const] : [];
  });
  if (answers.length < duty.checklist.length) return refuse('unanswered');
  if (duty.evidence && filled.evidence === '') return refuse('no-evidence');
  if (filled.on > today) return refuse('future');
  const { note, evidence, on } = filled;
  const done = { by, at, on, answers, note, evidence };
  const toMend =
    duty.onNo === undefined
      ? []
      : answers
          .filter(({ answer }) => answer === 'no')
          .map(({ id, text }) => ({ id, text, rounds: 1, toldOn: today }));
  return ok({
    round: { ...round, progress: { standing: 'done', ...done }, toMend },
    event: { type: 'DutyDone', ...done },
  });
}

export function putRight(round: DutyRound, question: string, what: string, act: Act): Changed {
  if (!leftToMend(round).some(({ id }) => id === question)) return refuse('nothing-new');
  if (what === '') return refuse('empty');
  return ok({
    round: {
      ...round,
      toMend: round.toMend.map((each) =>
        each.id === question ? { ...each, right: { ...act, what } } : each,
      ),
    },
    event: { type: 'PutRight', ...act, question, what },
  });
}
