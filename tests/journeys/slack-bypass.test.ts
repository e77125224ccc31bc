import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, onwards, tap } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import { inSchool } from '../support/slack-wire.ts';

const ASKED = {
  'field-page': 'A page about whales',
  'field-purpose': 'The food chain of the sea',
  'field-class': 'Kestrels',
  'field-until': '2026-11-26',
  'field-ticket': 'HELP-4711',
};

/** Messages of this person that still have something to press. */
const live = async (journey: SlackJourney, user: string): Promise<readonly PostedMessage[]> =>
  (await cardsOf(journey, user)).filter(({ buttons }) => buttons.length > 0);

async function newest(journey: SlackJourney, user: string): Promise<PostedMessage> {
  const found = (await live(journey, user)).at(-1);
  if (found === undefined) throw new Error(`${user} has no message with a button`);
  return found;
}

it('a filter bypass is asked for, approved by IT, over with its day, chased, and ended', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const list = await people.command('ada', '/report', 'forms');
    const form = await people.press('ada', list, 'Ask for a filter bypass');
    expect(form.text).toContain('Ask in the ticket system first.');
    expect(form.text).toContain('section 3.5');
    const late = await people.submit('ada', form, { ...ASKED, 'field-until': '2026-11-20' });
    expect(Object.values(late?.errors ?? {}).join(' ')).toContain('That day is over.');
    const receipt = await onwards(people, 'ada', late ?? form, ASKED);
    expect(receipt.text).toContain('Saved and sent.');
    expect(receipt.text).toContain('With the ICT manager.');
    await journey.settled();

    // Only IT hears of it, and of what it is about only behind the button.
    expect(await live(journey, 'iris')).toEqual([]);
    const message = await newest(journey, 'vera');
    expect(message.notification).toMatch(/^Signpost: something needs you\./);
    expect((await people.press('ada', message, 'Open')).text).toBe('There is nothing here for you.');
    const open = await people.press('vera', message, 'Open');
    expect(open.text).toContain('HELP-4711');
    expect((await tap(people, 'vera', open, 'Approve')).text).toContain('Approved.');
    await journey.settled();
    const yes = await people.press('ada', await newest(journey, 'ada'), 'Open');
    expect(yes.text).toContain('Approved.');
    expect(yes.text).toContain('Answered by: Vera Wynn');

    // Thursday is its last day: on Friday it is to be ended, and on Monday it still is.
    await journey.wait({ hours: 64 });
    expect(await live(journey, 'vera')).toEqual([]);
    await journey.wait({ hours: 4 });
    expect((await newest(journey, 'vera')).text).toContain('This ended on 26 November 2026: end it now.');
    const over = await people.press('ada', await newest(journey, 'ada'), 'Open');
    expect(over.text).toContain('This ended on 26 November 2026.');
    await journey.restart();
    await journey.wait({ hours: 72 });
    const [chased, ...others] = await live(journey, 'vera');
    expect(others).toEqual([]);
    if (chased === undefined) throw new Error('Nobody is chased');
    const ended = await people.press('vera', chased, 'It is ended');
    expect(ended.text).toContain('It is ended now.');
    await journey.settled();
    await journey.wait({ hours: 48 });
    expect(await live(journey, 'vera')).toEqual([]);
    const after = await people.command('ada', '/report', 'my requests');
    expect(after.text).toContain('It was for use until 26 November 2026. It is ended now.');
  }));
