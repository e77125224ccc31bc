import { assertNever } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { CaseCommand, Refusal } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { IMAGE, isAboutImages, isStopped, leftUndone, proposerOf } from './search.ts';
import { type CaseState, type CaseStep, isWaiting, lockedBy, stepOf } from './state.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type StepCommand = Extract<
  CaseCommand,
  { type: 'DoStep' | 'ReasonAway' | 'Decide' | 'Inform' | 'Approve' | 'Decline' | 'RecordReferral' }
>;

const fact = ({ at, by, action }: StepCommand) => ({ at, by, ...(action !== undefined && { action }) });
const isBlank = (text: string): boolean => text.trim() === '';

/** A policy that says who may have a device, or how a question is answered, allows nothing else. */
const isOffered = ({ step }: CaseStep, answer: string): boolean =>
  step.answers === undefined || step.answers.includes(answer);

/** A referral is never held up: not by an order lock, not by an approval, not by another step. */
function referral(command: Extract<StepCommand, { type: 'RecordReferral' }>, state: CaseState): Decision {
  if (isBlank(command.who)) return refuse({ reason: 'needs-words' });
  // Only a step that asks for a referral is done by one: never an approval, and never twice.
  const found = command.step === undefined ? undefined : stepOf(state, command.step);
  const { agency, who, when, reference, consent, due } = command;
  // A call to somebody else is recorded, and the step that asks for another agency still waits.
  const known = found?.step.kind === 'refer' && isWaiting(found) && found.step.agency === agency;
  return ok([
    {
      type: 'ReferralRecorded',
      ...fact(command),
      ...(known && { step: command.step }),
      agency,
      who,
      when,
      reference,
      ...(consent && { consent }),
      ...(due && { due }),
    },
  ]);
}

/** Only what was decided on an older view is turned away; openings and notes do not count. */
function answer(
  command: Extract<StepCommand, { type: 'Approve' | 'Decline' }>,
  found: CaseStep,
  state: CaseState,
): Decision {
  if (found.step.kind !== 'approve') return refuse({ reason: 'no-such-step' });
  if (proposerOf(state, found) === command.by) return refuse({ reason: 'own-proposal' });
  if (command.seen !== state.decisionVersion) return refuse({ reason: 'changed-meanwhile' });
  const wantsReason = command.type === 'Decline' || found.step.reason === 'always';
  if (wantsReason && isBlank(command.reason)) return refuse({ reason: 'needs-words' });
  const said = { ...fact(command), step: command.step, reason: command.reason };
  return ok([
    command.type === 'Approve' ? { type: 'ApprovalGiven', ...said } : { type: 'ApprovalRefused', ...said },
  ]);
}

/**
 * A search stops at the first hint: no order lock and no earlier answer stands against it. What was still to be done of it
 * is not, whatever binds it, and the leads hear of it.
 */
function stop(command: Extract<StepCommand, { type: 'DoStep' }>, state: CaseState): Decision {
  const { step, answer, note } = command;
  const found = state.steps.find((each) => each.step.id === step);
  if (found === undefined || !isAboutImages(found)) return refuse({ reason: 'no-such-step' });
  if (!isOffered(found, answer) || answer === IMAGE.clear)
    return refuse({ reason: 'not-offered', steps: [found.step] });
  if (isStopped(state)) return refuse({ reason: 'already-done' });
  const { at, by } = command;
  const undone = leftUndone(state).filter((each) => each.step.id !== step);
  return ok([
    { type: 'StepDone', ...fact(command), step, answer, note },
    ...undone.map(
      (each) => ({ type: 'StepReasonedAway', at, by, step: each.step.id, reason: note }) as const,
    ),
    { type: 'InformationGiven', at, by, text: note },
  ]);
}

/** What a press on one step of a case does. */
export function decideStep(command: StepCommand, state: CaseState): Decision {
  if (command.type === 'RecordReferral') return referral(command, state);
  if (command.type === 'DoStep' && command.stops === true) return stop(command, state);
  const found = stepOf(state, command.step);
  if (found === undefined) return refuse({ reason: 'no-such-step' });
  if (!isWaiting(found)) return refuse({ reason: 'already-done' });
  const locks = lockedBy(state, found);
  if (locks.length > 0)
    return refuse({ reason: 'locked', steps: locks.map(({ step }) => step), step: found.step });
  switch (command.type) {
    case 'Approve':
    case 'Decline':
      return answer(command, found, state);
    case 'DoStep':
      // Each of these is done by a command of its own, which asks for more.
      if (['approve', 'decide', 'refer'].includes(found.step.kind)) return refuse({ reason: 'no-such-step' });
      // Whoever was told in person needs no card: who, and how, is the answer.
      if (['ask', 'custody', 'contact', 'inform'].includes(found.step.kind) && isBlank(command.answer))
        return refuse({ reason: 'needs-words' });
      if (!isOffered(found, command.answer)) return refuse({ reason: 'not-offered', steps: [found.step] });
      // "A parent" is nobody yet: who of those who may have it is written down too.
      if (found.step.kind === 'custody' && found.step.answers !== undefined && isBlank(command.note))
        return refuse({ reason: 'needs-words' });
      return ok([
        {
          type: 'StepDone',
          ...fact(command),
          step: command.step,
          answer: command.answer,
          note: command.note,
        },
      ]);
    case 'ReasonAway':
      // What must be done cannot be reasoned away; that is what "must" means.
      if (found.step.modality === 'must') return refuse({ reason: 'steps-left', steps: [found.step] });
      if (isBlank(command.reason)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'StepReasonedAway', ...fact(command), step: command.step, reason: command.reason }]);
    case 'Decide':
      // The harm threshold is judged with its limbs, on a card of its own.
      if (found.step.kind !== 'decide' || found.step.about === 'threshold')
        return refuse({ reason: 'no-such-step' });
      if (command.seen !== state.decisionVersion) return refuse({ reason: 'changed-meanwhile' });
      if (isBlank(command.reason) || isBlank(command.answer)) return refuse({ reason: 'needs-words' });
      if (!isOffered(found, command.answer)) return refuse({ reason: 'not-offered', steps: [found.step] });
      return ok([
        {
          type: 'DecisionMade',
          ...fact(command),
          step: command.step,
          answer: command.answer,
          reason: command.reason,
        },
      ]);
    case 'Inform':
      if (found.step.kind !== 'inform') return refuse({ reason: 'no-such-step' });
      if (command.nobody) return refuse({ reason: 'nobody-to-tell' });
      if (isBlank(command.text)) return refuse({ reason: 'needs-words' });
      return ok([
        {
          type: 'RolesInformed',
          ...fact(command),
          step: command.step,
          to: found.step.to ?? [],
          text: command.text,
        },
      ]);
    default:
      return assertNever(command, 'step command');
  }
}
