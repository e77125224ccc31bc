import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import {
  assessRisks,
  FIRST_DAY,
  foundIn,
  openReview,
  pressOf,
  send,
} from '../../support/obligations-reviews.ts';

const RISK = 'Assess the risks that students face online';
const MEETING = 'Meet about online safety and look at the log';
const DONE = {
  evidence: 'Section 3 is new.',
  shared: 'yes',
  'where-risk-assessment': 'In the board papers.',
};

obligations('b2-mentoring', ({ obligation }) => {
  obligation(
    'B2-0a',
    'executed',
    'the review is 81 days late on the first day: its owner, the lead and the leads’ channel hear it',
    async (world) => {
      const channel = await world.bindChannel(['p-dsl', 'p-deputy']);
      await daysGoBy(world, 0);
      for (const person of ['p-director', 'p-director-2', 'p-dsl'])
        world.received(person, 'was due for review on 1 September 2026. It is 81 days late.');
      world.channelSees(channel, 'It is 81 days late.');
      world.never('p-sam', /due for review/);
      await world.say('p-director', 'reviews');
      world.sees('p-director', 'It is 81 days late.');
    },
    FIRST_DAY,
  );

  obligation(
    'B2-2a',
    'guided',
    'when the review opens it shows each guidance that the policy names, and the edition in force',
    async (world) => {
      await daysGoBy(world, 0);
      await openReview(world, 'p-director');
      for (const line of [
        'Keeping children safe in education: the policy names no edition. In force: 2026.',
        'Teaching online safety in schools: the policy names no edition.',
        'Preventing and tackling bullying: the policy names no edition.',
        'Relationships education, relationships and sex education, and health education: the policy names no edition.',
        'Searching, screening and confiscation: the policy names no edition.',
        'Prevent duty guidance: the policy names no edition.',
        'Sharing nudes and semi-nudes: the policy names no edition.',
      ])
        world.sees('p-director', line);
    },
  );

  obligation(
    'B2-3.1b',
    'recorded',
    'the board meets the lead every four months, because the policy only says regularly; the meeting is written down',
    async (world) => {
      expect(await foundIn('b2-mentoring', 'interval.missing')).toContain(
        `The policy says "regularly" for "${MEETING}"; P4M is used`,
      );
      await daysGoBy(world, 1);
      world.received('p-director', `${MEETING}. It was due on 28 January 2027. It is one day late.`);
      world.received('p-director', 'The policy gives no interval; every 4 months was set by');
      world.received('p-dsl', `${MEETING}. It was due on 28 January 2027 and is late.`);
      await pressOf(world, 'p-director', MEETING, 'Do it now');
      await send(world, 'p-director', { present: 'director,dsl', evidence: '' });
      world.refused('p-director', 'Say what was agreed.');
      await send(world, 'p-director', { present: 'director,dsl', evidence: 'Read the log. More training.' });
      world.sees('p-director', 'It is due again on 29 May 2027.');
    },
    { start: '2027-01-28T10:00:00.000Z' },
  );

  obligation(
    ['B2-12b', 'B2-12c'],
    'executed',
    'the review is done when it was shared with the board and rests on a risk assessment, and comes again within a year',
    async (world, met) => {
      await daysGoBy(world, 0);
      await openReview(world, 'p-director');
      await send(world, 'p-director', { ...DONE, shared: 'no' });
      world.refused('p-director', 'Share it first, and tick that you did: director.');
      await send(world, 'p-director', { ...DONE, next: '2028-02-01' });
      world.refused('p-director', 'The next time is too late: 29 January 2028 at the latest.');
      met('B2-12b');
      await send(world, 'p-director', { ...DONE, 'where-risk-assessment': '' });
      world.refused('p-director', `First do this, or say where it can be seen: ${RISK}.`);
      await assessRisks(world, RISK, '29 January 2028');
      await world.press('p-director', 'The review is done');
      world.sees('p-director', `${RISK}: done on 29 January 2027.`);
      await send(world, 'p-director', { ...DONE, 'where-risk-assessment': '', next: '2028-01-15' });
      world.sees('p-director', 'It is due again on 15 January 2028.');
      world.received('p-director-2', 'It was done on 29 January 2027.');
      met('B2-12c');
    },
    { start: '2027-01-29T10:00:00.000Z' },
  );
});
