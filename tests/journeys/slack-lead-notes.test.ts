import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import { inSchool } from '../support/slack-wire.ts';

/** A case that the lead of the school has taken; its record on her screen. */
async function taken(journey: SlackJourney) {
  const { people } = journey;
  const ref = refIn((await report(people, 'ada')).text);
  await journey.settled();
  const cards = await people.messages({ channel: 'main-leads', as: 'iris' });
  const card = only(
    cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
    'cards of the report',
  );
  return { ref, record: await tap(people, 'iris', await openRecord(people, 'iris', card), 'I have this') };
}

const asked = async (journey: SlackJourney, user: string): Promise<readonly PostedMessage[]> =>
  (await cardsOf(journey, user)).filter(({ text }) => text.includes('You are asked to do something.'));

it('a note, a decision and a meeting stand in the chronology, each with its own time', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const { record } = await taken(journey);
    const note = await people.press('iris', record, 'Add a note');
    const early = await people.submit('iris', note, { text: 'The mother rang.', date: '2031-01-01' });
    expect(early?.text).toContain('That time has not come.');
    const noted = await onwards(people, 'iris', note, {
      kind: 'call',
      text: 'The mother rang.',
      opinion: 'She sounded tired.',
      present: 'Only she and I',
      date: '2026-11-23',
      time: '08:15',
    });
    expect(noted.text).toContain('Saved.');
    const menu = await people.press('iris', noted, 'Add something else');
    const form = await people.press('iris', menu, 'A decision');
    const decided = await onwards(people, 'iris', form, {
      what: 'no-referral',
      reason: 'The family asked us for help.',
    });
    const plan = await people.press(
      'iris',
      await people.press('iris', decided, 'Add something else'),
      'A meeting',
    );
    const planned = await onwards(people, 'iris', plan, {
      kind: 'family',
      date: '2026-12-01',
      time: '15:30',
      where: 'Room 2',
    });
    expect(planned.text).toContain('Meeting with the family, 1 December 15:30. Room 2');
    const list = await people.press('iris', planned, 'Meetings and tasks');
    const held = await onwards(people, 'iris', await people.press('iris', list, 'Say how it went'), {
      held: 'no',
      text: 'They could not come.',
    });
    expect(held.text).not.toContain('Meeting with the family');
    const { text } = await people.press('iris', held, 'What has been done');
    for (const said of [
      'It happened: 23 November 2026, 08:15',
      'There: Only she and I',
      'Opinion: She sounded tired.',
      'No referral\nThe family asked us for help.',
      'Meeting not held',
      'They could not come.',
    ])
      expect(text).toContain(said);
  }));

it('a task goes to one colleague, who sees that line alone, and the lead sees that it is done', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const { record } = await taken(journey);
    const menu = await people.press('iris', record, 'Add something else');
    const form = await people.press('iris', menu, 'A task for a colleague');
    await onwards(people, 'iris', form, {
      to: 'p-ben',
      text: 'Please meet her at the gate on Thursday.',
      due: '2026-11-26',
    });
    await journey.settled();
    const card = only(await asked(journey, 'ben'), 'tasks');
    expect(card.text).not.toMatch(/gate|Robin|Thursday/);
    const open = await people.press('ben', card, 'Open');
    expect(open.text).toContain('Please meet her at the gate on Thursday.');
    expect(open.text).not.toMatch(/Robin|coat|Ada|Iris/);
    // The same button under another hand.
    expect((await people.press('cleo', card, 'Open')).text).toBe('There is nothing here for you.');
    const without = await people.press('ben', open, 'I cannot, for the reason I wrote');
    expect(without.text).toContain('If you cannot do it, please write why.');
    await journey.wait({ minutes: 5 });
    const done = await tap(people, 'ben', without, 'Done', { text: 'She came with her aunt.' });
    expect(done.text).toContain('Sent. Thank you.');
    await journey.settled();
    expect(await asked(journey, 'ben')).toEqual([]);
    const news = (await people.messages({ channel: 'main-leads', as: 'iris' })).filter(({ text }) =>
      text.includes('There is an answer.'),
    );
    const seen = await openRecord(people, 'iris', only(news, 'answers'));
    expect(seen.text).toContain('Ben Orchard: She came with her aunt.');
    expect(seen.text).toContain('It is done.');
  }));
