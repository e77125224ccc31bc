import type { SlackJourney } from '../support/slack-journey.ts';
import { only, tap } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import { Screen, wordsIn } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

const STARTER = {
  pack: 'two-schools',
  organisation: (text: string) => text.replace(/^policy: .*$/m, 'policy: starter'),
} as const;
/** Its policy is read in two pages. */
const CHANCES = {
  pack: 'two-schools',
  organisation: (text: string) =>
    `${text.replace(/^policy: .*$/m, 'policy: chances-mentoring')}  local-authority: { phone: 01632 960350, lastChecked: 2026-11-02 }\n`,
  // The pack has no governor for safeguarding.
  people: (row: string) => (row.startsWith('p-greta') ? undefined : row),
} as const;
const DAY = { hours: 24 } as const;
const UPDATE = 'Safeguarding and online safety update';
const COURSE = 'Course for safeguarding leads';

const typed = ({ people }: SlackJourney, user: string, words: string): Promise<Screen> =>
  people.command(user, '/safeguarding', words);

/** What the bot sent somebody about what is asked of them. */
const nudgesOf = async ({ people }: SlackJourney, user: string): Promise<readonly PostedMessage[]> =>
  (await people.messages({ user })).filter(
    ({ notification }) => notification === 'Training: something is due.',
  );
/** The same screen from the line that says so: rows have buttons alike. */
const below = (screen: Screen, words: string): Screen =>
  new Screen(screen.id, {
    ...screen.frame,
    blocks: screen.blocks.slice(screen.blocks.findIndex((block) => wordsIn(block).includes(words))),
  });
const withButtons = (cards: readonly PostedMessage[]): PostedMessage =>
  only(
    cards.filter(({ buttons }) => buttons.length > 0),
    'cards with buttons',
  );

it('nudge, done and verified: the numbers follow, on App Home too', () =>
  inSchool(STARTER, async (journey) => {
    const { people } = journey;
    await journey.settled();
    expect((await people.home('iris')).text).toContain(
      '3 people are late. 0 of 12 people have done everything.',
    );
    expect((await people.home('ada')).text).not.toContain('late');
    await journey.wait(DAY);
    expect(await nudgesOf(journey, 'ada')).toHaveLength(1);

    const standing = await typed(journey, 'iris', 'compliance');
    expect(standing.text).toContain(`Ada Bell ${UPDATE}. 25 days late.`);
    const told = await people.press('iris', standing, 'Remind everybody who is late');
    expect(told.text).toContain('Reminders are on their way to 3 people.');
    await journey.settled();
    const cards = await nudgesOf(journey, 'ada');
    expect(cards).toHaveLength(2);
    expect(cards[0]?.text).toBe('There is a newer card for this.');
    const card = withButtons(cards);
    expect(card.text).toContain('4 things are due; the first was due on 31 October 2026.');
    expect(card.text).not.toContain(UPDATE);

    const list = await people.press('ada', card, 'Open');
    const form = await people.press('ada', list, 'I have done it');
    expect(form.value('date')).toBe('2026-11-25');
    const saved = await tap(people, 'ada', form, 'Save it', { certificate: 'Certificate 44-17' });
    expect(saved.text).toContain('It is noted as done. Thank you.');
    await journey.settled();
    expect(withButtons(await nudgesOf(journey, 'ada')).text).toContain(
      '3 things are due; the first by 8 December 2026.',
    );
    expect((await people.home('iris')).text).toContain('2 people are late.');

    const hers = await people.press('nadia', await typed(journey, 'nadia', 'my training'), 'I have done it');
    expect(hers.text).toContain(COURSE);
    const noted = await tap(people, 'nadia', hers, 'Save it', { certificate: 'Certificate 51-03' });
    expect(noted.text).toContain('It is noted, and will be checked. Thank you.');
    // The pack lets the headteacher check what leads did, and nobody else.
    expect((await typed(journey, 'iris', 'compliance')).buttons).not.toContain('Look at them');
    const after = await typed(journey, 'vera', 'compliance');
    expect(after.text).toContain('Waiting for you to look at: 1.');
    const checks = await people.press('vera', after, 'Look at them');
    expect(checks.text).toContain(`Nadia Marsh says: ${COURSE}, done on 25 November 2026.`);
    expect(checks.text).toContain('Certificate 51-03');
    const none = await people.press('vera', checks, 'It is right');
    expect(none.text).toContain('Nothing waits for you.');
    expect((await people.press('vera', none, 'Back')).text).toContain(
      `${COURSE}\n1 of 3 have done it (33 %).`,
    );
    expect((await typed(journey, 'nadia', 'my training')).text).toContain(
      'Done on 25 November 2026. Next due by 25 November 2028.',
    );
  }));

it('what people say they need, and a session for those who came: nobody is late any more', () =>
  inSchool(STARTER, async (journey) => {
    const { people } = journey;
    await journey.settled();
    const list = await typed(journey, 'ada', 'my training');
    const form = await people.press('ada', list, 'Answer the questions');
    const answers = Object.fromEntries(
      form.inputs.filter((id) => id.startsWith('q-')).map((id) => [id, id === 'q-who-leads' ? 'no' : 'yes']),
    );
    const saved = await tap(people, 'ada', form, 'Send my answers', answers);
    // What somebody has to know at once is said at once.
    expect(saved.text).toContain('Iris Kay Designated safeguarding lead (DSL)');
    const standing = await typed(journey, 'iris', 'compliance');
    const needs = await people.press('iris', standing, 'What people need');
    expect(needs.text).toContain('1 of 10 have answered.');
    expect(needs.text).toContain('Who leads here: 1. Ada Bell');

    const pick = await typed(journey, 'iris', 'session');
    const held = await people.press('iris', below(pick, UPDATE), 'Record this one');
    expect(held.text).toContain(UPDATE);
    const recorded = await tap(people, 'iris', held, held.submit ?? '', {
      names: 'Ada Bell\nIvo Stone\nCleo Dunn',
      topics: 'signs,online,filtering,adults',
    });
    expect(recorded.text).toContain('3 people');
    await journey.settled();
    expect((await typed(journey, 'iris', 'compliance')).text).toContain('Nobody is late.');
    for (const user of ['ivo', 'cleo'])
      expect(withButtons(await nudgesOf(journey, user)).text).toContain('the first by 8 December 2026.');
  }));

it('an agreement is read to its last page and signed', () =>
  inSchool(CHANCES, async (journey) => {
    const { people } = journey;
    const own = await typed(journey, 'ada', 'agreements');
    const first = await people.press('ada', own, 'Read and sign');
    expect(first.text).toContain('Page 1 of 2');
    expect([first.submit, ...first.buttons]).not.toContain('I have read and understood it');
    const last = await tap(people, 'ada', first, 'Next page');
    expect(last.text).toContain('I have read and understood it. I sign as Ada Bell, ');
    const signed = await tap(people, 'ada', last, 'I have read and understood it');
    expect(signed.text).toContain('Signed. Thank you.');
    expect(signed.text).toContain('You have read and signed everything.');
    expect(signed.text).toContain('24 November 2026, as member of staff.');
  }));
