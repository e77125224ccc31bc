import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { stepOf } from '../../domain/case/state.ts';
import type { Referral } from '../../domain/case/work/referrals.ts';
import { RecordId } from '../../domain/ids.ts';
import { noteAttempt } from '../attempts.ts';
import { stepArg } from '../case/case-commands.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { line, nothingHere, opened, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type Asked, askedFor } from './asked.ts';
import { draftCard, furtherCard, listCard, referralCard, replyCard, startCard } from './cards.ts';
import { draftText } from './draft.ts';
import { draftMaterial } from './draft-material.ts';
import { furtherCommand, replyCommand } from './record.ts';

/** The agency that the form names, or else the step that asks for the referral. */
function agencyOf({ state }: CaseRecord, asked: Asked): Asked['agency'] {
  const step = stepArg(asked.from)?.step;
  return asked.agency ?? (step === undefined ? undefined : stepOf(state, step)?.step.agency);
}

/** The text for one agency, a page of it; while nobody said which agency, the question. */
async function draft(pressed: Pressed, record: CaseRecord): Promise<Answer> {
  const { deps, press } = pressed;
  const said = askedFor(press, record.state);
  const asked = { ...said, agency: agencyOf(record, said) };
  const found = deps.policy.drafts.find(({ agency }) => agency === asked.agency);
  if (press.do === 'referral.start' || found === undefined || asked.agency === undefined)
    return { type: 'card', card: startCard(pressed, record, asked) };
  const { agency, place, consent } = asked;
  const material = await draftMaterial(pressed, record, found, { agency, place, consent });
  return { type: 'card', card: draftCard(pressed, record, draftText(deps, material), asked) };
}

/** One command on the case as it is now; the referral as it then stands, or its form with what is missing. */
async function change(pressed: Pressed, record: CaseRecord, n: number): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const act = {
    at: deps.clock.now(),
    by: person.id,
    ...(press.actionId !== undefined && { action: press.actionId }),
  };
  const isReply = press.do === 'referral.reply';
  const make = isReply ? replyCommand : furtherCommand;
  let isDenied = false;
  const ran = await runCase(deps, record.id, (now): CaseCommand | undefined => {
    isDenied = now === undefined || !mayDo(person, { type: 'work' }, now.state, directory);
    return now === undefined || isDenied ? undefined : make(deps, now.state, n, press.inputs, act);
  });
  if (isDenied) {
    await noteAttempt(deps, record.id, person);
    return nothingHere(deps);
  }
  const now = await readCase(deps, record.id);
  const found = now?.state.referrals[n];
  if (now === undefined || found === undefined) return nothingHere(deps);
  if (ran.ok || ran.refusal.reason === 'same-again')
    return { type: 'card', card: referralCard(pressed, now, n, found, { saved: deps.cards.say('saved') }) };
  const isEmpty = ran.refusal.reason === 'not-allowed';
  const notice = isEmpty ? deps.cards.say('refused-needs-words') : refusalWords(deps, ran.refusal);
  const form = isReply ? replyCard : furtherCard;
  return { type: 'keep-form', card: form(pressed, now, n, found, notice) };
}

/** Everything about one referral that is there. */
function onReferral(
  pressed: Pressed,
  record: CaseRecord,
  n: number,
  found: Referral,
): Answer | Promise<Answer> {
  switch (pressed.press.do) {
    case 'referral.open':
      return { type: 'card', card: referralCard(pressed, record, n, found) };
    case 'referral.answer':
      return { type: 'card', card: replyCard(pressed, record, n, found) };
    case 'referral.next':
      return { type: 'card', card: furtherCard(pressed, record, n, found) };
    case 'referral.reply':
    case 'referral.further':
      return change(pressed, record, n);
    default:
      return line(pressed.deps, 'older-button');
  }
}

/** Drafts, replies and what comes when there is none: for those who work the case, in a private view. */
export async function pressReferral(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  const id = RecordId.safeParse(press.record);
  if (!view || !id.success) return nothingHere(deps);
  // Only a text is made of what happened since: everything else is in the state of the case.
  const record = await opened(pressed, id.data, press.do === 'referral.write');
  if (record === undefined) return nothingHere(deps);
  const n = /^\d{1,4}$/.test(press.arg ?? '') ? Number(press.arg) : -1;
  switch (press.do) {
    case 'referral.start':
    case 'referral.write':
      return draft(pressed, record);
    case 'referral.list':
      return { type: 'card', card: listCard(pressed, record, Math.max(0, n)) };
    default: {
      const found = record.state.referrals[n];
      return found === undefined ? line(deps, 'older-button') : onReferral(pressed, record, n, found);
    }
  }
}
