import { z } from 'zod';
import { assertNever, ChildId, Instant, PersonId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, isBlank, words } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

/** A child of the case is this child of the register: said by a lead, never by the bot. `child` is its place in the case. */
export const Link = z.strictObject({
  child: z.int().nonnegative(),
  register: ChildId,
  by: PersonId,
  at: Instant,
  /** Somebody says that it is another child; a second person has to agree. */
  strike: z.strictObject({ by: PersonId, at: Instant, reason: words }).optional(),
});
export type Link = z.infer<typeof Link>;

/** An entry on the wrong child: hidden from that child's story, with the reason and who had seen it there. */
export const Struck = z.strictObject({
  child: z.int().nonnegative(),
  register: ChildId,
  reason: words,
  by: PersonId,
  agreedBy: PersonId,
  at: Instant,
  seenBy: z.array(PersonId),
});
export type Struck = z.infer<typeof Struck>;

const child = z.int().nonnegative();
export const LINK_EVENTS = [
  z.strictObject({ type: z.literal('ChildLinked'), ...act, child, register: ChildId }),
  /** "Not sure": asked, and left open. */
  z.strictObject({ type: z.literal('ChildNotSure'), ...act, child }),
  z.strictObject({ type: z.literal('LinkUndone'), ...act, child, register: ChildId, reason: words }),
  z.strictObject({ type: z.literal('StrikeAsked'), ...act, child, reason: words }),
  z.strictObject({ type: z.literal('StrikeAgreed'), ...act, child, seenBy: z.array(PersonId) }),
  z.strictObject({ type: z.literal('StrikeDeclined'), ...act, child, reason: words }),
] as const;
type LinkEvent = z.infer<(typeof LINK_EVENTS)[number]>;

export type LinkCommand =
  | (Act & { type: 'LinkChild'; child: number; register: ChildId })
  | (Act & { type: 'LeaveUnsure'; child: number })
  /** `seen`: others have read it in that child's story, so it cannot just vanish from there. */
  | (Act & { type: 'UndoLink'; child: number; reason: string; seen: boolean })
  | (Act & { type: 'AskStrike'; child: number; reason: string })
  | (Act & { type: 'AgreeStrike'; child: number; seenBy: readonly PersonId[] })
  | (Act & { type: 'DeclineStrike'; child: number; reason: string });

export const linkOf = (state: Pick<CaseState, 'links'>, place: number): Link | undefined =>
  state.links.find((link) => link.child === place);

/** Which child is meant is a lead's word; taking it back needs a reason, and a second person once others have seen it. */
export function decideLink(command: LinkCommand, state: CaseState): Result<readonly CaseEvent[], Refusal> {
  const said = { ...actOf(command), child: command.child };
  const link = linkOf(state, command.child);
  if (state.children[command.child] === undefined) return refuse({ reason: 'no-such-child' });
  if (command.type === 'LinkChild')
    return link === undefined
      ? ok([{ type: 'ChildLinked', ...said, register: command.register }])
      : refuse({ reason: link.register === command.register ? 'already-done' : 'linked-already' });
  if (command.type === 'LeaveUnsure')
    return link === undefined && !state.notSure.includes(command.child)
      ? ok([{ type: 'ChildNotSure', ...said }])
      : refuse({ reason: 'already-done' });
  if (link === undefined) return refuse({ reason: 'already-done' });
  const { strike } = link;
  switch (command.type) {
    case 'UndoLink':
      if (isBlank(command.reason)) return refuse({ reason: 'needs-words' });
      if (command.seen || strike !== undefined) return refuse({ reason: 'needs-second' });
      return ok([{ type: 'LinkUndone', ...said, register: link.register, reason: command.reason }]);
    case 'AskStrike':
      if (strike !== undefined) return refuse({ reason: 'already-done' });
      if (isBlank(command.reason)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'StrikeAsked', ...said, reason: command.reason }]);
    case 'AgreeStrike':
      if (strike === undefined) return refuse({ reason: 'already-done' });
      if (strike.by === command.by) return refuse({ reason: 'own-proposal' });
      return ok([{ type: 'StrikeAgreed', ...said, seenBy: [...command.seenBy] }]);
    case 'DeclineStrike':
      if (strike === undefined) return refuse({ reason: 'already-done' });
      if (isBlank(command.reason)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'StrikeDeclined', ...said, reason: command.reason }]);
    default:
      return assertNever(command, 'link command');
  }
}

type Links = Pick<CaseState, 'links' | 'struck' | 'notSure'>;

export function evolveLink({ links, struck, notSure }: Links, event: LinkEvent): Links {
  const { child: place, by, at } = event;
  const others = links.filter((link) => link.child !== place);
  const link = links.find((each) => each.child === place);
  const kept = { links, struck, notSure };
  switch (event.type) {
    case 'ChildLinked':
      return {
        struck,
        notSure: notSure.filter((each) => each !== place),
        links: [...others, { child: place, register: event.register, by, at }],
      };
    case 'ChildNotSure':
      return { ...kept, notSure: [...notSure, place] };
    case 'LinkUndone':
      return { ...kept, links: others };
    case 'StrikeAsked':
      return link === undefined
        ? kept
        : { ...kept, links: [...others, { ...link, strike: { by, at, reason: event.reason } }] };
    case 'StrikeAgreed': {
      if (link?.strike === undefined) return kept;
      const { reason, by: asked } = link.strike;
      const { register } = link;
      const done = { child: place, register, reason, by: asked, agreedBy: by, at, seenBy: event.seenBy };
      return { notSure, links: others, struck: [...struck, done] };
    }
    case 'StrikeDeclined': {
      if (link === undefined) return kept;
      const { strike: _, ...rest } = link;
      return { ...kept, links: [...others, rest] };
    }
    default:
      return assertNever(event, 'link event');
  }
}
