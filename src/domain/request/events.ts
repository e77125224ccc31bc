import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import { AskedForm, Filled } from './state.ts';

const byPerson = { at: Instant, by: PersonId };
/** When people may be written to about it, and when they are asked again. */
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
    rung: z.int(),
    ...nudges,
    widen: Instant,
    over: Instant.optional(),
  }),
  z.strictObject({ type: z.literal('RequestRead'), ...byPerson }),
  z.strictObject({ type: z.literal('RequestApproved'), ...byPerson, words: z.string() }),
  z.strictObject({ type: z.literal('RequestDeclined'), ...byPerson, words: z.string() }),
  z.strictObject({ type: z.literal('RequestDone'), ...byPerson, words: z.string() }),
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
]);
export type RequestEvent = z.infer<typeof RequestEvent>;
