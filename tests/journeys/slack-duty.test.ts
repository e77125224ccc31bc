import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

const NOTE = 'The aunt phones at three.';

const inChannel = async ({ people }: SlackJourney) =>
  only(await people.messages({ channel: 'north-leads', as: 'iris' }), 'cards in the channel');

/** Ada reports, and Iris has it. */
async function irisHasIt(journey: SlackJourney): Promise<string> {
  const { people } = journey;
  await report(people, 'ada');
  await journey.settled();
  const card = await inChannel(journey);
  await tap(people, 'iris', await openRecord(people, 'iris', card), 'I have this');
  await journey.settled();
  return refIn(card.text);
}

it('a lead who goes hands over what she has, and the deputy reads why and takes it', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    const ref = await irisHasIt(journey);
    const cases = await onwards(people, 'iris', await people.command('iris', '/report', 'away'));
    expect(cases.text).toContain('Who takes your cases?');
    expect(cases.text).toContain(ref);
    const stays = await people.submit('iris', cases, { to: 'p-nadia' });
    expect(JSON.stringify(stays?.errors) + stays?.text).toContain('Write what they need to know');
    const done = await onwards(people, 'iris', cases, { to: 'p-nadia', note: NOTE });
    expect(done.text).toContain('You are away from now until the end of 24 November.');
    expect(done.text).toContain('One case is handed over.');
    await journey.settled();

    const handed = only(await cardsOf(journey, 'nadia'), 'cards of the deputy');
    expect(handed.text).toContain('Handed to you');
    expect(handed.text + handed.notification).not.toContain('aunt');
    const record = await openRecord(people, 'nadia', handed);
    expect(record.text).toContain('Handed over by the safeguarding lead.');
    expect(record.text).toContain(NOTE);
    const taken = await tap(people, 'nadia', record, 'I have this');
    expect(taken.text).toContain('It is with you now.');
    await journey.wait({ minutes: 3 });
    const told = (await cardsOf(journey, 'ada')).map(({ text }) => text).join('\n');
    expect(told).toContain('The deputy lead has it.');
    expect((await people.command('iris', '/report', 'back')).text).toContain('You are back from now on.');
  }));

it('what she gives to nobody is called again at once, and a new report goes to the deputies', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    const ref = await irisHasIt(journey);
    const cases = await onwards(people, 'iris', await people.command('iris', '/report', 'away'));
    await onwards(people, 'iris', cases);
    await journey.settled();
    for (const user of ['nadia', 'owen'])
      expect(only(await cardsOf(journey, user), `cards of ${user}`).text).toContain(ref);
    await report(people, 'ben');
    await journey.settled();
    expect(await cardsOf(journey, 'nadia')).toHaveLength(2);
  }));

it('the rota says who is on, to everybody who works there', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    const before = await people.command('ben', '/report', 'who is on');
    expect(before.text).toContain('Iris Kay');
    const rota = await people.command('iris', '/report', 'rota');
    const saved = await onwards(people, 'iris', rota, { 'turn-2-afternoon': 'p-nadia' });
    expect(saved.text).toContain('The rota is saved.');
    const after = await people.command('ben', '/report', 'who is on');
    expect(after.text).toContain('Nadia Marsh');
    expect(after.text).toContain('01632 960310');
    await report(people, 'ada');
    await journey.settled();
    expect(await cardsOf(journey, 'nadia')).toHaveLength(1);
  }));
