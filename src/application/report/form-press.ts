import { sitesOf } from '../../domain/people/directory.ts';
import { sitePhone } from '../advice/phones.ts';
import { clockTime } from '../case/status-line.ts';
import type { Answer, Press } from '../intent.ts';
import { raiseAlert, toldLine } from './alert.ts';
import { alertCard, readAlert } from './alert-form.ts';
import { type Draft, FormStep } from './draft.ts';
import { caseIdOf, type HeldDraft, hasBegun, keptUntil, newDraft, saveDraft } from './draft-store.ts';
import { completed, draftedReport } from './drafted-report.ts';
import { type Form, type Shown, stepCard } from './form-cards.ts';
import { bounded, withKept } from './form-prefill.ts';
import {
  type Asked,
  childrenShown,
  type Inputs,
  type Mend,
  MOST_CHILDREN,
  readConnected,
  readStep,
  whereabouts,
} from './form-steps.ts';
import { receiptCard } from './receipt-card.ts';
import { recipients, reportSituation } from './routing.ts';
import { sendReport } from './send-report.ts';

type Step = Exclude<FormStep, 'check'>;

/** Which step a button belongs to, and its inputs; the four answers of the first step are buttons themselves. */
function stepOf({
  do: verb,
  inputs,
}: Press): { readonly step: FormStep; readonly inputs: Inputs } | undefined {
  const [, name = '', answer] = verb.split('.');
  if (name === 'danger' && answer !== undefined)
    return { step: 'right-now', inputs: { ...inputs, danger: answer } };
  if (['danger-done', 'tell-lead', 'tell-independent'].includes(name)) return { step: 'danger', inputs };
  if (name === 'more-children') return { step: 'who', inputs };
  if (name === 'send' || name === 'keep') return { step: 'check', inputs };
  const step = FormStep.safeParse(name);
  return step.success ? { step: step.data, inputs } : undefined;
}

const show = (form: Form, draft: Draft, step: FormStep, shown?: Shown): Answer => ({
  type: 'card',
  card: stepCard(form, draft, step, shown),
});

function mendLine({ deps }: Form, { line, tooLong }: Mend): string {
  if (tooLong !== undefined) return deps.cards.say(line, { max: tooLong.max });
  const what = deps.cards.say(line, { child: deps.policy.lexicon.child });
  return deps.cards.say('form-mend', { what });
}

/**
 * The same step with what was typed and one line on what to mend. A story can be longer than a card can show back: it is
 * kept with the draft, so that nothing of it is lost on the way.
 */
async function mend(
  form: Form,
  held: HeldDraft,
  step: Step,
  sent: Inputs,
  wrong: Mend,
): Promise<Answer | undefined> {
  const problem = mendLine(form, wrong);
  const { tooLong } = wrong;
  const inputs = tooLong
    ? { ...sent, [tooLong.input]: (sent[tooLong.input] ?? '').slice(0, tooLong.max) }
    : sent;
  if (step !== 'what-happened')
    return { type: 'keep-form', card: stepCard(form, held.draft, step, { inputs, problem }) };
  const draft = { ...held.draft, typed: { ...inputs }, changedAt: form.deps.clock.now() };
  if ((await saveDraft(form.deps, held, draft)) === undefined) return undefined;
  return { type: 'keep-form', card: stepCard(form, draft, step, { problem }) };
}

function askedOf({ deps, directory, person }: Form, { draft }: HeldDraft, inputs: Inputs): Asked {
  const now = Temporal.Instant.from(deps.clock.now())
    .toZonedDateTimeISO(deps.organisation.timezone)
    .toPlainDateTime();
  return { inputs, draft, person, directory, now };
}

/** An alert that was pasted is a whole report at once: its last page comes next, or which adult. */
async function pasted(form: Form, held: HeldDraft, press: Press): Promise<Answer | undefined> {
  const { deps } = form;
  // Nothing of a report that was begun meanwhile is written over.
  if (hasBegun(held.draft)) return show(form, held.draft, held.draft.step);
  const inputs = bounded(press.inputs);
  const read = readAlert(deps, askedOf(form, held, inputs));
  if (!read.ok) {
    const problem = mendLine(form, read.refusal);
    return { type: 'keep-form', card: alertCard(form, held.draft, { inputs, problem }) };
  }
  const draft: Draft = { ...held.draft, answers: read.value, step: 'check', changedAt: deps.clock.now() };
  if ((await saveDraft(deps, held, draft)) === undefined) return undefined;
  return show(form, draft, read.value.adult === 'no' ? 'check' : 'adult');
}

async function complete(form: Form, held: HeldDraft, step: Step, sent: Inputs): Promise<Answer | undefined> {
  const { deps } = form;
  const inputs = withKept(step, held.draft, bounded(sent));
  const read = readStep(step, askedOf(form, held, inputs));
  if (!read.ok) return mend(form, held, step, inputs, read.refusal);
  const { site = held.draft.site, ...answers } = read.value;
  const next = completed(held.draft, step, answers);
  // Where the alert went, the report goes: the site stands from then on.
  const at = held.draft.alertedAt === undefined ? site : held.draft.site;
  const draft = { ...next.draft, site: at, changedAt: deps.clock.now() };
  if ((await saveDraft(deps, held, draft)) === undefined) return undefined;
  return show(form, draft, next.show);
}

