import { only, onwards, tap } from '../support/slack-report.ts';
import { Screen } from '../support/slack-screen.ts';
import { inSchool, messagesSent, type Sent } from '../support/slack-wire.ts';

const MARK = 'This is a drill.';
const REFERENCE = /\bDRILL-[0-9A-Z]{4}\b/;

const textOf = ({ blocks }: Sent): string => new Screen('', { blocks }).text;

it('a drill goes the way of a real worry, and whatever anybody gets of it says that it is one', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    // What everybody is told on the first day has been told.
    await journey.wait({ minutes: 10 });
    const from = messagesSent(journey).length;
    const start = await people.command('iris', '/report', 'drill');
    const begun = await tap(people, 'iris', start, 'Start the drill', { kind: 'night' });
    expect(begun.text).toContain('The drill has begun.');
    await journey.settled();
    await journey.wait({ minutes: 40 });

    const cards = await people.messages({ user: 'nadia' });
    const card = only(
      cards.filter(({ buttons, text }) => buttons.includes('Open') && REFERENCE.test(text)),
      'cards of the drill',
    );
    const [ref = ''] = REFERENCE.exec(card.text) ?? [];
    const first = await people.press('nadia', card, 'Open');
    expect(first.text.startsWith(MARK)).toBe(true);
    const record = first.submit === 'Read the record' ? await onwards(people, 'nadia', first) : first;
    expect(record.text.startsWith(MARK)).toBe(true);
    expect(record.text).toContain('Drill Child');
    const taken = await tap(people, 'nadia', record, 'I have this');
    expect(taken.text.startsWith(MARK)).toBe(true);
    await journey.wait({ minutes: 3 });

    const toTom = async () =>
      (await people.messages({ user: 'tom' })).filter(({ text }) => REFERENCE.test(text));
    expect(await toTom()).toEqual([]);
    const running = await people.command('iris', '/report', 'drill');
    expect(running.text).toContain('It is still running.');
    const ended = await tap(people, 'iris', running, 'End it now');
    expect(ended.text).toMatch(
      /Opened after 40 minutes by the [^.]+\. Taken after 40 minutes by the [^.]+\./,
    );
    expect(ended.text).toContain('Ended today');
    expect(ended.text).not.toContain('Nadia');
    expect(ended.buttons).not.toContain('End it now');
    await journey.settled();

    // The governor hears how it went, and heard nothing before.
    const heard = only(await toTom(), 'results');
    expect(heard.text).toContain('Taken after 40 minutes');
    expect(heard.text).not.toMatch(/Nadia|Iris/);
    expect((await people.command('tom', '/report', 'drill')).text).toContain('Taken after 40 minutes');
    expect((await people.command('cleo', '/report', 'drill')).text).toBe('There is nothing here for you.');

    const sent = messagesSent(journey).slice(from);
    expect(sent.length).toBeGreaterThan(3);
    for (const message of sent) {
      expect(textOf(message).startsWith(MARK)).toBe(true);
      expect(textOf(message)).toContain(ref);
      expect(message.notification).toContain(ref);
    }
  }));
