import type { SlackJourney } from '../support/slack-journey.ts';
import {
  begin,
  CHILD,
  cardsOf,
  nameThem,
  only,
  onwards,
  refIn,
  STORY,
  toLastPage,
} from '../support/slack-report.ts';
import type { Screen } from '../support/slack-screen.ts';
import { wordsIn } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

const cards = ({ people }: SlackJourney) => people.messages({ channel: 'main-leads', as: 'iris' });

/** The form as Slack sends it a second time: the same words under another trigger. */
const again = (
  { people }: SlackJourney,
  user: string,
  form: Screen,
  inputs: Readonly<Record<string, string>> = {},
) => {
  const filled = form.type(inputs);
  const view = { ...filled.frame, id: form.id, state: filled.state };
  return people.postPayload({ type: 'view_submission', ...people.person(user), trigger_id: 'unused', view });
};

describe('images', () => {
  it('brings its guidance before the box to write in, and no way to send a picture', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const what = await nameThem(people, 'ada', await begin(people, 'ada', 'no'), {});
      const story = await onwards(people, 'ada', what, { about: 'images' });
      const at = (words: string) => story.blocks.findIndex((block) => wordsIn(block).includes(words));
      const firstBox = story.blocks.findIndex(({ type }) => type === 'input');
      for (const words of ['Do not look at the image.', 'Do not ask the child to show it', 'Do not search']) {
        expect(at(words)).toBeGreaterThanOrEqual(0);
        expect(at(words)).toBeLessThan(firstBox);
      }
      const kinds = story.blocks.flatMap((block) => (block.type === 'input' ? [block.element.type] : []));
      expect(new Set(kinds)).toEqual(
        new Set(['plain_text_input', 'radio_buttons', 'datepicker', 'timepicker']),
      );
    }));
});

describe('a form that is interrupted', () => {
  it('is offered again after a restart, with the completed steps in it', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const what = await nameThem(people, 'ada', await begin(people, 'ada', 'no'), {});
      await journey.restart();
      const resume = await people.command('ada', '/report', 'concern');
      expect(resume.text).toContain('You have a report that is not sent');
      const next = await onwards(people, 'ada', resume);
      expect(next.inputs).toContain('about');
      const who = await people.press('ada', next, 'Back');
      expect(who.value('name-1')).toBe(CHILD['name-1']);
      // The window that was open all the time works as well.
      expect((await onwards(people, 'ada', what, { about: 'told' })).inputs).toContain('seen');
    }));

  it('starts empty once it was thrown away', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const last = await toLastPage(people, 'ada');
      const sure = await people.press('ada', last, 'Throw away');
      expect(sure.text).toContain('Nobody will see what you wrote.');
      expect((await people.press('ada', sure, 'Throw it away')).text).toContain('Nothing of it was kept.');
      await journey.settled();
      expect((await people.command('ada', '/report', 'concern')).text).toContain('Is a pupil in danger?');
      expect(await cards(journey)).toEqual([]);
    }));

  it('is kept as a draft on asking, and sent another day', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const kept = await people.press('ada', await toLastPage(people, 'ada'), 'Keep as draft');
      expect(kept.text).toContain('Kept until');
      await journey.wait({ hours: 20 });
      const last = await onwards(people, 'ada', await people.command('ada', '/report', ''));
      expect(last.text).toContain(STORY.seen ?? '');
      expect((await onwards(people, 'ada', last)).text).toContain('Saved, today 10:05.');
    }));

  it('says what to mend under the first box, and loses nothing', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const who = await begin(people, 'ada', 'no');
      const stays = await people.submit('ada', who, { 'known-1': 'Robbie', adult: 'no' });
      expect(stays?.text).toContain('Write a name for each pupil, or describe them.');
      expect(stays?.value('known-1')).toBe('Robbie');
    }));
});

describe('sending twice', () => {
  it('makes one case and one card, and the second answer is the same receipt', () =>
    inSchool({}, async (journey) => {
      const last = await toLastPage(journey.people, 'ada');
      const answers = await Promise.all([1, 2, 3].map(() => again(journey, 'ada', last)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(texts.map(refIn)).size).toBe(1);
      await journey.settled();
      expect(await cards(journey)).toHaveLength(1);
      const late = await (await again(journey, 'ada', last)).text();
      expect(late).toContain('This was sent already.');
      await journey.settled();
      expect(await cards(journey)).toHaveLength(1);
    }));

  it('adds what was changed to the same case, and alerts again', () =>
    inSchool({}, async (journey) => {
      const { people } = journey;
      const { store } = journey.app().deps;
      const last = await toLastPage(people, 'ada');
      // The draft cannot be erased just then, so the form is still there to be sent once more.
      Object.assign(journey.app().deps, {
        store: {
          ...store,
          commit: (change: Parameters<typeof store.commit>[0]) =>
            change.type === 'erase' ? Promise.reject(new Error('The disk is full')) : store.commit(change),
        },
      });
      const first = refIn(await (await again(journey, 'ada', last)).text());
      await journey.settled();
      const changed = await people.press('ada', last, 'Change story');
      const check = await onwards(people, 'ada', changed, { opinion: 'I think that she was hurt.' });
      const receipt = await onwards(people, 'ada', check);
      expect(refIn(receipt.text)).toBe(first);
      Object.assign(journey.app().deps, { store });
      await journey.settled();
      const standing = (await cards(journey)).filter(({ buttons }) => buttons.length > 0);
      const card = only(standing, 'standing cards');
      expect(card.text).toContain(first);
      expect(await cards(journey)).toHaveLength(2);
      const record = await people.press('iris', card, 'Open');
      expect((await onwards(people, 'iris', record)).text).toContain('I think that she was hurt.');
      expect(await cardsOf(journey, 'nadia')).toEqual([]);
    }));
});
