import { only, onwards, openRecord, refIn, tap, toLastPage } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

it('written for somebody without an account, from a paper of the day before: the lead reads whose words they are', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const last = await toLastPage(people, 'ada');
    const form = await people.press('ada', last, 'For someone else, or late');
    const kept = await people.submit('ada', form, {
      'behalf-employer': 'Kitchen, Bright Meals',
      'behalf-read': 'yes',
      'late-date': '2026-11-23',
      'late-time': '15:10',
      'late-why': 'The network was down.',
    });
    if (kept === undefined) throw new Error('The form closed');
    expect(kept.text).toContain('Give the name of the person you are writing for.');
    expect(kept.value('behalf-employer')).toBe('Kitchen, Bright Meals');
    expect(kept.value('late-why')).toBe('The network was down.');
    const checked = await onwards(people, 'ada', kept, { 'behalf-name': 'Mo Field' });
    expect(checked.text).toContain('Mo Field, Kitchen, Bright Meals, It was read back to them');
    expect(checked.text).toContain('2026-11-23, 15:10, The network was down.');
    const receipt = await tap(people, 'ada', checked, 'Send it');
    const ref = refIn(receipt.text);
    await journey.settled();
    const cards = await people.messages({ channel: 'main-leads', as: 'iris' });
    const card = only(
      cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
      'cards of the report',
    );
    expect(card.text).not.toMatch(/Mo Field|Kitchen|network/);
    const { text } = await openRecord(people, 'iris', card);
    expect(text).toContain('Mo Field, Kitchen, Bright Meals. It was read back to them');
    expect(text).toMatch(/First written down or told:[^\n]*2026-11-23, 15:10[^\n]*The network was down\./);
    // Whoever typed it is not whoever said it: both stand there.
    expect(text).toContain('Ada Bell');
    expect(text).toContain('24 November');
  }));
