import type { SlackJourney } from '../support/slack-journey.ts';
import { workDown } from '../support/slack-lead.ts';
import { cardsOf, only, onwards, openRecord, refIn, tap } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

/** Ada is authorised by the headteacher; nobody else of the staff is. */
const PEOPLE = (row: string): string =>
  row.startsWith('p-ada,') ? row.replace('staff@main', 'authorised-searcher@main staff@main') : row;
const STOP = 'Stop: there may be an indecent image';
const FORM = {
  owner: 'child',
  device: 'A grey phone with a cracked corner',
  whose: 'Robin Valence',
  where: 'The office by the hall',
  others: 'Cleo Dunn from the office',
};
const HELD = {
  who: 'Ada Bell, the class teacher',
  place: 'The safe in the office',
  because: 'So that nobody looks at it before the police have it',
};

/** One step of the walk: the boxes of a step are numbered. */
function step(
  { people }: SlackJourney,
  form: Screen,
  typed: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  const numbered = Object.entries(typed).map(([box, text]) => {
    const id = form.inputs.find((each) => each.replace(/-\d+$/, '') === box);
    return [id ?? box, text] as const;
  });
  return onwards(people, 'ada', form, Object.fromEntries(numbered));
}

async function begun(journey: SlackJourney): Promise<Screen> {
  const form = await journey.people.command('ada', '/safeguarding', 'search a device');
  expect(form.text).toContain('Never look for images.');
  return onwards(journey.people, 'ada', form, FORM);
}

const asked = async (journey: SlackJourney): Promise<PostedMessage> =>
  only(
    (await cardsOf(journey, 'iris')).filter(({ text }) => text.includes('It needs a yes or a no from you.')),
    'requests',
  );
const messageOf = async (journey: SlackJourney): Promise<PostedMessage> =>
  only(
    (await cardsOf(journey, 'ada')).filter(({ buttons }) => buttons.includes('Go on with the search')),
    'messages about the search',
  );

it('goes from the reason to the police, step by step, and nothing is deleted', () =>
  inSchool({ people: PEOPLE }, async (journey) => {
    const { people } = journey;
    const ground = await begun(journey);
    const ref = refIn(ground.text);
    expect(ground.text).toContain('Do not search if there may be a nude image on it.');
    const image = await step(journey, ground, { answer: 'It may show a crime' });
    const urgent = await step(journey, image, { answer: 'No' });
    const waiting = await step(journey, urgent, { answer: 'No' });
    expect(waiting.text).toContain('Waiting for the headteacher');
    await journey.settled();

    const request = await people.press('iris', await asked(journey), 'Open');
    expect(request.text).toContain('Device: A grey phone with a cracked corner');
    expect((await tap(people, 'iris', request, 'Approve', { reason: 'Nobody is hurt.' })).text).toContain(
      'approved',
    );
    await journey.settled();
    const message = await messageOf(journey);
    expect(message.notification).toBe(`Signpost: something to read. ${ref}`);
    expect(message.text).toBe(`${ref}\nYou can go on.\nGo on with the search`);

    let now = await people.press('ada', message, 'Go on with the search');
    expect(now.text).toContain('Tell the child why you want to search it.');
    now = await step(journey, now, { note: 'Told him why, in the office.' });
    // What was typed into one step does not stand in the next.
    expect(now.inputs.map((input) => now.value(input) ?? '')).toEqual(['']);
    now = await step(journey, now);
    now = await step(journey, now, { note: 'He wants his mother to know.' });
    now = await step(journey, now, HELD);
    now = await step(journey, now, { answer: 'It may show a crime' });
    expect(now.text).toContain('Look only at what the reason covers');
    now = await step(journey, now);
    now = await step(journey, now, { answer: 'No' });
    now = await step(journey, now, { note: 'Ada searched with Cleo. Threats were found.' });
    now = await step(journey, now, { answer: 'Not sure' });
    const done = await step(journey, now, { answer: 'Not sure' });
    expect(done.text).toContain('That is all for you.');
    expect(done.text).toContain('Nothing on it is deleted.');
    expect(done.buttons).not.toContain('Next');
    await journey.settled();

    const card = only(
      (await people.messages({ channel: 'main-leads', as: 'iris' })).filter(
        ({ text }) => text.includes(ref) && text.includes('Open'),
      ),
      'cards in the channel',
    );
    const record = await openRecord(people, 'iris', card);
    expect(record.text).toContain('Nothing on it is deleted.');
    const worked = await workDown(people, 'iris', card);
    expect(worked.text).not.toContain('Agree that this file is deleted');
    let page = await people.press('iris', worked, 'What has been done');
    let history = page.text;
    while (page.buttons.includes('Later')) {
      page = await people.press('iris', page, 'Later');
      history += page.text;
    }
    // The chain of custody, and the hand-over to the police.
    for (const words of [HELD.who, HELD.place, HELD.because, 'Police', 'Log 4411-9'])
      expect(history).toContain(words);
    expect(history).not.toContain('Agree that this file is deleted');
  }));

it('is refused to somebody whom the headteacher has not authorised, and nothing of it is kept', () =>
  inSchool({ people: PEOPLE }, async (journey) => {
    const { people } = journey;
    const home = await people.home('ben');
    const refused = await people.press('ben', home, 'Search a device');
    expect(refused.text).toContain('You may not search a device.');
    expect(refused.text).toContain(
      'Take the device, unopened, straight to the designated safeguarding lead (DSL).',
    );
    expect(refused.text).toContain('section 6.3');
    await journey.settled();
    expect((await people.command('ben', '/report', 'my reports')).text).toBe('You have sent no reports.');
    expect(await people.messages({ channel: 'main-leads', as: 'iris' })).toEqual([]);
    const report = await tap(people, 'ben', refused, 'Report a concern');
    expect(report.text).toContain('Is a pupil in danger?');
  }));

it('stops at one press, and what comes next is to put the device away', () =>
  inSchool({ people: PEOPLE }, async (journey) => {
    const { people } = journey;
    const ground = await begun(journey);
    await journey.settled();
    const image = await step(journey, ground, { answer: 'It may harm somebody' });
    const urgent = await step(journey, image, { answer: 'No' });
    const stopped = await people.press('ada', urgent, STOP);
    expect(stopped.text).toContain('Stop. Do not look any further.');
    expect(stopped.text).toContain('You are not in trouble for saying so.');
    await journey.settled();
    const news = (await people.messages({ channel: 'main-leads', as: 'iris' })).filter(
      ({ buttons }) => buttons.length > 0,
    );
    expect(news.map(({ notification }) => notification.startsWith('Safeguarding: urgent'))).toEqual([true]);
    const hold = await tap(people, 'ada', stopped, 'What to do next');
    expect(hold.text).toContain('Keep it closed and take it straight to a safeguarding lead.');
    const done = await step(journey, hold, HELD);
    expect(done.text).toContain('That is all for you.');
    await journey.wait({ minutes: 3 });
    expect(
      (await cardsOf(journey, 'ada')).some(({ buttons }) => buttons.includes('Go on with the search')),
    ).toBe(false);
  }));
