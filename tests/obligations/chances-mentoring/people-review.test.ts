import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty, FIRST_DAY, foundIn, pressOf, send } from '../../support/obligations-reviews.ts';

const WEBSITE = 'Check our website';
const PASTORAL = 'Talk about online safety at a pastoral meeting';

obligations('chances-mentoring', ({ obligation }) => {
  obligation(
    'CM-0a',
    'executed',
    'without a day for the review the check says so, its owner is asked for one, and a year counts meanwhile',
    async (world) => {
      expect(await foundIn('chances-mentoring', 'review.undated')).toBe(
        'error: This policy does not say when it is due for review',
      );
      await daysGoBy(world, 0);
      for (const person of ['p-head', 'p-dsl']) {
        world.received(person, 'gives no day for its review.');
        world.received(person, 'it is due on 21 November 2027. Bracken Mentoring set this, not the policy.');
      }
      await world.press('p-head', 'Give the day');
      await world.press('p-head', 'Save the day', { date: '2027-12-01' });
      world.refused('p-head', 'That day is too far off: 21 November 2027 at the latest.');
      await world.press('p-head', 'Save the day', { date: '2027-02-01' });
      world.sees('p-head', 'is due for review on 1 February 2027.');
      await world.say('p-head', 'reviews');
      world.sees('p-head', 'every 12 months was set by Bracken Mentoring.');
    },
    FIRST_DAY,
  );

  obligation(
    'CM-TRN-c',
    'executed',
    'a pastoral meeting has the open worries of each kind in numbers, none under five and no name',
    async (world) => {
      for (let n = 0; n < 6; n += 1)
        await world.report({ children: [{ name: `Robin Vale ${n}` }], ticks: ['message'] });
      await world.report({ children: [{ name: 'Sky Marlow' }], ticks: ['hate'] });
      await daysGoBy(world, 1);
      await pressOf(world, 'p-leader', PASTORAL, 'Do it now');
      world.sees('p-leader', 'Contact: 6');
      world.sees('p-leader', 'Content: <5');
      world.never('p-leader', /Robin|Sky/);
      await send(world, 'p-leader', { present: 'senior-leader,dsl', evidence: 'Assembly about messages.' });
      world.sees('p-leader', 'It was done on 19 January 2027.');
    },
    { start: '2027-01-18T10:00:00.000Z' },
  );

  obligation(
    'CM-WEB-a',
    'executed',
    'the principal is reminded of the website, as often as the organisation has set',
    async (world) => {
      await daysGoBy(world, 0);
      world.received('p-head', `${WEBSITE}. It is due on 25 January 2027.`);
      world.received('p-head', 'The policy gives no interval; every 3 months was set by Bracken Mentoring.');
      await world.advance({ hours: 24 * 7 });
      world.received('p-head', `${WEBSITE}. It was due on 25 January 2027. It is 7 days late.`);
      await doDuty(world, 'p-head', WEBSITE);
      world.sees('p-head', 'It is due again on 1 May 2027.');
    },
    { start: '2027-01-25T10:00:00.000Z' },
  );
});
