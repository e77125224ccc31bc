import { actOf, isBlank } from '../case/act.ts';
import { assertNever, type Instant, type PersonId, type SiteId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { ChildEntry } from './entry.ts';
import type { ChildEvent, ShareScope } from './events.ts';
import type { ChildState } from './state.ts';

interface Act {
  readonly at: Instant;
  readonly by: PersonId;
  readonly action?: string;
}

/** Imperatives. Whoever gives one has passed `access`. */
export type ChildCommand =
  | (Act & { type: 'EnterChild'; entry: ChildEntry; sites: readonly SiteId[]; from: 'file' | 'triage' })
  | (Act & { type: 'ChangeEntry'; entry: ChildEntry; sites: readonly SiteId[] })
  | (Act & { type: 'OpenEntry' })
  | (Act & { type: 'OpenStory' })
  | (Act & { type: 'ShareStory'; with: PersonId; scope: ShareScope; reason: string })
  | (Act & { type: 'EndSharing'; with: PersonId; reason: string })
  | (Act & { type: 'PointElsewhere'; where: string; what: string })
  | (Act & { type: 'RecordFile'; from: string; on: string; what: string })
  | (Act & { type: 'RecordLeaving'; on: string; school: string })
  | (Act & { type: 'ConfirmSchool'; who: string; how: string })
  | (Act & { type: 'SendFile'; to: string; how: string; hash: string; due: Instant })
  | (Act & { type: 'RecordReceipt'; who: string; on: string })
  | { readonly type: 'ChaseTransfer'; readonly at: Instant; readonly waitsFor: 'sending' | 'receipt' }
  | (Act & { type: 'HandOutStory'; reader: string; left: readonly string[]; hash: string });

/** Why not. Each has its own words among the phrases ("refused-…"). */
export type ChildRefusal =
  | { readonly reason: 'no-such-child' }
  | { readonly reason: 'same-again' }
  | { readonly reason: 'already-done' }
  | { readonly reason: 'needs-words' }
  /** The order of passing a file on: leaving, school confirmed, sent, receipt. */
  | { readonly reason: 'not-leaving' }
  | { readonly reason: 'not-confirmed' }
  | { readonly reason: 'not-sent' };

type Decision = Result<readonly ChildEvent[], ChildRefusal>;

const typed = (text: string, event: ChildEvent): Decision =>
  isBlank(text) ? refuse({ reason: 'needs-words' }) : ok([event]);

type Moving = Extract<
  ChildCommand,
  { type: 'RecordLeaving' | 'ConfirmSchool' | 'SendFile' | 'RecordReceipt' | 'ChaseTransfer' }
>;

/** The file follows the child only once the new school said that the child is there; the receipt ends it. */
function decideTransfer(command: Moving, { transfer }: ChildState): Decision {
  switch (command.type) {
    case 'RecordLeaving':
      return typed(command.school, {
        type: 'LeavingRecorded',
        ...actOf(command),
        on: command.on,
        school: command.school,
      });
    case 'ConfirmSchool':
      if (transfer === undefined) return refuse({ reason: 'not-leaving' });
      return typed(command.who, {
        type: 'SchoolConfirmed',
        ...actOf(command),
        who: command.who,
        how: command.how,
      });
    case 'SendFile': {
      if (transfer?.confirmed === undefined) return refuse({ reason: 'not-confirmed' });
      const { to, how, hash, due } = command;
      return typed(to, { type: 'FileSent', ...actOf(command), to, how, hash, due });
    }
    case 'RecordReceipt':
      if (transfer?.sent === undefined) return refuse({ reason: 'not-sent' });
      return typed(command.who, {
        type: 'ReceiptRecorded',
        ...actOf(command),
        who: command.who,
        on: command.on,
      });
    case 'ChaseTransfer': {
      const { at, waitsFor } = command;
      const isOver = waitsFor === 'sending' ? transfer?.sent : transfer?.receipt;
      if (transfer === undefined || isOver !== undefined || transfer.chased.includes(waitsFor))
        return refuse({ reason: 'already-done' });
      return ok([{ type: 'TransferChased', at, waitsFor }]);
    }
    default:
      return assertNever(command, 'transfer command');
  }
}

/** Given what is known of a child, what happens next, or why not. Pure and total. */
export function decideChild(command: ChildCommand, state: ChildState | undefined): Decision {
  if (command.type === 'EnterChild')
    return state === undefined
      ? ok([
          {
            type: 'ChildEntered',
            ...actOf(command),
            entry: command.entry,
            sites: [...command.sites],
            from: command.from,
          },
        ])
      : refuse({ reason: 'already-done' });
  if (state === undefined) return refuse({ reason: 'no-such-child' });
  if ('action' in command && state.applied.includes(`${command.action}|${command.by}`))
    return refuse({ reason: 'same-again' });
  switch (command.type) {
    case 'ChangeEntry': {
      const { entry, sites } = command;
      const same = JSON.stringify([entry, sites]) === JSON.stringify([state.entry, state.sites]);
      return same
        ? refuse({ reason: 'already-done' })
        : ok([{ type: 'EntryChanged', ...actOf(command), entry, sites: [...sites] }]);
    }
    case 'OpenEntry':
      return ok([{ type: 'EntryOpened', ...actOf(command) }]);
    case 'OpenStory':
      return ok([{ type: 'StoryOpened', ...actOf(command) }]);
    case 'ShareStory': {
      const { scope, reason } = command;
      return typed(reason, { type: 'StoryShared', ...actOf(command), with: command.with, scope, reason });
    }
    case 'EndSharing':
      if (!state.shares.some((each) => each.with === command.with)) return refuse({ reason: 'already-done' });
      return ok([{ type: 'SharingEnded', ...actOf(command), with: command.with, reason: command.reason }]);
    case 'PointElsewhere':
      return typed(command.where, {
        type: 'HeldElsewhere',
        ...actOf(command),
        where: command.where,
        what: command.what,
      });
    case 'RecordFile':
      return typed(command.from, {
        type: 'FileReceived',
        ...actOf(command),
        from: command.from,
        on: command.on,
        what: command.what,
      });
    case 'HandOutStory': {
      const { reader, left, hash } = command;
      return ok([{ type: 'StoryHandedOut', ...actOf(command), reader, left: [...left], hash }]);
    }
    case 'RecordLeaving':
    case 'ConfirmSchool':
    case 'SendFile':
    case 'RecordReceipt':
    case 'ChaseTransfer':
      return decideTransfer(command, state);
    default:
      return assertNever(command, 'child command');
  }
}
