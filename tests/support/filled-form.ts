import type { Answer } from '../../src/application/intent.ts';
import { pressForm, startReport } from '../../src/application/report/report-concern.ts';
import type { Card } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { findingsIn } from './card-findings.ts';
import { press } from './press.ts';
import type { SampleSchool } from './sample-school.ts';

type Typed = Readonly<Record<string, string>>;

export function cardOf(answer: Answer): Card {
  if (answer.type === 'nothing') throw new Error('No card was answered');
  const findings = findingsIn(answer.card);
  if (findings.length > 0) throw new Error(`Not a valid card: ${findings.join('; ')}`);
  return answer.card;
}

/** A person with the form in front of them: presses what is in the card, by its words. */
export async function atTheForm(school: SampleSchool, person: Person) {
  const { deps, directory } = school;
  const options = { platform: 'slack', view: true } as const;
  let answer = await startReport(deps, directory, person, options);
  let taps = 0;
  const form = {
    card: () => cardOf(answer),
    answer: () => answer,
    taps: () => taps,
    async press(title: string, typed: Typed = {}) {
      taps += 1 + Object.keys(typed).length;
      answer = await pressForm(deps, directory, person, press(form.card(), title, typed), options);
      return form;
    },
  };
  return form;
}

export const STORY = { seen: 'A bruise on the arm.', heard: 'saw', when: 'about' } as const;

/** From the first card to the last page, about one child and no adult. */
export async function toLastPage(
  school: SampleSchool,
  person: Person,
  { ticks = { about: 'told' }, story = STORY as Typed } = {},
) {
  const form = await atTheForm(school, person);
  await form.press('Not today');
  await form.press('Continue', { 'name-1': 'Robin Vale', adult: 'no' });
  await form.press('Continue', ticks);
  return form.press('Continue', story);
}
