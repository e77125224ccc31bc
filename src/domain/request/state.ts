import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId } from '../ids.ts';
import { Role } from '../policy/facts.ts';
import { FieldKind, Keep, Need } from '../policy/staff-form.ts';
import { NamedChild } from './named-child.ts';

/** A form of the policy, as it stood when somebody sent it. */
export const AskedForm = z.strictObject({
  policy: z.strictObject({ id: z.string(), version: z.int() }),
  id: z.string(),
  title: z.string(),
  answer: z.enum(['approve', 'do', 'record']),
  reason: z.enum(['always', 'on-decline']),
  why: z.string(),
  /** Who is asked, in order: the form's own roles, then the policy's independent ones. */
  roles: z.array(Role).min(1),
  /** The register in which it stands, and whose it is to end an entry. */
  keep: z
    .strictObject({
      ...Keep.shape,
      about: z.enum(['child', 'person', 'thing']),
      by: z.array(Role).min(1),
    })
    .optional(),
  needs: z.array(Need).optional(),
});
export type AskedForm = z.infer<typeof AskedForm>;

/** One box of the form, with what was written in it. */
export const Filled = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: FieldKind,
  /** As it was typed or chosen; of a colleague, the name of that day. */
  text: z.string(),
  person: PersonId.optional(),
  children: z.array(NamedChild).optional(),
});
export type Filled = z.infer<typeof Filled>;

export const Clock = z.strictObject({
  /** When those who were asked, or who must end it, are asked again. */
  remind: Instant.optional(),
  /** When the next role hears of it too. */
  widen: Instant.optional(),
  /** When what was asked for is over. */
  over: Instant.optional(),
});
export type Clock = z.infer<typeof Clock>;

const Answer = z.strictObject({ by: PersonId, at: Instant, words: z.string() });
export type Answer = z.infer<typeof Answer>;

export const Progress = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('waiting') }),
  z.strictObject({ status: z.literal('approved'), answer: Answer }),
  z.strictObject({ status: z.literal('declined'), answer: Answer }),
  z.strictObject({ status: z.literal('done'), answer: Answer }),
  /** Its last day went by before anybody answered. */
  z.strictObject({ status: z.literal('lapsed') }),
  /** Its last day went by, and nobody has said yet that it was ended. */
  z.strictObject({ status: z.literal('over'), answer: Answer }),
  z.strictObject({
    status: z.literal('ended'),
    answer: Answer,
    /** With a reason where it was ended before its day. */
    ended: z.strictObject({ by: PersonId, at: Instant, words: z.string().optional() }),
  }),
]);
export type Progress = z.infer<typeof Progress>;

export const RequestState = z.strictObject({
  form: AskedForm,
  site: SiteId,
  asker: PersonId,
  askedAt: Instant,
  filled: z.array(Filled),
  /** The last day of what was asked for. */
  until: z.iso.date().optional(),
  /** Entries of a register that it takes the place of. */
  replaces: z.array(RecordId).optional(),
  progress: Progress,
  /** The last of the form's roles that was called; -1 while none has anybody. */
  rung: z.int(),
  /** True: nobody who was called can be reached. */
  nobody: z.boolean(),
  /** Each round is a new card, because a card that only changes makes no sound. */
  round: z.int(),
  /** Nobody is written to before this: nudges keep to working hours. */
  tell: Instant,
  clock: Clock,
  events: z.int(),
});
export type RequestState = z.infer<typeof RequestState>;

export const answerOf = ({ progress }: RequestState): Answer | undefined =>
  'answer' in progress ? progress.answer : undefined;
