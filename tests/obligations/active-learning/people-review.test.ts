import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { assessRisks, FIRST_DAY, foundIn, openReview, send } from '../../support/obligations-reviews.ts';

const RISK = 'Assess the risks that students face online';
const DONE = { evidence: 'Section 3 is new.', shared: 'yes' };

obligations('active-learning', ({ obligation }) => {
  obligation(
    'AL-0a',
    'executed',
    'the review is 811 days late on the first day, and the trustees hear it as well',
    async (world) => {
      await daysGoBy(world, 0);
      for (const person of ['p-director', 'p-director-2', 'p-trustee'])
        world.received(person, 'was due for review on 1 September 2024. It is 811 days late.');
      await world.say('p-trustee', 'reviews');
      world.sees('p-trustee', 'It is 811 days late.');
      world.offers('p-trustee', 'Remind them');
      world.never('p-sam', /due for review/);
    },
    FIRST_DAY,
  );

  obligation(
    'AL-2a',
    'guided',
    'guidance without an edition is flagged, by the check and on the card of the review',
    async (world) => {
      expect(await foundIn('active-learning', 'guidance.undated')).toContain(
        '"Keeping children safe in education"',
      );
      await daysGoBy(world, 0);
      await openReview(world, 'p-director');
      for (const title of [
        'Keeping children safe in education',
        'Teaching online safety in schools',
        'Preventing and tackling bullying',
        'Relationships education, relationships and sex education, and health education',
        'Searching, screening and confiscation',
        'Prevent duty guidance',
        'Sharing nudes and semi-nudes',
      ])
        world.sees('p-director', `${title}: the policy names no edition.`);
      world.sees('p-director', 'In force: 2026.');
    },
  );

  obligation(
    'AL-12b',
    'executed',
    'the directors’ yearly review is not done without a risk assessment, nor before the trustees have it',
    async (world) => {
      await daysGoBy(world, 0);
      await openReview(world, 'p-director');
      await send(world, 'p-director', DONE);
      world.refused('p-director', `First do this, or say where it can be seen: ${RISK}.`);
      await assessRisks(world, RISK, '29 January 2028');
      await world.press('p-director', 'The review is done');
      await send(world, 'p-director', { ...DONE, shared: 'no' });
      world.refused('p-director', 'Share it first, and tick that you did: trustee.');
      await send(world, 'p-director', DONE);
      world.sees('p-director', 'It is due again on 29 January 2028.');
      await world.press('p-trustee', 'See what was done');
      world.sees('p-trustee', 'Section 3 is new.');
    },
    { start: '2027-01-29T10:00:00.000Z' },
  );
});
