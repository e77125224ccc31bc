import type { Instant, PersonId } from '../../src/domain/ids.ts';
import type { Refusal, RequestCommand } from '../../src/domain/request/commands.ts';
import { decide } from '../../src/domain/request/decide.ts';
import type { RequestEvent } from '../../src/domain/request/events.ts';
import { evolve } from '../../src/domain/request/evolve.ts';
import type { AskedForm, RequestState } from '../../src/domain/request/state.ts';
import { CALENDAR, IRIS, minute, PIPPA, SITE } from './case-parts.ts';

const RULES = { calendar: CALENDAR };

export const FORM: AskedForm = {
  policy: { id: 'small', version: 1 },
  id: 'bypass',
  title: 'Ask for a filter bypass',
  answer: 'approve',
  reason: 'on-decline',
  why: 'section 3.5',
  roles: ['it-lead', 'dsl', 'chair-of-governors'],
};
export const TASK: AskedForm = { ...FORM, id: 'lost', title: 'Pass on a lost device', answer: 'do' };

interface Asking {
  readonly form?: AskedForm;
  readonly until?: string;
  readonly manned?: readonly number[];
  readonly text?: string;
  readonly at?: Instant;
}

export const asks = ({ form = FORM, until, manned = [0, 1], text = 'a page', at = minute(0) }: Asking = {}) =>
  ({
    type: 'Ask',
    at,
    by: PIPPA,
    site: SITE,
    form,
    filled: [{ id: 'page', label: 'Which page?', kind: 'text', text }],
    manned,
    ...(until !== undefined && { until }),
  }) satisfies RequestCommand;

export const answers = (
  type: 'Approve' | 'Decline' | 'Finish',
  words = '',
  by: PersonId = IRIS,
  at = minute(60),
): RequestCommand => ({ type, at, by, words });

export const tick = (at: Instant, manned: readonly number[] = [0, 1]): RequestCommand => ({
  type: 'Tick',
  at,
  manned,
});
export const ends = (at: Instant, by: PersonId = IRIS): RequestCommand => ({ type: 'End', at, by });
export const on = (at: string): Instant => minute((Date.parse(at) - Date.parse(minute(0))) / 60_000);

const after = (events: readonly RequestEvent[], from?: RequestState): RequestState | undefined =>
  events.reduce<RequestState | undefined>(evolve, from);

/** Given that these were done, one after the other; when another is asked for, then its events or its refusal. */
export function given(...commands: readonly RequestCommand[]) {
  let before: RequestState | undefined;
  for (const command of commands) {
    const decision = decide(command, before, RULES);
    if (!decision.ok) throw new Error(`Cannot begin there: ${command.type} is ${decision.refusal.reason}`);
    before = after(decision.value, before);
  }
  return {
    state: before,
    when(command: RequestCommand) {
      const decision = decide(command, before, RULES);
      const asked = {
        thenHappens(...events: readonly (Partial<RequestEvent> & Pick<RequestEvent, 'type'>)[]) {
          expect(decision).toMatchObject({ ok: true, value: events });
          return asked;
        },
        thenRefused: (reason: Refusal['reason']) =>
          expect(decision).toEqual({ ok: false, refusal: { reason } }),
        thenStands(expected: object) {
          expect(decision.ok ? after(decision.value, before) : decision).toMatchObject(expected);
          return asked;
        },
      };
      return asked;
    },
  };
}
