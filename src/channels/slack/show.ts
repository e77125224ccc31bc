import type { types } from '@slack/bolt';
import type { Answer } from '../../application/intent.ts';
import type { Card } from '../../cards/model.ts';
import { assertNever } from '../../domain/ids.ts';
import { firstInput, firstWords, type OpenView, sameForm } from './open-view.ts';
import { homeView, lineView, modalView } from './render.ts';
import { findings } from './validate.ts';
import { WORDS } from './words.ts';

/** What became of an intent: its answer, or that handling it failed. */
export type Outcome = Answer | { readonly type: 'failed' };

export type SubmissionAck =
  | { response_action: 'update'; view: types.ModalView }
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'clear' };

/** In a window that was opened for it: there is no form yet that could stay. */
export function afterOpening(outcome: Outcome): types.ModalView {
  switch (outcome.type) {
    case 'card':
    case 'keep-form':
      return checked(modalView(outcome.card));
    case 'nothing':
      return lineView(WORDS.finished);
    case 'failed':
      return lineView(WORDS.notOpened);
    default:
      return assertNever(outcome, 'answer');
  }
}

/** In a window that has a form: what is typed stays unless the answer is the next card. */
export function afterForm(outcome: Outcome, view: OpenView): types.ModalView {
  switch (outcome.type) {
    case 'card':
      return checked(modalView(outcome.card));
    case 'keep-form':
      return sameForm(view, firstWords(outcome.card));
    case 'nothing':
      return lineView(WORDS.finished);
    case 'failed':
      return sameForm(view, WORDS.failed);
    default:
      return assertNever(outcome, 'answer');
  }
}

/** As the answer to a submission itself, where Slack can close the window or put a line under an input. */
export function asAck(outcome: Outcome, view: OpenView): SubmissionAck {
  if (outcome.type === 'nothing') return { response_action: 'clear' };
  const input = firstInput(view);
  if (outcome.type === 'card' || input === undefined) {
    return { response_action: 'update', view: afterForm(outcome, view) };
  }
  const words = outcome.type === 'failed' ? WORDS.failed : firstWords(outcome.card);
  return { response_action: 'errors', errors: { [input]: words } };
}

export const asHome = (card: Card): types.HomeView => checked(homeView(card));

/** Slack would refuse the whole view: better our own line than a window that never changes. */
function checked<View extends types.HomeView | types.ModalView>(view: View): View {
  const [first] = findings(view);
  if (first !== undefined) throw new Error(`Slack would refuse this card: ${first}`);
  return view;
}
