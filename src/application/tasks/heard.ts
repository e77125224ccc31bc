import type { CaseState } from '../../domain/case/state.ts';
import { isUnanswered, repliesTo } from '../../domain/case/work/tasks.ts';
import type { PersonId } from '../../domain/ids.ts';

/** What colleagues said, or failed to say: each brings whoever works the case a new card. */
export const tasksHeard = ({ tasks }: CaseState): number =>
  tasks.reduce((sum, task) => sum + repliesTo(task).length + (task.late ? 1 : 0), 0);

/** When colleagues answered. */
export const taskReplies = ({
  tasks,
}: CaseState): readonly { readonly by: PersonId; readonly at: string }[] => tasks.flatMap(repliesTo);

/** Somebody was asked, was asked again, and said nothing. */
export const isTaskLate = ({ tasks }: CaseState): boolean =>
  tasks.some((task) => task.late === true && isUnanswered(task));
