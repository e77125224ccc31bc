import { approvers } from '../../src/domain/access.ts';
import { type CaseStep, openSteps } from '../../src/domain/case/state.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { stateOf } from './concern.ts';
import type { CaseWork } from './obligations-work.ts';
import type { Organisation } from './organisation.ts';

interface Through {
  /** Steps to leave undone, by their id. */
  readonly except?: readonly string[];
  /** What to answer, by the id of the step; otherwise the first choice that settles it. */
  readonly answers?: Readonly<Record<string, string>>;
}

const MOST = 100;
/** An answer that settles it: "not yet" leaves a decision open. */
const settling = ({ step }: CaseStep): string | undefined =>
  step.answers?.find((answer) => step.waits?.includes(answer) !== true);
const isOne = (id: string, names: readonly string[]): boolean =>
  names.some((name) => id === name || id.endsWith(`.${name}`));

/** Does everything that the policy asks for, one button after the other, until nothing is open but what is left out. */
export function workThrough(org: Organisation, work: CaseWork, newest: () => RecordId) {
  async function approver(person: string, { step }: CaseStep, id: RecordId): Promise<string> {
    const able = approvers(await stateOf(org, id), org.directory, step).map((each) => String(each.id));
    const found = able.includes(person) ? person : able[0];
    if (found === undefined) throw new Error(`Nobody can approve ${step.id}`);
    return found;
  }

  return async (person: string, through: Through = {}, id: RecordId = newest()): Promise<void> => {
    const { except = [], answers = {} } = through;
    for (let n = 0; n < MOST; n += 1) {
      const open = openSteps(await stateOf(org, id)).filter(
        ({ step }) => step.modality !== 'may' && !isOne(step.id, except),
      );
      const [next] = open;
      if (next === undefined) return;
      const { id: step, kind } = next.step;
      const own = Object.entries(answers).find(([name]) => isOne(step, [name]));
      const answer = own?.[1] ?? settling(next);
      if (kind === 'approve') await work.approve(await approver(person, next, id), step);
      else await work.step(person, step, { note: 'As agreed.', ...(answer !== undefined && { answer }) }, id);
      const after = openSteps(await stateOf(org, id));
      if (after.some((each) => each.step.id === step && each.now.standing === 'waiting'))
        throw new Error(`${step} was refused or stays open: ${work.answerOf(person)}`);
    }
    throw new Error(`After ${MOST} steps there is still something to do`);
  };
}
