import type { Answer } from '../../src/application/intent.ts';
import { buttonsOf } from '../support/press.ts';
import { pressing, worldFor } from './pressable.ts';
import { cards, shown } from './samples.ts';

const verbs = [
  ...new Set(shown.flatMap(({ card }) => buttonsOf(card).map(({ data }) => data.do))),
].toSorted();

/** Stands for every other verb of its area too: there is nothing to tell it from. */
const STANDS_FOR_OTHERS = [
  'approval.open',
  'approval.decline',
  'form.continue',
  'form.to.check',
  'say',
  'say.say',
];

/** An answer without what differs from one press to the next. */
const plainly = (answer: Answer): string =>
  JSON.stringify(answer).replace(/"(actionId|sig)":"[^"]*"/g, '"$1":""');
const nobodys = [cards.say('nothing-here'), cards.say('older-button')];

describe('every button of every card', () => {
  it('is one of those that are tried here', () => {
    expect(verbs.length).toBeGreaterThan(50);
  });

  it.each(verbs)('%s does something, where it belongs', async (verb) => {
    const { school, person, data } = await worldFor(verb);
    const other = { ...data, do: `${verb.split('.')[0]}.nothing-like-it` };
    const unlike = STANDS_FOR_OTHERS.includes(verb) ? '' : plainly(await pressing(school, person, other));
    const answer = plainly(await pressing(school, person, data));
    expect(answer).toContain('"card":');
    expect(nobodys.filter((line) => answer.includes(line))).toEqual([]);
    // What a verb that nobody knows would have been answered.
    expect(answer === unlike).toBe(false);
    expect(school.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each(['case.nothing-like-it', 'mine.nothing-like-it', 'nothing.like-it'])(
    '%s does nothing (control)',
    async (verb) => {
      const { school, person, data } = await worldFor(verb);
      const answer = plainly(await pressing(school, person, data));
      expect(nobodys.some((line) => answer.includes(line))).toBe(true);
    },
  );
});
