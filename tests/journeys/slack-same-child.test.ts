import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

const ASK = 'Same child as …?';

/** A report, and its record as the lead of the school sees it. */
async function reported(journey: SlackJourney, user: string) {
  const { people } = journey;
  const ref = refIn((await report(people, user)).text);
  await journey.settled();
  const cards = await people.messages({ channel: 'main-leads', as: 'iris' });
  const card = only(
    cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
    'cards of the report',
  );
  return openRecord(people, 'iris', card);
}

it('report, triage, same child, undone: on a lead’s own screens, and nowhere else', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const first = await reported(journey, 'ada');
    expect(first.text).toContain('Not linked to the register yet.');
    const nobody = await people.press('iris', first, ASK);
    expect(nobody.text).toContain('Nobody in the register is like that.');
    const made = await people.press('iris', nobody, 'New: put them in the register');
    expect(made.text).toContain('In the register as Robin Valence, Class 4B');

    const second = await reported(journey, 'ben');
    const match = await people.press('iris', second, ASK);
    expect(match.text).toContain('Robin Valence, Class 4B');
    expect(match.text).toContain('The same name. Same year or group.');
    const linked = await people.press('iris', match, 'Same child');
    expect(linked.text).toContain("This is part of that child's story now.");

    const form = await people.press('iris', linked, 'This is another child');
    const without = await people.submit('iris', form, {});
    expect(without?.text).toContain('Please write a few words');
    const undone = await onwards(people, 'iris', form, { reason: 'There is another Robin in 4C.' });
    expect(undone.text).toContain('Taken back.');
    expect(undone.buttons).toContain(ASK);

    // Whoever reported sees and hears nothing of it.
    await journey.wait({ minutes: 3 });
    const own = await cardsOf(journey, 'ben');
    expect(JSON.stringify(own)).not.toMatch(/register|Robin/);
    expect((await people.command('ben', '/report', 'register')).text).toBe('There is nothing here for you.');
  }));

it('a lead finds a child of the register by name, and changes what it says', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    const record = await reported(journey, 'ada');
    await people.press('iris', await people.press('iris', record, ASK), 'New: put them in the register');
    const search = await people.command('iris', '/report', 'register');
    const found = await onwards(people, 'iris', search, { name: 'Robyn Valense' });
    const entry = await people.press('iris', found, 'Open');
    expect(entry.text).toContain('Plan: No plan');
    const form = await tap(people, 'iris', entry, 'Change');
    const saved = await onwards(people, 'iris', form, { plan: 'child-in-need', worker: 'Carys Lunt' });
    expect(saved.text).toContain('Plan: Child in need');
    expect(saved.text).toContain('Social worker: Carys Lunt');
  }));
