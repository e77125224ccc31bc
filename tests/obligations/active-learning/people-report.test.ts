import { readReport, releaseReport } from '../../support/board-acts.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy } from '../../support/obligations-acts.ts';
import { doDuty } from '../../support/obligations-reviews.ts';

const OCTOBER = { start: '2026-10-20T09:00:00.000Z' };

obligations('active-learning', ({ obligation }) => {
  obligation(
    ['AL-3.1a', 'AL-3.3h'],
    'reported',
    'a report goes to directors and to trustees, as there is no headteacher and no governing board',
    async (world, met) => {
      await world.advance({ hours: 24 * 14 });
      await releaseReport(world, 'p-dsl');
      world.sees('p-dsl', 'Everybody who gets it has a card now.');
      world.received('p-director', 'There is a new report to the directors for you.');
      met('AL-3.3h');
      world.received('p-trustee', 'There is a new report to the directors for you.');
      for (const reader of ['p-director', 'p-trustee'])
        expect(await readReport(world, reader)).toContain('1 September 2026 to 31 October 2026');
      met('AL-3.1a');
    },
    OCTOBER,
  );

  obligation(
    'AL-3.1b',
    'executed',
    'a week before directors meet, the lead is asked to release the log in numbers; they meet every four months',
    async (world) => {
      const drafts = () =>
        world.inbox('p-dsl').filter(({ message }) => JSON.stringify(message.card).includes('is drafted'))
          .length;
      await daysGoBy(world, 48);
      await releaseReport(world, 'p-dsl');
      const before = drafts();
      await world.advance({ hours: 24 * 44 });
      expect(drafts()).toBe(before);
      await world.advance({ hours: 24 * 2 });
      expect(drafts()).toBe(before + 1);
      world.received('p-dsl', 'The report to the directors is drafted. Look at it before it goes out.');
      await world.advance({ hours: 24 * 7 });
      world.received(
        'p-dsl',
        'Meet about online safety and look at the log. It was due on 28 January 2027 and is late.',
      );
      await doDuty(world, 'p-director', 'Meet about online safety and look at the log', {
        present: 'director,dsl',
        evidence: 'Read the log.',
      });
      world.sees('p-director', 'It is due again on');
      world.sees('p-director', 'May 2027.');
    },
    OCTOBER,
  );

  obligation(
    ['AL-3.3f', 'AL-A3a'],
    'executed',
    'the self-audit asks who leads on online safety; whoever does not know is told at once',
    async (world, met) => {
      await daysGoBy(world, 1);
      await world.say('p-dsl', 'compliance');
      await world.press('p-dsl', 'What people need');
      await world.press('p-dsl', 'Ask everybody now');
      await world.say('p-pip', 'my training');
      world.offers('p-pip', 'Answer the questions');
      met('AL-3.3f');
      await world.press('p-pip', 'Answer the questions');
      const questions = world.policy.audits[0]?.questions ?? [];
      expect(questions).toHaveLength(8);
      const well = Object.fromEntries(
        questions.map(({ id, need }) => [`q-${id}`, need === 'no' ? 'yes' : 'no']),
      );
      await world.press('p-pip', 'Send my answers', { ...well, 'q-who-leads': 'no' });
      world.sees('p-pip', 'Iris Kay');
      met('AL-A3a');
    },
  );
});
