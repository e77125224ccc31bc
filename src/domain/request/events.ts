import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId } from '../ids.ts';
import { AskedForm, Filled } from './state.ts';

const byPerson = { at: Instant, by: PersonId };
/** When people may be written to about it, and when they are asked again. */
/** An entry of a register without a day of its own gets one with the answer. */
const term = { until: z.iso.date().optional(), over: Instant.optional() };
const nudges = { tell: Instant, remind: Instant };

/** What happened with one request, in order. */
export const RequestEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RequestMade'),
    ...byPerson,
    site: SiteId,
    form: AskedForm,
    filled: z.array(Filled),
    until: z.iso.date().optional(),
    replaces: z.array(RecordId).optional(),
    rung: z.int(),
    ...nudges,
    widen: Instant,
    over: Instant.optional(),
  }),
  z.strictObject({ type: z.literal('RequestRead'), ...byPerson }),
  z.strictObject({ type: z.literal('RequestApproved'), ...byPerson, words: z.string(), ...term }),
  z.strictObject({ type: z.literal('RequestDeclined'), ...byPerson, words: z.string() }),
  z.strictObject({ type: z.literal('RequestDone'), ...byPerson, words: z.string(), ...term }),
  z.strictObject({ type: z.literal('AskedAgain'), at: Instant, ...nudges }),
  z.strictObject({
    type: z.literal('NextCalled'),
    at: Instant,
    rung: z.int(),
    because: z.enum(['waited', 'unreachable']),
    ...nudges,
    widen: Instant,
  }),
  z.strictObject({ type: z.literal('NobodyReached'), at: Instant }),
  z.strictObject({ type: z.literal('SomebodyReached'), at: Instant }),
  z.strictObject({ type: z.literal('PeriodOver'), at: Instant, ...nudges }),
  z.strictObject({ type: z.literal('PeriodEnded'), ...byPerson }),
  /** Taken back before its day, with the reason. */
  z.strictObject({ type: z.literal('EntryEnded'), ...byPerson, words: z.string() }),
]);
export type RequestEvent = z.infer<typeof RequestEvent>;
