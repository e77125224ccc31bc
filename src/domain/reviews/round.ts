import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isChased, isToldNow, latestAfter } from './cycle.ts';
import { Done, type Filled, type Known, type Lacking, whatWasDone } from './done.ts';
import type { Recurring } from './duties.ts';

const act = { by: PersonId, at: Instant };

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
  /** The policy gives no day, and this one follows from the first start: its owner is asked for another. */
  undated: z.literal(true).optional(),
  /** What there is is older than the policy, which was reviewed on the day it is due. */
  older: z.literal(true).optional(),
  /** The day that somebody gave then. */
  set: z.strictObject({ ...act, due: z.iso.date() }).optional(),
  /** Nobody's turn yet: something happened, and the policy wants to be looked at again. It names no case. */
  because: z.strictObject({ what: z.enum(['case', 'technical']), text: z.string() }).optional(),
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
    /** Whether to review it before its day is asked, and was answered. */
    z.strictObject({ standing: z.literal('proposed') }),
    z.strictObject({ standing: z.literal('taken-up'), ...act }),
    z.strictObject({ standing: z.literal('declined'), ...act, reason: z.string() }),
  ]),
  toMend: z.array(ToMend),
  /** How many events were recorded. */
  events: z.int(),
});
export type DutyRound = z.infer<typeof DutyRound>;

export type DutyEvent =
  | { readonly type: 'DutyStarted'; readonly by: PersonId; readonly at: Instant }
  | ({ readonly type: 'DutyDone' } & Omit<Done, 'standing'>)
  | { readonly type: 'OwnersReminded'; readonly by: PersonId; readonly at: Instant }
  | { readonly type: 'ReviewDateGiven'; readonly by: PersonId; readonly at: Instant; readonly due: string }
  | { readonly type: 'ReviewProposed'; readonly what: 'case' | 'technical'; readonly text: string }
  | { readonly type: 'ProposalTakenUp'; readonly by: PersonId; readonly at: Instant }
  | {
      readonly type: 'ProposalDeclined';
      readonly by: PersonId;
      readonly at: Instant;
      readonly reason: string;
    }
  | {
      readonly type: 'PutRight';
      readonly by: PersonId;
      readonly at: Instant;
      readonly question: string;
      readonly what: string;
    };
export type Changed = Result<
  { readonly round: DutyRound; readonly event: DutyEvent },
  'nothing-new' | 'empty' | 'reminded' | 'date-late' | Lacking
>;

type Act = Pick<Done, 'by' | 'at'>;

export const isOpen = ({ progress }: DutyRound): boolean =>
  progress.standing === 'due' || progress.standing === 'started';

export const leftToMend = ({ toMend }: DutyRound): readonly ToMend[] =>
  toMend.filter(({ right }) => right === undefined);

export const isProposed = ({ progress }: DutyRound): boolean => progress.standing === 'proposed';

export const isOver = (round: DutyRound): boolean =>
  !isOpen(round) && !isProposed(round) && leftToMend(round).length === 0;

/** More days than any cycle has. */
const ALWAYS = 4000;

/** What a morning changes: who is told anew. */
export function onMorning(round: DutyRound, duty: Recurring, today: string): DutyRound {
  const isDue = round.progress.standing === 'due';
  // A day is asked for at once, however far off the one is that holds meanwhile.
  const ahead = round.undated && round.set === undefined ? ALWAYS : duty.ahead;
  const isTold =
    (isDue && isToldNow(round, { ahead, chased: !duty.isReview }, today)) ||
    (round.progress.standing === 'proposed' && round.toldOn === undefined);
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

/** It is done when everything that the policy asks for is there (`whatWasDone`). */
export function finish(round: DutyRound, duty: Recurring, filled: Filled, act: Act & Known): Changed {
  const { by, at, ...known } = act;
  if (!isOpen(round)) return refuse('nothing-new');
  const asked = whatWasDone(duty, filled, known);
  if (!asked.ok) return asked;
  const done = { by, at, ...asked.value };
  const toMend =
    duty.onNo === undefined
      ? []
      : done.answers
          .filter(({ answer }) => answer === 'no')
          .map(({ id, text }) => ({ id, text, rounds: 1, toldOn: known.today }));
  return ok({
    round: { ...round, progress: { standing: 'done', ...done }, toMend },
    event: { type: 'DutyDone', ...done },
  });
}

/** Its owners get a new card, once a day at most. */
export function remind(round: DutyRound, act: Act & { readonly today: string }): Changed {
  const { today, ...rest } = act;
  if (!isOpen(round)) return refuse('nothing-new');
  if (round.toldOn === today) return refuse('reminded');
  return ok({
    round: { ...round, rounds: round.rounds + 1, toldOn: today },
    event: { type: 'OwnersReminded', ...rest },
  });
}

/** Somebody gives the day that the policy does not; at most one interval from now. */
export function giveDay(
  round: DutyRound,
  duty: Recurring,
  due: string,
  act: Act & { readonly today: string },
): Changed {
  const { today, ...rest } = act;
  if (round.undated === undefined || !isOpen(round)) return refuse('nothing-new');
  const latest = latestAfter(duty, today);
  if (latest !== undefined && due > latest) return refuse('date-late');
  const { toldOn: _, ...others } = round;
  return ok({
    round: { ...others, due, set: { ...rest, due } },
    event: { type: 'ReviewDateGiven', ...rest, due },
  });
}

/** "Review it now", or not, and why. */
export function answerProposal(
  round: DutyRound,
  answer: { readonly now: boolean; readonly reason: string },
  act: Act,
): Changed {
  if (!isProposed(round)) return refuse('nothing-new');
  const { now, reason } = answer;
  if (now)
    return ok({
      round: { ...round, progress: { standing: 'taken-up', ...act } },
      event: { type: 'ProposalTakenUp', ...act },
    });
  if (reason === '') return refuse('empty');
  return ok({
    round: { ...round, progress: { standing: 'declined', ...act, reason } },
    event: { type: 'ProposalDeclined', ...act, reason },
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
