import { z } from 'zod';
import { assertNever, Instant, PersonId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, fact, isBlank, words } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

/** Something small that a colleague is asked to do: they read this line and nothing else of the case. */
export const Task = z.strictObject({
  to: PersonId,
  text: words,
  due: z.iso.date(),
  by: PersonId,
  at: Instant,
  answers: z.array(z.strictObject({ by: PersonId, at: Instant, text: words })),
  done: z.boolean(),
  /** When they were reminded, because the day was over. */
  chasedAt: Instant.optional(),
  /** Still not answered: whoever has the case was told. */
  late: z.literal(true).optional(),
});
export type Task = z.infer<typeof Task>;

const task = z.int().nonnegative();
export const TASK_EVENTS = [
  z.strictObject({ type: z.literal('TaskGiven'), ...act, to: PersonId, text: words, due: z.iso.date() }),
  z.strictObject({ type: z.literal('TaskAnswered'), ...act, task, done: z.boolean(), text: words }),
  /** Whoever was asked read it. */
  z.strictObject({ type: z.literal('TaskOpened'), ...act, task }),
  z.strictObject({ type: z.literal('TasksChased'), ...fact, tasks: z.array(task) }),
  z.strictObject({ type: z.literal('TasksLate'), ...fact, tasks: z.array(task) }),
] as const;
type TaskEvent = z.infer<(typeof TASK_EVENTS)[number]>;

export type TaskCommand =
  | (Act & { type: 'GiveTask'; to: PersonId; text: string; due: string })
  | (Act & { type: 'OpenTask'; task: number })
  /** By whoever was asked, or by a lead who heard of it. */
  | (Act & { type: 'AnswerTask'; task: number; done: boolean; text: string });

/** Whoever was asked has said nothing of it yet. */
export const isUnanswered = ({ answers, done }: Task): boolean => !done && answers.length === 0;

/** What whoever was asked said: a lead who writes down that it is done tells themselves nothing. */
export const repliesTo = ({ answers, to }: Task): Task['answers'] => answers.filter(({ by }) => by === to);

export function decideTask(command: TaskCommand, state: CaseState): Result<readonly CaseEvent[], Refusal> {
  switch (command.type) {
    case 'GiveTask': {
      const { to, text, due } = command;
      if (isBlank(text)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'TaskGiven', ...actOf(command), to, text, due }]);
    }
    case 'OpenTask':
      return state.tasks[command.task] === undefined
        ? refuse({ reason: 'no-such-step' })
        : ok([{ type: 'TaskOpened', ...actOf(command), task: command.task }]);
    case 'AnswerTask': {
      const found = state.tasks[command.task];
      if (found === undefined) return refuse({ reason: 'no-such-step' });
      if (found.done) return refuse({ reason: 'already-done' });
      if (!command.done && isBlank(command.text)) return refuse({ reason: 'needs-words' });
      const { done, text } = command;
      return ok([{ type: 'TaskAnswered', ...actOf(command), task: command.task, done, text }]);
    }
    default:
      return assertNever(command, 'task command');
  }
}

export function evolveTask(tasks: readonly Task[], event: TaskEvent): Task[] {
  switch (event.type) {
    case 'TaskGiven': {
      const { to, text, due, by, at } = event;
      return [...tasks, { to, text, due, by, at, answers: [], done: false }];
    }
    case 'TaskAnswered': {
      const { by, at, text, done } = event;
      return tasks.map((each, n) =>
        n === event.task ? { ...each, done, answers: [...each.answers, { by, at, text }] } : each,
      );
    }
    case 'TaskOpened':
      return [...tasks];
    case 'TasksChased':
      return tasks.map((each, n) => (event.tasks.includes(n) ? { ...each, chasedAt: event.at } : each));
    case 'TasksLate':
      return tasks.map((each, n) => (event.tasks.includes(n) ? { ...each, late: true } : each));
    default:
      return assertNever(event, 'task event');
  }
}
