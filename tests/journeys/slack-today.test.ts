import { only, onwards, refIn, report } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

it('today: what waits, opened from there and back, and in App Home without a name', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const ref = refIn((await report(people, 'ada')).text);
    await journey.settled();
    const today = await people.command('iris', '/safeguarding', 'today');
    expect(today.text).toContain('1 thing cannot wait.');
    expect(today.text).toContain('Not opened yet: 1');
    expect(today.text).not.toContain('Robin');
    const first = await people.press('iris', today, `Open ${ref}`);
    const record = first.submit === 'Read the record' ? await onwards(people, 'iris', first) : first;
    expect(record.text).toContain('Robin Valence');
    const back = await people.press('iris', record, 'Back to Today');
    expect(back.text).toContain('Robin Valence');
    expect(back.text).not.toContain('Not opened yet');
    const home = await people.home('iris');
    expect(home.text).toContain('Before home time: 1');
    expect(home.text).not.toContain('Robin');
    expect(home.buttons).toContain('Open Today');
    // Nobody else has any of it.
    expect((await people.home('ada')).buttons).not.toContain('Open Today');
    expect((await people.command('ada', '/safeguarding', 'today')).text).toBe(
      'There is nothing here for you.',
    );
  }));

it('cases: chosen by status, and turned back', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await report(people, 'ada');
    await journey.settled();
    const list = await people.command('iris', '/safeguarding', 'cases');
    expect(list.text).toContain('Cases: 1');
    const none = await onwards(people, 'iris', list, { status: 'closed' });
    expect(none.text).toContain('Nothing fits what you chose.');
    const fresh = await people.press('iris', none, 'Show all again');
    expect(fresh.text).toContain('Cases: 1');
  }));

it('comes the next working morning, once, and says no more than how much waits', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await report(people, 'ada');
    await journey.settled();
    await journey.wait({ hours: 19 });
    await journey.restart();
    await journey.wait({ hours: 1 });
    const card = only(
      (await people.messages({ user: 'iris' })).filter(({ buttons }) => buttons.includes('Open Today')),
      'cards of the morning',
    );
    expect(card.text).toContain('Your day, Wednesday 25 November');
    expect(card.text).toContain('1 thing cannot wait.');
    expect(card.text).not.toMatch(/Robin|told/);
    const today = await people.press('iris', card, 'Open Today');
    expect(today.text).toContain('Not opened yet: 1');
  }));
