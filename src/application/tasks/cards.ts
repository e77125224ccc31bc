import { mayDo, onRung } from '../../domain/access.ts';
import { type CaseState, ownerOf } from '../../domain/case/state.ts';
import { repliesTo, type Task } from '../../domain/case/work/tasks.ts';
import type { RecordId } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { toPerson } from '../case/thin-card.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';

/** That somebody needs them, or that they have answered: never what for. */
export const taskLine = ({ cards }: Pick<Deps, 'cards'>, task: Task): string =>
  cards.say(
    task.done || repliesTo(task).length > 0
      ? 'task-answered'
      : task.chasedAt === undefined
        ? 'task-new'
        : 'task-again',
  );

/** One card for each task and whoever was asked, as long as they may read it; a new one when its day is over. */
function taskCards(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  directory: Directory,
): readonly Promise<readonly WantedCard[]>[] {
  return state.tasks.flatMap((task, place) => {
    const person = personById(directory, task.to);
    if (person === undefined || !mayDo(person, { type: 'do-task', task: place }, state, directory)) return [];
    const card = toPerson(deps, id, state, person, {
      for: `task:${place}:${person.id}:${task.chasedAt === undefined ? 0 : 1}`,
      card: 'task-message',
      line: taskLine(deps, task),
      notification: 'needs-you',
      arg: `${place}`,
    });
    return [card];
  });
}

/** Whoever has the case; while they are away or nobody has it, everybody who is called now. */
function whoHasIt(state: CaseState, directory: Directory): readonly Person[] {
  const owner = ownerOf(state);
  const found = owner === undefined ? undefined : personById(directory, owner);
  const owning = found !== undefined && mayDo(found, { type: 'work' }, state, directory) ? [found] : [];
  const here = owning.filter(({ id }) => directory.away?.includes(id) !== true);
  if (here.length > 0) return here;
  const called = onRung(state, directory, state.rung);
  return called.length > 0 ? called : owning;
}

/** "How was the meeting?", and not which. */
function meetingCards(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  directory: Directory,
): readonly Promise<readonly WantedCard[]>[] {
  const asked = state.meetings.flatMap(({ standing, askedAt }, place) =>
    standing === 'planned' && askedAt !== undefined ? [place] : [],
  );
  return asked.flatMap((place) =>
    whoHasIt(state, directory).map((person) =>
      toPerson(deps, id, state, person, {
        for: `meeting:${place}:${person.id}`,
        card: 'meeting-message',
        line: deps.cards.say('meeting-how'),
        notification: 'needs-you',
      }),
    ),
  );
}

/** What small tasks and meetings ask of people, besides the case itself. */
export async function workMessages(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const cards = [...taskCards(deps, id, state, directory), ...meetingCards(deps, id, state, directory)];
  return (await Promise.all(cards)).flat();
}
