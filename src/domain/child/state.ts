import { z } from 'zod';
import { assertNever, Instant, PersonId, SiteId } from '../ids.ts';
import { ChildEntry } from './entry.ts';
import { type ChildEvent, ShareScope } from './events.ts';

/** Where passing the file on to the next school stands. */
export const Transfer = z.strictObject({
  on: z.iso.date(),
  school: z.string(),
  confirmed: z.strictObject({ who: z.string(), at: Instant }).optional(),
  sent: z
    .strictObject({ to: z.string(), how: z.string(), hash: z.string(), at: Instant, due: Instant })
    .optional(),
  receipt: z.strictObject({ who: z.string(), on: z.iso.date() }).optional(),
  chased: z.array(z.enum(['sending', 'receipt'])),
});
export type Transfer = z.infer<typeof Transfer>;

/** One child's own record: who they are, who read their story, with whom it is shared, and where more of it is. */
export const ChildState = z.strictObject({
  entry: ChildEntry,
  sites: z.array(SiteId).min(1),
  enteredAt: Instant,
  shares: z.array(
    z.strictObject({ with: PersonId, scope: ShareScope, reason: z.string(), by: PersonId, at: Instant }),
  ),
  /** Who opened the story, each once with the last time; every opening is an event. */
  openedBy: z.array(z.strictObject({ by: PersonId, at: Instant })),
  elsewhere: z.array(z.strictObject({ where: z.string(), what: z.string(), by: PersonId, at: Instant })),
  received: z.array(
    z.strictObject({ from: z.string(), on: z.iso.date(), what: z.string(), by: PersonId, at: Instant }),
  ),
  transfer: Transfer.optional(),
  events: z.int(),
  /** The last hundred buttons that took effect, each with the person. */
  applied: z.array(z.string()),
});
export type ChildState = z.infer<typeof ChildState>;

/** What matching and lists need of a child, sealed beside the record. */
export const ChildBrief = z.strictObject({
  kind: z.literal('child'),
  sites: z.array(SiteId),
  name: z.string(),
  knownAs: z.string(),
  born: z.iso.date().optional(),
  group: z.string(),
  number: z.string(),
  left: z.boolean(),
  /** Somebody has to move for the file to reach the next school: until when. */
  due: Instant.optional(),
});
export type ChildBrief = z.infer<typeof ChildBrief>;

const REMEMBERED_ACTIONS = 100;

function begun({ at, entry, sites }: Extract<ChildEvent, { type: 'ChildEntered' }>): ChildState {
  const nothing = { shares: [], openedBy: [], elsewhere: [], received: [], events: 0, applied: [] };
  return { entry, sites, enteredAt: at, ...nothing };
}

const moved = (state: ChildState, change: Partial<Transfer>): ChildState =>
  state.transfer === undefined ? state : { ...state, transfer: { ...state.transfer, ...change } };

function apply(state: ChildState, event: ChildEvent): ChildState {
  switch (event.type) {
    case 'ChildEntered':
    case 'EntryOpened':
    case 'StoryHandedOut':
      return state;
    case 'EntryChanged':
      return { ...state, entry: event.entry, sites: event.sites };
    case 'StoryOpened': {
      const others = state.openedBy.filter(({ by }) => by !== event.by);
      return { ...state, openedBy: [...others, { by: event.by, at: event.at }] };
    }
    case 'StoryShared': {
      const { scope, reason, by, at } = event;
      const others = state.shares.filter((each) => each.with !== event.with);
      return { ...state, shares: [...others, { with: event.with, scope, reason, by, at }] };
    }
    case 'SharingEnded':
      return { ...state, shares: state.shares.filter((each) => each.with !== event.with) };
    case 'HeldElsewhere': {
      const { where, what, by, at } = event;
      return { ...state, elsewhere: [...state.elsewhere, { where, what, by, at }] };
    }
    case 'FileReceived': {
      const { from, on, what, by, at } = event;
      return { ...state, received: [...state.received, { from, on, what, by, at }] };
    }
    case 'LeavingRecorded':
      return { ...state, transfer: { on: event.on, school: event.school, chased: [] } };
    case 'SchoolConfirmed':
      return moved(state, { confirmed: { who: event.who, at: event.at } });
    case 'FileSent': {
      const { to, how, hash, at, due } = event;
      // Sent again: its receipt is waited for anew.
      const chased = (state.transfer?.chased ?? []).filter((each) => each !== 'receipt');
      return moved(state, { sent: { to, how, hash, at, due }, chased });
    }
    case 'ReceiptRecorded':
      return moved(state, { receipt: { who: event.who, on: event.on } });
    case 'TransferChased':
      return moved(state, { chased: [...(state.transfer?.chased ?? []), event.waitsFor] });
    default:
      return assertNever(event, 'child event');
  }
}

/** Past facts never fail; an event before the beginning leaves nothing. */
export function evolveChild(state: ChildState | undefined, event: ChildEvent): ChildState | undefined {
  const started = state ?? (event.type === 'ChildEntered' ? begun(event) : undefined);
  if (started === undefined) return undefined;
  const next = { ...apply(started, event), events: started.events + 1 };
  if (event.action === undefined || !('by' in event)) return next;
  return { ...next, applied: [...next.applied, `${event.action}|${event.by}`].slice(-REMEMBERED_ACTIONS) };
}
