import type { Account, Report } from '../../domain/case/report.ts';
import type { Draft, FormStep } from './draft.ts';
import { ABOUT_CHILD } from './form-choices.ts';
import { originInputs } from './form-origin.ts';
import type { Inputs } from './form-steps.ts';

/** What a card can show back of people's own words, in bytes of JSON, beside its own. */
const MOST_SHOWN = 13_000;

const bytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

const childInputs = (children: Report['children']): Inputs =>
  Object.fromEntries(
    children.flatMap((child, index) => [
      [`name-${index + 1}`, child.name],
      [`known-${index + 1}`, child.knownAs],
      [`year-${index + 1}`, child.year],
      [`describe-${index + 1}`, child.description],
      [`part-${index + 1}`, child.part],
    ]),
  );

const adultInputs = (adults: Report['adults']): Inputs => ({
  adults: adults.flatMap((adult) => ('person' in adult ? [adult.person] : [])).join(','),
  names: adults.flatMap((adult) => ('name' in adult ? [adult.name] : [])).join('\n'),
});

function harmInputs(harms: Report['harms']): Inputs {
  const isAbout = (harm: string) => ABOUT_CHILD.some((about) => about === harm);
  return {
    about: harms.filter(isAbout).join(','),
    also: harms.filter((harm) => !isAbout(harm)).join(','),
  };
}

const accountInputs = (account: Account): Inputs => ({
  seen: account.seen,
  heard: account.heard,
  'told-by': account.toldBy,
  when: account.when,
  date: account.date,
  time: account.time,
  'when-note': account.whenNote,
  where: account.where,
  'child-words': account.childWords,
  said: account.said,
  seemed: account.seemed,
  wants: account.wants,
  opinion: account.opinion,
  done: account.done,
  'told-lead': account.toldLead,
  places: account.places,
  mark: account.mark,
  page: account.page,
  device: account.device,
});

/** What the draft holds for a step, as its inputs would send it. */
export function savedInputs(step: FormStep, { site, answers, typed }: Draft): Inputs {
  switch (step) {
    case 'right-now':
      return { site, ...(answers.danger && { danger: answers.danger }) };
    case 'danger':
      return { where: answers.where ?? '', callback: answers.callback ?? '' };
    case 'who':
      return {
        ...childInputs(answers.children ?? []),
        ...(answers.adult && { adult: answers.self ? 'self' : answers.adult }),
      };
    case 'adult':
      return adultInputs(answers.adults ?? []);
    case 'what':
      return harmInputs(answers.harms ?? []);
    case 'what-happened':
      return typed ?? (answers.account ? accountInputs(answers.account) : {});
    case 'origin':
      return originInputs(answers);
    case 'check':
      return { connected: (answers.connected ?? []).join(',') };
  }
}

/** Longest answers that a card has no room for: their boxes stay empty, and an empty box keeps what is saved. */
export function tooLongToShow(inputs: Inputs): readonly string[] {
  const longest = Object.entries(inputs).sort(([, a], [, b]) => bytes(b) - bytes(a));
  let total = longest.reduce((sum, [, text]) => sum + bytes(text), 0);
  return longest.flatMap(([id, text]) => {
    if (total <= MOST_SHOWN) return [];
    total -= bytes(text);
    return [id];
  });
}

/** What is sent, with what is saved where a box had no room to show it. */
export function withKept(step: FormStep, draft: Draft, inputs: Inputs): Inputs {
  const saved = savedInputs(step, draft);
  const kept = tooLongToShow(saved).map((id) => [id, saved[id] ?? '']);
  return { ...Object.fromEntries(kept), ...inputs };
}

/** Far more than any box takes, so that a text over its limit is told from one that fits; the rest no client sends. */
const MOST_SENT = 12_000;

export const bounded = (inputs: Inputs): Inputs =>
  Object.fromEntries(
    Object.entries(inputs)
      .slice(0, 60)
      .map(([id, text]) => [id, text.slice(0, MOST_SENT)]),
  );
