import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty, FIRST_DAY, foundIn, openReview, send } from '../../support/obligations-reviews.ts';

const LATE = 'was due for review on 30 November 2024. It is 721 days late.';
const RISK = 'Assess the risks that pupils face online';
const DONE = { evidence: 'Section 6 is new.', shared: 'yes' };

obligations('balfour-junior', ({ obligation }) => {
  obligation(
    ['BJ-0a', 'BJ-3.3c'],
    'executed',
    'November 2024 is its last day: headteacher and chair of governors both hear that the review is 721 days late',
    async (world, met) => {
      await daysGoBy(world, 0);
      world.received('p-head', LATE);
      world.received('p-chair', LATE);
      world.never('p-sam', /due for review/);
      met('BJ-0a');
      await world.say('p-chair', 'reviews');
      world.sees('p-chair', 'It is 721 days late.');
      world.offers('p-chair', 'Start the review');
      await world.say('p-head', 'reviews');
      world.offers('p-head', 'Start the review');
      met('BJ-3.3c');
    },
    FIRST_DAY,
  );

  obligation('BJ-2a', 'guided', 'the review lists the guidance that the policy rests on', async (world) => {
    expect(await foundIn('balfour-junior', 'guidance.undated')).toContain('"Prevent duty guidance"');
    await daysGoBy(world, 0);
    await openReview(world, 'p-head');
    world.sees('p-head', 'What the policy rests on');
    world.sees('p-head', 'Prevent duty guidance: the policy names no edition.');
    world.sees('p-head', 'In force: 2026.');
  });

  obligation(
    ['BJ-3.3l', 'BJ-12b'],
    'executed',
    'the yearly risk assessment opens for the lead, and the review is not done without it nor before the board has it',
    async (world, met) => {
      await daysGoBy(world, 0);
      world.received('p-head', `${RISK}. It is due on 29 January 2027.`);
      await openReview(world, 'p-head');
      await send(world, 'p-head', DONE);
      world.refused('p-head', `First do this, or say where it can be seen: ${RISK}.`);
      await doDuty(world, 'p-head', RISK);
      world.sees('p-head', 'It is due again on 29 January 2028.');
      met('BJ-3.3l');
      await world.say('p-head', 'reviews');
      await world.press('p-head', 'The review is done');
      await send(world, 'p-head', { ...DONE, shared: 'no' });
      world.refused('p-head', 'Share it first, and tick that you did: chair of governors and governor.');
      await send(world, 'p-head', DONE);
      world.sees('p-head', 'It was done on 29 January 2027.');
      world.received('p-governor', 'It was done on 29 January 2027.');
      met('BJ-12b');
    },
    { start: '2027-01-29T10:00:00.000Z' },
  );
});
