import { isLate } from '../../domain/case/late.ts';
import { type CaseState, canBeTaken, ownerOf } from '../../domain/case/state.ts';
import { hasNoReply } from '../../domain/case/work/referrals.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { spoken } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { isTaskLate, taskReplies } from '../tasks/heard.ts';
import { roleWord } from './people-words.ts';

const roleOf = (deps: Deps, state: CaseState, directory: Directory, person: PersonId): string =>
  roleWord(deps, personById(directory, person), state.site);

/** Somebody who was told has answered, and whoever has the case has not looked since. */
function isAnswered(state: CaseState): boolean {
  const owner = ownerOf(state);
  const looked = state.openedBy.filter(({ by }) => owner === undefined || by === owner).at(-1)?.at;
  const replies = [...state.informed.flatMap((told) => told.replies), ...taskReplies(state)];
  return replies.some(({ at }) => looked === undefined || at > looked);
}

/** How a case stands, for those who work it: "Opened by safeguarding lead, today 14:05." No name, nothing about a child. */
export function leadLine(deps: Deps, state: CaseState, directory: Directory): string {
  const late = state.progress.status !== 'closed' && isLate(state);
  return [
    ...(late ? [deps.cards.say('lead-late')] : []),
    ...(isTaskLate(state) ? [deps.cards.say('lead-task-late')] : []),
    ...(state.progress.status !== 'closed' && hasNoReply(state) ? [deps.cards.say('lead-no-reply')] : []),
    ...(isAnswered(state) ? [deps.cards.say('lead-answered')] : []),
    standsAt(deps, state, directory),
  ].join(' ');
}

function standsAt(deps: Deps, state: CaseState, directory: Directory): string {
  const { say } = deps.cards;
  const { progress } = state;
  switch (progress.status) {
    case 'new':
      return say(state.amended > 0 ? 'lead-changed' : 'lead-new', { time: dateOf(deps, state) });
    case 'opened': {
      if (state.handed !== undefined) {
        const { to, at } = state.handed;
        return say('lead-handed', {
          role: roleOf(deps, state, directory, to),
          time: dateOf(deps, state, at),
        });
      }
      const last = state.openedBy.at(-1);
      const role = last === undefined ? '' : roleOf(deps, state, directory, last.by);
      return say('lead-opened', { role, time: dateOf(deps, state, progress.at) });
    }
    case 'owned':
      return say(state.added > 0 ? 'lead-owned-added' : 'lead-owned', {
        role: roleOf(deps, state, directory, progress.owner),
      });
    case 'closed':
      return say('lead-closed', { time: dateOf(deps, state, progress.at) });
  }
}

/** What a lead's message asks for: nothing is urgent there, and nothing to be taken, once somebody has it. */
export const leadAsks = (state: CaseState): { readonly urgent: boolean; readonly canTake: boolean } => ({
  urgent: state.plan.urgency !== 'ordinary' && canBeTaken(state),
  canTake: canBeTaken(state),
});

/** Kept: making one costs more than all the rest of a card's line. */
const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** A day is never "today" in a message that stays: it would be wrong tomorrow. */
function dateOf(deps: Deps, state: CaseState, at = state.reportedAt): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(deps.organisation.timezone);
  return `${DAY_AND_MONTH.format(local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** The one line a reporter sees, replaced in place. */
export function reporterLine(deps: Deps, state: CaseState, directory: Directory): string {
  const { say } = deps.cards;
  const { progress } = state;
  switch (progress.status) {
    case 'new':
      return say(state.exhausted ? 'reporter-nobody' : 'reporter-waiting');
    case 'opened': {
      const last = state.openedBy.at(-1);
      const role = last === undefined ? '' : roleOf(deps, state, directory, last.by);
      return say('reporter-opened', { role, time: dateOf(deps, state, progress.at) });
    }
    case 'owned':
      return say('reporter-owned', { role: roleOf(deps, state, directory, progress.owner) });
    case 'closed':
      return say('reporter-closed');
  }
}

/** "today 14:05", for a private view that is made anew each time. */
export const clockTime = (deps: Deps, at: CaseState['reportedAt']): string =>
  spoken(at, deps.clock.now(), deps.organisation.timezone);
