import type { SlackJourney } from '../support/slack-journey.ts';
import { cardsOf, only, onwards, report, tap } from '../support/slack-report.ts';
import type { PostedMessage } from '../support/slack-requests.ts';
import { inSchool } from '../support/slack-wire.ts';

const TITLE = 'Ask to give a device back';

/** Somebody reports, and then asks for something that needs a yes. */
async function ask(journey: SlackJourney, user: string): Promise<void> {
  const { people } = journey;
  await report(people, user, { ticks: { about: 'images' } });
  await journey.wait({ minutes: 3 });
  const mine = (await cardsOf(journey, user)).find(({ notification }) =>
    notification.startsWith('Signpost: something'),
  );
  if (mine === undefined) throw new Error('The reporter has no card');
  const form = await people.press(user, await people.press(user, mine, 'Open'), TITLE);
  await onwards(people, user, form, { text: 'The grey phone, to her aunt.' });
  await journey.settled();
}

const asked = async (journey: SlackJourney, user: string): Promise<readonly PostedMessage[]> =>
  (await cardsOf(journey, user)).filter(({ text }) => text.includes('It needs a yes or a no from you.'));

const ownView = async (journey: SlackJourney, user: string): Promise<string> => {
  const { people } = journey;
  const list = await people.command(user, '/report', 'my reports');
  return (await people.press(user, list, 'Open')).text;
};

it('is declined only with a reason, and the one who asked sees the answer', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await ask(journey, 'ada');
    const open = await people.press('iris', only(await asked(journey, 'iris'), 'requests'), 'Open');
    expect(open.text).toContain('Asked by: Ada Bell');
    expect(open.text).not.toContain('Robin Valence');
    const without = await people.press('iris', open, 'Decline');
    expect(without.text).toContain('Please write a few words');
    const no = await people.press('iris', without, 'Decline', { reason: 'The police may need it.' });
    expect(no.text).toContain(`${TITLE}: declined.`);
    await journey.settled();
    expect(await ownView(journey, 'ada')).toContain(`${TITLE}: declined.`);
    expect(await asked(journey, 'iris')).toEqual([]);
  }));

it('is approved once, whoever presses again', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await ask(journey, 'ada');
    const open = await people.press('iris', only(await asked(journey, 'iris'), 'requests'), 'Open');
    const yes = await tap(people, 'iris', open, 'Approve');
    expect(yes.text).toContain(`${TITLE}: approved.`);
    const twice = await people.press('iris', open, 'Decline', { reason: 'No.' });
    expect(twice.text).toContain(`${TITLE}: approved.`);
    expect(await ownView(journey, 'ada')).toContain(`${TITLE}: approved.`);
  }));

it('never asks the one who asked, although they hold the role', () =>
  inSchool({}, async (journey) => {
    const { people } = journey;
    await ask(journey, 'iris');
    expect(await asked(journey, 'iris')).toEqual([]);
    const theirs = only(await asked(journey, 'nadia'), 'requests');
    const open = await people.press('nadia', theirs, 'Open');
    // The same buttons, under the hand of the one who asked.
    expect((await people.press('iris', theirs, 'Open')).text).toBe('There is nothing here for you.');
    const payload = { ...people.person('iris'), type: 'view_submission', trigger_id: 'unused' };
    const stolen = await people.postPayload({
      ...payload,
      view: { ...open.frame, id: open.id, state: open.state },
    });
    expect(await stolen.text()).toContain('There is nothing here for you.');
    expect(await ownView(journey, 'iris')).toContain(`${TITLE}: waiting for an answer.`);
    expect((await tap(people, 'nadia', open, 'Approve')).text).toContain(`${TITLE}: approved.`);
  }));
