import { RecordId, type SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import { readCase } from '../case/case-store.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import type { Answer, Press } from '../intent.ts';
import type { Platform } from '../messenger.ts';
import { alertCard } from './alert-form.ts';
import type { Draft } from './draft.ts';
import {
  caseIdOf,
  eraseDraft,
  type HeldDraft,
  hasBegun,
  newDraft,
  openDraft,
  readDraft,
  saveDraft,
} from './draft-store.ts';
import { alertedLine, type Form, stepCard } from './form-cards.ts';
import { notSaved, pressStep } from './form-press.ts';
import { ownReceipt } from './receipt-card.ts';

const ATTEMPTS = 4;

/** Whether the report of this form is safe in its case. */
async function isSent(deps: Deps, draft: Draft): Promise<boolean> {
  const record = await readCase(deps, caseIdOf(deps, draft.submission));
  return record?.state.report !== undefined;
}

const resumeCard = ({ deps }: Form, draft: Draft, problem?: string): Answer => ({
  type: 'card',
  card: deps.cards.show('form-resume', {
    arg: draft.submission,
    time: clockTime(deps, draft.startedAt),
    alerted: alertedLine(deps, draft),
    problem,
  }),
});

export interface Opening {
  readonly view: boolean;
  readonly platform: Platform;
  readonly site?: SiteId;
  /** The one card for an alert of a filter or a monitoring system, in place of the first question. */
  readonly alert?: boolean;
}

/** The draft to go on with, or a new one in its place; undefined when somebody else was faster. */
async function openForm(
  { deps, person }: Form,
  { view, platform, site }: Opening,
): Promise<HeldDraft | undefined> {
  let held = await readDraft(deps, person.id);
  const found = openDraft(held);
  if (held !== undefined && found !== undefined && hasBegun(found) && (await isSent(deps, found))) {
    if ((await eraseDraft(deps, held)) === 'conflict') return undefined;
    held = undefined;
  }
  const at = site ?? sitesOf(person)[0];
  if (at === undefined)
    throw new Error('A person without a site cannot report: give them a role in people.csv');
  const draft = openDraft(held) ?? newDraft(deps, person, at, platform);
  if (view && held?.draft === draft) return held;
  return saveDraft(deps, held, {
    ...draft,
    platform,
    ...(!view && { askedAt: deps.clock.now() }),
  });
}

/**
 * `report concern`. Where a private view takes the answer it shows the form; where it does not, the form comes by message
 * (due work), because whatever is answered here others may read.
 */
export async function startReport(
  deps: Deps,
  directory: Directory,
  person: Person,
  opening: Opening,
): Promise<Answer> {
  const form = { deps, directory, person };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const held = await openForm(form, opening);
    if (held === undefined) continue;
    if (!opening.view) {
      deps.kick();
      return { type: 'nothing' };
    }
    if (hasBegun(held.draft)) return resumeCard(form, held.draft);
    const { draft } = held;
    return {
      type: 'card',
      card: opening.alert ? alertCard(form, draft) : stepCard(form, draft, 'right-now'),
    };
  }
  throw new Error(`A draft changed ${ATTEMPTS} times while a form was opened`);
}

/** A button of a form that is over, or was begun anew: how things stand now. */
async function older(form: Form, press: Press, draft: Draft | undefined): Promise<Answer> {
  const { deps, directory, person } = form;
  const id = caseIdOf(deps, press.arg ?? '');
  const sent = await ownReceipt(deps, directory, person.id, id, { notice: deps.cards.say('receipt-sent') });
  if (sent !== undefined) return { type: 'card', card: sent };
  if (draft !== undefined) return resumeCard(form, draft, deps.cards.say('form-older'));
  const text = deps.cards.say('form-gone');
  return { type: 'card', card: deps.cards.show('form-ended', { text }) };
}

async function receiptOrWhy({ deps, directory, person }: Form, press: Press): Promise<Answer> {
  const id = RecordId.safeParse(press.record);
  const why = press.do === 'form.why';
  const card = id.success ? await ownReceipt(deps, directory, person.id, id.data, { why }) : undefined;
  const text = deps.cards.say('nothing-here');
  return { type: 'card', card: card ?? deps.cards.show('line', { text }) };
}

/** Nothing of the words stays. A message that carried the form is told to say so before the last trace goes. */
async function throwAway(form: Form, held: HeldDraft): Promise<Answer | undefined> {
  const { deps, person } = form;
  const { submission, site, platform } = held.draft;
  const empty: Draft = { ...newDraft(deps, person, site, platform), submission, thrownAway: true };
  const isGone =
    held.deliveries.length === 0
      ? (await eraseDraft(deps, held)) === 'committed'
      : (await saveDraft(deps, held, empty)) !== undefined;
  if (!isGone) return undefined;
  deps.kick();
  const text = deps.cards.say('form-thrown-away');
  return { type: 'card', card: deps.cards.show('form-ended', { text }) };
}

async function startAgain(form: Form, held: HeldDraft): Promise<Answer | undefined> {
  const { deps, person } = form;
  const { site, platform, askedAt } = held.draft;
  const fresh: Draft = { ...newDraft(deps, person, site, platform), ...(askedAt && { askedAt }) };
  const saved = await saveDraft(deps, held, fresh);
  deps.kick();
  return saved && { type: 'card', card: stepCard(form, saved.draft, 'right-now') };
}

/** Undefined: the draft changed meanwhile, and the press is to be handled on what is there now. */
async function pressOnce(form: Form, press: Press, held: HeldDraft | undefined): Promise<Answer | undefined> {
  const { deps } = form;
  const draft = openDraft(held);
  if (held === undefined || draft === undefined || draft.submission !== press.arg)
    return older(form, press, draft);
  switch (press.do) {
    case 'form.continue':
      return { type: 'card', card: stepCard(form, draft, draft.step) };
    case 'form.discard': {
      const slots = { arg: draft.submission, alerted: alertedLine(deps, draft) };
      return { type: 'card', card: deps.cards.show('form-throw-away', slots) };
    }
    case 'form.throw-away':
      return throwAway(form, held);
    case 'form.start-again':
      return startAgain(form, held);
    default:
      return pressStep(form, held, press);
  }
}

/** Every button of the form. */
export async function pressForm(
  deps: Deps,
  directory: Directory,
  person: Person,
  press: Press,
  options: { readonly platform: Platform; readonly view: boolean },
): Promise<Answer> {
  const form: Form = { deps, directory, person };
  if (press.do === 'form.receipt' || press.do === 'form.why') return receiptOrWhy(form, press);
  // Others may read an answer here: the form goes on where only its owner can.
  if (!options.view) return startReport(deps, directory, person, options);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    let held: HeldDraft | undefined;
    try {
      const found = await readDraft(deps, person.id);
      held = found && { ...found, draft: { ...found.draft, platform: options.platform } };
      const answer = await pressOnce(form, press, held);
      if (answer !== undefined) return answer;
    } catch (fault) {
      deps.log.error({ event: 'form-not-saved', code: codeOf(fault) });
      return notSaved(form, press, openDraft(held));
    }
  }
  throw new Error(`A draft changed ${ATTEMPTS} times while one press was handled`);
}
