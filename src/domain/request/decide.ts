import { assertNever, type Instant } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Calendar, dayOf, endOfDay } from '../time/working-time.ts';
import type { Refusal, RequestCommand } from './commands.ts';
import type { RequestEvent } from './events.ts';
import { nudgesFrom, weeklyFrom, widenFrom } from './nudges.ts';
import type { AskedForm, RequestState } from './state.ts';

interface Rules {
  readonly calendar: Calendar;
}
type Decision = Result<readonly RequestEvent[], Refusal>;
type Of<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

/** What is over is asked for each working morning so often; then, as nobody answers, each week. */
const DAILY_ROUNDS = 5;

const isBlank = (words: string): boolean => words.trim() === '';
const isLate = (due: Instant | undefined, now: Instant): boolean => due !== undefined && due <= now;
const firstAfter = (manned: readonly number[], rung: number): number | undefined =>
  [...manned].sort((a, b) => a - b).find((each) => each > rung);

function ask(command: Of<'Ask'>, { calendar }: Rules): Decision {
  const { at, by, site, form, filled, until, replaces, manned } = command;
  if (until !== undefined && until < dayOf(at, calendar.timezone).toString())
    return refuse({ reason: 'date-past' });
  if (filled.every(({ text }) => isBlank(text))) return refuse({ reason: 'needs-words' });
  const nudges = nudgesFrom(at, calendar);
  const made: RequestEvent[] = [
    {
      type: 'RequestMade',
      at,
      by,
      site,
      form,
      filled: filled.map((each) => ({ ...each })),
      rung: firstAfter(manned, -1) ?? -1,
      ...nudges,
      widen: widenFrom(nudges.tell, calendar),
      ...(until !== undefined && { until, over: endOfDay(until, calendar.timezone) }),
      ...(replaces !== undefined && { replaces: [...replaces] }),
    },
  ];
  // What is only written down waits for nobody.
  if (form.answer === 'record')
    made.push({ type: 'RequestDone', at, by, words: '', ...termOf(at, form, until, calendar) });
  return ok(made);
}

/** The last day of an entry that was given none. */
function termOf(at: Instant, { keep }: AskedForm, until: string | undefined, { timezone }: Calendar) {
  if (keep?.expires === undefined || until !== undefined) return {};
  const last = dayOf(at, timezone).add(keep.expires).toString();
  return { until: last, over: endOfDay(last, timezone) };
}

const ANSWERS = { Approve: 'RequestApproved', Finish: 'RequestDone' } as const;

function answer(
  command: Of<'Approve' | 'Decline' | 'Finish'>,
  state: RequestState,
  { calendar }: Rules,
): Decision {
  const { type, at, by, words, isLacking = false } = command;
  if (by === state.asker) return refuse({ reason: 'own-request' });
  // Nothing that is over can be allowed any more, also before the clock has said so.
  if (state.progress.status !== 'waiting' || isLate(state.clock.over, at))
    return refuse({ reason: 'already-answered' });
  const wanted = state.form.answer === 'approve' ? 'Approve' : 'Finish';
  if (type !== wanted && type !== 'Decline') return refuse({ reason: 'other-answer' });
  const needsWords = type !== 'Approve' || state.form.reason === 'always';
  if (needsWords && isBlank(words)) return refuse({ reason: 'needs-words' });
  if (type === 'Decline') return ok([{ type: 'RequestDeclined', at, by, words }]);
  if (isLacking) return refuse({ reason: 'lacking' });
  return ok([{ type: ANSWERS[type], at, by, words, ...termOf(at, state.form, state.until, calendar) }]);
}

const STANDING: readonly RequestState['progress']['status'][] = ['approved', 'done', 'over'];

function endEntry({ at, by, words }: Of<'EndEntry'>, { form, progress }: RequestState): Decision {
  if (form.keep === undefined || !STANDING.includes(progress.status))
    return refuse({ reason: 'nothing-to-end' });
  return isBlank(words)
    ? refuse({ reason: 'needs-words' })
    : ok([{ type: 'EntryEnded', at, by, words: words.trim() }]);
}

function callNext(
  at: Instant,
  rung: number,
  because: 'waited' | 'unreachable',
  { calendar }: Rules,
): RequestEvent {
  const nudges = nudgesFrom(at, calendar);
  return { type: 'NextCalled', at, rung, because, ...nudges, widen: widenFrom(nudges.tell, calendar) };
}

function tick({ at, manned }: Of<'Tick'>, state: RequestState, rules: Rules): Decision {
  const { clock, progress, rung } = state;
  if (isLate(clock.over, at)) return ok([{ type: 'PeriodOver', at, ...nudgesFrom(at, rules.calendar) }]);
  const next = progress.status === 'waiting' ? firstAfter(manned, rung) : undefined;
  // A role that had nobody has somebody now: no need to wait any longer.
  if (next !== undefined && (rung < 0 || isLate(clock.widen, at)))
    return ok([callNext(at, next, 'waited', rules)]);
  const from = progress.status === 'over' && state.round >= DAILY_ROUNDS ? weeklyFrom : nudgesFrom;
  if (isLate(clock.remind, at)) return ok([{ type: 'AskedAgain', at, ...from(at, rules.calendar) }]);
  return refuse({ reason: 'nothing-due' });
}

/** Whoever cannot be reached is not waited for. */
function noteReach({ at, reached, manned }: Of<'NoteReach'>, state: RequestState, rules: Rules): Decision {
  if (state.progress.status !== 'waiting' || reached === !state.nobody)
    return refuse({ reason: 'nothing-due' });
  if (reached) return ok([{ type: 'SomebodyReached', at }]);
  const next = firstAfter(manned, state.rung);
  return ok([next === undefined ? { type: 'NobodyReached', at } : callNext(at, next, 'unreachable', rules)]);
}

/** Given what happened, what happens next, or why not. Pure and total. */
export function decide(command: RequestCommand, state: RequestState | undefined, rules: Rules): Decision {
  if (command.type === 'Ask')
    return state === undefined ? ask(command, rules) : refuse({ reason: 'same-again' });
  if (state === undefined) return refuse({ reason: 'not-asked' });
  switch (command.type) {
    case 'Read':
      return ok([{ type: 'RequestRead', at: command.at, by: command.by }]);
    case 'Approve':
    case 'Decline':
    case 'Finish':
      return answer(command, state, rules);
    case 'End':
      return state.progress.status === 'over'
        ? ok([{ type: 'PeriodEnded', at: command.at, by: command.by }])
        : refuse({ reason: 'nothing-to-end' });
    case 'EndEntry':
      return endEntry(command, state);
    case 'Tick':
      return tick(command, state, rules);
    case 'NoteReach':
      return noteReach(command, state, rules);
    default:
      return assertNever(command, 'request command');
  }
}
