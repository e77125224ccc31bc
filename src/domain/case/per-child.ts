import { StepId } from '../ids.ts';
import type { Plan, PlannedStep } from './plan.ts';
import type { Child, Report } from './report.ts';

const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB');

/** The same name, or where nobody knows it the same description. A name spelt anew is another child: nothing is left out by a guess. */
const isSame = (a: Child, b: Child): boolean =>
  a.name.trim() === '' && b.name.trim() === ''
    ? folded(a.description) === folded(b.description)
    : folded(a.name) === folded(b.name);

interface Roll {
  /** Every child that a report of this case has named; each keeps its place, also when a later report leaves it out. */
  readonly children: readonly Child[];
  /** Places of those that the report names now. */
  readonly now: readonly number[];
}

/** The children of a report among all that the case has named before. */
export function rollOf(known: readonly Child[], report: Report | undefined): Roll {
  const children = [...known];
  const now: number[] = [];
  for (const child of report?.children ?? []) {
    const held = children.findIndex((each, place) => !now.includes(place) && isSame(each, child));
    const place = held < 0 ? children.length : held;
    children[place] = child;
    now.push(place);
  }
  return { children, now };
}

const idFor = (id: StepId, child: number): StepId => StepId.parse(`${id}-${child + 1}`);

/** A step for each child, once per child: it waits for what is done for the same child, and others wait for all of them. */
export function perChild(plan: Plan, { now }: Roll): Plan {
  // An alert names nobody yet: the step stands once, and anew for each child when the report comes.
  if (now.length === 0) return plan;
  const many = new Set(plan.steps.filter(({ each }) => each !== undefined).map(({ id }) => id));
  if (many.size === 0) return plan;
  const idsOf = (id: StepId, children: readonly number[]): readonly StepId[] =>
    many.has(id) ? children.map((child) => idFor(id, child)) : [id];
  const waiting = (step: PlannedStep, children: readonly number[]): Pick<PlannedStep, 'after' | 'given'> => ({
    after: step.after.flatMap((id) => idsOf(id, children)),
    ...(step.given && {
      given: Object.fromEntries(
        Object.entries(step.given).flatMap(([id, answers]) =>
          idsOf(StepId.parse(id), children).map((one) => [one, answers]),
        ),
      ),
    }),
  });
  const steps = plan.steps.flatMap(({ each, ...step }): readonly PlannedStep[] =>
    each === undefined
      ? [{ ...step, ...waiting(step, now) }]
      : now.map((child) => ({ ...step, ...waiting(step, [child]), id: idFor(step.id, child), child })),
  );
  return { ...plan, steps };
}
