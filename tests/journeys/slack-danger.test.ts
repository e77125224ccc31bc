import {
  backToDanger,
  callsTowards,
  cardsAnywhere,
  nameFirst,
  type Subject,
  subjectsOf,
  tellButton,
} from '../support/slack-danger.ts';
import type { SlackJourney } from '../support/slack-journey.ts';
import { begin, cardsOf, nameThem, onwards, openRecord, refIn, tellStory } from '../support/slack-report.ts';
import type { Pack } from '../support/slack-school.ts';
import type { Screen } from '../support/slack-screen.ts';
import { inSchool } from '../support/slack-wire.ts';

type Way = 'lead' | 'independent' | 'abandoned';
const WAYS: readonly Way[] = ['lead', 'independent', 'abandoned'];

/** Nobody involved has anything of the case or could get it; somebody who may act has it and can open it. */
async function reachesTheRightPeople(
  journey: SlackJourney,
  pack: Pack,
  { involved }: Subject,
): Promise<void> {
  const { people } = journey;
  const held = await cardsAnywhere(journey, pack);
  expect(held.map(({ user }) => user).filter((user) => involved.includes(user))).toEqual([]);
  // A worry about an adult may have a record of its own for the child: that one does not say who reported it.
  const opened = [];
  for (const each of held.filter(({ card }) => card.buttons.includes('Open')))
    opened.push({ ...each, record: await openRecord(people, each.user, each.card) });
  const first = opened.find(({ record }) => record.text.includes('Reported by: Ada Bell'));
  if (first === undefined) throw new Error('Nobody got a card');
  const ref = refIn(first.card.text);
  expect(await callsTowards(journey, involved, ref)).toEqual([]);
  expect(await callsTowards(journey, [first.user], ref)).not.toEqual([]);
  for (const user of involved) {
    // A button that somebody showed them gives no right, and says the same as one of no case.
    expect((await people.press(user, first.card, 'Open')).text).toBe('There is nothing here for you.');
    expect((await people.command(user, '/report', 'my reports')).text).toBe('You have sent no reports.');
  }
  await journey.settled();
  expect(await callsTowards(journey, involved, ref)).toEqual([]);
}

async function callForHelp(
  journey: SlackJourney,
  pack: Pack,
  way: Way,
  what: Screen,
): Promise<Screen | undefined> {
  if (way === 'abandoned') {
    await journey.wait({ minutes: 2, seconds: 59 });
    expect(await cardsAnywhere(journey, pack)).toEqual([]);
    await journey.wait({ seconds: 1 });
    return undefined;
  }
  const danger = await backToDanger(journey, what);
  expect(danger.text).toContain('Call 999 now');
  const button = tellButton(danger, way) ?? tellButton(danger, 'lead');
  const next = await journey.people.press('ada', danger, button ?? '', {
    where: 'The hall by the stage',
    callback: '07700 900461',
  });
  expect(next.text).toMatch(/Told: .*If nobody has spoken to you by/);
  await journey.settled();
  return next;
}

describe.each(['one-school', 'two-schools'] as const)('in danger, at %s', (pack) => {
  describe.each(subjectsOf(pack))('about $kind', (subject) => {
    it.each(WAYS)('by way of: %s', (way) =>
      inSchool({ pack }, async (journey) => {
        const next = await callForHelp(journey, pack, way, await nameFirst(journey, subject));
        await reachesTheRightPeople(journey, pack, subject);
        if (next === undefined) return;
        const { people } = journey;
        const what = await nameThem(people, 'ada', next, subject.told);
        const receipt = await onwards(people, 'ada', await tellStory(people, 'ada', what, subject.told));
        expect(receipt.text).toContain('Saved, today 14:05.');
        await journey.settled();
        await reachesTheRightPeople(journey, pack, subject);
      }),
    );
  });

  it('alerts by itself when nobody was named, and around the leads', () =>
    inSchool({ pack }, async (journey) => {
      await begin(journey.people, 'ada', 'now');
      await journey.wait({ minutes: 3 });
      const leads = { kind: 'nobody knows whom', told: {}, involved: ['iris', 'nadia', 'owen'] };
      await reachesTheRightPeople(journey, pack, leads);
    }));

  it('empties the card of a lead who was told before anybody knew that it is about them', () =>
    inSchool({ pack }, async (journey) => {
      const { people } = journey;
      const danger = await begin(people, 'ada', 'now');
      const who = await people.press('ada', danger, 'Tell the safeguarding lead now');
      await journey.settled();
      const [told] = await cardsOf(journey, 'iris');
      if (told === undefined) throw new Error('The lead was not told');
      expect(told.text).toMatch(
        /^\S+\nUrgent\. Please open it now\.\nNew, 24 November 14:05\. Not yet opened\.\nOpen/,
      );
      const what = await nameThem(people, 'ada', who, { adult: 'yes', adults: { adults: 'p-iris' } });
      await onwards(people, 'ada', await tellStory(people, 'ada', what, {}));
      await journey.settled();
      const after = await cardsOf(journey, 'iris');
      expect(after.map(({ text }) => text)).toEqual(['There is nothing here for you.']);
      expect((await people.press('iris', told, 'Open')).text).toBe('There is nothing here for you.');
      const others = (await cardsAnywhere(journey, pack)).filter(({ card }) => card.buttons.length > 0);
      expect(others.map(({ user }) => user)).toEqual([pack === 'one-school' ? 'tom' : 'vera']);
    }));
});
