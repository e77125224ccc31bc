import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

/** A case of tonight that its lead has taken; its record on her screen. */
async function taken(journey: SlackJourney): Promise<Screen> {
  const { people } = journey;
  const ref = refIn((await report(people, 'ada', { danger: 'tonight' })).text);
  await journey.settled();
  const cards = await people.messages({ channel: 'north-leads', as: 'iris' });
  const card = only(
    cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
    'cards of the report',
  );
  return tap(people, 'iris', await openRecord(people, 'iris', card), 'I have this');
}

const textIn = (screen: Screen): string => {
  const { element } = screen.input('copy');
  return 'initial_value' in element ? String(element.initial_value) : '';
};

it('a referral: a text to copy, written down, no reply, taken further, a reply', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    const record = await taken(journey);
    const form = await people.press('iris', record, 'Record a referral');
    const start = await people.press('iris', form, 'Make a text to copy first');
    expect(start.text).toContain('Nothing is sent.');
    const draft = await onwards(people, 'iris', start, { agency: 'social-care', consent: 'asked' });
    const text = textIn(draft);
    expect(text).toContain("Referral to children's social care");
    expect(text).toContain('Name: Robin Valence');
    expect(text).toContain('"I do not want to go home tonight."');
    expect(text).toContain('Opinion, not fact\nWhat the reporter thinks: She looked frightened to me.');
    expect(text).toContain('Consent: asked, no answer yet');
    expect(text).toContain('What was left out, and why');
    const again = await tap(people, 'iris', draft, 'Record the referral');
    const saved = await onwards(people, 'iris', again, {
      agency: 'social-care',
      who: 'The duty desk',
      reference: 'SC-77',
      consent: 'refused',
    });
    expect(saved.text).toContain('why was there no consent?');
    expect(saved.text).toContain("Children's social care: a reply is due by tomorrow 14:05.");

    const before = (await cardsOf(journey, 'iris')).length;
    await journey.wait({ hours: 24 });
    const cards = await cardsOf(journey, 'iris');
    expect(cards.length).toBeGreaterThan(before);
    const late = cards.find(({ text: line }) => line.includes('A referral has had no reply.'));
    if (late === undefined) throw new Error('Nobody says that there was no reply');
    expect(`${late.text} ${late.notification}`).not.toMatch(/social|duty|Robin/i);
    const reopened = await openRecord(people, 'iris', late);
    expect(reopened.text).toContain("Children's social care: no reply since today 14:05.");
    const referral = await people.press('iris', reopened, "Children's social care: reply");
    expect(referral.text).toContain('SC-77');
    const further = await people.press('iris', referral, 'Take it further');
    expect(further.text).toContain('Phone the team manager.');
    const taker = await onwards(people, 'iris', further, {
      who: 'The team manager',
      text: 'They ring back.',
    });
    expect(taker.text).toContain('a reply is due by tomorrow 14:05.');
    expect(taker.text).toContain('The next step: Ask for the service manager.');
    const reply = await tap(people, 'iris', taker, 'They replied');
    const answered = await onwards(people, 'iris', reply, { outcome: 'accepted', text: 'Fern has it.' });
    expect(answered.text).toContain("Children's social care: They take it on");
    const done = await people.press('iris', answered, 'Back to the record');
    expect(done.text).not.toContain("Children's social care: ");
    const { text: history } = await people.press('iris', done, 'What has been done');
    for (const said of [
      'Referred',
      'No reply in time',
      'Took it further',
      'Reply to a referral',
      'Fern has it.',
    ])
      expect(history).toContain(said);
  }));
