import { Report } from '../../domain/case/report.ts';
import { assertNever } from '../../domain/ids.ts';
import { type Draft, FormStep } from './draft.ts';

/** The report that the draft's answers make; undefined while a step is missing. */
export function draftedReport({ answers }: Draft): Report | undefined {
  const report = Report.safeParse({
    where: '',
    callback: '',
    adults: [],
    connected: [],
    mayInvolveLead: false,
    ...answers,
  });
  return report.success ? report.data : undefined;
}

function following(step: Exclude<FormStep, 'check'>, answers: Draft['answers']): FormStep {
  switch (step) {
    case 'right-now':
      return answers.danger === 'no' ? 'who' : 'danger';
    case 'danger':
      return 'who';
    case 'who':
      return answers.adult === 'no' || answers.self === true ? 'what' : 'adult';
    case 'adult':
      return 'what';
    case 'what':
      return 'what-happened';
    case 'what-happened':
    case 'origin':
      return 'check';
    default:
      return assertNever(step, 'form step');
  }
}

const order = (step: FormStep): number => FormStep.options.indexOf(step);

/**
 * The draft with one more step completed, and the step to show now: the next one, or the last page again for somebody who
 * came from there to change something, unless the change brings a question or a warning of its own.
 */
export function completed(
  draft: Draft,
  step: Exclude<FormStep, 'check'>,
  answers: Draft['answers'],
): { readonly draft: Draft; readonly show: FormStep } {
  const { typed: _, ...rest } = draft;
  const { self: isSelf, ...others } = draft.answers;
  // Who it is about is answered anew each time.
  const before = step === 'who' || isSelf === undefined ? others : draft.answers;
  const all = { ...before, ...answers };
  const next = following(step, all);
  const newTicks = step === 'what' && String(draft.answers.harms) !== String(all.harms);
  const asksMore = (next === 'danger' && draft.alertedAt === undefined) || next === 'adult' || newTicks;
  const show = draft.step === 'check' && !asksMore ? 'check' : next;
  const furthest = order(show) > order(draft.step) ? show : draft.step;
  return { draft: { ...rest, answers: all, step: furthest }, show };
}