/** One tap, and somebody is told before another word is typed. Nothing typed can hold it up. */
async function tell(form: Form, held: HeldDraft, press: Press): Promise<Answer> {
  const { deps, directory } = form;
  const involvesLead = press.do === 'form.tell-independent';
  const answers = { ...whereabouts(press.inputs), ...(involvesLead && { mayInvolveLead: true }) };
  const { draft, show: next } = completed(held.draft, 'danger', answers);
  const action = press.actionId;
  const state = await raiseAlert(deps, directory, { draft, involvesLead, byItself: false, action });
  const told = { ...draft, alertedAt: state.alert?.at ?? state.reportedAt, changedAt: deps.clock.now() };
  try {
    await saveDraft(deps, held, told);
  } catch (fault) {
    // The alert is out; that the form does not know it yet must not look like a failure.
    const code = fault instanceof Error ? fault.name : 'unknown';
    deps.log.warn({ event: 'alert-not-noted', record: held.id, code });
  }
  return show(form, told, next, { alerted: toldLine(deps, directory, state) });
}

function moreChildren(form: Form, { draft }: HeldDraft, { inputs }: Press): Answer {
  const next = Math.min(childrenShown(inputs) + 1, MOST_CHILDREN);
  return show(form, draft, 'who', { inputs: { ...bounded(inputs), [`part-${next}`]: 'harmed' } });
}

/** The last page: send it, or keep it with the people ticked. */
async function finish(form: Form, held: HeldDraft, press: Press): Promise<Answer | undefined> {
  const { deps, directory } = form;
  const drafted = draftedReport(held.draft);
  if (drafted === undefined) return show(form, held.draft, held.draft.step);
  const situation = reportSituation(directory, held.draft.site, { ...drafted, connected: [] });
  const connected = readConnected(press.inputs, recipients(deps, directory, situation));
  if (connected === undefined)
    return {
      type: 'keep-form',
      card: stepCard(form, held.draft, 'check', {
        inputs: {},
        problem: mendLine(form, { line: 'form-mend-choice' }),
      }),
    };
  const report = { ...drafted, connected: [...connected] };
  if (press.do === 'form.keep') {
    const draft = { ...held.draft, answers: report, changedAt: deps.clock.now() };
    if ((await saveDraft(deps, held, draft)) === undefined) return undefined;
    const text = deps.cards.say('form-kept-until', { until: clockTime(deps, keptUntil(deps, draft)) });
    return { type: 'card', card: deps.cards.show('line', { text }) };
  }
  const state = await sendReport(form, held, report, press.actionId ?? '');
  const id = caseIdOf(deps, held.draft.submission);
  const text = deps.cards.say('nothing-here');
  const card =
    state === undefined ? deps.cards.show('line', { text }) : receiptCard(deps, directory, id, state);
  return { type: 'card', card };
}

/** A press on one of the steps. Undefined: the draft changed meanwhile. */
export async function pressStep(form: Form, held: HeldDraft, press: Press): Promise<Answer | undefined> {
  const [, verb = '', to] = press.do.split('.');
  if (verb === 'to') return show(form, held.draft, FormStep.catch(held.draft.step).parse(to));
  if (verb === 'more-children') return moreChildren(form, held, press);
  if (verb === 'alert') return pasted(form, held, press);
  if (verb === 'tell-lead' || verb === 'tell-independent') return tell(form, held, press);
  if (verb === 'send' || verb === 'keep') return finish(form, held, press);
  const found = stepOf(press);
  return found === undefined || found.step === 'check'
    ? show(form, held.draft, held.draft.step)
    : complete(form, held, found.step, found.inputs);
}

/**
 * It could not be saved, or could not even be read: the same step with what was typed, and the number to phone. Without
 * a draft it is made from the button and its inputs alone.
 */
export function notSaved(form: Form, press: Press, read: Draft | undefined): Answer {
  const { deps, person } = form;
  const site = read?.site ?? sitesOf(person)[0] ?? deps.organisation.sites[0]?.id;
  if (site === undefined) throw new Error('The organisation has no site: organisation.yaml needs one');
  const { number, who } = sitePhone(deps, site);
  const problem = deps.cards.say('form-not-saved', { number, who });
  const found = stepOf(press);
  if (press.do === 'form.alert') {
    const draft = read ?? { ...newDraft(deps, person, site, 'teams'), submission: press.arg ?? '' };
    return { type: 'keep-form', card: alertCard(form, draft, { inputs: bounded(press.inputs), problem }) };
  }
  if (found === undefined || (found.step === 'check' && read === undefined)) {
    const slots = { arg: press.arg ?? '', problem };
    return { type: 'keep-form', card: deps.cards.show('form-failed', slots) };
  }
  const unknown: Draft = {
    ...newDraft(deps, person, site, 'teams'),
    submission: press.arg ?? '',
    // Nothing is known of it: then it is taken for danger, and for a story with a mark and a page, so that no box is missing.
    answers: { danger: 'now', harms: ['mark', 'filter'] },
  };
  const { step, inputs } = found;
  return {
    type: 'keep-form',
    card: stepCard(form, read ?? unknown, step, { inputs: bounded(inputs), problem }),
  };
}
