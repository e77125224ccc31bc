import { runCase } from '../../src/application/case/case-store.ts';
import type { ActionData } from '../../src/cards/model.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { Instant, type RecordId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import type { SampleSchool } from '../support/sample-school.ts';

/** What these verbs ask for besides words. */
export const WORK_INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'case.decision': { what: 'keep-watching' },
  'case.meeting': { kind: 'strategy', date: '2026-12-01', time: '09:00' },
  'case.meeting-held': { held: 'yes' },
  'case.task': { to: 'p-ben', due: '2026-12-01' },
};

/** A case with a meeting and a task, for whoever these verbs are for; undefined: it is another verb. */
export async function workWorldFor(
  school: SampleSchool,
  verb: string,
  record: RecordId,
): Promise<{ school: SampleSchool; person: Person; data: ActionData } | undefined> {
  const isTask = verb.startsWith('task.');
  if (!isTask && !['case.meeting-held', 'case.task-done'].includes(verb)) return undefined;
  const [iris, ben] = [school.person('p-iris'), school.person('p-ben')];
  const act = { at: school.deps.clock.now(), by: iris.id };
  const commands: readonly CaseCommand[] = [
    { type: 'GiveTask', ...act, to: ben.id, text: 'Meet him at the gate.', due: '2026-12-01' },
    {
      type: 'PlanMeeting',
      ...act,
      kind: 'strategy',
      when: Instant.parse('2026-12-01T09:00:00.000Z'),
      where: '',
      who: '',
    },
  ];
  for (const command of commands) await runCase(school.deps, record, () => command);
  return { school, person: isTask ? ben : iris, data: { do: verb, record, arg: '0' } };
}
