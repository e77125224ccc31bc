import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { LONGEST } from '../../domain/case/report.ts';
import { ok, type Result } from '../../domain/result.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from './draft.ts';
import type { Form, Shown } from './form-cards.ts';
import { choicesOf } from './form-choices.ts';
import { type Asked, type Inputs, type Mend, readStep, TAKES } from './form-steps.ts';

/** What a filter or a monitoring system tells of. */
const KINDS = ['filter', 'online', 'self-harm', 'hate', 'message'] as const;

/** What its boxes take; they are named as in the report, because it becomes one. */
const BOXES = {
  seen: LONGEST.seen,
  page: LONGEST.short,
  device: LONGEST.name,
  'name-1': TAKES.name,
} as const;

/** Paste the alert, the device, when, and which child: one card, and then the last page of an ordinary report. */
export function alertCard({ deps }: Form, draft: Draft, { inputs = {}, problem }: Shown = {}): Card {
  const given = Object.entries(BOXES).flatMap(([id, max]) => {
    const text = (inputs[id] ?? '').slice(0, max);
    return text === '' ? [] : [[id, words(text)] as const];
  });
  const typed: SlotData = Object.fromEntries(given);
  const { child } = deps.policy.lexicon;
  return deps.cards.show('form-alert', {
    ...typed,
    child,
    problem,
    arg: draft.submission,
    kinds: choicesOf(deps, 'harm', KINDS),
    adults: choicesOf(deps, 'adult', ['no', 'yes', 'unsure']),
    today: dayOf(deps.clock.now(), deps.organisation.timezone).toString(),
  });
}

/** Who it is about is often not known yet: then the report says so. */
function whoIn({ cards }: Deps, { adult, 'name-1': name = '' }: Inputs): Inputs {
  const who = { 'name-1': name, 'part-1': 'harmed', ...(adult !== undefined && { adult }) };
  return name.trim() === '' ? { ...who, 'describe-1': cards.say('child-not-known') } : who;
}

/** The answers of a whole report that one alert gives; the steps of the report read them. */
export function readAlert(deps: Deps, asked: Asked): Result<Draft['answers'], Mend> {
  const { inputs, draft } = asked;
  const what = readStep('what', { ...asked, inputs: { also: inputs.also ?? 'filter' } });
  if (!what.ok) return what;
  const who = readStep('who', { ...asked, inputs: whoIn(deps, inputs) });
  if (!who.ok) return who;
  const story = readStep('what-happened', {
    ...asked,
    draft: { ...draft, answers: what.value },
    inputs: { ...inputs, heard: 'alert', when: inputs.date === undefined ? 'about' : 'exact' },
  });
  if (!story.ok) return story;
  const danger = inputs.tonight === 'yes' ? 'tonight' : 'no';
  return ok({ danger, ...what.value, ...who.value, ...story.value });
}
