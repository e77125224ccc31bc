import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { Account, Part } from '../../domain/case/report.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import { FACTS } from '../../domain/policy/facts.ts';
import { chooseGuards } from '../../domain/policy/procedure.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { outsidePhones, sitePhone } from '../advice/phones.ts';
import { sentence, shortOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { alertSituation } from './alert.ts';
import type { Draft, FormStep } from './draft.ts';
import { checkCard } from './form-check-card.ts';
import { ABOUT_CHILD, ABOUT_OTHERS, adultChoices, choicesOf, listedAdults, PLACES } from './form-choices.ts';
import { savedInputs, tooLongToShow } from './form-prefill.ts';
import { asksForPage, childrenShown, type Inputs, MOST_CHILDREN } from './form-steps.ts';
import { calledFirst, routed } from './routing.ts';

/** Who has the form open. */
export interface Form {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

export interface Shown {
  /** What stands in the boxes; absent: what the draft holds. */
  readonly inputs?: Inputs;
  /** One line that says what to mend, or that it was not saved. */
  readonly problem?: string;
  /** One line that says who was just told. */
  readonly alerted?: string;
}

const typed = (inputs: Inputs): SlotData =>
  Object.fromEntries(Object.entries(inputs).map(([id, text]) => [id, words(text)]));

/** "An alert was sent, today 14:05." */
export const alertedLine = (deps: Deps, { alertedAt }: Draft): string | undefined =>
  alertedAt && deps.cards.say('form-alerted', { time: clockTime(deps, alertedAt) });

function rightNow({ deps, person }: Form): SlotData {
  const sites = deps.organisation.sites.filter(({ id }) => sitesOf(person).includes(id));
  const several = sites.length > 1;
  return {
    one: !several,
    several,
    dangers: choicesOf(deps, 'danger', FACTS.danger),
    sites: sites.map(({ id, name }) => ({ title: name, value: id })),
  };
}

function danger({ deps, directory }: Form, draft: Draft): SlotData {
  const isNow = draft.answers.danger === 'now';
  const short = (involvesLead: boolean): string | undefined => {
    const [role] = calledFirst(deps, directory, alertSituation(directory, draft, involvesLead));
    return role && shortOf(deps.policy, role);
  };
  const lead = short(false);
  const independent = short(true);
  const canTell = draft.alertedAt === undefined;
  const say = (phrase: string, role: string | undefined) =>
    canTell && role !== undefined ? deps.cards.say(phrase, { role }) : undefined;
  const { plan } = routed(deps, directory, alertSituation(directory, draft, false));
  return {
    now: isNow,
    tonight: !isNow,
    phones: [
      sitePhone(deps, draft.site),
      ...outsidePhones(deps, [...plan.route.outside, 'police']).slice(0, 1),
    ].map(({ who, number }) => ({ who, number })),
    alone: isNow ? say('form-alone', independent) : undefined,
    tellLead: say('form-tell-lead', lead),
    tellIndependent: lead === independent ? undefined : say('form-tell-independent', independent),
    carryOn: deps.cards.say(isNow ? 'form-carry-on-now' : 'form-carry-on-tonight'),
  };
}

function who({ deps }: Form, inputs: Inputs): SlotData {
  const { child } = deps.policy.lexicon;
  const count = childrenShown(inputs);
  const field = (name: string, n: number) => words(inputs[`${name}-${n}`] ?? '');
  return {
    children: Array.from({ length: count }, (_, index) => index + 1).map((n) => ({
      title: count > 1 ? deps.cards.say('form-another', { child: sentence(child), n }) : undefined,
      nameId: `name-${n}`,
      knownId: `known-${n}`,
      yearId: `year-${n}`,
      describeId: `describe-${n}`,
      partId: `part-${n}`,
      name: field('name', n),
      known: field('known', n),
      year: field('year', n),
      describe: field('describe', n),
      part: inputs[`part-${n}`] ?? 'harmed',
    })),
    parts: choicesOf(deps, 'part', Part.options),
    canAdd: count < MOST_CHILDREN,
    answers: choicesOf(deps, 'adult', ['no', 'yes', 'unsure', 'self']),
  };
}

function adult({ deps, directory, person }: Form, draft: Draft): SlotData {
  const people = adultChoices(listedAdults(directory, draft.site, person));
  return {
    people,
    unsure: draft.answers.adult === 'unsure',
    namesLabel: deps.cards.say(people.length > 0 ? 'form-names' : 'form-names-only'),
  };
}

/** What the ticks bring with them; what always holds stands on the receipt. */
function guardsOf({ deps }: Form, { answers }: Draft): readonly SlotData[] {
  const image = answers.harms?.includes('images') === true ? ['yes'] : ['no'];
  const always = new Set(chooseGuards(deps.policy, {}).map(({ id }) => id));
  const brought = chooseGuards(deps.policy, { harm: answers.harms ?? [], image, device: image }).filter(
    ({ id }) => !always.has(id),
  );
  // One "why?" for all that stand on the same section.
  const bySource = Map.groupBy(brought, ({ source }) => source);
  return [...bySource].map(([why, guards]) => ({ why, lines: guards.map(({ text }) => ({ text })) }));
}

function whatHappened(form: Form, draft: Draft, kept: readonly string[]): SlotData {
  const { deps } = form;
  return {
    guards: guardsOf(form, draft),
    kept: kept.length > 0 ? deps.cards.say('form-kept') : undefined,
    needsSeen: !kept.includes('seen'),
    today: dayOf(deps.clock.now(), deps.organisation.timezone).toString(),
    heards: choicesOf(deps, 'form-heard', Account.shape.heard.options),
    whens: choicesOf(deps, 'form-when', ['exact', 'about', 'over-time']),
    'yes-no': choicesOf(deps, 'form-told-lead', ['yes', 'no']),
    'places-list': choicesOf(deps, 'place', PLACES),
    hasMark: draft.answers.harms?.includes('mark') === true,
    hasPage: asksForPage(draft.answers.harms ?? []),
  };
}

function slotsOf(form: Form, draft: Draft, step: Exclude<FormStep, 'check'>, inputs: Inputs): SlotData {
  const { deps } = form;
  switch (step) {
    case 'right-now':
      return rightNow(form);
    case 'danger':
      return danger(form, draft);
    case 'who':
      return who(form, inputs);
    case 'adult':
      return adult(form, draft);
    case 'what':
      return {
        abouts: choicesOf(deps, 'harm', ABOUT_CHILD),
        alsos: choicesOf(deps, 'harm', ABOUT_OTHERS),
      };
    case 'what-happened':
      return whatHappened(form, draft, tooLongToShow(inputs));
    case 'origin':
      return {
        'yes-no': choicesOf(deps, 'form-told-lead', ['yes', 'no']),
        today: dayOf(deps.clock.now(), deps.organisation.timezone).toString(),
      };
  }
}

/** One step of the form, with what was typed or saved in its boxes. */
export function stepCard(form: Form, draft: Draft, step: FormStep, shown: Shown = {}): Card {
  const inputs = shown.inputs ?? savedInputs(step, draft);
  const always = {
    arg: draft.submission,
    child: form.deps.policy.lexicon.child,
    problem: shown.problem,
    alerted: shown.alerted ?? alertedLine(form.deps, draft),
  };
  if (step === 'check') return checkCard(form, draft, { ...always, ...typed(inputs) });
  const empty = step === 'what-happened' ? tooLongToShow(inputs) : [];
  const boxes = Object.fromEntries(Object.entries(inputs).filter(([id]) => !empty.includes(id)));
  // Our own slots come last: an input of a made-up name cannot stand in for one of them.
  return form.deps.cards.show(`form-${step}`, {
    ...typed(boxes),
    ...slotsOf(form, draft, step, inputs),
    ...always,
  });
}
