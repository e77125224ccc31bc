import type { CaseCommand, Refusal } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { CALENDAR } from './case-parts.ts';

export const RULES = { calendar: CALENDAR };

export const stateAfter = (events: readonly CaseEvent[], from?: CaseState): CaseState | undefined =>
  events.reduce<CaseState | undefined>(evolve, from);

/** What happened when these were asked for, one after the other; none may be refused. */
export function history(...commands: readonly CaseCommand[]): readonly CaseEvent[] {
  const past: CaseEvent[] = [];
  for (const command of commands) {
    const decision = decide(command, stateAfter(past), RULES);
    if (!decision.ok)
      throw new Error(`Cannot begin there: ${command.type} is refused (${decision.refusal.reason})`);
    past.push(...decision.value);
  }
  return past;
}

type Expected<Union> = Union extends { type: infer Type } ? { type: Type } & Partial<Union> : never;

interface Asked {
  /** Exactly these events, in this order; of each, at least what is written here. */
  thenHappens(...events: readonly Expected<CaseEvent>[]): Asked;
  thenRefused(refusal: { readonly reason: Refusal['reason'] } & Readonly<Record<string, unknown>>): void;
  /** How the case stands afterwards, as far as it is written here. */
  thenCase(expected: object): Asked;
  thenNoClock(): Asked;
  /** The case as it then is. */
  state(): CaseState;
  /** What happened, to go on from there. */
  events(): readonly CaseEvent[];
}

interface Given {
  when(command: CaseCommand): Asked;
  state(): CaseState;
}

function certain(state: CaseState | undefined): CaseState {
  if (state === undefined) throw new Error('There is no case');
  return state;
}

/** Given this history, when this is asked, then these events or this refusal. */
export function given(...past: readonly CaseEvent[]): Given {
  const before = stateAfter(past);
  return { when: (command) => asked(command, before), state: () => certain(before) };
}

function asked(command: CaseCommand, before: CaseState | undefined): Asked {
  const decision = decide(command, before, RULES);
  const state = () => {
    expect(decision).toMatchObject({ ok: true });
    return certain(decision.ok ? stateAfter(decision.value, before) : undefined);
  };
  const answers: Asked = {
    thenHappens(...events) {
      expect(decision).toMatchObject({ ok: true, value: events });
      return answers;
    },
    thenRefused(refusal) {
      expect(decision).toMatchObject({ ok: false, refusal });
    },
    thenCase(expected) {
      expect(state()).toMatchObject(expected);
      return answers;
    },
    thenNoClock() {
      expect(state()).not.toHaveProperty('clock');
      return answers;
    },
    state,
    events() {
      if (!decision.ok) throw new Error(`Refused: ${decision.refusal.reason}`);
      return decision.value;
    },
  };
  return answers;
}
