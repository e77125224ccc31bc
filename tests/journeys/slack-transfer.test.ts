import { attachedIn } from '../../src/documents/attached.ts';
import { checkFile } from '../../src/documents/check.ts';
import { fileOfLink } from '../support/file-of-link.ts';
import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, openRecord, refIn, report, tap } from '../support/slack-report.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

const NOTHING = 'There is nothing here for you.';

/** A child with one case, who is in the register; what stands there about passing the file on. */
async function atTheFile(journey: SlackJourney): Promise<Screen> {
  const { people } = journey;
  const ref = refIn((await report(people, 'ada')).text);
  await journey.settled();
  const cards = await people.messages({ channel: 'main-leads', as: 'iris' });
  const card = only(
    cards.filter(({ buttons, text }) => buttons.length > 0 && text.includes(ref)),
    'cards of the report',
  );
  const match = await people.press('iris', await openRecord(people, 'iris', card), 'Same child as …?');
  await people.press('iris', match, 'New: put them in the register');
  const search = await people.command('iris', '/report', 'register');
  const found = await onwards(people, 'iris', search, { name: 'Robin Valence' });
  const entry = await people.press('iris', found, 'Open');
  const story = await people.press('iris', entry, 'Open the story');
  return people.press('iris', story, 'Pass the file on');
}

it('a child leaves: the new school confirmed, the file made and sent, the receipt written down', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    Object.assign(journey.app().deps, { publicUrl: () => journey.app().url });
    const step = async (where: Screen, title: string, typed: Readonly<Record<string, string>>) =>
      tap(people, 'iris', await tap(people, 'iris', where, title), 'Save', typed);

    const here = await atTheFile(journey);
    expect(here.text).toContain('Nothing is passed on while the child is here.');
    const leaves = await step(here, 'The child leaves', { on: '2026-11-24', first: 'Oakmead School' });
    expect(leaves.text).toContain('Next: confirm the new school.');
    const confirmed = await step(leaves, 'The new school is confirmed', {
      first: 'Their safeguarding lead',
      second: 'By phone, on the number of their website',
    });
    expect(confirmed.text).toContain('Next: make the file, send it, and say how it went.');

    // Not before there is a file, and nothing that was typed is lost.
    const early = await tap(people, 'iris', confirmed, 'The file was sent');
    const kept = await people.submit('iris', early, { first: 'Their lead', second: 'By courier' });
    expect(kept?.text).toContain('First make the file');
    expect(kept?.value('second')).toBe('By courier');
    if (kept === undefined) throw new Error('The form closed');

    const asked = await tap(
      people,
      'iris',
      await tap(people, 'iris', kept, 'Back'),
      'Make a file to hand out',
    );
    const check = await onwards(people, 'iris', asked, { what: 'case-file', reader: 'school' });
    const ready = await onwards(people, 'iris', check, { who: 'Oakmead School' });
    const file = await fileOfLink(ready.button('Get the file').url ?? '');
    expect([file.status, file.type]).toEqual([200, 'application/pdf']);
    expect((await checkFile(file.bytes)).type).toBe('whole-file');
    expect(attachedIn(file.bytes)).toContain('would not take her coat off');

    const back = await tap(people, 'iris', ready, 'Back to this child');
    const sent = await step(back, 'The file was sent', { first: 'Their lead', second: 'By courier' });
    expect(sent.text).toContain('Next: wait for the receipt.');
    const waiting = await people.command('iris', '/report', 'transfer');
    expect(waiting.text).toContain('Until ');
    expect(waiting.text).not.toContain('Robin');
    expect((await people.command('ada', '/report', 'transfer')).text).toBe(NOTHING);

    // Nothing came in five working days: whoever leads there is asked, by reference alone.
    await journey.wait({ hours: 8 * 24 });
    const chase = only(
      (await cardsOf(journey, 'iris')).filter(({ text }) => text.includes('no receipt came')),
      'cards of the transfer',
    );
    expect(chase.text).not.toMatch(/Robin|Oakmead/);
    const late = await people.press('iris', chase, 'Open');
    const done = await step(late, 'The receipt came', { on: '2026-12-02', first: 'Their office' });
    expect(done.text).toContain('The file has arrived. Nothing is left to do.');
    expect(done.text).toContain('Receipt from: Their office, 2026-12-02');
    const none = await people.command('iris', '/report', 'transfer');
    expect(none.text).toContain('No file is waiting to be passed on.');
  }));
