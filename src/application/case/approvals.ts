import { words } from '../../cards/fill.ts';
import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { proposerOf } from '../../domain/case/search.ts';
import { type CaseStep, isWaiting, openSteps, stepOf } from '../../domain/case/state.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import { addressesOf } from '../addresses.ts';
import type { Answer } from '../intent.ts';
import { searchAsked } from '../search/cards.ts';
import { stepArg } from './case-commands.ts';
import { type CaseRecord, eventsOf, readCase, runCase } from './case-store.ts';
import { nameOf } from './people-words.ts';
import { refusalWords } from './refusal-words.ts';
import { line, nothingHere, type Pressed } from './work-case.ts';

const mayAnswer = ({ person, directory }: Pressed, record: CaseRecord, found: CaseStep): boolean =>
  mayDo(person, { type: 'answer-request', step: found.step }, record.state, directory);

/** The step that a button names. A message names none, because a step says what a case is about: then the first that waits. */
function findStep(pressed: Pressed, record: CaseRecord | undefined): CaseStep | undefined {
  if (record === undefined) return undefined;
  const at = stepArg(pressed.press.arg);
  if (at !== undefined) return stepOf(record.state, at.step);
  return openSteps(record.state).find(
    (each) => each.step.kind === 'approve' && mayAnswer(pressed, record, each),
  );
}

/** What was asked for and by whom; the rest of the case stays closed to whoever only approves. */
function approvalCard(pressed: Pressed, record: CaseRecord, found: CaseStep, notice?: string): Answer {
  const { deps, directory, person, press } = pressed;
  const asked = eventsOf(record).find(
    (event) => event.type === 'ApprovalRequested' && event.step.id === found.step.id,
  );
  const request = asked?.type === 'ApprovalRequested' ? asked.text : searchAsked(deps, record.state, found);
  const proposer = proposerOf(record.state, found);
  const card = deps.cards.show('approval', {
    ref: refOf(record.id),
    case: record.id,
    arg: `${found.step.id}@${record.state.decisionVersion}`,
    notice,
    text: found.step.text,
    why: found.step.why,
    who: proposer === undefined ? undefined : words(nameOf(deps, directory, proposer)),
    request: request === undefined ? undefined : words(request),
    waiting: isWaiting(found),
    standing: isWaiting(found)
      ? undefined
      : deps.cards.say(`request-${found.now.standing}`, { title: found.step.text }),
    mayWork: mayDo(person, { type: 'work' }, record.state, directory),
    reasonAlways: found.step.reason === 'always',
    'typed-reason': words(press.inputs.reason ?? ''),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

const ANSWERS: Readonly<Record<string, 'Approve' | 'Decline'>> = {
  'approval.approve': 'Approve',
  'approval.decline': 'Decline',
};

/** Approve and decline, for the roles that the policy names: never for the one who asked. */
export async function pressApproval(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  const id = RecordId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  const record = await readCase(deps, id.data, true);
  const found = findStep(pressed, record);
  if (record === undefined || found === undefined || !mayAnswer(pressed, record, found))
    return nothingHere(deps);
  if (!view)
    return line(deps, (await addressesOf(deps, person)).length > 0 ? 'in-your-chat' : 'open-chat-first');
  if (press.do === 'approval.open') {
    // What somebody typed is read here: the opening is recorded first, as that of a record is.
    const opened = await runCase(deps, id.data, (now) =>
      now !== undefined && mayAnswer(pressed, now, found)
        ? { type: 'OpenRequest', at: deps.clock.now(), by: person.id, step: found.step.id }
        : undefined,
    );
    return opened.ok ? approvalCard(pressed, record, found) : nothingHere(deps);
  }
  const answer = ANSWERS[press.do];
  if (answer === undefined) return line(deps, 'older-button');
  const at = stepArg(press.arg);
  const ran = await runCase(deps, id.data, (now): CaseCommand | undefined => {
    if (now === undefined || at === undefined || !mayAnswer(pressed, now, found)) return undefined;
    return {
      type: answer,
      at: deps.clock.now(),
      by: person.id,
      ...(press.actionId !== undefined && { action: press.actionId }),
      step: at.step,
      seen: at.seen,
      reason: (press.inputs.reason ?? '').slice(0, 3000).trim(),
    };
  });
  const after = await readCase(deps, id.data, true);
  const now = findStep(pressed, after);
  if (after === undefined || now === undefined) return nothingHere(deps);
  if (ran.ok || ran.refusal.reason === 'same-again') return approvalCard(pressed, after, now);
  return approvalCard(pressed, after, now, refusalWords(deps, ran.refusal));
}
