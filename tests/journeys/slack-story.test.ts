import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';
import { linkAll, linkedChild } from '../support/story-journey.ts';

const NOTHING = 'There is nothing here for you.';
const ASK = 'Same child as …?';
const DAYS = ['03', '04', '05', '06', '09', '10', '11'];

/** Somebody is worried once more; the reference. */
async function worry(journey: SlackJourney, day: string): Promise<string> {
  const story = {
    seen: `Cold and hungry on the ${day}.`,
    heard: 'saw',
    when: 'about',
    date: `2026-11-${day}`,
  };
  const sent = await report(journey.people, 'ada', { ticks: { about: 'home' }, story });
  await journey.settled();
  return refIn(sent.text);
}
async function recordOf(journey: SlackJourney, ref: string): Promise<Screen> {
  const cards = await journey.people.messages({ channel: 'north-leads', as: 'iris' });
  const card = only(
    cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
    'cards of the report',
  );
  return openRecord(journey.people, 'iris', card);
}

it(
  'the seventh small worry: the record leads with it, the story is read, shared with the other school, and shut again',
  () =>
    inSchool({ pack: 'two-schools' }, async (journey) => {
      const { people } = journey;
      const refs: string[] = [];
      for (const day of DAYS) refs.push(await worry(journey, day));
      const [first = '', last = ''] = [refs[0], refs.at(-1)];
      const triage = await people.press('iris', await recordOf(journey, first), ASK);
      const entered = await people.press('iris', triage, 'New: put them in the register');
      expect(entered.text).toContain('First concern about this child.');
      const { deps } = journey.app();
      await linkAll(deps, 'north', await linkedChild(deps, 'north'), { by: 'p-iris', but: last });

      const match = await people.press('iris', await recordOf(journey, last), ASK);
      const record = await people.press('iris', match, 'Same child');
      expect(record.text).toContain('Seventh concern about this child. Six before.');
      expect(record.text).toContain('Seven in 6 weeks: something at home.');
      expect(record.text).toContain('10 November 2026: Something at home.');
      expect(record.text).not.toContain('Cold and hungry on the 10.');

      const story = await people.press('iris', record, 'Open the story');
      expect(story.text).toContain('Seven concerns. The last: 11 November 2026, Something at home.');
      expect(story.text).toContain('Cold and hungry on the 03.');
      const end = await tap(people, 'iris', await tap(people, 'iris', story, 'Later'), 'Later');
      expect(end.text).toContain('Who opened this story');

      const form = await people.press('iris', end, 'Share with another site');
      const shared = await onwards(people, 'iris', form, {
        ...{ with: 'p-lena', scope: 'summary' },
        reason: 'Robin starts there in January.',
      });
      expect(shared.text).toContain('Shared. They get a message');
      await journey.settled();

      const message = (await cardsOf(journey, 'lena')).find(({ text }) =>
        text.includes('has shared something with you'),
      );
      if (message === undefined) throw new Error('Lena has no message');
      const summary = await people.press('lena', message, 'Open');
      expect(summary.text).toContain('Seven concerns.');
      expect(summary.text).not.toMatch(/Cold and hungry|Ada Bell/);

      const stop = await people.press('iris', shared, 'Stop sharing');
      const ended = await onwards(people, 'iris', stop, { reason: 'Robin stays.' });
      expect(ended.text).toContain('Ended.');
      expect(ended.text).toMatch(/Who opened this story[\s\S]*Lena Frost/);
      await journey.settled();
      expect((await people.press('lena', message, 'Open')).text).toBe(NOTHING);
      expect(JSON.stringify(await cardsOf(journey, 'lena'))).toContain(
        'This is not shared with you any more.',
      );
      expect((await people.command('hugh', '/report', 'children')).text).toBe(NOTHING);
    }),
  120_000,
);
