import { textsOf } from '../../support/check-card.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty, FIRST_DAY, foundIn, openReview, pressOf, send } from '../../support/obligations-reviews.ts';
import type { World } from '../../support/obligations-world.ts';

const LATE = 'was due for review on 30 September 2020. It is 2243 days late.';
const MEETING = 'Meet the safeguarding governor about online safety';
const CODES = 'Bring the staff code and the acceptable use agreement up to date';
const WEBSITE = 'Check our website';

const cardsWith = (world: World, person: string, text: string): number =>
  world.inbox(person).filter(({ message }) => textsOf(message.card).join('\n').includes(text)).length;

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation(
    'BC-0a',
    'executed',
    'of two days the earlier counts, so the review is 2243 days late on the first day, and both days are named',
    async (world) => {
      expect(await foundIn('beauclerc-chennestone', 'review.contradiction')).toContain(
        '2020-09, 2020-10; the earliest holds',
      );
      await daysGoBy(world, 0);
      for (const person of ['p-dsl', 'p-dsl-2', 'p-leader', 'p-head', 'p-governor']) {
        world.received(person, LATE);
        world.received(
          person,
          'more than one day for it: September 2020 and October 2020. The earliest counts.',
        );
      }
      world.never('p-sam', /due for review/);
    },
    FIRST_DAY,
  );

  obligation(
    'BC-3a',
    'executed',
    'a closed child protection case, or a change of the systems, has its owner asked whether to review the policy now',
    async (world) => {
      await daysGoBy(world, 0);
      for (const [kind, proposals] of [
        ['cyberbullying', 0],
        ['csae', 1],
      ] as const) {
        await world.report({ ticks: ['message'] });
        await world.take('p-dsl');
        await world.triage('p-dsl', kind);
        await world.workThrough('p-dsl');
        await world.close('p-dsl', { confirmed: 'yes' });
        await world.advance({ hours: 24 });
        expect(cardsWith(world, 'p-dsl', 'A child protection case was closed.')).toBe(proposals);
      }
      world.received('p-dsl', 'Does the policy need a review before its day?');
      world.never('p-leader', /Robin/);
      await pressOf(world, 'p-dsl', 'A child protection case was closed.', 'Answer this');
      await world.press('p-dsl', 'Not now', {});
      world.refused('p-dsl', 'Say why not now.');
      await world.press('p-dsl', 'Review it now');
      world.sees('p-dsl', 'The review is due now.');
      await world.say('p-it', 'technical change');
      await world.press('p-it', 'Write it down', { what: 'A new filter at both schools.' });
      world.received('p-dsl', 'Our systems have changed.');
      await pressOf(world, 'p-dsl', 'Our systems have changed.', 'Answer this');
      world.sees('p-dsl', 'A new filter at both schools.');
      await world.press('p-dsl', 'Not now', { reason: 'The review is open already.' });
      world.sees('p-dsl', 'It is not reviewed before its day.');
    },
    { start: '2026-11-24T10:00:00.000Z' },
  );

  obligation(
    ['BC-4.2h', 'BC-4.1a'],
    'executed',
    'everybody has a say in the yearly review; what is older than the policy after it is flagged and due',
    async (world, met) => {
      await daysGoBy(world, 0);
      await openReview(world, 'p-leader');
      world.sees('p-leader', 'Did learners, parents, staff and governors have their say?');
      await world.press('p-leader', 'It is done', { evidence: 'All of it.' });
      world.refused('p-leader', 'Answer every question with yes or no.');
      await send(world, 'p-leader', { evidence: 'All of it.', next: '2027-11-25' });
      world.refused('p-leader', 'The next time is too late: 24 November 2027 at the latest.');
      await send(world, 'p-leader', { evidence: 'All of it.', next: '2027-11-24' });
      world.sees('p-leader', 'It is due again on 24 November 2027.');
      met('BC-4.2h');
      await world.advance({ hours: 48 });
      world.received('p-leader', `${CODES}. It was due on 24 November 2026.`);
      world.received(
        'p-leader',
        'What you have is older than the policy, which was reviewed on 24 November 2026.',
      );
      met('BC-4.1a');
    },
    { start: '2026-11-24T10:00:00.000Z' },
  );

  obligation(
    'BC-4.2i',
    'recorded',
    'the lead meets the safeguarding governor, and what was agreed is written down',
    async (world) => {
      await daysGoBy(world, 0);
      world.received('p-dsl', `${MEETING}. It is due on 26 January 2027.`);
      await pressOf(world, 'p-dsl', MEETING, 'Do it now');
      await send(world, 'p-dsl', { evidence: 'More training.' });
      world.refused('p-dsl', 'Tick who was there, two or more.');
      await send(world, 'p-dsl', { present: 'dsl,safeguarding-governor', evidence: 'More training.' });
      world.sees('p-dsl', 'It is due again on 26 April 2027.');
      await world.press('p-governor', 'See what was done');
      world.sees('p-governor', 'There: safeguarding lead and safeguarding governor.');
    },
    { start: '2027-01-26T10:00:00.000Z' },
  );

  obligation(
    'BC-7.5a',
    'executed',
    'somebody of the leadership checks the website, question by question',
    async (world) => {
      await daysGoBy(world, 0);
      world.received('p-leader', `${WEBSITE}. It is due on 23 February 2027.`);
      await pressOf(world, 'p-leader', WEBSITE, 'Do it now');
      for (const question of [
        'Does it have everything that the Department for Education asks for?',
        'Is it right about data, copyright, privacy and access for everyone?',
        'Is it free of personal information about staff and learners?',
        'Does it say how we keep learners safe, also online?',
      ])
        world.sees('p-leader', question);
      await world.press('p-leader', 'Back');
      await doDuty(world, 'p-leader', WEBSITE);
      world.sees('p-leader', 'It is due again on 23 June 2027.');
    },
    { start: '2027-02-23T10:00:00.000Z' },
  );
});
