import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, openRecord, report, tap } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

/** Of the people on the ladder, those who hold a card of their own. */
async function called(journey: SlackJourney): Promise<readonly string[]> {
  const found: string[] = [];
  for (const user of ['iris', 'nadia', 'owen', 'rosa', 'ada', 'greta', 'tom', 'vera']) {
    if ((await cardsOf(journey, user)).length > 0) found.push(user);
  }
  return found;
}

const inChannel = async ({ people }: SlackJourney) =>
  only(await people.messages({ channel: 'north-leads', as: 'iris' }), 'cards in the channel');

it('climbs to its end: lead, deputies, senior leader, and then the reporter phones', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    await report(people, 'ada', { danger: 'tonight' });
    await journey.settled();
    expect((await inChannel(journey)).buttons).toContain('Open');
    expect(await called(journey)).toEqual([]);
    await journey.wait({ minutes: 29 });
    expect(await called(journey)).toEqual(['ada']);
    await journey.wait({ minutes: 1 });
    expect(await called(journey)).toEqual(['nadia', 'owen', 'ada']);
    await journey.wait({ minutes: 30 });
    expect(await called(journey)).toEqual(['nadia', 'owen', 'rosa', 'ada']);
    const before = await cardsOf(journey, 'ada');
    expect(before.map(({ text }) => text).join()).not.toContain('Please phone');

    await journey.wait({ minutes: 30 });
    expect(await called(journey)).toEqual(['nadia', 'owen', 'rosa', 'ada', 'greta', 'tom']);
    const phone = (await cardsOf(journey, 'ada')).map(({ text }) => text).join('\n');
    expect(phone).toContain('Nobody has answered yet. Please phone 01632 960310 (North school office) now.');
    for (const user of ['greta', 'tom']) {
      const card = only(await cardsOf(journey, user), `cards of ${user}`);
      expect(card.text).toContain('You cannot see what it is about.');
      expect(card.buttons).toEqual([]);
      const [lead] = await cardsOf(journey, 'rosa');
      if (lead === undefined) throw new Error('The senior leader has no card');
      expect((await people.press(user, lead, 'Open')).text).toBe('There is nothing here for you.');
    }
  }));

it('pauses while somebody has opened it, and stops when somebody has it', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    await report(people, 'ada', { danger: 'tonight' });
    await journey.settled();
    await journey.wait({ minutes: 29 });
    const record = await openRecord(people, 'iris', await inChannel(journey));
    await journey.wait({ minutes: 59 });
    expect(await called(journey)).toEqual(['ada']);
    await tap(people, 'iris', record, 'I have this');
    await journey.wait({ minutes: 60 });
    expect(await called(journey)).toEqual(['iris', 'ada']);
  }));

it('calls the next when it was opened and nobody took it', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    await report(journey.people, 'ada', { danger: 'tonight' });
    await journey.settled();
    await openRecord(journey.people, 'iris', await inChannel(journey));
    await journey.wait({ minutes: 60 });
    expect(await called(journey)).toEqual(['nadia', 'owen', 'ada']);
  }));

it('waits for the first decision with a clock of its own', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    await report(people, 'ada', { danger: 'tonight' });
    await journey.settled();
    await tap(people, 'iris', await openRecord(people, 'iris', await inChannel(journey)), 'I have this');
    await journey.wait({ hours: 3, minutes: 59 });
    expect(await called(journey)).toEqual(['iris', 'ada']);
    await journey.wait({ minutes: 1 });
    expect(await called(journey)).toEqual(['iris', 'nadia', 'owen', 'ada']);
  }));

it('has nothing more to wait for once a decision is recorded', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    await report(people, 'ada', { danger: 'tonight' });
    await journey.settled();
    const record = await tap(
      people,
      'iris',
      await openRecord(people, 'iris', await inChannel(journey)),
      'I have this',
    );
    const form = await people.press('iris', record, 'Decide');
    const [answer] = (form.input('answer').element as { options?: { value?: string }[] }).options ?? [];
    const decided = await tap(people, 'iris', form, 'Save the decision', {
      answer: answer?.value ?? '',
      reason: 'She stays until her aunt comes.',
    });
    expect(decided.text).toContain('Saved.');
    await journey.wait({ hours: 24 });
    expect(await called(journey)).toEqual(['iris', 'ada']);
  }));

it('calls the next person at once when a lead cannot be reached', () =>
  inSchool({ pack: 'two-schools', bound: false }, async (journey) => {
    await journey.settled();
    journey.workspace.fail('chat.postMessage', { type: 'error', error: 'user_not_found' });
    await report(journey.people, 'ada', { danger: 'tonight' });
    await journey.settled();
    expect(await called(journey)).toEqual(['nadia', 'owen']);
  }));

it('tells the people of a channel one to one when the channel is gone', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    await journey.settled();
    journey.workspace.fail('chat.postMessage', { type: 'error', error: 'is_archived' });
    await report(journey.people, 'ada', { danger: 'tonight' });
    await journey.settled();
    expect(await called(journey)).toEqual(['iris']);
  }));

it('sends again, and says so, when nobody knows whether a card arrived', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    await journey.settled();
    journey.workspace.fail('chat.postMessage', { type: 'reset' });
    await report(journey.people, 'ada', { danger: 'tonight' });
    await journey.settled();
    await journey.wait({ seconds: 2 });
    const cards = await journey.people.messages({ channel: 'north-leads', as: 'iris' });
    expect(
      cards.map(({ text }) => text.includes('Sent again, because the first may not have arrived.')),
    ).toEqual([false, true]);
  }));
