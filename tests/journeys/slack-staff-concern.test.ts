import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, report, tap } from '../support/slack-report.ts';
import { inSchool } from '../support/slack-wire.ts';

const WORRY = {
  adult: 'yes',
  adults: { adults: 'p-ben' },
  ticks: { also: 'adult-behaviour' },
  story: { seen: 'He took a learner home in his car, unasked.', heard: 'saw', when: 'about' },
} as const;
const LOW = {
  outcome: 'not-met',
  reason: 'A lift home after a match, with nobody asked.',
  done: 'It was talked through with him on Friday.',
};

/** Ada worries about Ben; his head judges it to be below the threshold. What the head then reads. */
async function lowLevel(journey: SlackJourney, before: number): Promise<string> {
  const { people } = journey;
  const receipt = await report(people, 'ada', WORRY);
  expect(receipt.text).toContain('someone who is not involved');
  await journey.settled();
  const card = (await cardsOf(journey, 'vera')).filter(({ buttons }) => buttons.includes('I have this'));
  const record = await openRecord(people, 'vera', only(card, 'new cards of the head'));
  expect(record.text).toContain('Do not interview or tell the person until you are advised.');
  const taken = await tap(people, 'vera', record, 'I have this');
  const form = await people.press('vera', taken, 'Judge by the threshold');
  expect(form.text).toContain(before === 0 ? 'no low-level concern' : 'low-level concern');
  const saved = await tap(people, 'vera', form, 'Save the judgement', LOW);
  await journey.settled();
  return saved.text;
}

describe('a worry about an adult that is below the threshold', () => {
  it('is kept apart, and the third within a year says so', () =>
    inSchool({ pack: 'two-schools' }, async (journey) => {
      const { people } = journey;
      expect(await lowLevel(journey, 0)).toContain('First low-level concern about this adult');
      await journey.wait({ hours: 48 });
      expect(await lowLevel(journey, 1)).toContain('Second low-level concern about this adult');
      await journey.wait({ hours: 48 });
      expect(await lowLevel(journey, 2)).toContain(
        'Third low-level concern about this adult in 12 months: think about the LADO',
      );
      const list = await people.command('vera', '/report', 'low-level');
      expect(list.text).toContain('Ben Orchard');
      expect(list.text).toContain('In the last 12 months: 3. In all: 3.');
      const [open = ''] = list.buttons.filter((title) => title.startsWith('Open '));
      expect((await people.press('vera', list, open)).text).toContain(LOW.done);
      for (const user of ['iris', 'nadia', 'ben', 'hugh', 'ivo']) {
        const theirs = await people.command(user, '/report', 'low-level');
        expect(theirs.text).not.toMatch(/Ben Orchard|12 months/);
      }
    }));

  it('about the head is the chair’s, who turns it into an allegation', () =>
    inSchool({ pack: 'two-schools' }, async (journey) => {
      const { people } = journey;
      await report(people, 'ada', { ...WORRY, adults: { adults: 'p-vera' } });
      await journey.settled();
      const record = await openRecord(
        people,
        'tom',
        only(await cardsOf(journey, 'tom'), 'cards of the chair'),
      );
      const form = await people.press('tom', record, 'Judge by the threshold');
      await tap(people, 'tom', form, 'Save the judgement', LOW);
      const list = await people.command('tom', '/report', 'low-level');
      const [open = ''] = list.buttons.filter((title) => title.startsWith('Open '));
      const kept = await people.press('tom', list, open);
      const raised = await tap(people, 'tom', kept, 'It is an allegation', {
        reason: 'There was another lift, kept from us.',
      });
      expect(raised.text).toContain('It counts as an allegation since');
      expect((await people.command('vera', '/report', 'low-level')).text).not.toContain('Vera Wynn');
    }));
});

it('somebody who reports themselves is thanked, and follows how it stands', () =>
  inSchool({ pack: 'two-schools' }, async (journey) => {
    const { people } = journey;
    const who = await people.press('ben', await people.command('ben', '/report', 'concern'), 'Not today');
    const what = await onwards(people, 'ben', who, { 'name-1': 'Robin Valence', adult: 'self' });
    const told = await onwards(people, 'ben', what, { also: 'adult-behaviour' });
    const last = await onwards(people, 'ben', told, {
      ...WORRY.story,
      seen: 'I drove a learner home myself.',
    });
    expect(last.text).toContain('It is about me');
    const receipt = await onwards(people, 'ben', last);
    expect(receipt.text).toContain('Thank you for saying so yourself. It goes to the headteacher');
    await journey.settled();
    const card = only(await cardsOf(journey, 'vera'), 'cards of the head');
    expect((await openRecord(people, 'vera', card)).text).toContain('They reported it about themselves.');
    const list = await people.command('ben', '/report', 'my reports');
    const own = await people.press('ben', list, 'Open');
    expect(own.text).toContain('Opened by the headteacher');
    expect(own.buttons).toEqual(['Hide']);
  }));
