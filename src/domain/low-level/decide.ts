import { actOf, isBlank } from '../case/act.ts';
import { assertNever, type Instant, type PersonId, type RecordId, type SiteId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { LowLevelEvent, LowLevelState } from './state.ts';

interface Act {
  readonly at: Instant;
  readonly by: PersonId;
  readonly action?: string;
}

/** Imperatives. Whoever gives one has passed `access`. */
export type LowLevelCommand =
  | (Act & {
      type: 'KeepConcern';
      adult?: PersonId;
      site: SiteId;
      case: RecordId;
      date: string;
      context: string;
      done: string;
      barred: readonly PersonId[];
    })
  | (Act & { type: 'OpenConcern' })
  | (Act & { type: 'RaiseConcern'; reason: string });

export type LowLevelRefusal =
  | { readonly reason: 'no-such-step' }
  | { readonly reason: 'same-again' }
  | { readonly reason: 'already-done' }
  | { readonly reason: 'needs-words' };

type Keep = Extract<LowLevelCommand, { type: 'KeepConcern' }>;
type Decision = Result<readonly LowLevelEvent[], LowLevelRefusal>;

const isSame = (state: LowLevelState, { date, context, done, barred }: Keep): boolean =>
  state.raised === undefined &&
  state.date === date &&
  state.context === context &&
  state.done === done &&
  barred.every((person) => state.barred.includes(person));

function keep(command: Keep, state: LowLevelState | undefined): Decision {
  if (isBlank(command.context) || isBlank(command.done)) return refuse({ reason: 'needs-words' });
  if (state !== undefined && isSame(state, command)) return refuse({ reason: 'already-done' });
  const { adult, site, case: of, date, context, done, barred } = command;
  return ok([
    {
      type: 'ConcernKept',
      ...actOf(command),
      ...(adult !== undefined && { adult }),
      site,
      case: of,
      date,
      context,
      done,
      barred: [...barred],
    },
  ]);
}

/** Given what is kept, what happens next, or why not. Pure and total. */
export function decideLowLevel(command: LowLevelCommand, state: LowLevelState | undefined): Decision {
  if (command.action !== undefined && state?.applied.includes(`${command.action}|${command.by}`))
    return refuse({ reason: 'same-again' });
  if (command.type === 'KeepConcern') return keep(command, state);
  if (state === undefined) return refuse({ reason: 'no-such-step' });
  switch (command.type) {
    case 'OpenConcern':
      return ok([{ type: 'ConcernOpened', ...actOf(command) }]);
    case 'RaiseConcern':
      if (state.raised !== undefined) return refuse({ reason: 'already-done' });
      return isBlank(command.reason)
        ? refuse({ reason: 'needs-words' })
        : ok([{ type: 'ConcernRaised', ...actOf(command), reason: command.reason }]);
    default:
      return assertNever(command, 'low-level command');
  }
}
