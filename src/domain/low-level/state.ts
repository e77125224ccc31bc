import { z } from 'zod';
import { act, words } from '../case/act.ts';
import { assertNever, Instant, PersonId, RecordId, SiteId } from '../ids.ts';

const REMEMBERED_ACTIONS = 100;

/** What is kept of a worry about an adult that is below the harm threshold. */
const kept = {
  /** Absent: nobody of the directory was named, and only the case leads here. */
  adult: PersonId.optional(),
  site: SiteId,
  case: RecordId,
  /** When it happened, as a day; of something over time, when it was reported. */
  date: z.iso.date(),
  context: words,
  done: words,
  /** Who must learn nothing of the case, and so nothing of this. */
  barred: z.array(PersonId),
};

/** Past-tense facts of one low-level concern; each is stored sealed, chained, and never edited. */
export const LowLevelEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ConcernKept'), ...act, ...kept }),
  z.strictObject({ type: z.literal('ConcernOpened'), ...act }),
  /** It is judged to be more than that: the case goes on. */
  z.strictObject({ type: z.literal('ConcernRaised'), ...act, reason: words }),
]);
export type LowLevelEvent = z.infer<typeof LowLevelEvent>;

/** One low-level concern about one adult: a record of its own, outside every list of cases. */
export const LowLevelState = z.strictObject({
  ...kept,
  by: PersonId,
  at: Instant,
  /** Each person once, the latest last; every opening is an event. */
  openedBy: z.array(z.strictObject({ by: PersonId, at: Instant })),
  /** It counts as an allegation, and no more as this. */
  raised: z.strictObject({ by: PersonId, at: Instant, reason: z.string() }).optional(),
  events: z.int(),
  applied: z.array(z.string()),
});
export type LowLevelState = z.infer<typeof LowLevelState>;

/** What is counted and listed without opening one: whose it is, since when, and who must not hear of it. */
export const LowLevelBrief = z.strictObject({
  kind: z.literal('low-level'),
  ...LowLevelState.pick({ adult: true, site: true, date: true, barred: true, at: true }).shape,
  stands: z.boolean(),
});
export type LowLevelBrief = z.infer<typeof LowLevelBrief>;

export const lowLevelBriefOf = ({ adult, site, date, barred, at, raised }: LowLevelState): LowLevelBrief => ({
  kind: 'low-level',
  ...(adult !== undefined && { adult }),
  site,
  date,
  barred,
  at,
  stands: raised === undefined,
});

function begun(event: Extract<LowLevelEvent, { type: 'ConcernKept' }>): LowLevelState {
  const { type: _, action: __, ...first } = event;
  return { ...first, openedBy: [], events: 0, applied: [] };
}

function apply(state: LowLevelState, event: LowLevelEvent): LowLevelState {
  switch (event.type) {
    case 'ConcernKept': {
      const { raised: _, ...before } = state;
      const { date, context, done, barred } = event;
      return { ...before, date, context, done, barred: [...new Set([...before.barred, ...barred])] };
    }
    case 'ConcernOpened': {
      const others = state.openedBy.filter(({ by }) => by !== event.by);
      return { ...state, openedBy: [...others, { by: event.by, at: event.at }] };
    }
    case 'ConcernRaised':
      return { ...state, raised: { by: event.by, at: event.at, reason: event.reason } };
    default:
      return assertNever(event, 'low-level event');
  }
}

/** Past facts never fail; an event before the beginning leaves nothing. */
export function evolveLowLevel(
  state: LowLevelState | undefined,
  event: LowLevelEvent,
): LowLevelState | undefined {
  const started = state ?? (event.type === 'ConcernKept' ? begun(event) : undefined);
  if (started === undefined) return undefined;
  const next = { ...apply(started, event), events: started.events + 1 };
  if (event.action === undefined) return next;
  return { ...next, applied: [...next.applied, `${event.action}|${event.by}`].slice(-REMEMBERED_ACTIONS) };
}
